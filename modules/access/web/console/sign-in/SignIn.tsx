import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { ProblemNotice } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { setLocale, useLocale, useWords } from '#packages/web-kit';
import { auth } from './auth.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { SecondStep } from './SecondStep.tsx';
import styles from './sign-in.module.css';

const WORDS = {
  page: text('登录 · 共治工作台', 'Sign in · Gongzhi console'),
  name: text('共治', 'Gongzhi'),
  console: text('工作台', 'Console'),
  promise: text('一张网，一件事，一本账。', 'One grid, one matter, one ledger.'),
  details: text(
    '小事不出格，大事有回音。每一步都记录在案，每一位居民都能查到进展。',
    'Small things are settled in the grid, large ones answered. Each step is recorded, and every resident can follow it.',
  ),
  title: text('工作人员登录', 'Staff sign-in'),
  username: text('用户名或手机号', 'User name or mobile number'),
  password: text('密码', 'Password'),
  signIn: text('登录', 'Sign in'),
  unified: text('统一身份认证登录', 'Sign in with the unified identity'),
  resident: text('我是居民，去居民门户', 'I am a resident: to the portal'),
};

interface Props {
  readonly district: string;
  /** Whether the unified identity of the government can be used. */
  readonly oidc: boolean;
}

export function SignIn({ district, oidc }: Props) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const { busy, error, run, enter, secondStep } = useSigningIn();
  useEffect(() => {
    document.title = words.page;
  }, [words.page]);
  return (
    <main className={styles.page}>
      <section className={styles.brand}>
        <p className={styles.district}>{district}</p>
        <p className={styles.name}>
          {words.name}
          <span>{words.console}</span>
        </p>
        <p className={styles.promise}>{words.promise}</p>
        <p className={styles.details}>{words.details}</p>
      </section>
      <section className={styles.entry}>
        <div className={styles.top}>
          <h1>{words.title}</h1>
          <Button
            type="text"
            lang={locale === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
          >
            {locale === 'zh' ? 'English' : '中文'}
          </Button>
        </div>
        {error !== null && <ProblemNotice error={error} />}
        {secondStep ? <SecondStep busy={busy} run={run} /> : <Password busy={busy} onEnter={enter} oidc={oidc} />}
        {!secondStep && <DemoAccounts busy={busy} onChoose={enter} />}
        <a className={styles.resident} href="/">
          {words.resident}
        </a>
      </section>
    </main>
  );
}

function useSigningIn() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [secondStep, setSecondStep] = useState(false);
  const run = async (attempt: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      const answer = (await attempt()) as { twoFactorRedirect?: boolean } | undefined;
      if (answer?.twoFactorRedirect) setSecondStep(true);
      else await queries.resetQueries();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const enter = (username: string, password: string) =>
    void run(() => auth('POST /api/auth/sign-in/username', { body: { username: username.trim(), password } }));
  return { busy, error, secondStep, enter, run: (attempt: () => Promise<unknown>) => void run(attempt) };
}

interface PasswordProps {
  readonly busy: boolean;
  readonly oidc: boolean;
  readonly onEnter: (username: string, password: string) => void;
}

function Password({ busy, oidc, onEnter }: PasswordProps) {
  const words = useWords(WORDS);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onEnter(username, password);
      }}
    >
      <label htmlFor="username">{words.username}</label>
      <Input
        id="username"
        size="large"
        autoComplete="username"
        autoCapitalize="none"
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <label htmlFor="password">{words.password}</label>
      <Input.Password
        id="password"
        size="large"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={busy}
        disabled={username.trim() === '' || password === ''}
      >
        {words.signIn}
      </Button>
      {oidc && (
        <Button size="large" block onClick={() => void enterUnified()}>
          {words.unified}
        </Button>
      )}
    </form>
  );
}

async function enterUnified(): Promise<void> {
  const body = { provider: 'unified', callbackURL: '/console' } as const;
  const { url } = await auth('POST /api/auth/sign-in/social', { body });
  if (url) location.assign(url);
}
