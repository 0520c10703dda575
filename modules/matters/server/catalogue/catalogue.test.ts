import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChains } from '#packages/server-kit';
import { type TestInstallation, testInstallation } from '#server/test-installation';

let at: TestInstallation;
let place: { lon: number; lat: number };
let unitOf: (kind: string, area?: string) => string;

beforeAll(async () => {
  at = await testInstallation();
  place = (await at.call(null, 'GET /api/grids/320508017003001')).body.inside;
  const organisations = (await at.call(null, 'GET /api/organisations')).body as {
    id: string;
    kind: string;
    area: string;
  }[];
  unitOf = (kind, area = '320508') => organisations.find((o) => o.kind === kind && o.area === area)!.id;
});
afterAll(() => at.close());

async function act(person: string, code: string, action: string, more: object = {}) {
  const version = (await at.call(null, `GET /api/track/${code}`)).body.version as number;
  return at.call(person, `POST /api/matters/${code}/${action}`, { transaction: randomUUID(), version, ...more });
}

async function accepted(): Promise<string> {
  const report = { transaction: randomUUID(), place, category: '0202', text: '弄堂里第二盏路灯不亮了' };
  const { code } = (await at.call(null, 'POST /api/matters', report)).body;
  expect((await act('grid', code, 'accept')).status).toBe(200);
  return code;
}

const pageOf = async (code: string) => (await at.call('centre', `GET /api/matters/${code}`)).body;
const today = () => new Date(at.clock().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const lamps = (amount: number, area = '320508') => ({
  category: '0202',
  area,
  responsible: { kind: 'urban_management' },
  co: [{ kind: 'community' }],
  standards: [
    { id: 'single', opens: '单灯不亮', closes: '灯具恢复', term: { amount, unit: 'natural_day' } },
    { id: 'dark', opens: '整段不亮', closes: '全段恢复', term: { amount: 2, unit: 'urgent_hour' } },
  ],
});

async function publish(amount: number, from = today()) {
  const { version } = (await at.call('centre', 'POST /api/catalogues')).body;
  expect((await at.call('centre', `PUT /api/catalogues/${version}/rows`, lamps(amount))).status).toBe(200);
  const body = { transaction: randomUUID(), from, note: `路灯 ${amount} 天` };
  const answer = await at.call('centre', `POST /api/catalogues/${version}/publish`, body);
  return { version: version as number, ...answer };
}

describe('who may write it', () => {
  it('not signed in, or not of the district centre: refused', async () => {
    expect((await at.call(null, 'POST /api/catalogues')).status).toBe(403);
    expect((await at.call('urban', 'POST /api/catalogues')).status).toBe(403);
  });

  it('before there is one: by the list of kinds, and nothing is held against a dispatch', async () => {
    const code = await accepted();
    const { body } = await at.call('community', `GET /api/matters/${code}/proposal`);
    expect(body).toMatchObject({ version: null, unit: { id: unitOf('urban_management') }, standards: [] });
    expect((await act('community', code, 'dispatch', { unit: unitOf('housing') })).status).toBe(200);
  });
});

describe('a version', () => {
  it('is drafted, seen by the centre alone, published from a day on, and not changed any more', async () => {
    const drafted = (await at.call('centre', 'POST /api/catalogues')).body;
    expect(drafted).toMatchObject({ version: 1, standing: 'draft' });
    expect((await at.call('centre', 'POST /api/catalogues')).body.code).toBe('draft_exists');
    expect((await at.call(null, 'GET /api/catalogues')).body).toEqual([]);
    expect((await at.call(null, 'GET /api/catalogues/1')).status).toBe(404);
    const yesterday = { transaction: randomUUID(), from: '2026-01-01', note: '倒签' };
    const refused = await at.call('centre', 'POST /api/catalogues/1/publish', yesterday);
    expect(refused.body.reasons[0].rule).toBe('published_before_it_counts');
    const body = { transaction: randomUUID(), from: today(), note: '第一版' };
    const published = await at.call('centre', 'POST /api/catalogues/1/publish', body);
    expect(published.body).toMatchObject({ standing: 'in_force', note: '第一版' });
    expect((await at.call('centre', 'POST /api/catalogues/1/publish', body)).body).toEqual(published.body);
    expect((await at.call('centre', 'PUT /api/catalogues/1/rows', lamps(3))).body.code).toBe('no_draft');
    expect((await at.call(null, 'GET /api/catalogues/1')).body.list.length).toBeGreaterThan(40);
  });

  it('a row that does not fit is refused with all reasons', async () => {
    const { version } = (await at.call('centre', 'POST /api/catalogues')).body;
    const row = { ...lamps(1), category: '9999', area: '110101' };
    const { status, body } = await at.call('centre', `PUT /api/catalogues/${version}/rows`, row);
    expect(status).toBe(422);
    expect(body.reasons.map(({ rule }: { rule: string }) => rule)).toEqual([
      'category_is_known',
      'area_lies_in_district',
    ]);
    expect((await at.call('centre', `DELETE /api/catalogues/${version}`)).body).toEqual({ gone: true });
  });

  it('a later version moves no deadline of what was dispatched before, not even after rework', async () => {
    const first = await publish(9);
    expect(first.status).toBe(200);
    const code = await accepted();
    const unit = unitOf('urban_management');
    await act('community', code, 'dispatch', { unit, standard: 'single' });
    const before = await pageOf(code);
    expect(before.under).toMatchObject({ version: first.version, standard: 'single', term: { amount: 9 } });
    const second = await publish(1);
    expect((await pageOf(code)).clock).toEqual(before.clock);
    await act('urban', code, 'finish', { result: '已修' });
    await act('head', code, 'rework', { reason: '仍不亮' });
    expect((await pageOf(code)).clock.dueAt).toBe(before.clock.dueAt);
    const later = await accepted();
    await act('community', later, 'dispatch', { unit });
    expect((await pageOf(later)).under).toMatchObject({ version: second.version, term: { amount: 1 } });
  });

  it('published for a later day it is upcoming, and the one before stays in force', async () => {
    const day = new Date(at.clock().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
    const { version, body } = await publish(4, day);
    expect(body).toMatchObject({ standing: 'upcoming' });
    const code = await accepted();
    const proposal = (await at.call('community', `GET /api/matters/${code}/proposal`)).body;
    expect(proposal.version).toBe(version - 1);
  });
});

describe('a dispatch by the catalogue', () => {
  it('proposes unit, helpers and standards with deadlines, and says why', async () => {
    const code = await accepted();
    const { body } = await at.call('community', `GET /api/matters/${code}/proposal`);
    expect(body).toMatchObject({ unit: { id: unitOf('urban_management') }, caught: false });
    expect(body.co).toEqual([{ id: unitOf('community', '320508017003'), name: expect.any(String) }]);
    expect(body.standards.map(({ id }: { id: string }) => id)).toEqual(['single', 'dark']);
    expect(body.why).toContain('派单目录');
    expect((await at.call('resident', `GET /api/matters/${code}/proposal`)).status).toBe(403);
  });

  it('one that differs needs a reason, which is public; helpers see the matter', async () => {
    const code = await accepted();
    const refused = await act('community', code, 'dispatch', { unit: unitOf('housing') });
    expect(refused.body.reasons[0]).toMatchObject({ rule: 'difference_has_a_reason', field: 'reason' });
    expect((await at.call('urban', `GET /api/matters/${code}`)).status).toBe(403);
    const given = { unit: unitOf('housing'), reason: '小区内自管路灯', co: [unitOf('urban_management')] };
    expect((await act('community', code, 'dispatch', given)).status).toBe(200);
    expect((await at.call(null, `GET /api/track/${code}`)).body.timeline.at(-1).facts.reason).toBe('小区内自管路灯');
    expect((await at.call('urban', `GET /api/matters/${code}`)).body.co[0].id).toBe(unitOf('urban_management'));
  });

  it('an unclear owner: the district catches it, its centre chooses the unit, once', async () => {
    const code = await accepted();
    const caught = { caught: true, reason: '两家单位都说不是自己的灯' };
    const wrong = await act('community', code, 'dispatch', { unit: unitOf('housing'), ...caught });
    expect(wrong.body.reasons[0].rule).toBe('caught_goes_to_the_district');
    expect((await act('community', code, 'dispatch', { unit: unitOf('district'), ...caught })).status).toBe(200);
    expect(await pageOf(code)).toMatchObject({ caught: true, unit: { id: unitOf('district') } });
    expect((await act('community', code, 'dispatch', { unit: unitOf('housing'), ...caught })).status).toBe(403);
    expect((await act('centre', code, 'dispatch', { unit: unitOf('housing'), ...caught })).status).toBe(200);
    const again = await act('centre', code, 'dispatch', { unit: unitOf('transport'), ...caught });
    expect(again.body.reasons[0].rule).toBe('only_the_caught_is_dispatched_on');
  });
});

describe('an objection to a dispatch', () => {
  const objection = (ground: string) => ({ ground, reason: '不是我们的灯' });

  it('is rejected: the dispatch stands with its deadline, and the same ground is not reviewed again', async () => {
    const code = await accepted();
    await act('community', code, 'dispatch', { unit: unitOf('urban_management') });
    const { clock } = await pageOf(code);
    expect((await act('urban', code, 'return', objection('not_our_duty'))).status).toBe(200);
    const review = await pageOf(code);
    expect(review).toMatchObject({ stage: 'returned', clock: { kind: 'review' } });
    expect(review.unit.id).toBe(unitOf('urban_management'));
    expect((await act('community', code, 'uphold', { reason: '仍归你' })).status).toBe(403);
    expect((await act('centre', code, 'uphold', { reason: '目录列明' })).status).toBe(200);
    expect((await pageOf(code)).clock).toEqual(clock);
    const again = await act('urban', code, 'return', objection('not_our_duty'));
    expect(again.body.reasons[0]).toMatchObject({ rule: 'ground_was_not_rejected', field: 'ground' });
    expect((await act('urban', code, 'return', objection('duplicate'))).status).toBe(200);
  });

  it('is upheld: the centre gives the matter to another unit, which has its own grounds', async () => {
    const code = await accepted();
    await act('community', code, 'dispatch', { unit: unitOf('urban_management') });
    await act('urban', code, 'return', objection('other_by_law'));
    const given = { unit: unitOf('housing'), reason: '小区内的灯归住建' };
    expect((await act('community', code, 'dispatch', given)).status).toBe(403);
    expect((await act('centre', code, 'dispatch', given)).status).toBe(200);
    expect(await pageOf(code)).toMatchObject({ unit: { id: unitOf('housing') }, objection: null });
    expect((await act('housing', code, 'return', objection('other_by_law'))).status).toBe(200);
  });
});

it('the ledger says what the tables say', async () => {
  const checks = Object.assign({}, ...at.composition.modules.map(({ streams }) => streams ?? {}));
  expect((await verifyChains(at.database, '320508', { checks })).broken).toBeNull();
  await at.database.script(
    `update matters.catalogue_rows set content = jsonb_set(content, '{co}', '[]') where category = '0202' and version = 2`,
  );
  const { broken } = await verifyChains(at.database, '320508', { checks });
  expect(broken).toMatchObject({ stream: 'dispatch_catalogue', why: 'state' });
});
