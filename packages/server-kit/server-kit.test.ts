import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#packages/testkit';
import { blobsIn } from './blobs.ts';
import { readEnv } from './env.ts';
import { migrate } from './migrate.ts';
import { sealingWith } from './sealing.ts';
import { and, join as joinSql, raw, sql, toQuery } from './sql.ts';
import { workingCalendar } from './working-calendar.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe('SQL as a template', () => {
  it('values become parameters, fragments are spliced in', () => {
    const condition = and([sql`a = ${1}`, null, sql`b = ${'x; drop table t'}`]);
    const { text, values } = toQuery(sql`select * from t where ${condition} limit ${5}`);
    expect(text).toBe('select * from t where a = $1 and b = $2 limit $3');
    expect(values).toEqual([1, 'x; drop table t', 5]);
    expect(toQuery(sql`select ${joinSql([], ', ', 'null')}`).text).toBe('select null');
  });

  it('types: counts are numbers, times ISO 8601 in UTC', async () => {
    const row = await database.first(
      sql`select count(*) as n, ${'2026-03-01T08:00:00+08:00'}::timestamptz as at from generate_series(1, 3)`,
    );
    expect(row).toEqual({ n: 3, at: '2026-03-01T00:00:00.000Z' });
  });

  it('a transaction that fails leaves nothing; one that deadlocks is tried again', async () => {
    await database.script('create table cups (id integer primary key, n integer)');
    await database.run(sql`insert into cups values (1, 0), (2, 0)`);
    const failed = database.transaction(async (tx) => {
      await tx.run(sql`update cups set n = 9`);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    const add = (first: number, second: number) =>
      database.transaction(async (tx) => {
        await tx.run(sql`update cups set n = n + 1 where id = ${first}`);
        await new Promise((resolve) => setTimeout(resolve, 40));
        await tx.run(sql`update cups set n = n + 1 where id = ${second}`);
      });
    await Promise.all([add(1, 2), add(2, 1), add(1, 2), add(2, 1)]);
    expect(await database.rows(sql`select n from cups order by id`)).toEqual([{ n: 4 }, { n: 4 }]);
  });
});

describe('migrations', () => {
  it('are applied once, in order, and may not change afterwards', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongzhi-migrations-'));
    writeFileSync(join(folder, '0001_a.sql'), 'create schema tea; create table tea.cups (n integer)');
    writeFileSync(join(folder, '0002_b.sql'), 'insert into tea.cups values (1)');
    const folders = [{ module: 'tea', folder }];
    const both = await Promise.all([migrate(database, folders), migrate(database, folders)]);
    expect(both.flat().sort()).toEqual(['tea/0001_a.sql', 'tea/0002_b.sql']);
    expect(await database.first(sql`select count(*) as n from tea.cups`)).toEqual({ n: 1 });
    writeFileSync(join(folder, '0001_a.sql'), '-- other');
    await expect(migrate(database, folders)).rejects.toThrow(/tea\/0001_a.sql was changed/);
  });

  it('one that fails half-way leaves nothing of itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongzhi-migrations-'));
    writeFileSync(join(folder, '0001_a.sql'), 'create table half (n integer); select 1/0');
    await expect(migrate(database, [{ module: 'half', folder }])).rejects.toThrow(/division by zero/);
    expect(await database.first(sql`select to_regclass('half') as t`)).toEqual({ t: null });
  });
});

describe('the schema', () => {
  it('every table that grows has the district in its primary key, and every table is explained', async () => {
    const rows = await database.rows<{ name: string; leads: boolean; explained: boolean }>(
      raw(`
      select c.oid::regclass::text as name, obj_description(c.oid) is not null as explained,
        exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary and a.attname = 'district') as leads
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('ledger', 'access', 'places', 'staffing', 'matters')`),
    );
    expect(rows.length).toBeGreaterThan(12);
    expect(rows.filter(({ leads }) => !leads).map(({ name }) => name)).toEqual([]);
    expect(rows.filter(({ explained }) => !explained).map(({ name }) => name)).toEqual([]);
  });
});

describe('settings', () => {
  it('have defaults, are converted, and a wrong one is named with its sentence', () => {
    expect(readEnv({ PORT: '9000', GONGZHI_DEMO: 'false' })).toMatchObject({
      PORT: 9000,
      GONGZHI_DEMO: false,
      GONGZHI_DISTRICT: '320508',
    });
    expect(() => readEnv({ PORT: 'x', GONGZHI_KEY: 'short' })).toThrow(/PORT: .*\n.*GONGZHI_KEY: .*32 bytes/s);
  });
});

describe('sealing', () => {
  const sealing = sealingWith('ab'.repeat(32));
  it('opens what it closed, never twice the same, and notices a change', () => {
    const sealed = sealing.close('13800000000');
    expect(sealing.open(sealed)).toBe('13800000000');
    expect(sealing.close('13800000000')).not.toBe(sealed);
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => sealing.open(changed)).toThrow();
    expect(() => sealingWith('cd'.repeat(32)).open(sealed)).toThrow();
  });
  it('finds by a blind index', () => {
    expect(sealing.index('1')).toBe(sealing.index('1'));
    expect(sealing.index('1')).not.toBe(sealingWith('cd'.repeat(32)).index('1'));
  });
});

describe('blobs', () => {
  it('are named by their content and kept once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongzhi-blobs-'));
    const blobs = blobsIn(folder);
    const content = Buffer.from(randomUUID());
    const [name] = await Promise.all([blobs.put(content), blobs.put(content), blobs.put(content)]);
    expect(await blobs.get(name)).toEqual(content);
    expect(readFileSync(join(folder, name.slice(0, 2), name))).toEqual(content);
    expect(await blobs.has('0'.repeat(64))).toBe(false);
  });
});

it('the working calendar knows 2026 with its 调休, and says until when it knows', () => {
  const calendar = workingCalendar();
  expect(calendar.workingWeekends.has('2026-02-14')).toBe(true);
  expect(calendar.daysOff.has('2026-10-01')).toBe(true);
  expect(calendar.daysOff.has('2026-11-24')).toBe(false);
  expect(calendar.knownUntil >= '2026-12-31').toBe(true);
});
