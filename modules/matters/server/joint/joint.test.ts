import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChains } from '#packages/server-kit';
import { type TestInstallation, testInstallation } from '#server/test-installation';

let at: TestInstallation;
let place: { lon: number; lat: number };
let unit: (kind: string) => string;

beforeAll(async () => {
  at = await testInstallation();
  place = (await at.call(null, 'GET /api/grids/320508017003001')).body.inside;
  const organisations = (await at.call(null, 'GET /api/organisations')).body as { id: string; kind: string }[];
  unit = (kind) => organisations.find((o) => o.kind === kind)!.id;
});
afterAll(() => at.close());

async function act(person: string, code: string, action: string, more: object = {}) {
  const version = (await at.call(null, `GET /api/track/${code}`)).body.version as number;
  return at.call(person, `POST /api/matters/${code}/${action}`, { transaction: randomUUID(), version, ...more });
}

async function done(person: string, code: string, action: string, more: object = {}) {
  const { status, body } = await act(person, code, action, more);
  expect({ action, status, ...(status !== 200 && body) }).toMatchObject({ action, status: 200 });
  return body;
}

/** With the street office, which then whistles. */
async function withTheStreet(): Promise<string> {
  const report = { transaction: randomUUID(), place, category: '0104', text: '夜市烧烤占道、油烟扰民' };
  const { code } = (await at.call(null, 'POST /api/matters', report)).body;
  await done('grid', code, 'accept');
  const street = (
    (await at.call(null, 'GET /api/organisations')).body as { id: string; kind: string; area: string }[]
  ).find(({ kind, area }) => kind === 'street' && area === '320508017')!;
  await done('community', code, 'dispatch', { unit: street.id });
  return code;
}

const term = { amount: 2, unit: 'work_day' };
const obligations = () => [
  { unit: unit('urban_management'), task: '清理占道摊点', term },
  { unit: unit('housing'), task: '核查油烟管道', term: { amount: 5, unit: 'work_day' } },
  { unit: unit('police'), task: '疏导交通', term },
];
const whistle = () => ({ reason: '一家办不了', parts: obligations() });
const partsOf = async (person: string) => (await at.call(person, 'GET /api/joint-orders?open=true')).body;
const inboxOf = async (person: string) =>
  (await at.call(person, 'GET /api/inbox?limit=100')).body.rows.map(({ code }: { code: string }) => code);

it('not signed in, or not of the street or community: refused', async () => {
  const code = await withTheStreet();
  expect((await at.call(null, 'GET /api/joint-orders')).status).toBe(401);
  expect((await act('urban', code, 'whistle', whistle())).status).toBe(403);
  expect((await act('resident', code, 'whistle', whistle())).status).toBe(403);
});

it('a whistle, three departments, a joint closing, and both sides appraised by unit', async () => {
  const code = await withTheStreet();
  expect((await at.call('urban', `GET /api/matters/${code}`)).status).toBe(403);
  const page = await done('street', code, 'whistle', whistle());
  expect(page.joint.parts).toHaveLength(3);
  expect(page.joint.by.name).toContain('街道');
  expect(page.joint.parts[0].dueAt).not.toBe(page.joint.parts[1].dueAt);
  expect(await inboxOf('urban')).toContain(code);
  expect((await partsOf('urban')).filter((part: { code: string }) => part.code === code)).toMatchObject([
    { task: '清理占道摊点', overdue: false, ended: false },
  ]);
  expect((await at.call('urban', `GET /api/matters/${code}`)).status).toBe(200);
  expect((await at.call('urban', 'GET /api/matters')).body.rows.map((row: { code: string }) => row.code)).toContain(
    code,
  );

  const early = await act('street', code, 'finish', { result: '办好了' });
  expect(early.body.reasons[0].rule).toBe('joint_order_is_answered');
  expect((await act('street', code, 'whistle', whistle())).body.reasons[0].rule).toBe('one_order_at_a_time');
  const foreign = await act('urban', code, 'contribute', { unit: unit('housing'), result: '替他们说' });
  expect(foreign.body.reasons[0].rule).toBe('own_part_only');

  await done('urban', code, 'contribute', { unit: unit('urban_management'), result: '摊点已清理' });
  expect(await inboxOf('urban')).not.toContain(code);
  await done('housing', code, 'contribute', { unit: unit('housing'), result: '管道合格' });
  expect((await act('urban', code, 'excuse', { unit: unit('police'), reason: '不必' })).status).toBe(403);
  const excused = await done('street', code, 'excuse', { unit: unit('police'), reason: '交通已恢复，不必到场' });
  expect(excused.joint.parts.map(({ onTime }: { onTime: boolean | null }) => onTime)).toEqual([true, true, null]);
  await done('street', code, 'finish', { result: '三家一起办好' });

  const verdict = { justified: true, came: [unit('urban_management')], reason: '确需多家' };
  expect((await act('street', code, 'appraise', verdict)).status).toBe(403);
  expect((await done('centre', code, 'appraise', verdict)).joint).toMatchObject({ justified: true });
  expect((await act('centre', code, 'appraise', verdict)).body.reasons[0].rule).toBe('appraised_once_answered');

  const day = (offset: number) => new Date(at.clock().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const period = `from=${day(-30)}&to=${day(1)}`;
  const rows = (await at.call('centre', `GET /api/joint-orders/assessment?${period}`)).body as {
    unit: { id: string };
  }[];
  const of = (id: string) => rows.find((row) => row.unit.id === id);
  expect(rows.find((row) => (row as unknown as { whistles: number }).whistles > 0)).toMatchObject({
    whistles: 1,
    justified: 1,
  });
  expect(of(unit('urban_management'))).toMatchObject({ called: 1, reported: 1, onTime: 1, stayedAway: 0 });
  expect(of(unit('housing'))).toMatchObject({ called: 1, onTime: 1, stayedAway: 1 });
  expect(of(unit('police'))).toMatchObject({ called: 1, reported: 0, late: 0, excused: 1 });
  expect((await at.call('urban', `GET /api/joint-orders/assessment?${period}`)).status).toBe(403);

  const told = JSON.stringify((await at.call(null, `GET /api/track/${code}`)).body);
  expect(told).toContain('清理占道摊点');
});

it('who is called must serve the place and be somebody else; all reasons are told', async () => {
  const code = await withTheStreet();
  const twice = { reason: '两次', parts: [obligations()[0], obligations()[0]] };
  expect((await act('street', code, 'whistle', twice)).body.reasons[0].rule).toBe('parts_are_for_others');
  expect((await act('street', code, 'whistle', { reason: ' ', parts: [] })).status).toBe(422);
});

it('two units that report at once: one has to look again, nothing is lost', async () => {
  const code = await withTheStreet();
  await done('street', code, 'whistle', whistle());
  const answers = await Promise.all([
    act('urban', code, 'contribute', { unit: unit('urban_management'), result: '好' }),
    act('housing', code, 'contribute', { unit: unit('housing'), result: '好' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('the ledger says what the tables say, and a part changed behind its back is found', async () => {
  const checks = Object.assign({}, ...at.composition.modules.map(({ streams }) => streams ?? {}));
  expect((await verifyChains(at.database, '320508', { checks })).broken).toBeNull();
  await at.database.script('update matters.joint_parts set came = true where came = false');
  expect((await verifyChains(at.database, '320508', { checks })).broken).toMatchObject({
    stream: 'matter',
    why: 'state',
  });
});
