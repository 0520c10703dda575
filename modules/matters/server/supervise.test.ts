import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql, verifyChains } from '#packages/server-kit';
import { type TestInstallation, testInstallation } from '#server/test-installation';
import { superviseByRule } from './supervise.ts';

let at: TestInstallation;
let place: { lon: number; lat: number };
let lamps: string;

beforeAll(async () => {
  at = await testInstallation();
  place = (await at.call(null, 'GET /api/grids/320508017003001')).body.inside;
  const organisations = (await at.call(null, 'GET /api/organisations')).body as { id: string; kind: string }[];
  lamps = organisations.find(({ kind }) => kind === 'urban_management')!.id;
});
afterAll(() => at.close());

async function act(person: string, code: string, action: string, more: object = {}) {
  const version = (await at.call(null, `GET /api/track/${code}`)).body.version as number;
  return at.call(person, `POST /api/matters/${code}/${action}`, { transaction: randomUUID(), version, ...more });
}

async function play(code: string, ...steps: [person: string, action: string, more?: object][]) {
  for (const [person, action, more] of steps) {
    const { status, body } = await act(person, code, action, more);
    expect({ action, status, ...(status !== 200 && body) }).toMatchObject({ action, status: 200 });
  }
}

async function withTheUnit() {
  const report = { transaction: randomUUID(), place, category: '0202', text: '路灯不亮' };
  const { code, key } = (await at.call(null, 'POST /api/matters', report)).body as { code: string; key: string };
  await play(code, ['grid', 'accept'], ['community', 'dispatch', { unit: lamps }]);
  return { code, key };
}

const pageOf = async (code: string) => (await at.call('centre', `GET /api/matters/${code}`)).body;
const ask = (level: string, message = '请今日办结') => ({ level, trigger: 'harm', message });

it('who may ask: not a resident, not the unit; the street for more than the community, the centre for all', async () => {
  const { code } = await withTheUnit();
  expect((await at.call(null, 'GET /api/supervision')).status).toBe(401);
  expect((await act('resident', code, 'supervise', ask('urge'))).status).toBe(403);
  expect((await act('urban', code, 'supervise', ask('urge'))).status).toBe(403);
  expect((await act('community', code, 'supervise', ask('supervise'))).body.reasons[0].rule).toBe(
    'level_is_within_reach',
  );
  await play(code, ['community', 'supervise', ask('urge')]);
  expect((await act('street', code, 'supervise', ask('urge'))).body.reasons[0].rule).toBe('level_rises');
  await play(code, ['street', 'supervise', ask('supervise')], ['centre', 'supervise', ask('listed')]);
});

it('the unit owes an answer by a clock; its answer is public', async () => {
  const { code } = await withTheUnit();
  await play(code, ['community', 'supervise', ask('urge')]);
  expect((await pageOf(code)).supervision).toMatchObject({
    level: 'urge',
    trigger: 'harm',
    overdue: false,
    answeredAt: null,
  });
  const open = async () =>
    (await at.call('urban', 'GET /api/supervision?open=true')).body.map((row: { code: string }) => row.code);
  expect(await open()).toContain(code);
  await play(code, ['urban', 'respond', { message: '今晚到现场' }]);
  expect(await open()).not.toContain(code);
  expect((await act('urban', code, 'respond', { message: '再说' })).body.reasons[0].rule).toBe('supervision_is_open');
  expect((await at.call(null, `GET /api/track/${code}`)).body.timeline.at(-1).facts).toEqual({ message: '今晚到现场' });
});

it('by rule: what the reporter calls unsolved is asked about once, waits for the unit although it is closed, and names no person', async () => {
  const { code, key } = await withTheUnit();
  await play(
    code,
    ['urban', 'take'],
    ['urban', 'finish', { result: '已换' }],
    ['head', 'verify'],
    ['community', 'close'],
  );
  const version = (await pageOf(code)).version;
  const answer = { transaction: randomUUID(), version, solved: false, satisfied: true };
  expect((await at.call(null, `POST /api/track/${code}/answer`, answer, { 'x-matter-key': key })).status).toBe(200);
  expect(await superviseByRule(at.composition.matters)).toBe(1);
  expect(await superviseByRule(at.composition.matters)).toBe(0);
  const page = await pageOf(code);
  expect(page.supervision).toMatchObject({ level: 'urge', trigger: 'unsolved' });
  expect(page.timeline.at(-1)).toMatchObject({ action: 'supervise', role: 'rule', person: null, unit: null });
  const inbox = (await at.call('urban', 'GET /api/inbox?limit=100')).body;
  expect(inbox.rows.map((row: { code: string }) => row.code)).toContain(code);
  await play(code, ['urban', 'respond', { message: '明日重修' }]);
});

it('the inbox goes on from page to page also past what is closed', async () => {
  const seen: string[] = [];
  for (let after = ''; ; ) {
    const { rows, next } = (
      await at.call('urban', `GET /api/inbox?limit=1${after && `&after=${encodeURIComponent(after)}`}`)
    ).body;
    seen.push(...rows.map((row: { code: string }) => row.code));
    if (next === null || seen.length > 50) break;
    after = next;
  }
  expect(new Set(seen).size).toBe(seen.length);
});

it('by rule: overdue is urged; without an answer in time it rises a level', async () => {
  const { code } = await withTheUnit();
  const past = `'"2026-01-01T00:00:00.000Z"'`;
  await at.database.script(
    `update matters.matters set due_at = '2026-01-01', state = jsonb_set(state, '{clock,dueAt}', ${past}) where code = '${code}'`,
  );
  await superviseByRule(at.composition.matters);
  expect((await pageOf(code)).supervision).toMatchObject({ level: 'urge', trigger: 'overdue' });
  await at.database.script(
    `update matters.matters set answer_due = '2026-01-01', state = jsonb_set(state, '{supervision,clock,dueAt}', ${past}) where code = '${code}'`,
  );
  await superviseByRule(at.composition.matters);
  expect((await pageOf(code)).supervision).toMatchObject({ level: 'supervise', trigger: 'overdue' });
  const entries = await at.database.rows(
    sql`select 1 from ledger.entries where action = 'supervise' and role = 'rule'`,
  );
  expect(entries).toHaveLength(3);
});

it('the ledger says what the tables say', async () => {
  const checks = Object.assign({}, ...at.composition.modules.map(({ streams }) => streams ?? {}));
  expect((await verifyChains(at.database, '320508', { checks })).broken).toBeNull();
});
