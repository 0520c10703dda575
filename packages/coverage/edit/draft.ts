import type { Text } from '#packages/kernel';
import { check } from '../check.ts';
import { dissolve } from '../dissolve.ts';
import { CoverageError, type LonLat } from '../error.ts';
import { type Cell, type Polygon, polygonArea2, toDegrees } from '../lattice.ts';
import { type Insertion, Insertions, type Point } from '../unify/balance.ts';

/** What an operation wants to do: replace some cells by others that cover the same place. */
export interface Draft {
  readonly before: readonly Cell[];
  readonly after: readonly Cell[];
  readonly summary: Text;
  /** Vertices that come onto the outer boundary; they leave its area as it is. */
  readonly onBoundary?: readonly Insertion[];
}

export function refuse(zh: string, en: string, at?: Point): CoverageError {
  const place: LonLat | undefined = at === undefined ? undefined : [toDegrees(at[0]), toDegrees(at[1])];
  return new CoverageError('edit_refused', { zh, en }, { place });
}

const area2Of = (cells: readonly Cell[]): number =>
  cells.reduce((sum, cell) => sum + cell.polygons.reduce((own, polygon) => own + polygonArea2(polygon), 0), 0);

/**
 * Makes sure that a draft keeps the coverage: the new cells are a coverage, of the same area and the same outline as
 * the old, vertex for vertex. As nothing else changes, the whole stays a coverage.
 * @throws CoverageError `edit_refused` with the first fault and its place.
 */
export function verifyDraft({ before, after, onBoundary = [] }: Draft): void {
  const { faults } = check(after, { toleranceM: 0 });
  if (faults.length > 0) {
    const [fault] = faults;
    throw refuse(
      `这样修改会造成：${fault.text.zh}。`,
      `This would make a fault: ${fault.text.en}.`,
      firstPoint(fault.where),
    );
  }
  const insertions = new Insertions();
  for (const insertion of onBoundary) insertions.add(insertion);
  const outline = dissolve(before).map((polygon) => insertions.apply(polygon));
  if (area2Of(before) !== area2Of(after) || edgeKeys(outline) !== edgeKeys(dissolve(after))) {
    throw refuse('这样修改会改变周边网格或外边界。', 'This would change what lies around it, or the outer boundary.');
  }
}

function firstPoint(where: unknown): Point | undefined {
  const flat: unknown[] = [where];
  for (let found = flat.pop(); found !== undefined && found !== null; found = flat.pop()) {
    if (Array.isArray(found)) {
      if (typeof found[0] === 'number' && typeof found[1] === 'number') return [found[0] * 1e7, found[1] * 1e7];
      flat.push(found[0]);
    } else if (typeof found === 'object' && 'coordinates' in found) flat.push(found.coordinates);
  }
  return undefined;
}

const edgeKeys = (polygons: readonly Polygon[]): string =>
  polygons
    .flatMap((polygon) =>
      polygon.flatMap((ring) =>
        Array.from({ length: ring.length / 2 }, (_, i) => {
          const j = (2 * i + 2) % ring.length;
          return `${ring[2 * i]} ${ring[2 * i + 1]} ${ring[j]} ${ring[j + 1]}`;
        }),
      ),
    )
    .sort()
    .join(';');
