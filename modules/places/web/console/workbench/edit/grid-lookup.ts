import { buildLocator, type Locator, type Point } from '#packages/coverage';
import { cellOf } from '../../../../core/published.ts';
import type { WorkingGrid } from '../work.ts';

/** Grids by code and by place. */
export class GridLookup {
  readonly grids: readonly WorkingGrid[];
  readonly #byCode: ReadonlyMap<string, WorkingGrid>;
  #locator: Locator | undefined;

  constructor(grids: readonly WorkingGrid[]) {
    this.grids = grids;
    this.#byCode = new Map(grids.map((grid) => [grid.code, grid]));
  }

  find(code: string): WorkingGrid | undefined {
    return this.#byCode.get(code);
  }

  at([x, y]: Point): WorkingGrid | undefined {
    this.#locator ??= buildLocator(this.grids.map(cellOf));
    return this.grids[this.#locator.locate(x, y)];
  }

  /** How many of the points lie in each grid, most first. */
  count(points: Iterable<Point>): { readonly grid: WorkingGrid; readonly points: number }[] {
    const counts = new Map<WorkingGrid, number>();
    for (const point of points) {
      const grid = this.at(point);
      if (grid) counts.set(grid, (counts.get(grid) ?? 0) + 1);
    }
    return [...counts].map(([grid, points]) => ({ grid, points })).sort((a, b) => b.points - a.points);
  }
}
