import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverageError, check, diff, exactArea2 } from '#packages/coverage';
import type { AreaShape } from '../../../../core/published.ts';
import { cellOf } from '../../../../core/published.ts';
import { readDemoDistrict } from '../../../../seeds/district.ts';
import { nextCode } from '../codes.ts';
import { TASKS } from '../tasks.ts';
import { newGrid, type WorkingGrid } from '../work.ts';
import { EMPTY, reduce } from '../workspace.ts';
import { baseBarriers } from './barriers.ts';
import { demandByArea, householdsOf, spreadDemand } from './demand.ts';
import { binsOf, spreadOf } from './histogram.ts';
import { tasksOf } from './plan.ts';
import { changeOf, type Division, divisionOf, sumOf, wholeNumbers } from './result.ts';
import { BOUNDS, USUAL_SETTINGS, withRange, withTarget } from './settings.ts';

const demo = readDemoDistrict();
const areas: AreaShape[] = demo.areas.map(({ cell, ...area }) => ({ ...area, polygons: cell.polygons }));
const grids: WorkingGrid[] = demo.grids.map(({ cell, code, name, kind, households }) => ({
  ...newGrid(code, cell.polygons),
  name,
  kind,
  households,
}));
const base = baseBarriers(demo.base);
const communities = areas.filter(({ level }) => level === 'community');
const workspace = { ...EMPTY, areas, grids, ground: grids };
const A = communities[0].code;
const of = (code: string, all: readonly WorkingGrid[]) => all.filter(({ community }) => community === code);

async function divideAll(settings = USUAL_SETTINGS, chosen = [A], given = workspace): Promise<Division[]> {
  const taken = given.grids.map(({ code }) => code);
  const tasks = tasksOf(given, chosen, settings, base);
  const divided = await Promise.all(tasks.map(({ request }) => TASKS.divide(request)));
  return tasks.map((task, i) => divisionOf(task, divided[i], settings.mode, taken));
}

describe('households of grids, spread over their areas', () => {
  it('every grid keeps its number, all points lie inside', () => {
    const own = of(A, grids);
    const demand = spreadDemand(own);
    const cells = own.map((grid) => ({ ...grid, level: 'community' as const, parent: null }));
    expect(demandByArea(demand, cells).map(householdsOf)).toEqual(own.map(({ households }) => households));
  });

  it('a grid with one household, and one that is a splinter, have a point each', () => {
    const splinter = [[Int32Array.from([0, 0, 100_000, 1, 100_000, 4, 0, 3])]];
    const demand = spreadDemand([
      { households: 1, polygons: splinter },
      { households: 0, polygons: splinter },
    ]);
    expect(householdsOf(demand)).toBe(1);
    expect(demand.x.length).toBe(1);
  });
});

describe('histogram', () => {
  it('bars cover all loads and the range, and count every load once, by its side', () => {
    const range = { min: 300, max: 500 };
    const bins = binsOf([120, 299, 300, 355, 500, 501, 720], range);
    expect(bins.reduce((sum, { below, within, above }) => sum + below + within + above, 0)).toBe(7);
    expect(bins.reduce((sum, { below }) => sum + below, 0)).toBe(2);
    expect(bins.reduce((sum, { above }) => sum + above, 0)).toBe(2);
    expect(bins.length).toBeLessThanOrEqual(24);
  });

  it('one load: one bar is filled', () => {
    expect(binsOf([400], { min: 400, max: 400 })).toEqual([{ from: 400, to: 405, below: 0, within: 1, above: 0 }]);
  });

  it('whatever the loads and the range: bars join, each load is in the bar that holds it', () => {
    const load = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.array(load, { maxLength: 60 }), load, load, (loads, a, b) => {
        const range = { min: Math.min(a, b), max: Math.max(a, b) };
        const bins = binsOf(loads, range);
        bins.slice(1).forEach((bin, i) => {
          expect(bin.from).toBe(bins[i].to);
        });
        for (const bin of bins) {
          const held = loads.filter((one) => one >= bin.from && one < bin.to).length;
          expect(bin.below + bin.within + bin.above).toBe(held);
        }
        expect(bins.length).toBeLessThanOrEqual(24);
      }),
    );
  });

  it('mean and deviation', () => {
    expect(spreadOf([300, 400, 500], { min: 350, max: 450 })).toMatchObject({
      mean: 400,
      deviation: Math.sqrt(20_000 / 3),
      below: 1,
      within: 1,
      above: 1,
    });
  });
});

describe('settings', () => {
  it('the target never leaves the range, nor either the sliders', () => {
    const value = fc.integer({ min: -100, max: 3000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), value, value), { maxLength: 10 }), (moves) => {
        const end = moves.reduce(
          (settings, [isTarget, a, b]) => (isTarget ? withTarget(settings, a) : withRange(settings, a, b)),
          USUAL_SETTINGS,
        );
        expect(BOUNDS.min <= end.range.min && end.range.min <= end.target).toBe(true);
        expect(end.target <= end.range.max && end.range.max <= BOUNDS.max).toBe(true);
      }),
    );
  });
});

describe('codes', () => {
  it('a number that went is not given again', () => {
    expect(nextCode(A, [`${A}001`, `${A}007`])).toBe(`${A}008`);
    expect(nextCode(A, [])).toBe(`${A}001`);
    expect(nextCode(A, [`${A}999`])).toBe(`${A}001`);
  });

  it('whole numbers keep the sum', () => {
    expect(wholeNumbers([0.5, 0.5, 1.4, 1.6])).toEqual([1, 0, 1, 2]);
  });
});

describe('a community of the demo district', () => {
  it('anew: numbered from 001, all households there, within the range, an exact coverage; undone by one step', async () => {
    const divisions = await divideAll();
    const [{ grids: made, before, community }] = divisions;
    expect(made.map(({ code }) => code)).toEqual(made.map((_, i) => `${A}${String(i + 1).padStart(3, '0')}`));
    const count = (all: readonly WorkingGrid[]) => all.reduce((sum, { households }) => sum + households, 0);
    expect(count(made)).toBe(count(before));
    expect(check(made.map(cellOf), { boundary: community.polygons }).faults).toEqual([]);
    expect(sumOf(divisions).loads.every((load) => load >= 300 && load <= 500)).toBe(true);
    const done = { zh: '划分', en: 'Divide' };
    const changed = reduce(workspace, { type: 'change_grids', ...changeOf(divisions), done });
    expect((await TASKS.check({ grids: changed.grids, areas })).faults).toEqual([]);
    expect(reduce(changed, { type: 'undo' }).grids).toBe(grids);
  });

  it('keeping: nothing moves as long as every grid is within the range', async () => {
    const [{ moved, grids: made, before }] = await divideAll({ ...USUAL_SETTINGS, mode: 'keep' });
    expect(moved).toBe(0);
    expect(made.map(({ code }) => code).toSorted()).toEqual(before.map(({ code }) => code).toSorted());
    expect(new Set(made.map(({ name }) => name))).toEqual(new Set(before.map(({ name }) => name)));
    expect(diff(before.map(cellOf), made.map(cellOf)).flows.filter(({ areaM2 }) => areaM2 > 1)).toEqual([]);
  });

  it('keeping: a grid that grew too large gives some away, and few households move', async () => {
    const grown = grids.map((grid) => (grid.code === `${A}001` ? { ...grid, households: 560 } : grid));
    const given = { ...workspace, grids: grown };
    const [kept] = await divideAll({ ...USUAL_SETTINGS, mode: 'keep' }, [A], given);
    const loads = kept.grids.map(({ households }) => households);
    expect(loads.every((load) => load >= 300 && load <= 500)).toBe(true);
    expect(kept.moved).toBeLessThan(150);
    expect(kept.moved).toBeGreaterThan(0);
  });

  it('a dedicated grid stays as it is, with its code, and the rest is divided around it', async () => {
    const own = of(A, grids);
    const dedicated = own[1].code;
    const mixed = grids.map((grid) => (grid.code === dedicated ? { ...grid, kind: 'dedicated' as const } : grid));
    const [{ grids: made, before, community }] = await divideAll(USUAL_SETTINGS, [A], { ...workspace, grids: mixed });
    expect(before.map(({ code }) => code)).not.toContain(dedicated);
    expect(made.map(({ code }) => code)).not.toContain(dedicated);
    const all = [...made, ...mixed.filter(({ code }) => code === dedicated)];
    expect(check(all.map(cellOf), { boundary: community.polygons }).faults).toEqual([]);
  });

  it('households by building that cannot be divided legally: the reason names the grids as they are coded', async () => {
    const { polygons } = communities[0];
    const spread = spreadDemand([{ households: 550, polygons }]);
    const layer = {
      id: 'd',
      name: 'd.csv',
      format: 'csv' as const,
      owner: 'd',
      colour: 0,
      visible: true,
      crs: { zh: '', en: '' },
      features: [],
      fields: { code: null, name: null, households: null },
      use: 'demand' as const,
      content: { kind: 'demand' as const, demand: { ...spread, households: Float64Array.from(spread.households) } },
      notes: [],
    };
    const [{ problems }] = await divideAll({ ...USUAL_SETTINGS, demand: 'd' }, [A], { ...workspace, layers: [layer] });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0].zh).toContain(`“${communities[0].name}”`);
    expect(problems.every(({ zh, en }) => !/\d{12}/.test(zh + en))).toBe(true);
  });

  it('blocks are not cut; a layer of blocks that leaves something out is refused', async () => {
    const own = of(A, grids);
    const layer = {
      id: 'b',
      name: 'b.geojson',
      format: 'geojson' as const,
      owner: 'b',
      colour: 0,
      visible: true,
      crs: { zh: '', en: '' },
      features: [],
      fields: { code: null, name: null, households: null },
      use: 'grids' as const,
      content: { kind: 'grids' as const, grids: own },
      notes: [],
    };
    const settings = { ...USUAL_SETTINGS, blocks: 'b' };
    const [{ grids: made, before }] = await divideAll(settings, [A], { ...workspace, layers: [layer] });
    const shapesOf = (all: readonly WorkingGrid[]) => new Set(all.map(({ polygons }) => exactArea2(polygons)));
    expect(shapesOf(made)).toEqual(shapesOf(before));
    const partial = { ...layer, content: { kind: 'grids' as const, grids: own.slice(1) } };
    await expect(divideAll(settings, [A], { ...workspace, layers: [partial] })).rejects.toThrow(CoverageError);
  });
});
