import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { loadPlatform, useText, useWords } from '#packages/web-kit';
import { Button, Card, Page, ProblemNotice, Stack, TextField } from '#packages/web-kit/ui';
import { ROLES } from '../../contract.ts';
import styles from './access.module.css';
import { access, type Credentials, useSecondFactor, useSignIn, useUnifiedIdentity } from './api.ts';
import { LeaveWhenSignedIn } from './LeaveWhenSignedIn.tsx';

const WORDS = {
  title: text('登录', 'Sign in'),
  lead: text(
    '不登录也能反映和查询。登录后，您的反映会归到一处，换设备也能看到。',
    'You can report and track without an account. Signed in, your reports are in one place on every device.',
  ),
  username: text('用户名或手机号', 'User name or mobile number'),
  password: text('密码', 'Password'),
  submit: text('登录', 'Sign in'),
  open: text('还没有账号？开通账号', 'No account yet? Open one'),
  unified: text('用统一身份认证登录', 'Sign in with the unified identity'),
  demo: text('演示账号', 'Demo accounts'),
  demoLead: text(
    '这是演示区，点一下即可用该身份登录。',
    'This is a demo district: one tap signs you in as that person.',
  ),
  code: text('动态验证码', 'Code of the second factor'),
  verify: text('验证', 'Verify'),
};

/** `/sign-in` */
export function SignInScreen() {
  const words = useWords(WORDS);
  const signIn = useSignIn();
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      <LeaveWhenSignedIn />
      <Stack gap={5}>
        <Card>{signIn.data?.twoFactorRedirect ? <SecondFactor /> : <Form signIn={signIn} />}</Card>
        <Unified />
        <Demo onChoose={signIn.mutate} busy={signIn.isPending} />
      </Stack>
    </Page>
  );
}

function Form({ signIn }: { readonly signIn: ReturnType<typeof useSignIn> }) {
  const words = useWords(WORDS);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() && password) signIn.mutate({ username: username.trim(), password });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextField
          required
          label={words.username}
          value={username}
          maxLength={64}
          autoComplete="username"
          onChange={setUsername}
        />
        <TextField
          required
          label={words.password}
          type="password"
          value={password}
          maxLength={128}
          autoComplete="current-password"
          onChange={setPassword}
        />
        {signIn.error && <ProblemNotice error={signIn.error} />}
        <Button type="submit" look="primary" large wide busy={signIn.isPending}>
          {words.submit}
        </Button>
        <p className={styles.center}>
          <Link to="/account" className={styles.link}>
            {words.open}
          </Link>
        </p>
      </Stack>
    </form>
  );
}

function SecondFactor() {
  const words = useWords(WORDS);
  const [code, setCode] = useState('');
  const verify = useSecondFactor();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate(code.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextField
          label={words.code}
          value={code}
          maxLength={8}
          inputMode="numeric"
          autoComplete="one-time-code"
          onChange={setCode}
        />
        {verify.error && <ProblemNotice error={verify.error} />}
        <Button type="submit" look="primary" large wide busy={verify.isPending}>
          {words.verify}
        </Button>
      </Stack>
    </form>
  );
}

const usePlatform = () => useQuery({ queryKey: ['platform'], queryFn: loadPlatform });

function Unified() {
  const words = useWords(WORDS);
  const { data } = usePlatform();
  const unified = useUnifiedIdentity();
  if (!data?.oidc) return null;
  return (
    <>
      <Button large wide icon="person" busy={unified.isPending} onClick={() => unified.mutate()}>
        {words.unified}
      </Button>
      {unified.error && <ProblemNotice error={unified.error} />}
    </>
  );
}

interface DemoProps {
  readonly onChoose: (credentials: Credentials) => void;
  readonly busy: boolean;
}

function Demo({ onChoose, busy }: DemoProps) {
  const words = useWords(WORDS);
  const say = useText();
  const { data: platform } = usePlatform();
  const { data: accounts = [] } = useQuery({
    queryKey: ['demo accounts'],
    enabled: platform?.demo === true,
    queryFn: () => access('GET /api/demo-accounts'),
  });
  if (accounts.length === 0) return null;
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{words.demo}</h2>
      <p className={styles.soft}>{words.demoLead}</p>
      <ul className={styles.accounts}>
        {accounts.map(({ username, password, name, role, areaName }) => (
          <li key={username}>
            <button type="button" disabled={busy} onClick={() => onChoose({ username, password })}>
              <strong>{name}</strong>
              <span>
                {say(ROLES[role])} · {areaName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
