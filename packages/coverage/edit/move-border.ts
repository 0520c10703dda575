import type { Cell, Ring } from '../lattice.ts';
import type { Point } from '../unify/balance.ts';
import { type Draft, refuse } from './draft.ts';
import { hasEdge, isSamePoint, type Neighbourhood } from './neighbourhood.ts';
import { mapRings, pointsOf, ringOf } from './rings.ts';

/**
 * Replaces a stretch of the border between two cells by another line (x, y, x, y, ... in E7), which begins and ends at
 * vertices of that border.
 */
export interface MoveBorder {
  readonly op: 'move_border';
  readonly between: readonly [string, string];
  readonly line: readonly number[];
}

export function moveBorder(coverage: Neighbourhood, { between, line }: MoveBorder): Draft {
  const [one, other] = between.map((id) => coverage.get(id));
  const points = Array.from({ length: line.length / 2 }, (_, i): Point => [line[2 * i], line[2 * i + 1]]);
  const back = [...points].reverse();
  const after = [replaceStretch(one, other, points), replaceStretch(other, one, back)];
  const turned = [replaceStretch(one, other, back), replaceStretch(other, one, points)];
  const found = [after, turned].find((cells) => cells.every((cell) => cell !== undefined));
  if (found === undefined) {
    throw refuse(
      `新边界的两端必须是“${one.id}”与“${other.id}”共同边界上的顶点。`,
      `The new border has to begin and end at vertices of the border between "${one.id}" and "${other.id}".`,
      points[0],
    );
  }
  return {
    before: [one, other],
    after: found as Cell[],
    summary: {
      zh: `移动“${one.id}”与“${other.id}”的边界`,
      en: `Move the border between "${one.id}" and "${other.id}"`,
    },
  };
}

/** The cell with the stretch of its ring from the line's start to its end replaced, if all of it borders the other. */
function replaceStretch(cell: Cell, other: Cell, line: readonly Point[]): Cell | undefined {
  let isDone = false;
  const changed = mapRings(cell, (ring) => {
    const replaced = isDone ? undefined : replaceInRing(ring, other, line);
    if (replaced === undefined) return ring;
    isDone = true;
    return replaced;
  });
  return isDone ? changed : undefined;
}

function replaceInRing(ring: Ring, other: Cell, line: readonly Point[]): Ring | undefined {
  const points = pointsOf(ring);
  const first = points.findIndex((point) => isSamePoint(point, line[0]));
  if (first < 0) return undefined;
  const turned = [...points.slice(first), ...points.slice(0, first)];
  const last = turned.findIndex((point, i) => i > 0 && isSamePoint(point, line[line.length - 1]));
  if (last < 1) return undefined;
  for (let i = 0; i < last; i++) if (!hasEdge(other, turned[i + 1], turned[i])) return undefined;
  return ringOf([...line.slice(0, -1), ...turned.slice(last)]);
}
