import { type Reason, text } from '#packages/kernel';
import { type Rule, reasonsOf } from '#packages/procedure';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A mobile number of mainland China, as it is typed at sign-in. */
export const isMobile = (typed: string): boolean => /^1[3-9]\d{9}$/.test(typed);

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/];
const RUNS = ['01234567890', '09876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const RUN_LENGTH = 6;

/** Whether a stretch of six is one sign repeated, or neighbours on the keyboard, in the alphabet or among the digits. */
function isRun(stretch: string): boolean {
  return new Set(stretch).size === 1 || RUNS.some((run) => run.includes(stretch));
}

function hasRun(password: string): boolean {
  const plain = password.toLowerCase();
  return [...plain].some((_, at) => at + RUN_LENGTH <= plain.length && isRun(plain.slice(at, at + RUN_LENGTH)));
}

/** Complexity of passwords (GB/T 22239-2019, 8.1.4.1 a); the length is in the schema. */
export const PASSWORD_RULES: readonly Rule<Credentials>[] = [
  {
    id: 'password_mixes_kinds',
    text: text(
      '密码须含大小写字母、数字、符号中的至少两种。',
      'Mix at least two of: small and capital letters, digits, signs.',
    ),
    field: 'password',
    broken: ({ password }) => KINDS.filter((kind) => kind.test(password)).length < 2,
  },
  {
    id: 'password_is_not_the_name',
    text: text('密码不能包含用户名。', 'The password must not contain the user name.'),
    field: 'password',
    broken: ({ username, password }) => password.toLowerCase().includes(username.toLowerCase()),
  },
  {
    id: 'password_is_no_run',
    text: text('密码不能含连续或重复的一串，如 123456。', 'No runs such as 123456 or aaaaaa.'),
    field: 'password',
    broken: ({ password }) => hasRun(password),
  },
];

export const usernameIsNoNumber: Rule<Credentials> = {
  id: 'username_is_no_number',
  text: text(
    '用户名不能全是数字，以免与手机号混淆。',
    'A user name of digits alone could be taken for a mobile number.',
  ),
  field: 'username',
  broken: ({ username }) => /^\d+$/.test(username),
};

/** All reasons against a new account's user name and password. */
export const reasonsAgainstCredentials = (credentials: Credentials): Reason[] =>
  reasonsOf([usernameIsNoNumber, ...PASSWORD_RULES], credentials);
