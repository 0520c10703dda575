import type { Box } from '../edges.ts';
import { CoverageError } from '../error.ts';
import type { Cell, Ring } from '../lattice.ts';
import type { Point } from '../unify/balance.ts';

/** Cells by id and by place; finds those near a box without looking at the others. */
export class Neighbourhood {
  readonly #cells = new Map<string, Cell>();
  readonly #boxes = new Map<string, Box>();
  readonly #squares = new Map<string, Set<string>>();
  readonly #side: number;

  constructor(cells: readonly Cell[]) {
    const widths = cells.map((cell) => boxOf(cell)).map((box) => box.maxX - box.minX + box.maxY - box.minY);
    const mean = widths.reduce((sum, width) => sum + Math.max(0, width), 0) / Math.max(1, cells.length);
    this.#side = Math.max(16, mean);
    for (const cell of cells) this.put(cell);
  }

  /** @throws CoverageError `unknown_cell` */
  get(id: string): Cell {
    const cell = this.#cells.get(id);
    if (cell === undefined) throw unknownCell(id);
    return cell;
  }

  has(id: string): boolean {
    return this.#cells.has(id);
  }

  all(): Cell[] {
    return [...this.#cells.values()];
  }

  put(cell: Cell): void {
    this.#forget(cell.id);
    const box = boxOf(cell);
    this.#cells.set(cell.id, cell);
    this.#boxes.set(cell.id, box);
    for (const key of this.#keys(box)) {
      const ids = this.#squares.get(key);
      if (ids === undefined) this.#squares.set(key, new Set([cell.id]));
      else ids.add(cell.id);
    }
  }

  remove(id: string): void {
    this.#forget(id);
    this.#cells.delete(id);
    this.#boxes.delete(id);
  }

  #forget(id: string): void {
    const box = this.#boxes.get(id);
    if (box !== undefined) for (const key of this.#keys(box)) this.#squares.get(key)?.delete(id);
  }

  /** The squares that a box touches; for one far wider than the others, a list of its own. */
  #keys(box: Box): string[] {
    const [left, right] = [Math.floor(box.minX / this.#side), Math.floor(box.maxX / this.#side)];
    const [low, high] = [Math.floor(box.minY / this.#side), Math.floor(box.maxY / this.#side)];
    if ((right - left + 1) * (high - low + 1) > MOST_SQUARES) return [WIDE];
    const keys: string[] = [];
    for (let c = left; c <= right; c++) for (let r = low; r <= high; r++) keys.push(`${c} ${r}`);
    return keys;
  }

  /** The cells whose boxes meet this one, in the order of the coverage. */
  near(box: Box): Cell[] {
    const keys = this.#keys(box);
    const ids =
      keys[0] === WIDE
        ? new Set(this.#cells.keys())
        : new Set([...keys, WIDE].flatMap((key) => [...(this.#squares.get(key) ?? [])]));
    return [...ids].filter((id) => meets(this.#boxes.get(id), box)).map((id) => this.get(id));
  }

  /** The cells that have this vertex. */
  withVertex([x, y]: Point): Cell[] {
    return this.near({ minX: x, minY: y, maxX: x, maxY: y }).filter((cell) =>
      cell.polygons.some((polygon) => polygon.some((ring) => indexOfVertex(ring, [x, y]) >= 0)),
    );
  }

  /** The cell that has the edge from a to b, in the direction in which it lies on the left. */
  findLeftOf(a: Point, b: Point): Cell | undefined {
    return this.near({ minX: a[0], minY: a[1], maxX: a[0], maxY: a[1] }).find((cell) => hasEdge(cell, a, b));
  }
}

const WIDE = 'wide';
const MOST_SQUARES = 1024;

const meets = (a: Box | undefined, b: Box): boolean =>
  a !== undefined && a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;

/** The box of a cell's rings. */
export function boxOf(cell: Cell): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const ring of cell.polygons.flat()) {
    for (let i = 0; i < ring.length; i += 2) {
      box.minX = Math.min(box.minX, ring[i]);
      box.minY = Math.min(box.minY, ring[i + 1]);
      box.maxX = Math.max(box.maxX, ring[i]);
      box.maxY = Math.max(box.maxY, ring[i + 1]);
    }
  }
  return box;
}

/** The number of the vertex at a point, or -1. */
export function indexOfVertex(ring: Ring, [x, y]: Point): number {
  for (let i = 0; i < ring.length; i += 2) if (ring[i] === x && ring[i + 1] === y) return i / 2;
  return -1;
}

export const vertexAt = (ring: Ring, i: number): Point => {
  const n = ring.length / 2;
  const k = ((i % n) + n) % n;
  return [ring[2 * k], ring[2 * k + 1]];
};

export const isSamePoint = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

export function hasEdge(cell: Cell, a: Point, b: Point): boolean {
  return cell.polygons.some((polygon) =>
    polygon.some((ring) => {
      const i = indexOfVertex(ring, a);
      return i >= 0 && isSamePoint(vertexAt(ring, i + 1), b);
    }),
  );
}

const unknownCell = (id: string): CoverageError =>
  new CoverageError(
    'unknown_cell',
    { zh: `没有编号为“${id}”的网格。`, en: `There is no cell "${id}".` },
    { feature: id },
  );
