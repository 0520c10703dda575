import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, QRCode } from 'antd';
import { useState } from 'react';
import { ProblemNotice } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { ME } from '../me.ts';
import { auth } from '../sign-in/auth.ts';
import styles from './account.module.css';

const WORDS = {
  password: text('请先输入登录密码', 'First, your password'),
  begin: text('开始设置', 'Begin'),
  scan: text(
    '用身份验证器应用扫描二维码，再输入它显示的 6 位数字。',
    'Scan the code with an authenticator app, then type the 6 digits that it shows.',
  ),
  qr: text('身份验证器的二维码', 'QR code for the authenticator'),
  secret: text('不能扫码时手工输入密钥：', 'Where it cannot be scanned, type this key:'),
  keep: text(
    '备用码：请抄下并妥善保管，手机丢失时每个可用一次。',
    'Backup codes: write them down and keep them safe. Each works once when the phone is lost.',
  ),
  code: text('动态验证码', 'Code'),
  finish: text('完成设置', 'Finish'),
};

/** Sets up the second factor: password, QR code and backup codes, then a first code as proof. */
export function SecondFactor() {
  const words = useWords(WORDS);
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => auth('POST /api/auth/two-factor/enable', { body: { password } }) });
  const finish = useMutation({
    mutationFn: () => auth('POST /api/auth/two-factor/verify-totp', { body: { code: code.replace(/\s/g, '') } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ME }),
  });
  const error = begin.error ?? finish.error;
  const secret = begin.data && new URL(begin.data.totpURI).searchParams.get('secret');
  return (
    <div className={styles.factor}>
      {error && <ProblemNotice error={error} />}
      {!begin.data && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            begin.mutate();
          }}
        >
          <label htmlFor="factor-password">{words.password}</label>
          <Input.Password
            id="factor-password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={begin.isPending} disabled={password === ''}>
            {words.begin}
          </Button>
        </form>
      )}
      {begin.data && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            finish.mutate();
          }}
        >
          <p>{words.scan}</p>
          <QRCode value={begin.data.totpURI} size={180} type="svg" aria-label={words.qr} />
          <p className={styles.soft}>
            {words.secret} <code>{secret}</code>
          </p>
          <p>{words.keep}</p>
          <ul className={styles.codes}>
            {begin.data.backupCodes.map((backup) => (
              <li key={backup}>
                <code>{backup}</code>
              </li>
            ))}
          </ul>
          <label htmlFor="factor-code">{words.code}</label>
          <Input
            id="factor-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={finish.isPending} disabled={code.trim().length < 6}>
            {words.finish}
          </Button>
        </form>
      )}
    </div>
  );
}
