import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { CoverageError, check, type Point } from '#packages/coverage';
import { type AreaShape, cellOf } from '../../../../core/published.ts';
import { readDemoDistrict } from '../../../../seeds/district.ts';
import { editGrids } from '../edit-task.ts';
import { newGrid, type WorkingGrid } from '../work.ts';
import { EMPTY, reduce, type Workspace } from '../workspace.ts';
import { estimate } from './estimate.ts';
import { GridLookup } from './grid-lookup.ts';
import {
  type Proposal,
  proposeMerge,
  proposeMoveBorder,
  proposeSplit,
  proposeTransfer,
  proposeVertex,
  type Situation,
} from './proposals.ts';
import { cornersOf, edgesOf, isSame, ringOf } from './rings.ts';
import { SnapIndex, snapIn } from './snapping.ts';

const demo = readDemoDistrict();
const areas: AreaShape[] = demo.areas.map(({ cell, ...area }) => ({ ...area, polygons: cell.polygons }));
const street = areas.find(({ level }) => level === 'street')?.code ?? '';
const communities = areas.filter(({ level, parent }) => level === 'community' && parent === street).slice(0, 4);
const codes = new Set(communities.map(({ code }) => code));
const grids: WorkingGrid[] = demo.grids
  .filter(({ community }) => codes.has(community))
  .map(({ cell, code, name, kind, households }) => ({ ...newGrid(code, cell.polygons), name, kind, households }));
const count = (all: readonly WorkingGrid[]) => all.reduce((sum, { households }) => sum + households, 0);

const situation = (workspace: Workspace, chosen: readonly string[] = []): Situation => ({
  lookup: new GridLookup(workspace.grids),
  chosen,
  taken: [...workspace.grids, ...workspace.ground].map(({ code }) => code),
  nameOf: (code) => code,
});

/** What the panel does when a proposal is confirmed. */
function perform(workspace: Workspace, { operations, done }: Proposal): Workspace {
  const edited = editGrids({ grids: workspace.grids, areas: communities, operations });
  const { put } = estimate(edited, workspace.grids, undefined, (code) => code);
  return reduce(workspace, { type: 'change_grids', remove: edited.remove, put, done });
}

function faultsOf(all: readonly WorkingGrid[]) {
  return communities.flatMap(
    ({ code, polygons }) =>
      check(all.filter(({ community }) => community === code).map(cellOf), { boundary: polygons }).faults,
  );
}

const middle = (a: Point, b: Point): Point => [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)];
const boxOf = ({ polygons }: WorkingGrid) => {
  const corners = cornersOf(polygons[0][0]);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
};
/** A line across a grid, beyond it on both sides. */
function across(grid: WorkingGrid, share = 0.5): Point[] {
  const { west, east, south, north } = boxOf(grid);
  const y = Math.round(south + (north - south) * share);
  return [
    [west - 300, y],
    [east + 300, y + 37],
  ];
}
/** Edges with a grid of the same community on the other side. */
function sharedEdges(one: WorkingGrid, all: readonly WorkingGrid[]) {
  return [...edgesOf(one.polygons)].flatMap(([a, b]) => {
    const other = all.find(
      (grid) =>
        grid !== one &&
        grid.community === one.community &&
        [...edgesOf(grid.polygons)].some(([c, d]) => isSame(a, d) && isSame(b, c)),
    );
    return other ? [{ a, b, other }] : [];
  });
}

let start: Workspace;
beforeEach(() => {
  start = { ...EMPTY, areas, grids, ground: grids };
});

describe('snapping', () => {
  const square = [Int32Array.from([0, 0, 1000, 0, 1000, 1000, 0, 1000])];
  const index = new SnapIndex([{ polygons: [square] }], [Int32Array.from([2000, 0, 2000, 5000])]);
  const scale = { x: 0.1, y: 0.1 };

  it('a vertex goes before an edge, an edge before nothing', () => {
    expect(index.find([30, 40], scale)).toEqual({ kind: 'vertex', at: [0, 0], distance: 5 });
    expect(index.find([500, 60], scale)).toEqual({ kind: 'edge', at: [500, 0], distance: 6 });
    expect(index.find([500, 500], scale)).toBeUndefined();
  });

  it('a line that borders may follow counts too, but not between its ends', () => {
    expect(index.find([2050, 2500], scale)).toMatchObject({ kind: 'edge', at: [2000, 2500] });
    expect(index.find([2050, 5300], scale)).toBeUndefined();
  });

  it('a border goes before a road beside it, whatever is nearer', () => {
    const road = new SnapIndex([], [Int32Array.from([500, -80, 500, -40])]);
    expect(snapIn([index, road], [500, -40], scale)).toMatchObject({ kind: 'edge', at: [500, 0] });
    expect(snapIn([index, road], [500, -150], scale)).toMatchObject({ kind: 'vertex', at: [500, -80] });
    expect(snapIn([index, road], [500, -900], scale)).toBeUndefined();
  });

  it('near is a matter of the screen: closer up, less is near', () => {
    expect(index.find([60, 0], { x: 1, y: 1 })).toMatchObject({ kind: 'edge' });
    expect(index.find([60, 60], { x: 1, y: 1 })).toBeUndefined();
    expect(index.find([60, 60], scale)).toMatchObject({ kind: 'vertex' });
  });

  it('agrees with looking at every vertex and edge', () => {
    const all = new SnapIndex(grids);
    const edges = grids.flatMap(({ polygons }) => [...edgesOf(polygons)]);
    const near = fc.tuple(
      fc.nat(edges.length - 1),
      fc.integer({ min: -900, max: 900 }),
      fc.integer({ min: -900, max: 900 }),
    );
    fc.assert(
      fc.property(near, ([i, dx, dy]) => {
        const point: Point = [edges[i][0][0] + dx, edges[i][0][1] + dy];
        const least = Math.min(...edges.map(([[x, y]]) => Math.hypot((x - point[0]) * 0.02, (y - point[1]) * 0.02)));
        const found = all.find(point, { x: 0.02, y: 0.02 });
        if (least <= 12) expect(found).toMatchObject({ kind: 'vertex', distance: least });
        else expect(found?.kind).not.toBe('vertex');
      }),
    );
  });
});

describe('rings that were drawn', () => {
  it('run counter-clockwise, whichever way they were drawn', () => {
    const square: Point[] = [
      [0, 0],
      [0, 10],
      [10, 10],
      [10, 0],
      [0, 0],
    ];
    expect(ringOf(square)).toEqual(Int32Array.from([10, 0, 10, 10, 0, 10, 0, 0]));
  });

  it('a bow tie and a line are none', () => {
    expect(
      ringOf([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
    ).toBeUndefined();
    expect(
      ringOf([
        [0, 0],
        [10, 10],
      ]),
    ).toBeUndefined();
  });
});

describe('operations', () => {
  it('a split: the new part has the next code and its share of households', () => {
    const [first] = grids;
    const after = perform(start, proposeSplit(situation(start), across(first)));
    const fresh = after.grids.filter(({ code }) => !grids.some((grid) => grid.code === code));
    expect(fresh).toHaveLength(1);
    expect(fresh[0].households).toBeGreaterThan(0);
    expect(fresh[0].name).toContain('网格');
    expect(count(after.grids)).toBe(count(grids));
    expect(faultsOf(after.grids)).toEqual([]);
  });

  it('a split whose line ends exactly on the border is one', () => {
    const [first] = grids;
    const { west, east, south, north } = boxOf(first);
    const index = new SnapIndex([first]);
    const y = Math.round((south + north) / 2);
    const scale = { x: 1e-3, y: 1e-3 };
    const ends = [west, east].map((x) => index.find([x, y], scale, 50)?.at ?? [x, y]);
    const after = perform(start, proposeSplit(situation(start), ends as Point[]));
    expect(after.grids).toHaveLength(grids.length + 1);
    expect(faultsOf(after.grids)).toEqual([]);
  });

  it('merging what a split has made gives the community its grids back', () => {
    const [first] = grids;
    const split = perform(start, proposeSplit(situation(start), across(first)));
    const fresh = split.grids.find(({ code }) => !grids.some((grid) => grid.code === code));
    const merged = perform(split, proposeMerge(situation(split, [first.code, fresh?.code ?? ''])));
    expect(merged.grids.map(({ code }) => code)).toEqual(grids.map(({ code }) => code).toSorted());
    expect(count(merged.grids)).toBe(count(grids));
    expect(faultsOf(merged.grids)).toEqual([]);
  });

  it('grids of two communities are not merged', () => {
    const other = grids.find(({ community }) => community !== grids[0].community);
    expect(() => proposeMerge(situation(start, [grids[0].code, other?.code ?? '']))).toThrow(CoverageError);
  });

  it('a border that is moved between two of its points takes households along, and none is lost', () => {
    const { one, edge } = longestShared();
    const { a, b, other } = edge;
    const [p, q] = [middle(a, middle(a, b)), middle(b, middle(a, b))];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const bulge: Point = [Math.round((p[0] + q[0]) / 2 - dy / 6), Math.round((p[1] + q[1]) / 2 + dx / 6)];
    const after = perform(start, proposeMoveBorder(situation(start), [p, bulge, q]));
    const found = (code: string) => after.grids.find((grid) => grid.code === code)?.households ?? 0;
    expect(found(one.code) + found(other.code)).toBe(one.households + other.households);
    expect(found(one.code)).not.toBe(one.households);
    expect(faultsOf(after.grids)).toEqual([]);
  });

  it('a block goes to the grid that is chosen', () => {
    const { one, edge } = longestShared();
    const { a, b, other } = edge;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const [u, v] = [dx / Math.hypot(dx, dy), dy / Math.hypot(dx, dy)];
    const corner = (along: number, aside: number): Point => [
      Math.round(a[0] + dx * along - v * aside),
      Math.round(a[1] + dy * along + u * aside),
    ];
    const block = [corner(0.3, -500), corner(0.7, -500), corner(0.7, 3000), corner(0.3, 3000)];
    const proposal = proposeTransfer(situation(start, [other.code]), block);
    expect(proposal.operations).toMatchObject([{ op: 'transfer', from: one.code, to: other.code }]);
    const after = perform(start, proposal);
    expect(faultsOf(after.grids)).toEqual([]);
    expect(count(after.grids)).toBe(count(grids));
  });

  it('the official border of a community is not moved', () => {
    const official = new Set(communities.flatMap(({ polygons }) => [...edgesOf(polygons)].map(([a]) => a.join())));
    const [first] = grids;
    const corners = cornersOf(first.polygons[0][0]);
    const at = corners.find((corner) => official.has(corner.join())) ?? corners[0];
    const after = corners.map((corner): Point => (isSame(corner, at) ? [at[0] + 400, at[1] + 300] : corner));
    const proposal = proposeVertex(corners, after);
    expect(proposal?.operations).toMatchObject([{ op: 'move_vertex', from: at }]);
    expect(() => proposal && perform(start, proposal)).toThrow(CoverageError);
  });

  it('vertices by hand: one is moved, inserted or taken away, and nothing is nothing', () => {
    const ring: Point[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    expect(proposeVertex(ring, ring)).toBeUndefined();
    expect(proposeVertex(ring, ring.slice(1))?.operations).toEqual([{ op: 'remove_vertex', at: [0, 0] }]);
    const inserted = [...ring.slice(0, 1), [5, -1] as const, ...ring.slice(1)];
    expect(proposeVertex(ring, inserted)?.operations).toEqual([
      { op: 'insert_vertex', a: [0, 0], b: [10, 0], at: [5, -1] },
    ]);
    expect(() => proposeVertex(ring, [[1, 1], [11, 0], ...ring.slice(2)])).toThrow(CoverageError);
  });
});

function longestShared() {
  const all = grids.flatMap((one) => sharedEdges(one, grids).map((edge) => ({ one, edge })));
  const length = ({ edge: { a, b } }: (typeof all)[number]) => Math.hypot(b[0] - a[0], b[1] - a[1]);
  return all.reduce((best, next) => (length(next) > length(best) ? next : best));
}

describe('households by building', () => {
  it('a split counts the points on either side', () => {
    const [first] = grids;
    const { west, east, south, north } = boxOf(first);
    const edited = editGrids({
      grids,
      areas: communities,
      operations: proposeSplit(situation(start), across(first)).operations,
    });
    const inside = new GridLookup(edited.put);
    const points: Point[] = [];
    for (let i = 1; i < 20; i++) {
      for (let j = 1; j < 20; j++) {
        const point: Point = [west + ((east - west) * i) / 20, south + ((north - south) * j) / 20].map(
          Math.round,
        ) as never;
        if (inside.at(point)) points.push(point);
      }
    }
    const [small] = edited.put.filter(({ code }) => !grids.some((grid) => grid.code === code));
    const inSmall = points.filter((point) => inside.at(point) === small).length;
    const demand = {
      x: Int32Array.from(points, ([x]) => x),
      y: Int32Array.from(points, ([, y]) => y),
      households: Float64Array.from(points, () => 2),
    };
    const { put } = estimate(edited, grids, demand, (code) => code);
    const part = put.find(({ code }) => code === small.code)?.households ?? 0;
    const counted = new GridLookup(grids).count(points).find(({ grid }) => grid === first)?.points ?? 1;
    expect(part).toBe(Math.round((first.households * inSmall) / counted));
  });
});

/** One thing that a hand may do: which grid, where, how far. */
const gesture = fc.record({
  kind: fc.constantFrom('split', 'merge', 'border', 'transfer', 'vertex', 'insert', 'remove', 'undo', 'redo'),
  grid: fc.nat(1000),
  edge: fc.nat(1000),
  share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  size: fc.integer({ min: -4000, max: 4000 }),
});
type Gesture = typeof gesture extends fc.Arbitrary<infer T> ? T : never;

function propose(workspace: Workspace, { kind, grid, edge, share, size }: Gesture): Proposal | undefined {
  const one = workspace.grids[grid % workspace.grids.length];
  if (kind === 'split') return proposeSplit(situation(workspace, [one.code]), across(one, share));
  const edges = sharedEdges(one, workspace.grids);
  if (edges.length === 0) return undefined;
  const { a, b, other } = edges[edge % edges.length];
  const on = (part: number): Point => [
    Math.round(a[0] + (b[0] - a[0]) * part),
    Math.round(a[1] + (b[1] - a[1]) * part),
  ];
  const aside = ([x, y]: Point): Point => [x + size, y - size];
  if (kind === 'merge') return proposeMerge(situation(workspace, [one.code, other.code]));
  if (kind === 'border') {
    return proposeMoveBorder(situation(workspace, [one.code, other.code]), [
      on(share / 3),
      aside(on(0.5)),
      on(1 - share / 3),
    ]);
  }
  if (kind === 'transfer') {
    const block = [on(0.2), aside(on(0.2)), aside(on(share)), on(share)];
    return proposeTransfer(situation(workspace, [other.code]), block);
  }
  const corners = cornersOf(one.polygons[0][0]);
  const changed = corners.flatMap((corner): Point[] => {
    if (!isSame(corner, a)) return [corner];
    if (kind === 'remove') return [];
    return kind === 'vertex' ? [aside(corner)] : [corner, aside(on(0.5))];
  });
  return proposeVertex(corners, changed);
}

/** Refusals are answers; anything else is a fault of ours. */
function act(workspace: Workspace, done: Gesture): Workspace {
  if (done.kind === 'undo' || done.kind === 'redo') return reduce(workspace, { type: done.kind });
  try {
    const proposal = propose(workspace, done);
    return proposal ? perform(workspace, proposal) : workspace;
  } catch (error) {
    if (error instanceof CoverageError) return workspace;
    throw error;
  }
}

it('whatever a hand does in whatever order, the grids are a coverage without a fault and no household is lost', () => {
  const tried = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(gesture, { minLength: 3, maxLength: 10 }), (gestures) => {
      const end = gestures.reduce((workspace, one) => {
        const next = act(workspace, one);
        if (next !== workspace) tried.set(one.kind, (tried.get(one.kind) ?? 0) + 1);
        return next;
      }, start);
      expect(faultsOf(end.grids)).toEqual([]);
      expect(count(end.grids)).toBe(count(grids));
    }),
    { numRuns: 100, seed: 7 },
  );
  // Each kind was really done: a property that only ever sees refusals says nothing.
  expect([...tried.keys()].toSorted()).toEqual(
    ['border', 'insert', 'merge', 'redo', 'remove', 'split', 'transfer', 'undo', 'vertex'].toSorted(),
  );
});
