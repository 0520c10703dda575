import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ProblemNotice, Sheet } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { api } from '../api.ts';
import { GrantForm, useGrantDraft } from './GrantForm.tsx';

const WORDS = {
  title: text('添加人员', 'Add a person'),
  name: text('姓名', 'Name'),
  username: text('用户名', 'User name'),
  usernameHint: text('3 至 30 位字母、数字、下划线或点。', '3 to 30 letters, digits, underscores or dots.'),
  phone: text('岗位电话', 'Telephone of the post'),
  phoneHint: text('只填公开的岗位电话，不填个人号码。', 'Only the public number of the post, never a private one.'),
  password: text('初始密码', 'First password'),
  passwordHint: text(
    '至少 10 位；请本人首次登录后修改。',
    'At least 10 characters; to be changed at the first sign-in.',
  ),
  add: text('添加', 'Add'),
  cancel: text('取消', 'Cancel'),
  added: (name: string) => text(`已添加 ${name}`, `${name} is added`),
};

const NOBODY = { name: '', username: '', phone: '', password: '' };

/** A new member of staff with a first role. */
export function AddPerson({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [person, setPerson] = useState(NOBODY);
  const draft = useGrantDraft();
  const set = (part: Partial<typeof NOBODY>) => setPerson({ ...person, ...part });
  const add = useMutation({
    mutationFn: () => {
      const { phone, ...rest } = person;
      return api('POST /api/people', { body: { ...rest, ...(phone && { phone }), grant: draft.body! } });
    },
    onSuccess: async ({ name }) => {
      message.success(words.added(name));
      setPerson(NOBODY);
      onClose();
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const { name, username, phone, password } = person;
  const ready = name.trim() !== '' && username.length >= 3 && password.length >= 10 && draft.body !== undefined;
  return (
    <Sheet
      open={open}
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" disabled={!ready} loading={add.isPending} onClick={() => add.mutate()}>
            {words.add}
          </Button>
        </>
      }
    >
      {add.error && <ProblemNotice error={add.error} />}
      <Form layout="vertical" component="div">
        <Form.Item label={words.name} htmlFor="person-name" required>
          <Input id="person-name" value={name} maxLength={40} onChange={(event) => set({ name: event.target.value })} />
        </Form.Item>
        <Form.Item label={words.username} htmlFor="person-username" required extra={words.usernameHint}>
          <Input
            id="person-username"
            autoCapitalize="none"
            autoComplete="off"
            value={username}
            maxLength={30}
            onChange={(event) => set({ username: event.target.value.trim() })}
          />
        </Form.Item>
        <Form.Item label={words.phone} htmlFor="person-phone" extra={words.phoneHint}>
          <Input
            id="person-phone"
            value={phone}
            maxLength={20}
            onChange={(event) => set({ phone: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={words.password} htmlFor="person-password" required extra={words.passwordHint}>
          <Input.Password
            id="person-password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => set({ password: event.target.value })}
          />
        </Form.Item>
      </Form>
      <GrantForm draft={draft} />
    </Sheet>
  );
}
