import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql, verifyChains } from '#packages/server-kit';
import { type TestInstallation, testInstallation } from '#server/test-installation';
import { CHRONIC_STREAM } from '../../contract.ts';
import { findChronicPlaces } from './find.ts';
import { chronicStreamCheck } from './stream.ts';

let at: TestInstallation;
let place: { lon: number; lat: number };

beforeAll(async () => {
  at = await testInstallation();
  place = (await at.call(null, 'GET /api/grids/320508017003001')).body.inside;
});
afterAll(() => at.close());

const DAY = 86_400_000;

/** A matter that was reported so many days ago and closed two days later. */
async function closed(daysAgo: number, category = '0901') {
  const report = { transaction: randomUUID(), place, category, text: '楼上漏水到楼下，两家为此争吵' };
  const { code } = (await at.call(null, 'POST /api/matters', report)).body as { code: string };
  const steps: [string, string, object][] = [
    ['grid', 'accept', {}],
    ['grid', 'settle', { result: '已调解' }],
    ['community', 'verify', {}],
    ['community', 'close', {}],
  ];
  for (const [person, action, input] of steps) {
    const { version } = (await at.call(null, `GET /api/track/${code}`)).body;
    const body = { transaction: randomUUID(), version, ...input };
    expect((await at.call(person, `POST /api/matters/${code}/${action}`, body)).status).toBe(200);
  }
  const reportedAt = at.clock().getTime() - daysAgo * DAY;
  const [from, to] = [reportedAt, reportedAt + 2 * DAY].map((time) => new Date(time).toISOString());
  await at.database.run(sql`update matters.matters set reported_at = ${from}, ended_at = ${to} where code = ${code}`);
}

const find = () => findChronicPlaces(at.composition.matters);
const list = async (person = 'community', query = '') =>
  (await at.call(person, `GET /api/chronic-places${query}`)).body.rows;

const decide = (person: string, id: string, more: object = {}) =>
  at.call(person, `POST /api/chronic-places/${id}/decide`, {
    transaction: randomUUID(),
    decisions: 0,
    standing: 'proposed',
    reason: '请议事会商量更换老旧管道',
    ...more,
  });

it('not signed in: closed; twice is not chronic, three times is', async () => {
  expect((await at.call(null, 'GET /api/chronic-places')).status).toBe(401);
  await closed(100);
  await closed(60);
  expect(await find()).toBe(0);
  await closed(20);
  expect(await find()).toBe(1);
  const [row] = await list();
  expect(row).toMatchObject({ category: '0901', times: 3, matters: 3, standing: 'open', again: false });
  expect(JSON.stringify(row)).not.toContain('漏水');
});

it('what is older than the period does not count', async () => {
  for (const days of [800, 700, 500]) await closed(days, '0902');
  expect((await list()).some(({ category }: { category: string }) => category === '0902')).toBe(false);
  expect(await find()).toBe(1);
});

it('street and district see it, a resident and another area do not', async () => {
  expect(await list('street')).toHaveLength(1);
  expect(await list('centre')).toHaveLength(1);
  expect(await list('resident')).toEqual([]);
  expect(await list('centre', '?area=320508001')).toEqual([]);
});

it('only who steers the place decides; recorded once, with its reason, and who comes second is told', async () => {
  const [{ id }] = await list();
  expect((await decide('resident', id)).status).toBe(403);
  expect((await decide('urban', id)).status).toBe(403);
  expect((await decide('community', id, { reason: ' ' })).status).toBe(422);
  const transaction = randomUUID();
  expect((await decide('community', id, { transaction })).body).toMatchObject({ standing: 'proposed', decisions: 1 });
  expect((await decide('community', id, { transaction })).body).toMatchObject({ decisions: 1 });
  expect((await decide('street', id, { standing: 'dismissed' })).body.code).toBe('decided_meanwhile');
  expect(await list('community', '?standing=open')).toEqual([]);
  expect((await decide('community', randomUUID())).status).toBe(404);
});

it('the next run keeps the place and its decision; what comes back afterwards is marked', async () => {
  const [{ id }] = await list();
  await closed(-3);
  expect(await find()).toBe(1);
  expect((await list())[0]).toMatchObject({ id, times: 4, standing: 'proposed', again: true });
});

it('a place that is chronic no more goes, but what was decided stays on record, and the ledger holds', async () => {
  await at.database.run(
    sql`update matters.matters set ended_at = reported_at, category = '1002' where category = '0901'`,
  );
  await find();
  expect((await list()).map(({ category }: { category: string }) => category)).not.toContain('0901');
  const check = () =>
    verifyChains(at.database, '320508', { checks: { [CHRONIC_STREAM]: chronicStreamCheck(at.composition.matters) } });
  expect((await check()).broken).toBeNull();
  await at.database.run(sql`update matters.chronic_places set reason = '改了理由' where decisions > 0`);
  expect((await check()).broken).toMatchObject({ stream: CHRONIC_STREAM, why: 'state' });
});
