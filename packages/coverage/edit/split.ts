import type { Cell } from '../lattice.ts';
import { type Draft, refuse } from './draft.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { cutCell } from './recut.ts';

/** Splits a cell by a line (x, y, x, y, ... in E7) that runs from border to border, beyond it if need be. */
export interface Split {
  readonly op: 'split';
  readonly id: string;
  readonly line: readonly number[];
  /** The id of the smaller part; the larger keeps the old one. */
  readonly newId: string;
}

export function split(coverage: Neighbourhood, { id, line, newId }: Split): Draft {
  const cell = coverage.get(id);
  if (coverage.has(newId)) throw refuse(`编号“${newId}”已被使用。`, `The id "${newId}" is taken.`);
  const { parts, neighbours, onBoundary } = cutCell(coverage, cell, { lines: [line] });
  if (parts.length !== 2) {
    throw refuse(
      `这条线把“${id}”分成了 ${parts.length} 块，应正好分成两块。`,
      `This line cuts "${id}" into ${parts.length} parts; it has to be two.`,
    );
  }
  const [larger, smaller] = [...parts].sort((a, b) => b.area2 - a.area2);
  const after: Cell[] = [
    { id, polygons: larger.polygons },
    { id: newId, polygons: smaller.polygons },
  ];
  return {
    before: [cell, ...neighbours.map((neighbour) => neighbour.before)],
    after: [...after, ...neighbours.map((neighbour) => neighbour.after)],
    onBoundary,
    summary: { zh: `将“${id}”拆分为“${id}”和“${newId}”`, en: `Split "${id}" into "${id}" and "${newId}"` },
  };
}
