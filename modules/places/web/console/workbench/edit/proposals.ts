import { CoverageError, type EditOperation, type InsertVertex, type Point, toDegrees } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import { nextCode } from '../codes.ts';
import { isInCell } from '../spot.ts';
import type { WorkingGrid } from '../work.ts';
import type { GridLookup } from './grid-lookup.ts';
import { cornersOf, edgesOf, flat, hasVertex, isSame, ringOf, withoutRepeats } from './rings.ts';

/** What a person wants to do, ready for the engine. Nothing is done before it was looked at and confirmed. */
export interface Proposal {
  readonly operations: readonly EditOperation[];
  /** As a step of the history. */
  readonly done: Text;
  /** In the middle of it: where the answer is shown. */
  readonly at: Point;
}

/** What proposals are made from. */
export interface Situation {
  readonly lookup: GridLookup;
  /** Codes of the grids that are chosen, in the order in which they were. */
  readonly chosen: readonly string[];
  /** All codes that are or were in use. */
  readonly taken: readonly string[];
  readonly nameOf: (code: string) => string;
}

/** @returns an error with a sentence and its place, like those of the engine. */
export function refusal(zh: string, en: string, at?: Point): CoverageError {
  const place = at && ([toDegrees(at[0]), toDegrees(at[1])] as const);
  return new CoverageError('edit_refused', { zh, en }, place && { place });
}

const middleOf = (points: readonly Point[]): Point => points[Math.floor(points.length / 2)];

/** About 1.5 m beyond the border: the end of a line lies on the border only as well as the lattice can say it. */
const TAIL = 150;

/**
 * Splits the grid that is chosen, or the one that most of the line runs through. The smaller part is new.
 * @throws CoverageError `edit_refused`
 */
export function proposeSplit({ lookup, chosen, taken, nameOf }: Situation, drawn: readonly Point[]): Proposal {
  const points = withoutRepeats(drawn);
  if (points.length < 2) throw refusal('请至少点两个点，画成一条线。', 'A line has at least two points.', points[0]);
  const along = lookup.count(stepsOf(points)).map(({ grid }) => grid);
  const grid = along.find(({ code }) => chosen.includes(code)) ?? along[0];
  if (grid === undefined) throw refusal('这条线不在任何网格里。', 'This line is in no grid.', middleOf(points));
  const newId = nextCode(grid.community, taken);
  return {
    operations: [{ op: 'split', id: grid.code, line: flat(withTails(points, grid)), newId }],
    done: text(`拆分“${nameOf(grid.code)}”`, `Split "${nameOf(grid.code)}"`),
    at: middleOf(points),
  };
}

/** Points along a line, some dozen on each piece. */
function* stepsOf(points: readonly Point[]): Generator<Point> {
  for (let i = 1; i < points.length; i++) {
    const [[ax, ay], [bx, by]] = [points[i - 1], points[i]];
    for (let k = 1; k < 24; k++) yield [Math.round(ax + ((bx - ax) * k) / 24), Math.round(ay + ((by - ay) * k) / 24)];
  }
}

function withTails(points: readonly Point[], { polygons }: WorkingGrid): Point[] {
  const tail = (end: Point, before: Point): Point[] => {
    if (hasVertex(polygons, end)) return [];
    const length = Math.hypot(end[0] - before[0], end[1] - before[1]);
    const step = (k: 0 | 1): number => Math.round(end[k] + ((end[k] - before[k]) * TAIL) / length);
    return [[step(0), step(1)]];
  };
  const last = points.length - 1;
  return [...tail(points[0], points[1]), ...points, ...tail(points[last], points[last - 1])];
}

/**
 * Merges the grids that are chosen into the one with most households, whose code and name stay.
 * @throws CoverageError `edit_refused`
 */
export function proposeMerge({ lookup, chosen, nameOf }: Situation): Proposal {
  const grids = chosen.flatMap((code) => lookup.find(code) ?? []);
  const [first] = grids;
  if (grids.length < 2) throw refusal('请选择两个以上相邻的网格。', 'Choose two or more grids that touch.');
  requireOneCommunity(grids);
  const into = grids.reduce((most, grid) => (grid.households > most.households ? grid : most), first);
  const ids = [into.code, ...grids.filter((grid) => grid !== into).map(({ code }) => code)];
  const named = grids.filter((grid) => grid !== into).map(({ code }) => nameOf(code));
  return {
    operations: [{ op: 'merge', ids, into: into.code }],
    done: text(
      `将“${named.join('”“')}”并入“${nameOf(into.code)}”`,
      `Merge "${named.join('", "')}" into "${nameOf(into.code)}"`,
    ),
    at: insideOf(into),
  };
}

function requireOneCommunity(grids: readonly WorkingGrid[], at?: Point): void {
  if (new Set(grids.map(({ community }) => community)).size < 2) return;
  throw refusal(
    '这些网格不在同一个社区，网格不能跨社区。',
    'These grids lie in different communities; a grid lies in one.',
    at ?? insideOf(grids[0]),
  );
}

const insideOf = ({ polygons }: WorkingGrid): Point => {
  const [outer] = polygons[0];
  const corners = cornersOf(outer);
  const sum = corners.reduce(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0]);
  return [Math.round(sum[0] / corners.length), Math.round(sum[1] / corners.length)];
};

/** The end of a new border is taken for a point of the old one if it is so near, in lattice steps. */
const NEAR = 3;

/**
 * Replaces a stretch of the border between two grids by the line. Its ends lie on the border that the two share: on
 * vertices, or anywhere on it, where vertices are inserted.
 * @throws CoverageError `edit_refused`
 */
export function proposeMoveBorder(situation: Situation, drawn: readonly Point[]): Proposal {
  const { nameOf } = situation;
  const points = withoutRepeats(drawn);
  if (points.length < 2) throw refusal('请至少点两个点，画成一条线。', 'A line has at least two points.', points[0]);
  const [one, other] = pairAt(situation, points[0], points[points.length - 1]);
  requireOneCommunity([one, other], points[0]);
  const [start, end] = [points[0], points[points.length - 1]].map((point) => anchor(one, other, point, nameOf));
  const operations = [...(start ? [start] : []), ...(end ? [onPartOf(start, end)] : [])];
  return {
    operations: [...operations, { op: 'move_border', between: [one.code, other.code], line: flat(points) }],
    done: text(
      `移动“${nameOf(one.code)}”与“${nameOf(other.code)}”的边界`,
      `Move the border between "${nameOf(one.code)}" and "${nameOf(other.code)}"`,
    ),
    at: middleOf(points),
  };
}

/** The two grids: those that are chosen, else those that have both ends on their border. */
function pairAt({ lookup, chosen }: Situation, start: Point, end: Point): [WorkingGrid, WorkingGrid] {
  const own = chosen.flatMap((code) => lookup.find(code) ?? []);
  if (own.length === 2) return [own[0], own[1]];
  const touches = (point: Point) =>
    lookup.grids.filter((grid) => isNearBox(grid, point) && edgeAt(grid, point) !== undefined);
  const atEnd = touches(end);
  const both = touches(start).filter((grid) => atEnd.includes(grid));
  const wanted = both.filter(({ code }) => own.length === 0 || own[0].code === code);
  if (both.length === 2) return [both[0], both[1]];
  if (own.length === 1 && wanted.length === 1 && both.length > 2) {
    throw refusal(
      '这里有几条边界，请选择边界两侧的两个网格。',
      'Several borders meet here: choose the two grids beside yours.',
      start,
    );
  }
  throw refusal(
    '新边界的两端应在同一条边界上；也可以先选择两侧的两个网格。',
    'Both ends of the new border have to lie on one border; choose the two grids beside it, perhaps.',
    start,
  );
}

function isNearBox({ polygons }: WorkingGrid, [x, y]: Point): boolean {
  return polygons.some(([outer]) => {
    let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < outer.length; i += 2) {
      [w, e] = [Math.min(w, outer[i]), Math.max(e, outer[i])];
      [s, n] = [Math.min(s, outer[i + 1]), Math.max(n, outer[i + 1])];
    }
    return x >= w - NEAR && x <= e + NEAR && y >= s - NEAR && y <= n + NEAR;
  });
}

/** The edge of a grid on which a point lies, as well as the lattice can say it. */
function edgeAt({ polygons }: WorkingGrid, point: Point): readonly [Point, Point] | undefined {
  for (const edge of edgesOf(polygons)) if (distanceTo(edge, point) <= NEAR) return edge;
  return undefined;
}

function distanceTo([[ax, ay], [bx, by]]: readonly [Point, Point], [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - dx * share, y - ay - dy * share);
}

/** What has to be inserted so that the border has a vertex at a point: nothing where it has one. */
function anchor(
  one: WorkingGrid,
  other: WorkingGrid,
  at: Point,
  nameOf: (code: string) => string,
): InsertVertex | undefined {
  let found: readonly [Point, Point] | undefined;
  const twins = new Set([...edgesOf(other.polygons)].map(([a, b]) => `${b} ${a}`));
  for (const [a, b] of edgesOf(one.polygons)) {
    if (!twins.has(`${a} ${b}`)) continue;
    if (isSame(a, at) || isSame(b, at)) return undefined;
    if (distanceTo([a, b], at) <= NEAR) found ??= [a, b];
  }
  if (found) return { op: 'insert_vertex', a: found[0], b: found[1], at };
  throw refusal(
    `这一端不在“${nameOf(one.code)}”与“${nameOf(other.code)}”的共同边界上。`,
    `This end is not on the border between "${nameOf(one.code)}" and "${nameOf(other.code)}".`,
    at,
  );
}

/** When both ends lie on one edge, the first vertex has cut it in two: the second lies on one of the halves. */
function onPartOf(first: InsertVertex | undefined, second: InsertVertex): InsertVertex {
  if (first === undefined || !isSame(first.a, second.a) || !isSame(first.b, second.b)) return second;
  const from = ({ at }: InsertVertex): number => Math.hypot(at[0] - first.a[0], at[1] - first.a[1]);
  return from(second) < from(first) ? { ...second, b: first.at } : { ...second, a: first.at };
}

/**
 * Gives what lies in a drawn area to another grid. The grid that most of it lies in gives; the other chosen grid takes,
 * or the grid with the next largest share of the area.
 * @throws CoverageError `edit_refused`
 */
export function proposeTransfer({ lookup, chosen, nameOf }: Situation, drawn: readonly Point[]): Proposal {
  const ring = ringOf(drawn);
  if (ring === undefined) {
    throw refusal(
      '画出的范围没有面积，或者自己相交，请重画。',
      'The area is empty or crosses itself: draw it again.',
      drawn[0],
    );
  }
  const shares = lookup.count(pointsIn(ring));
  const at = middleOf(cornersOf(ring));
  const own = chosen.flatMap((code) => lookup.find(code) ?? []);
  const taker = own.length === 1 ? own[0] : undefined;
  const isCandidate = ({ code }: WorkingGrid): boolean => own.length < 2 || chosen.includes(code);
  const giver = shares.map(({ grid }) => grid).find((grid) => grid !== taker && isCandidate(grid));
  const next = shares.map(({ grid }) => grid).find((grid) => grid !== giver);
  const to = taker ?? own.find((grid) => grid !== giver) ?? next;
  if (giver === undefined || to === undefined) {
    throw refusal(
      '请先选择接收的网格，再画出划给它的范围。',
      'Choose the grid that takes, then draw what it gets.',
      at,
    );
  }
  requireOneCommunity([giver, to], at);
  return {
    operations: [{ op: 'transfer', from: giver.code, to: to.code, area: [[ring]] }],
    done: text(
      `从“${nameOf(giver.code)}”划一块给“${nameOf(to.code)}”`,
      `Give a block of "${nameOf(giver.code)}" to "${nameOf(to.code)}"`,
    ),
    at,
  };
}

/** Points of a raster inside a ring, some hundreds. */
function* pointsIn(ring: Int32Array): Generator<Point> {
  const corners = cornersOf(ring);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  for (let i = 0; i < 24; i++) {
    for (let j = 0; j < 24; j++) {
      const x = Math.round(west + ((east - west) * (i + 0.5)) / 24);
      const y = Math.round(south + ((north - south) * (j + 0.5)) / 24);
      if (isInCell([[ring]], [toDegrees(x), toDegrees(y)])) yield [x, y];
    }
  }
}

/**
 * What was done to the outline of a grid by hand: a vertex was moved, inserted or taken away. Undefined when nothing was.
 * @throws CoverageError `edit_refused` when several were
 */
export function proposeVertex(before: readonly Point[], after: readonly Point[]): Proposal | undefined {
  const missing = before.filter((point) => !after.some((other) => isSame(point, other)));
  const fresh = after.filter((point) => !before.some((other) => isSame(point, other)));
  if (missing.length === 0 && fresh.length === 0) return undefined;
  if (missing.length === 1 && fresh.length === 1 && before.length === after.length) {
    const [from, to] = [missing[0], fresh[0]];
    return { operations: [{ op: 'move_vertex', from, to }], done: text('移动一个顶点', 'Move a vertex'), at: to };
  }
  if (missing.length === 1 && fresh.length === 0) {
    const [at] = missing;
    return { operations: [{ op: 'remove_vertex', at }], done: text('删除一个顶点', 'Remove a vertex'), at };
  }
  if (missing.length === 0 && fresh.length === 1) {
    const [at] = fresh;
    const i = after.findIndex((point) => isSame(point, at));
    const [a, b] = [after[(i + after.length - 1) % after.length], after[(i + 1) % after.length]];
    return { operations: [{ op: 'insert_vertex', a, b, at }], done: text('增加一个顶点', 'Insert a vertex'), at };
  }
  throw refusal('一次只能改动一个顶点。', 'One vertex at a time, please.', fresh[0] ?? missing[0]);
}
