import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { ProblemNotice } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { auth } from '../sign-in/auth.ts';
import styles from './account.module.css';

const WORDS = {
  current: text('现在的密码', 'Present password'),
  next: text('新密码（至少 10 位，含两种以上字符）', 'New password (at least 10 characters of two kinds or more)'),
  change: text('修改密码', 'Change password'),
  done: text('密码已修改，其他设备上的登录已失效。', 'The password is changed; other devices are signed out.'),
};

export function ChangePassword() {
  const words = useWords(WORDS);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNext] = useState('');
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () =>
      auth('POST /api/auth/change-password', { body: { currentPassword, newPassword, revokeOtherSessions: true } }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
    },
  });
  return (
    <form
      className={styles.factor}
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      {error && <ProblemNotice error={error} />}
      {isSuccess && <Alert type="success" showIcon title={words.done} />}
      <label htmlFor="current-password">{words.current}</label>
      <Input.Password
        id="current-password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <label htmlFor="new-password">{words.next}</label>
      <Input.Password
        id="new-password"
        autoComplete="new-password"
        value={newPassword}
        onChange={(event) => setNext(event.target.value)}
      />
      <Button htmlType="submit" loading={isPending} disabled={currentPassword === '' || newPassword.length < 10}>
        {words.change}
      </Button>
    </form>
  );
}
