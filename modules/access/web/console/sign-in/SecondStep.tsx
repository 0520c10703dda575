import { Button, Input } from 'antd';
import { useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { auth } from './auth.ts';
import styles from './sign-in.module.css';

const WORDS = {
  code: text('动态验证码（6 位）', 'Code of your authenticator (6 digits)'),
  backup: text('备用码', 'Backup code'),
  useBackup: text('手机不在身边，使用备用码', 'No phone at hand: use a backup code'),
  useCode: text('使用动态验证码', 'Use the authenticator'),
  confirm: text('确认', 'Confirm'),
};

interface Props {
  readonly busy: boolean;
  readonly run: (attempt: () => Promise<unknown>) => void;
}

/** The second step of sign-in: a code of the authenticator, or one of the codes kept for the day it is lost. */
export function SecondStep({ busy, run }: Props) {
  const words = useWords(WORDS);
  const [backup, setBackup] = useState(false);
  const [code, setCode] = useState('');
  const send = () =>
    backup
      ? auth('POST /api/auth/two-factor/verify-backup-code', { body: { code: code.trim() } })
      : auth('POST /api/auth/two-factor/verify-totp', { body: { code: code.replace(/\s/g, '') } });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        run(send);
      }}
    >
      <label htmlFor="code">{backup ? words.backup : words.code}</label>
      <Input
        id="code"
        size="large"
        autoFocus
        autoComplete="one-time-code"
        inputMode={backup ? 'text' : 'numeric'}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="primary" size="large" htmlType="submit" block loading={busy} disabled={code.trim() === ''}>
        {words.confirm}
      </Button>
      <Button type="link" onClick={() => setBackup(!backup)}>
        {backup ? words.useCode : words.useBackup}
      </Button>
    </form>
  );
}
