import { type Cell, orient } from '../lattice.ts';
import type { Point } from '../unify/balance.ts';
import { type Draft, refuse } from './draft.ts';
import { indexOfVertex, isSamePoint, type Neighbourhood, vertexAt } from './neighbourhood.ts';
import { mapRings, pointsOf, ringOf } from './rings.ts';

/** Moves a vertex in all cells that share it. */
export interface MoveVertex {
  readonly op: 'move_vertex';
  readonly from: Point;
  readonly to: Point;
}

/** Puts a vertex on the border from a to b, in both cells beside it. */
export interface InsertVertex {
  readonly op: 'insert_vertex';
  readonly a: Point;
  readonly b: Point;
  readonly at: Point;
}

/** Takes a vertex away from the border between two cells. */
export interface RemoveVertex {
  readonly op: 'remove_vertex';
  readonly at: Point;
}

const textOf = ([x, y]: Point): string => `${x / 1e7}, ${y / 1e7}`;

export function moveVertex(coverage: Neighbourhood, { from, to }: MoveVertex): Draft {
  const before = getCellsAt(coverage, from);
  if (isOnOutline(coverage, before, from)) throw onOutline(from);
  const move = (point: Point): Point => (isSamePoint(point, from) ? to : point);
  return {
    before,
    after: before.map((cell) => mapRings(cell, (ring) => ringOf(pointsOf(ring).map(move)))),
    summary: { zh: `移动顶点（${textOf(from)}）`, en: `Move the vertex at ${textOf(from)}` },
  };
}

export function insertVertex(coverage: Neighbourhood, { a, b, at }: InsertVertex): Draft {
  const left = coverage.findLeftOf(a, b);
  const right = coverage.findLeftOf(b, a);
  const before = [left, right].filter((cell) => cell !== undefined);
  if (before.length === 0) throw refuse('此处没有边界。', 'There is no border here.', at);
  if (before.length === 1 && orient(...a, ...b, ...at) !== 0) throw onOutline(at);
  const onBoundary =
    before.length === 1 ? [left === undefined ? { p: b, q: a, points: [at] } : { p: a, q: b, points: [at] }] : [];
  return {
    before,
    after: before.map((cell) => withVertex(cell, a, b, at)),
    onBoundary,
    summary: { zh: `增加顶点（${textOf(at)}）`, en: `Insert a vertex at ${textOf(at)}` },
  };
}

function withVertex(cell: Cell, a: Point, b: Point, at: Point): Cell {
  return mapRings(cell, (ring) => {
    const points = pointsOf(ring);
    const i = points.findIndex((point, k) => {
      const next = vertexAt(ring, k + 1);
      return (isSamePoint(point, a) && isSamePoint(next, b)) || (isSamePoint(point, b) && isSamePoint(next, a));
    });
    return i < 0 ? ring : ringOf([...points.slice(0, i + 1), at, ...points.slice(i + 1)]);
  });
}

export function removeVertex(coverage: Neighbourhood, { at }: RemoveVertex): Draft {
  const before = getCellsAt(coverage, at);
  const ends = before.flatMap((cell) => neighboursOf(cell, at));
  const [p, q] = ends;
  const isPlain = ends.every((end) => isSamePoint(end, p) || isSamePoint(end, q)) && ends.length === 2 * before.length;
  if (before.length > 2 || !isPlain) {
    throw refuse('多条边界在此相交，不能删除这个顶点。', 'Several borders meet here; this vertex has to stay.', at);
  }
  if (before.length === 1) throw onOutline(at);
  return {
    before,
    after: before.map((cell) =>
      mapRings(cell, (ring) => ringOf(pointsOf(ring).filter((point) => !isSamePoint(point, at)))),
    ),
    summary: { zh: `删除顶点（${textOf(at)}）`, en: `Remove the vertex at ${textOf(at)}` },
  };
}

function getCellsAt(coverage: Neighbourhood, at: Point): Cell[] {
  const cells = coverage.withVertex(at);
  if (cells.length === 0) throw refuse('此处没有顶点。', 'There is no vertex here.', at);
  return cells;
}

/** The vertices before and after this one, in each ring that has it. */
function neighboursOf(cell: Cell, at: Point): Point[] {
  return cell.polygons.flat().flatMap((ring) => {
    const i = indexOfVertex(ring, at);
    return i < 0 ? [] : [vertexAt(ring, i - 1), vertexAt(ring, i + 1)];
  });
}

/** Whether a vertex lies on the outer boundary: one of its edges has no cell on the other side. */
function isOnOutline(coverage: Neighbourhood, cells: readonly Cell[], at: Point): boolean {
  return cells.some((cell) =>
    neighboursOf(cell, at).some(
      (other) => coverage.findLeftOf(at, other) === undefined || coverage.findLeftOf(other, at) === undefined,
    ),
  );
}

const onOutline = (at: Point): Error =>
  refuse('这是外边界，不能在此修改。', 'This is the outer boundary, which cannot be changed here.', at);
