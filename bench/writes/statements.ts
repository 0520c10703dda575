import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { type Author, type Db, type Sql, toQuery, workingCalendar } from '#packages/server-kit';
import type { Action } from '../../modules/matters/core/lifecycle.ts';
import { makeTrackingCode } from '../../modules/matters/core/tracking-code.ts';
import { wordsOf } from '../../modules/matters/core/words.ts';
import { nextEntry } from '../../modules/matters/server/record.ts';
import { insertMatter, moveMatter } from '../../modules/matters/server/store.ts';

/** One write as it goes over the wire. */
export type Statement = ReturnType<typeof toQuery>;

const DISTRICT = '320508';
const deps = { district: DISTRICT, algorithm: 'sha256' as const, calendar: workingCalendar() };

/** Takes the statements that the module's own functions would send. */
function recorder() {
  const statements: Statement[] = [];
  const run = async (query: Sql) => {
    statements.push(toQuery(query));
    return 1;
  };
  return { statements, db: { run } as unknown as Db };
}

const RESIDENT: Author = { person: v7(), role: 'resident', organisation: null };
const CENTRE: Author = { person: v7(), role: 'district_centre', organisation: null };

export interface Place {
  readonly grid: string;
  readonly lonE7: number;
  readonly latE7: number;
}

export interface Lifecycle {
  readonly id: string;
  readonly code: string;
  readonly transactions: readonly string[];
  readonly statements: readonly Statement[];
}

const stepsOf = (unit: string): readonly (readonly [Action, Author, object])[] => [
  ['accept', CENTRE, { category: '0101' }],
  ['dispatch', CENTRE, { unit }],
  ['finish', { person: v7(), role: 'department_staff', organisation: unit }, { result: '已派人到现场处理完毕。' }],
  ['verify', CENTRE, {}],
  ['close', CENTRE, {}],
];

/** The writes of one lifecycle, and nothing of what is read between them: report, accept, dispatch, finish, verify, close. */
export async function writesOf({ grid, lonE7, latE7 }: Place, unit: string): Promise<Lifecycle> {
  const { statements, db } = recorder();
  const at = new Date().toISOString();
  const text = '书院路112号门口的垃圾桶满了没有人清运，气味很大，已经连续几天了，请尽快安排处理。';
  const address = '书院路112号';
  const [id, code, transactions] = [v7(), makeTrackingCode(DISTRICT, randomBytes(11)), [v7()]];
  const facts = { category: '0101', grid, source: 'resident' as const, reportedAt: at, photos: 0 };
  const sealed = { text, address };
  const report = { id, action: 'report' as const, facts, author: RESIDENT, transaction: transactions[0], at, sealed };
  let last = nextEntry(deps, null, report);
  const words = wordsOf(`${text} ${address}`);
  const extra = {
    key: randomBytes(24).toString('base64url'),
    text,
    address,
    contact: null,
    words,
    photos: [],
    released: null,
  };
  await insertMatter(db, { id, code, lonE7, latE7, ...extra, salt: last.sealed!.salt, ...last });
  for (const [action, author, given] of stepsOf(unit)) {
    const before = { state: last.state, head: last.entry.hash };
    const transaction = v7();
    last = nextEntry(deps, before, { id, action, facts: given as never, author, transaction, at });
    await moveMatter(db, { id, state: last.state, entry: last.entry });
    transactions.push(transaction);
  }
  return { id, code, transactions, statements };
}
