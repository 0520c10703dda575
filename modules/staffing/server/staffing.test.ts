import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const day = (offset: number) =>
  new Date(at.clock().getTime() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

const item = (more: object = {}) => ({
  name: '占道经营协助劝导',
  kind: 'risks',
  basis: '《某市市容条例》第十二条',
  duty: '发现并劝导，不劝导的报告执法中队；不执法、不处罚',
  frequency: { times: 4, per: 'week' },
  hours: 8,
  fee: 40_000,
  grids: 'all',
  ...more,
});

const apply = (person: string | null, more: object = {}) =>
  at.call(person, 'POST /api/duties', {
    transaction: randomUUID(),
    owner: unit('urban_management'),
    urgent: false,
    item: item(),
    ...more,
  });

async function step(person: string, id: string, action: string, more: object = {}) {
  const version = (await at.call('centre', `GET /api/duties/${id}`)).body.version;
  return at.call(person, `POST /api/duties/${id}/${action}`, { transaction: randomUUID(), version, ...more });
}

const listed = async () => (await at.call(null, 'GET /api/duties')).body;

describe('who may', () => {
  it('not signed in, not a department, or for another department: refused', async () => {
    expect((await apply(null)).status).toBe(403);
    expect((await apply('grid')).status).toBe(403);
    expect((await apply('housing')).status).toBe(403);
    expect((await at.call(null, 'GET /api/duties/applications')).status).toBe(401);
  });
  it('only the grid body reviews, and applications of others are not shown', async () => {
    const { body } = await apply('urban');
    const term = { from: day(1), until: day(300) };
    expect((await step('urban', body.id, 'admit', term)).status).toBe(403);
    expect((await at.call('housing', `GET /api/duties/${body.id}`)).status).toBe(403);
    expect((await at.call('housing', 'GET /api/duties/applications')).body).toEqual([]);
    expect((await step('urban', body.id, 'withdraw')).status).toBe(200);
  });
});

describe('an application', () => {
  it('an empty name, no basis, a fee of nothing: told with the field', async () => {
    expect((await apply('urban', { item: item({ name: ' ' }) })).body.reasons[0].field).toBe('item.name');
    expect((await apply('urban', { item: item({ fee: 0 }) })).body.reasons[0].rule).toBe('fee_follows_the_task');
  });

  it('returned with reasons, submitted again, admitted for a term, listed from its day on', async () => {
    const transaction = randomUUID();
    const first = await apply('urban', { transaction });
    expect((await apply('urban', { transaction })).body.id).toBe(first.body.id);
    const { id } = first.body;
    expect((await step('centre', id, 'return', { reason: '请写明与执法的界限' })).body.standing).toBe('returned');
    const again = { item: item({ duty: '只劝导和报告，不执法' }) };
    expect((await step('urban', id, 'resubmit', again)).body.standing).toBe('applied');
    const early = await step('centre', id, 'admit', { from: day(0), until: day(300) });
    expect(early.body.reasons[0].rule).toBe('published_before_effect');
    expect((await step('centre', id, 'admit', { from: day(1), until: day(300) })).body.standing).toBe('upcoming');
    expect((await listed()).items.map((one: { id: string }) => one.id)).toContain(id);
    expect((await listed()).load.find(({ kind }: { kind: string }) => kind === 'comprehensive').hours).toBe(0);
    expect((await step('centre', id, 'exit', { from: day(0), reason: '改由队伍承担' })).body.standing).toBe('exited');
    expect((await listed()).items.map((one: { id: string }) => one.id)).not.toContain(id);
  });

  it('who has not seen the last step is told how it stands', async () => {
    const { id, version } = (await apply('urban')).body;
    await step('centre', id, 'return', { reason: '再想想' });
    const late = await at.call('urban', `POST /api/duties/${id}/withdraw`, { transaction: randomUUID(), version });
    expect(late).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(late.body.possible.map(({ action }: { action: string }) => action)).toEqual(['resubmit', 'withdraw']);
  });
});

describe('the gate', () => {
  async function withTheUnit(): Promise<string> {
    const report = { transaction: randomUUID(), place, category: '0104', text: '摊位占道' };
    const { code } = (await at.call(null, 'POST /api/matters', report)).body;
    await act('grid', code, 'accept');
    await act('community', code, 'dispatch', { unit: unit('urban_management') });
    return code;
  }
  async function act(person: string, code: string, action: string, more: object = {}) {
    const version = (await at.call(null, `GET /api/track/${code}`)).body.version as number;
    return at.call(person, `POST /api/matters/${code}/${action}`, { transaction: randomUUID(), version, ...more });
  }
  const inboxOf = async (person: string) =>
    (await at.call(person, 'GET /api/inbox?limit=100')).body.rows.map(({ code }: { code: string }) => code);

  it('what is not on the list cannot be asked of grid workers: refused with the source and the ways to the list', async () => {
    const code = await withTheUnit();
    const upcoming = (await apply('urban')).body.id;
    await step('centre', upcoming, 'admit', { from: day(2), until: day(9) });
    for (const unlisted of [{}, { item: randomUUID() }, { item: upcoming }]) {
      const { status, body } = await act('urban', code, 'entrust', { task: '每晚值守两小时', ...unlisted });
      expect(status).toBe(409);
      expect(body.reasons).toMatchObject([{ rule: 'duty_is_listed', field: 'item' }]);
      expect(body.reasons[0].text).toContain('第二十四条');
      expect(body.possible.map(({ action }: { action: string }) => action)).toEqual(
        expect.arrayContaining(['apply_for_duty', 'apply_for_urgent_duty']),
      );
    }
  });

  it('admitted urgently for a term, it can be asked the same day, is answered by the grid, and ends with its exit', async () => {
    const code = await withTheUnit();
    const { id } = (await apply('urban', { urgent: true, item: item({ name: '台风前广告牌排查', fee: 0 }) })).body;
    const long = await step('centre', id, 'admit', { from: day(0), until: day(200) });
    expect(long.body.reasons[0].rule).toBe('urgent_is_short');
    expect((await step('centre', id, 'admit', { from: day(0), until: day(20) })).body.standing).toBe('in_force');
    const asked = await act('urban', code, 'entrust', { item: id, task: '看看三幢门口' });
    expect(asked.body.errand).toMatchObject({ name: '台风前广告牌排查', by: expect.stringContaining('城市管理局') });
    expect(await inboxOf('grid')).toContain(code);
    expect((await act('urban', code, 'entrust', { item: id, task: '再看' })).body.reasons[0].rule).toBe(
      'one_errand_at_a_time',
    );
    expect(JSON.stringify((await at.call(null, `GET /api/track/${code}`)).body)).not.toContain('三幢门口');
    expect((await act('urban', code, 'deliver', { result: '看过' })).status).toBe(403);
    expect((await act('grid', code, 'deliver', { result: '已查看，无松动' })).body.errand).toBeNull();
    expect(await inboxOf('grid')).not.toContain(code);
    await step('centre', id, 'exit', { from: day(0), reason: '台风已过' });
    expect((await act('urban', code, 'entrust', { item: id, task: '再看' })).body.reasons[0].rule).toBe(
      'duty_is_listed',
    );
  });

  it('a visitor, a resident and another unit may ask the grid for nothing', async () => {
    const code = await withTheUnit();
    for (const person of ['resident', 'housing']) {
      expect((await act(person, code, 'entrust', { task: '来一趟' })).status).toBe(403);
    }
  });
});

it('the ledger says what the tables say, and a term changed behind its back is found', async () => {
  const checks = Object.assign({}, ...at.composition.modules.map(({ streams }) => streams ?? {}));
  expect((await verifyChains(at.database, '320508', { checks })).broken).toBeNull();
  await at.database.script(
    `update staffing.duty_items set state = jsonb_set(state, '{until}', '"2099-12-31"') where stage = 'admitted'`,
  );
  expect((await verifyChains(at.database, '320508', { checks })).broken).toMatchObject({
    stream: 'duty_list',
    why: 'state',
  });
});
