import { afterAll, beforeAll, expect, it } from 'vitest';
import { allEntries, type Entry, sql, verifyChains } from '#packages/server-kit';
import { type TestDistrict, testDistrict } from './test-district.ts';

let district: TestDistrict;
let admin = '';
beforeAll(async () => {
  district = await testDistrict();
  admin = await district.signIn('admin');
});
afterAll(() => district.close());

const verify = () => verifyChains(district.database, '320508', { checks: district.access.module.streams });
const worker = { role: 'grid_worker', area: '320508018001002' };

async function recorded(): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const page of allEntries(district.database, '320508')) all.push(...page);
  return all;
}

async function addWorker(username: string) {
  const body = { name: '潘晓', username, password: 'under the bridge', grant: worker };
  return (await district.call('POST', '/api/people', { cookie: admin, body })).body;
}

it('who gave and withdrew which role in which capacity is on record, and the record is sound', async () => {
  const before = (await recorded()).length;
  const { id, grants } = await addWorker('pan.xiao');
  await district.call('DELETE', `/api/people/${id}/grants/${grants[0].id}`, { cookie: admin });
  const added = (await recorded()).filter(({ streamId }) => streamId === id);
  expect(added).toMatchObject([
    { seq: 1, action: 'give', role: 'administrator', facts: { grant: grants[0].id, ...worker, organisation: null } },
    { seq: 2, action: 'withdraw', role: 'administrator', facts: { grant: grants[0].id } },
  ]);
  expect(await verify()).toMatchObject({ entries: before + 2, broken: null });
});

it('opening an account leaves no trace in the ledger', async () => {
  const before = (await recorded()).length;
  const body = { name: '潘晓', username: 'pan.resident', password: 'under the bridge' };
  expect((await district.call('POST', '/api/accounts', { body })).status).toBe(200);
  expect(await recorded()).toHaveLength(before);
});

it('two who give roles to one person at once are both on record', async () => {
  const { id } = await addWorker('pan.two');
  const give = (area: string) =>
    district.call('POST', `/api/people/${id}/grants`, { cookie: admin, body: { role: 'grid_worker', area } });
  const answers = await Promise.all([give('320508017003001'), give('320508017003002'), give('320508017003001')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422]);
  expect((await verify()).broken).toBe(null);
});

it('a role that was slipped in past the ledger is found', async () => {
  const { id, grants } = await addWorker('pan.sly');
  await district.database.run(sql`
    update access.grants set area = '320508' where district = '320508' and id = ${grants[0].id}`);
  expect((await verify()).broken).toMatchObject({
    stream: 'rights',
    streamId: id,
    why: 'state',
    detail: 'grid_worker on 320508 is held and not on record',
  });
});

it('a role that was taken away past the ledger is found', async () => {
  await district.database.run(sql`
    update access.grants g set area = '320508018001002' from access.persons p
    where p.id = g.person and p.username = 'pan.sly'`);
  expect((await verify()).broken).toBe(null);
  await district.database.run(sql`
    update access.grants g set withdrawn_at = given_at from access.persons p where p.id = g.person and p.username = 'pan.sly'`);
  expect((await verify()).broken?.detail).toBe('grid_worker on 320508018001002 is on record and not held');
});
