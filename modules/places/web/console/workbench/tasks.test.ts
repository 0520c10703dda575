import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { projectRoot } from '#packages/server-kit';
import type { AreaShape } from '../../../core/published.ts';
import { readDemoDistrict } from '../../../seeds/district.ts';
import type { Claims, UnifyRequest } from './engine.ts';
import { fieldsOf, interpret, usualFields, usualUse } from './fields.ts';
import { TASKS } from './tasks.ts';
import { newGrid, type WorkingGrid } from './work.ts';

const demo = readDemoDistrict();
const areas: AreaShape[] = demo.areas.map(({ cell, code, name, level, parent }) => ({
  code,
  name,
  level,
  parent,
  polygons: cell.polygons,
}));
const ground: WorkingGrid[] = demo.grids.map(({ code, name, households, cell }) => ({
  ...newGrid(code, cell.polygons),
  name,
  households,
}));

async function readGrids(file: string, name: string): Promise<Claims> {
  const bytes = readFileSync(join(projectRoot, 'e2e/fixtures', file));
  const asked = await TASKS.read({ file: { name: file, bytes }, options: {} });
  const reading =
    asked.status === 'read' ? asked : await TASKS.read({ file: { name: file, bytes }, options: { crs: 'gcj02' } });
  if (reading.status !== 'read') throw new Error('not read');
  const { features } = reading.layer;
  const fields = usualFields(fieldsOf(features));
  const { content } = interpret({ features, fields, use: usualUse(features) }, areas, new Set());
  return { name, grids: content.kind === 'grids' ? content.grids : [] };
}

let request: UnifyRequest;
beforeAll(async () => {
  const layers = [await readGrids('zongzhi-gcj02.zip', '综治中心'), await readGrids('chengguan.geojson', '城管局')];
  request = { layers, ground, areas, rule: 'priority', toleranceM: 0.5, decisions: new Map() };
});

it('a Shapefile that does not name its coordinate system is asked about, with what it may be', async () => {
  const bytes = readFileSync(join(projectRoot, 'e2e/fixtures/zongzhi-gcj02.zip'));
  const reading = await TASKS.read({ file: { name: 'zongzhi-gcj02.zip', bytes }, options: { near: [120.6, 31.3] } });
  expect(reading.status).toBe('needs_crs');
  if (reading.status !== 'needs_crs') return;
  expect(reading.candidates.map(({ id }) => id)).toEqual(['cgcs2000', 'wgs84', 'gcj02', 'bd09']);
});

it('two layers that contradict each other: both have faults, and they disagree, and each place can be decided', async () => {
  const { faults, conflicts } = await TASKS.inspect(request);
  const known = new Set(conflicts.map(({ key }) => key));
  const layersOf = (kind: string) => new Set(faults.filter((fault) => fault.kind === kind).map(({ layer }) => layer));
  expect(layersOf('overlap')).toEqual(new Set(['综治中心', '城管局']));
  expect(layersOf('gap')).toEqual(new Set(['综治中心', '城管局']));
  const disagreements = faults.filter(({ kind }) => kind === 'disagreement');
  expect(disagreements.length).toBeGreaterThan(0);
  expect(disagreements.every(({ keys, candidates }) => known.has(keys[0]) && candidates.length > 1)).toBe(true);
  expect(faults.flatMap(({ keys }) => keys).every((key) => known.has(key))).toBe(true);
});

it.each(['priority', 'largest', 'longest-border'] as const)(
  'merged by %s: no fault is left against the official borders, and merging again changes nothing',
  async (rule) => {
    const progress: number[] = [];
    const merged = await TASKS.unify({ ...request, rule }, (fraction) => progress.push(fraction));
    expect(progress.at(-1)).toBe(1);
    const { faults, verdict } = await TASKS.check({ grids: merged.grids, areas });
    expect(faults).toEqual([]);
    expect(verdict).toMatchObject({ sound: true, exact: true, grids: ground.length });
    const layers = [{ name: '合并', grids: merged.grids }];
    const again = await TASKS.unify({ ...request, rule, layers, ground: merged.grids });
    expect(again.conflicts).toEqual([]);
    expect(again.grids.every(({ polygons }, i) => polygons === merged.grids[i].polygons)).toBe(true);
  },
);

it('the plan in force comes out of a merging with the very vertices that it had', async () => {
  const merged = await TASKS.unify({ ...request, layers: [{ name: '现行', grids: ground }] });
  const { unchanged, redrawn, changed } = await TASKS.diff({ before: ground, after: merged.grids });
  expect({ unchanged, redrawn, changed }).toEqual({ unchanged: ground.length, redrawn: [], changed: [] });
});

it("a person's word goes before the rule, and one community can be merged alone", async () => {
  const { faults } = await TASKS.inspect(request);
  const fault = faults.find(({ kind, areaM2 }) => kind === 'disagreement' && areaM2 > 100);
  if (fault === undefined) throw new Error('no disagreement');
  const [byRule, other] = fault.candidates;
  const community = byRule.slice(0, 12);
  const merged = await TASKS.unify({
    ...request,
    decisions: new Map([[fault.keys[0], other]]),
    only: [community],
  });
  expect(merged.conflicts.find(({ key }) => key === fault.keys[0])).toMatchObject({ to: other, why: 'decision' });
  expect(new Set(merged.grids.map((grid) => grid.community))).toEqual(new Set([community]));
});

it('a split that ends on the border of a community leaves it as it is official', async () => {
  const [first] = ground;
  const xs = first.polygons[0][0].filter((_, i) => i % 2 === 0);
  const ys = first.polygons[0][0].filter((_, i) => i % 2 === 1);
  const x = Math.round((Math.min(...xs) + Math.max(...xs)) / 2);
  const newId = `${first.community}999`;
  const line = [x, Math.min(...ys) - 1000, x + 371, Math.max(...ys) + 1000];
  const { put, remove } = await TASKS.edit({
    grids: ground,
    areas,
    operations: [{ op: 'split', id: first.code, line, newId }],
  });
  expect(put.map(({ code }) => code)).toEqual(expect.arrayContaining([first.code, newId]));
  const gone = new Set([...remove, ...put.map(({ code }) => code)]);
  const grids = [...ground.filter(({ code }) => !gone.has(code)), ...put];
  expect((await TASKS.check({ grids, areas })).faults).toEqual([]);
});
