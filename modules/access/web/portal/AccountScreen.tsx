import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { ApiProblem, useWords } from '#packages/web-kit';
import { Button, Card, Page, ProblemNotice, Stack, TextField } from '#packages/web-kit/ui';
import styles from './access.module.css';
import { useOpenAccount, useSignIn } from './api.ts';
import { LeaveWhenSignedIn } from './LeaveWhenSignedIn.tsx';

const WORDS = {
  title: text('开通账号', 'Open an account'),
  lead: text(
    '只需要称呼、用户名和密码。不要求实名，也不要求手机号。',
    'A name, a user name and a password are enough. No identity document, no telephone number is asked for.',
  ),
  name: text('称呼', 'Name'),
  nameHint: text('工作人员这样称呼您', 'How staff will address you'),
  username: text('用户名', 'User name'),
  usernameHint: text('3 到 30 位英文字母、数字、点或下划线', '3 to 30 letters, digits, dots or underscores'),
  mobile: text('手机号', 'Mobile number'),
  optional: text('（选填，可用来登录）', '(optional, can be used to sign in)'),
  password: text('密码', 'Password'),
  passwordHint: text('至少 10 位', 'At least 10 characters'),
  submit: text('开通', 'Open'),
  have: text('已有账号？去登录', 'Have an account? Sign in'),
};

const EMPTY = { name: '', username: '', mobile: '', password: '' };
type Fields = typeof EMPTY;

/** The reason of a refusal that speaks of one field. */
function reasonFor(error: unknown, field: keyof Fields): string | null {
  if (!(error instanceof ApiProblem)) return null;
  return error.problem.reasons.find((reason) => reason.field === field)?.text ?? null;
}

/** `/account` */
export function AccountScreen() {
  const words = useWords(WORDS);
  const [fields, setFields] = useState(EMPTY);
  const open = useOpenAccount();
  const signIn = useSignIn();
  const set = (field: keyof Fields) => (value: string) => setFields((known) => ({ ...known, [field]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, username, mobile, password } = fields;
    const body = {
      name: name.trim(),
      username: username.trim(),
      password,
      ...(mobile.trim() && { mobile: mobile.trim() }),
    };
    open.mutate(body, { onSuccess: () => signIn.mutate({ username: body.username, password }) });
  };
  const common = (field: keyof Fields) => ({
    label: words[field],
    value: fields[field],
    onChange: set(field),
    error: reasonFor(open.error, field),
  });
  const error = open.error ?? signIn.error;
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      <LeaveWhenSignedIn />
      <Card>
        <form onSubmit={submit}>
          <Stack>
            <TextField required {...common('name')} hint={words.nameHint} maxLength={40} autoComplete="name" />
            <TextField
              required
              {...common('username')}
              hint={words.usernameHint}
              maxLength={30}
              autoComplete="username"
            />
            <TextField {...common('mobile')} mark={words.optional} type="tel" maxLength={11} autoComplete="tel" />
            <TextField
              required
              {...common('password')}
              hint={words.passwordHint}
              type="password"
              maxLength={128}
              autoComplete="new-password"
            />
            {error && <ProblemNotice error={error} besideFields={Object.keys(EMPTY)} />}
            <Button type="submit" look="primary" large wide busy={open.isPending || signIn.isPending}>
              {words.submit}
            </Button>
            <p className={styles.center}>
              <Link to="/sign-in" className={styles.link}>
                {words.have}
              </Link>
            </p>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
