import type { Cell } from '../lattice.ts';
import { hasSameShape } from '../same-shape.ts';
import { areaFault, type Fault } from './fault.ts';

/** Clause 5, where cells that overlap have the very same shape: reported once for all of them, as duplicates. */
export class Duplicates {
  readonly #cells: readonly Cell[];
  /** The group of each cell that has a duplicate. */
  readonly #groups = new Map<number, Set<number>>();

  constructor(cells: readonly Cell[]) {
    this.#cells = cells;
  }

  /** Looks for equal shapes among cells (indexes; others than of cells are passed over) that lie over one place. */
  look(set: readonly number[]): void {
    const inside = set.filter((cell) => cell < this.#cells.length);
    for (let i = 1; i < inside.length; i++) {
      const like = inside.slice(0, i).find((other) => hasSameShape(this.#cells[other], this.#cells[inside[i]]));
      if (like !== undefined) this.#join(like, inside[i]);
    }
  }

  #join(one: number, other: number): void {
    const all = new Set([one, other, ...(this.#groups.get(one) ?? []), ...(this.#groups.get(other) ?? [])]);
    for (const cell of all) this.#groups.set(cell, all);
  }

  areSame(set: readonly number[]): boolean {
    const group = this.#groups.get(set[0]);
    return group !== undefined && set.every((cell) => group.has(cell));
  }

  faults(): Fault[] {
    return [...new Set(this.#groups.values())].map((group) => {
      const members = [...group].sort((a, b) => a - b);
      const ids = members.map((cell) => this.#cells[cell].id);
      return areaFault('duplicate', ids, this.#cells[members[0]].polygons);
    });
  }
}
