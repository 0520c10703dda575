import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { reasonsAgainstCredentials } from '../core/credentials.ts';

/** argon2id (the library's default kind) with 19 MiB and two passes, the first choice of OWASP's password storage sheet. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

export const verifyPassword = ({ hash: hashed, password }: { hash: string; password: string }): Promise<boolean> =>
  verify(hashed, password);

/** Without signs that are taken for one another when they are read out: 0 and o, 1, i and l. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/** A first password to be handed over and changed: four groups of four, about 79 bits. */
export function newPassword(username: string): string {
  const group = () => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  const password = Array.from({ length: GROUPS }, group).join('-');
  return reasonsAgainstCredentials({ username, password }).length === 0 ? password : newPassword(username);
}
