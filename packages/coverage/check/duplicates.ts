import type { Cell, Ring } from '../lattice.ts';
import { areaFault, type Fault } from './fault.ts';

/** Clause 5, where cells that overlap have the very same shape: reported once for all of them, as duplicates. */
export class Duplicates {
  readonly #cells: readonly Cell[];
  readonly #shapes = new Map<number, string>();
  readonly #groups = new Map<string, Set<number>>();

  constructor(cells: readonly Cell[]) {
    this.#cells = cells;
  }

  #shape(index: number): string {
    const shape = this.#shapes.get(index) ?? shapeOf(this.#cells[index]);
    this.#shapes.set(index, shape);
    return shape;
  }

  /** Looks for equal shapes among cells that lie over one place. */
  look(set: readonly number[]): void {
    const inside = set.filter((cell) => cell < this.#cells.length);
    if (inside.length < 2) return;
    for (const cell of inside) {
      const group = this.#groups.get(this.#shape(cell)) ?? new Set();
      this.#groups.set(this.#shape(cell), group.add(cell));
    }
  }

  areSame(set: readonly number[]): boolean {
    return set.every((cell) => this.#shape(cell) === this.#shape(set[0]));
  }

  faults(): Fault[] {
    return [...this.#groups.values()].filter((group) => group.size > 1).map((group) => this.#fault([...group]));
  }

  #fault(group: number[]): Fault {
    const ids = group.sort((a, b) => a - b).map((cell) => this.#cells[cell].id);
    return areaFault('duplicate', ids, this.#cells[group[0]].polygons);
  }
}

/** The same for cells with the same rings, wherever these start and whatever way they run. */
function shapeOf(cell: Cell): string {
  return cell.polygons
    .map((polygon) => polygon.map(canonicalRing).sort().join('/'))
    .sort()
    .join(';');
}

function canonicalRing(ring: Ring): string {
  const points = Array.from({ length: ring.length / 2 }, (_, i) => `${ring[2 * i]} ${ring[2 * i + 1]}`);
  const least = points.reduce((low, point, i) => (point < points[low] ? i : low), 0);
  const forth = [...points.slice(least), ...points.slice(0, least)];
  const back = [forth[0], ...forth.slice(1).reverse()];
  return (forth[1] < back[1] ? forth : back).join();
}
