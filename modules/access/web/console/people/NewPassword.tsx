import { KeyOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Popconfirm, Typography } from 'antd';
import { ProblemNotice } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { PersonRow } from '../../../core/api.ts';
import { api } from '../api.ts';
import styles from './people.module.css';

const WORDS = {
  reset: text('重置密码', 'New password'),
  resetOf: (name: string) => text(`重置 ${name} 的密码`, `Give ${name} a new password`),
  sure: text('重置后，此人的登录和动态验证码立即失效。', 'Their sessions and second factor end at once.'),
  yes: text('重置', 'Reset'),
  cancel: text('取消', 'Cancel'),
  made: (name: string) => text(`${name} 的新密码`, `The new password of ${name}`),
  once: text(
    '只显示这一次。请当面交付，并请本人登录后修改。',
    'Shown this once. Hand it over in person; it is to be changed at the next sign-in.',
  ),
  done: text('已交付', 'Handed over'),
};

/** A new password for somebody who has lost theirs, or their second factor. */
export function NewPassword({ person }: { readonly person: PersonRow }) {
  const words = useWords(WORDS);
  const { modal } = App.useApp();
  const reset = useMutation({
    mutationFn: () => api('POST /api/people/:id/password', { params: { id: person.id } }),
    onSuccess: ({ username, password }) =>
      void modal.success({
        title: words.made(person.name),
        okText: words.done,
        content: (
          <>
            <p className={styles.soft}>{username}</p>
            <Typography.Text copyable className={styles.password}>
              {password}
            </Typography.Text>
            <p>{words.once}</p>
          </>
        ),
      }),
    onError: (error) => void modal.error({ icon: null, content: <ProblemNotice error={error} /> }),
  });
  return (
    <Popconfirm
      title={words.resetOf(person.name)}
      description={words.sure}
      okText={words.yes}
      cancelText={words.cancel}
      onConfirm={() => reset.mutate()}
    >
      <Button icon={<KeyOutlined aria-hidden />} loading={reset.isPending} aria-label={words.resetOf(person.name)}>
        {words.reset}
      </Button>
    </Popconfirm>
  );
}
