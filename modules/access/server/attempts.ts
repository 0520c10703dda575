import { type Clock, type Problem, text } from '#packages/kernel';
import type { Database, Sealing } from '#packages/server-kit';
import { problems } from './problems.ts';
import { countAttempt, forgetAttempts, uncountAttempt } from './store.ts';

/** Wrong passwords before an account is locked, and for how long (GB/T 22239-2019, 8.1.4.1 b). */
export const WRONG_PASSWORDS = 5;
export const LOCK_MINUTES = 15;
/** An address may stand for a whole office behind one router, so it bears more. */
export const ATTEMPTS_PER_ADDRESS = 100;
export const ACCOUNTS_PER_ADDRESS = 20;

const LOCK_MS = LOCK_MINUTES * 60_000;

/** What became of an attempt: only wrong passwords stay counted. */
export type Outcome = 'right' | 'wrong' | 'neither';

export interface Attempt {
  settle(outcome: Outcome): Promise<void>;
}

export interface Attempts {
  /** Counts an attempt at an account's password; throws `account_locked` or `address_limited` where there were too many. */
  atPassword(account: string, address: string): Promise<Attempt>;
  /** A lock on the account is lifted. */
  forgive(account: string): Promise<void>;
  /** Counts the opening of an account; throws `address_limited` where there were too many. */
  atOpening(address: string): Promise<void>;
}

const locked = (minutes: number): Problem =>
  problems.account_locked({
    reasons: [
      {
        rule: 'account_is_not_locked',
        text: text(`请在 ${minutes} 分钟后再试。`, `Try again in ${minutes} minutes.`),
      },
    ],
  });

export function countAttempts(database: Database, clock: Clock, district: string, sealing: Sealing): Attempts {
  /** Milliseconds for which the subject is still shut out; 0 where it is not. */
  async function count(subject: string, limit: number): Promise<number> {
    const now = clock();
    const row = await countAttempt(database, district, subject, limit, now, new Date(now.getTime() - LOCK_MS));
    if (row === undefined || row.failures <= limit) return 0;
    return Math.max(1, Date.parse(row.lastAt) + LOCK_MS - now.getTime());
  }
  return {
    async atPassword(account, address) {
      const place = sealing.index(`address ${address}`);
      const who = sealing.index(`account ${account}`);
      if ((await count(place, ATTEMPTS_PER_ADDRESS)) > 0) throw problems.address_limited();
      const shut = await count(who, WRONG_PASSWORDS);
      if (shut > 0) throw locked(Math.ceil(shut / 60_000));
      return {
        async settle(outcome) {
          if (outcome === 'wrong') return;
          await uncountAttempt(database, district, place);
          await (outcome === 'right' ? forgetAttempts : uncountAttempt)(database, district, who);
        },
      };
    },
    forgive: async (account) => {
      await forgetAttempts(database, district, sealing.index(`account ${account}`));
    },
    async atOpening(address) {
      const place = sealing.index(`opening ${address}`);
      if ((await count(place, ACCOUNTS_PER_ADDRESS)) > 0) throw problems.address_limited();
    },
  };
}
