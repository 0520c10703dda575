import { afterAll, beforeAll, expect, it } from 'vitest';
import { raw, sql } from '#packages/server-kit';
import { type TestDatabase, testDatabase } from '#packages/testkit';
import { newId } from '../ids.ts';
import { checkpointsOf, makeCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { chain, type Entry, FIRST, type HashAlgorithm } from './entry.ts';
import { insertEntries, insertEntry } from './store.ts';
import { verifyChains } from './verify.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

function stream(district: string, length: number, at: string, algorithm: HashAlgorithm = 'sha256'): Entry[] {
  const streamId = newId();
  const entries: Entry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const previous = entries.at(-1)?.hash ?? FIRST;
    const author = { person: null, role: 'resident', organisation: null };
    const what = {
      action: 'note',
      facts: { text: `第${seq}条`, n: [1, 2.5, null] },
      sealed: null,
      transaction: newId(),
    };
    entries.push(chain({ district, stream: 'matter', streamId, seq, at, ...author, ...what, algorithm, previous }));
  }
  return entries;
}

/** What a person with full rights on the server could do: the trigger off, a row changed, the trigger on. */
async function tamper(change: ReturnType<typeof sql>) {
  await database.run(raw('alter table ledger.entries disable trigger append_only'));
  await database.run(change);
  await database.run(raw('alter table ledger.entries enable trigger append_only'));
}

it('chains of SHA-256 and SM3 verify after the way through the database', async () => {
  const old = '2026-01-05T08:00:00.000Z';
  await database.run(insertEntries([...stream('110101', 3, old), ...stream('110101', 2, old, 'sm3')]));
  expect(await verifyChains(database, '110101')).toEqual({ entries: 5, streams: 2, broken: null });
});

it('the first broken link is named: a changed fact, a removed entry', async () => {
  const entries = stream('110102', 4, '2026-01-05T08:00:00.000Z');
  await database.run(insertEntries(entries));
  const { streamId } = entries[0];
  await tamper(sql`update ledger.entries set facts = '{}' where stream_id = ${streamId} and seq = 2`);
  expect((await verifyChains(database, '110102')).broken).toMatchObject({ streamId, seq: 2, why: 'hash' });
  await tamper(sql`delete from ledger.entries where stream_id = ${streamId} and seq = 2`);
  expect((await verifyChains(database, '110102')).broken).toMatchObject({ streamId, seq: 3, why: 'gap' });
});

it('the database itself refuses to change or remove an entry', async () => {
  await database.run(insertEntries(stream('110103', 1, '2026-01-05T08:00:00.000Z')));
  await expect(database.run(sql`update ledger.entries set action = 'x' where district = '110103'`)).rejects.toThrow(
    /append-only/,
  );
  await expect(database.run(sql`delete from ledger.entries where district = '110103'`)).rejects.toThrow(/append-only/);
});

it('an entry from a clock that is off by more than five minutes is not recorded', async () => {
  const [late] = stream('110104', 1, new Date(Date.now() - 6 * 60_000).toISOString());
  expect(await database.run(insertEntry(late, sql`select 1`))).toBe(0);
  const [right] = stream('110104', 1, new Date().toISOString());
  expect(await database.run(insertEntry(right, sql`select 1`))).toBe(1);
});

it('checkpoints: a copy that a third party kept shows what was changed, added or removed', async () => {
  const district = '110105';
  await database.run(insertEntries(stream(district, 7, '2026-01-05T08:00:00.000Z')));
  const first = await makeCheckpoint(database, district, 'sha256', new Date('2026-01-06T00:00:00Z'));
  await database.run(insertEntries(stream(district, 2, '2026-01-06T08:00:00.000Z')));
  const second = await makeCheckpoint(database, district, 'sha256', new Date('2026-01-07T00:00:00Z'));
  expect(second).toMatchObject({ number: 2, entries: 2, previous: first?.hash, from: first?.to });
  expect(await makeCheckpoint(database, district, 'sha256', new Date('2026-01-08T00:00:00Z'))).toBeUndefined();
  expect(await checkpointsOf(database, district)).toEqual([first, second]);
  expect(await verifyCheckpoint(database, first!)).toMatchObject({ good: true });
  expect(await verifyCheckpoint(database, { ...first!, entries: 8 })).toMatchObject({ good: false });
  await database.run(insertEntries(stream(district, 1, '2026-01-05T09:00:00.000Z')));
  expect(await verifyCheckpoint(database, first!)).toMatchObject({ good: false, why: expect.stringContaining('8') });
});
