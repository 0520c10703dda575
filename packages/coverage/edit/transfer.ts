import { dissolve } from '../dissolve.ts';
import type { Cell, Polygon } from '../lattice.ts';
import { type Draft, refuse } from './draft.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { cutCell } from './recut.ts';

/** Gives what lies in an area (a block, a compound) from one cell to another beside it. */
export interface Transfer {
  readonly op: 'transfer';
  readonly from: string;
  readonly to: string;
  readonly area: readonly Polygon[];
}

export function transfer(coverage: Neighbourhood, { from, to, area }: Transfer): Draft {
  const [giver, taker] = [coverage.get(from), coverage.get(to)];
  const { parts, neighbours, onBoundary } = cutCell(coverage, giver, { area });
  const given = parts.filter((part) => part.isInArea).flatMap((part) => part.polygons);
  const kept = parts.filter((part) => !part.isInArea).flatMap((part) => part.polygons);
  if (given.length === 0) throw refuse(`所选范围与“${from}”没有重合。`, `Nothing of "${from}" lies in this area.`);
  if (kept.length === 0) {
    throw refuse(
      `所选范围包含整个“${from}”；如要取消它，请用合并。`,
      `The area holds all of "${from}"; merge it instead.`,
    );
  }
  const changed = new Map(neighbours.map(({ after }) => [after.id, after]));
  const polygons = dissolve([changed.get(to) ?? taker, { id: '', polygons: given }]);
  changed.set(to, { id: to, polygons });
  changed.set(from, { id: from, polygons: kept });
  const torn = [...changed.values()].find((cell) => cell.polygons.length > coverage.get(cell.id).polygons.length);
  if (torn !== undefined) throw refuse(`“${torn.id}”会因此不连片。`, `"${torn.id}" would fall into parts.`);
  const after: Cell[] = [...changed.values()];
  return {
    before: after.map(({ id }) => coverage.get(id)),
    after,
    onBoundary,
    summary: { zh: `将一块从“${from}”划给“${to}”`, en: `Transfer a block from "${from}" to "${to}"` },
  };
}
