import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestInstallation, testInstallation } from '#server/test-installation';
import { compareReports } from './compare.ts';

let at: TestInstallation;
let place: { lon: number; lat: number };

beforeAll(async () => {
  at = await testInstallation();
  place = (await at.call(null, 'GET /api/grids/320508017003001')).body.inside;
});
afterAll(() => at.close());

const METRE = 1 / 111_000;

async function reported(text: string, north = 0, category = '0202') {
  const here = { ...place, lat: place.lat + north * METRE };
  const report = { transaction: randomUUID(), place: here, category, text };
  const { status, body } = await at.call(null, 'POST /api/matters', report);
  expect(status).toBe(200);
  at.clock.tick(1_000);
  return body.code as string;
}

const similar = async (text: string, more = '') =>
  (
    await at.call(null, `GET /api/similar?lon=${place.lon}&lat=${place.lat}&text=${encodeURIComponent(text)}${more}`)
  ).body.map(({ code }: { code: string }) => code) as string[];

interface Shown {
  readonly later: { readonly code: string; readonly version: number };
  readonly earlier: { readonly code: string };
  readonly metres: number;
  readonly score: number;
}
const pairs = async (person = 'community') => (await at.call(person, 'GET /api/duplicates')).body as Shown[];
const has = (shown: readonly Shown[], later: string, earlier: string) =>
  shown.some((pair) => pair.later.code === later && pair.earlier.code === earlier);

it('who may see pairs: nobody without account; a resident sees none and may part none', async () => {
  expect((await at.call(null, 'GET /api/duplicates')).status).toBe(401);
  expect(await pairs('resident')).toEqual([]);
  const [a, b] = [await reported('石桥栏杆松动摇晃'), await reported('石桥栏杆松动')];
  expect((await at.call('resident', 'POST /api/duplicates/part', { later: b, earlier: a })).status).toBe(403);
});

it('while somebody writes: what is near and alike, the likeliest first; nothing that is far or other', async () => {
  const near = await reported('池塘边的健身器材螺丝松动，孩子玩耍危险', 20, '0705');
  const far = await reported('池塘边的健身器材螺丝松动，孩子玩耍危险', 280, '0705');
  const other = await reported('宠物狗没有牵绳到处跑', 5, '0604');
  const found = await similar('健身器材螺丝松动');
  expect(found[0]).toBe(near);
  expect(found).not.toContain(other);
  expect(found.indexOf(far) === -1 || found.indexOf(far) > 0).toBe(true);
  expect(await similar('')).toEqual([]);
});

it('afterwards: pairs for the staff, merged by the means that there are, with one clock and all reporters', async () => {
  const first = await reported('东门公告栏玻璃碎了一地没人清扫', 0, '0101');
  const second = await reported('东门公告栏的玻璃碎了一地，没有人清扫', 10, '0101');
  expect(await compareReports(at.composition.matters)).toBeGreaterThan(0);
  const shown = await pairs();
  expect(has(shown, second, first)).toBe(true);
  expect(has(await pairs('street'), second, first)).toBe(true);
  const { later } = shown.find((pair) => pair.later.code === second)!;
  const body = { transaction: randomUUID(), version: later.version, into: first };
  expect((await at.call('community', `POST /api/matters/${second}/merge`, body)).status).toBe(200);
  expect(has(await pairs(), second, first)).toBe(false);
  expect((await at.call(null, `GET /api/track/${first}`)).body.supporters).toBe(2);
});

it('parted by staff: two things, and not asked again', async () => {
  const first = await reported('南墙根的雨水管接口漏水滴到窗台', 0, '0203');
  const second = await reported('南墙根的雨水管接口漏水，窗台都湿了', 8, '0203');
  await compareReports(at.composition.matters);
  expect(has(await pairs(), second, first)).toBe(true);
  const part = () => at.call('community', 'POST /api/duplicates/part', { later: second, earlier: first });
  expect((await part()).body).toEqual({ parted: true });
  expect((await part()).body).toEqual({ parted: false });
  await compareReports(at.composition.matters);
  expect(has(await pairs(), second, first)).toBe(false);
});

it('each report is compared once', async () => {
  await compareReports(at.composition.matters);
  expect(await compareReports(at.composition.matters)).toBe(0);
});
