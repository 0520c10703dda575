import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../contract.ts';
import { type TestDistrict, testDistrict } from './test-district.ts';

let district: TestDistrict;
let resident = '';
let neighbour = '';
let worker: Person;
beforeAll(async () => {
  district = await testDistrict();
  [resident, neighbour] = [await district.signIn('resident'), await district.signIn('neighbour')];
  worker = await who(await district.signIn('community'));
});
afterAll(() => district.close());

const who = (cookie: string) => district.access.identify({ headers: { cookie } } as never);
const myLooks = async (cookie?: string) => district.call('GET', '/api/my/looks', { cookie });
const MATTER = '019a0000-0000-7000-8000-000000000001';
const look = { stream: 'matter', streamId: MATTER, what: 'contact', purpose: '联系报告人核实地点' };

describe('looks at personal details', () => {
  it('not signed in: nothing is shown', async () => {
    expect(await myLooks()).toMatchObject({ status: 401, body: { code: 'sign_in_needed' } });
  });

  it('are shown to the person concerned, with office and purpose, without the viewer', async () => {
    const { person: subject } = await who(resident);
    await district.access.queries.recordLook({ ...look, viewer: worker, subject });
    const shown = {
      role: 'community_staff',
      organisation: '路南社区居民委员会',
      what: 'contact',
      purpose: look.purpose,
    };
    const { body } = await myLooks(resident);
    expect(body).toEqual([{ ...shown, stream: 'matter', at: district.clock().toISOString() }]);
    expect(JSON.stringify(body)).not.toContain(worker.name);
    expect(await district.access.queries.looksAt('matter', MATTER)).toEqual([
      { ...shown, at: district.clock().toISOString() },
    ]);
  });

  it('are shown to nobody else', async () => {
    expect((await myLooks(neighbour)).body).toEqual([]);
  });

  it('at the details of somebody without an account are found by what they reported, newest first', async () => {
    const streamId = '019a0000-0000-7000-8000-000000000002';
    await district.access.queries.recordLook({ ...look, streamId, viewer: worker, subject: null });
    district.clock.tick(1000);
    await district.access.queries.recordLook({ ...look, streamId, viewer: worker, subject: null, what: 'photo' });
    const looks = await district.access.queries.looksAt('matter', streamId);
    expect(looks.map(({ what }) => what)).toEqual(['photo', 'contact']);
  });

  it('at one’s own are none', async () => {
    const viewer = await who(neighbour);
    await district.access.queries.recordLook({ ...look, viewer, subject: viewer.person });
    expect((await myLooks(neighbour)).body).toEqual([]);
  });
});

describe('what other modules ask', () => {
  it('organisations: of every area the Party organisation first', async () => {
    const { queries } = district.access;
    const list = await queries.organisations();
    const firstOf = new Map(list.toReversed().map(({ area, kind }) => [area, kind]));
    expect(new Set(firstOf.values())).toEqual(new Set(['party']));
    expect(await queries.findOrganisation(list[0].id)).toBe(list[0]);
    expect(await queries.findOrganisation(MATTER)).toBe(undefined);
  });

  it('names by id, unknown ids are absent', async () => {
    const names = await district.access.queries.namesOf([worker.person as string, MATTER, worker.person as string]);
    expect([...names]).toEqual([[worker.person, worker.name]]);
    expect((await district.access.queries.namesOf([])).size).toBe(0);
  });

  it('who holds a role on an area, and on those above it', async () => {
    const { queries } = district.access;
    const exactly = await queries.holdersOf('320508017003001', ['grid_worker', 'grid_head']);
    expect(exactly).toMatchObject([
      { role: 'grid_worker', area: '320508017003001', phone: expect.stringMatching(/^0512-5550/) },
    ]);
    const above = await queries.holdersOf('320508017003001', ['grid_head', 'street_staff', 'grid_worker'], true);
    expect(above.map(({ role, area }) => [role, area])).toEqual([
      ['grid_worker', '320508017003001'],
      ['grid_head', '320508017003'],
      ['street_staff', '320508017'],
      ['street_staff', '320508017'],
    ]);
  });
});
