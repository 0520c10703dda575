import { dissolve } from '../dissolve.ts';
import { type Draft, refuse } from './draft.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** Merges cells that lie beside each other into one. */
export interface Merge {
  readonly op: 'merge';
  readonly ids: readonly string[];
  /** The id of the result, one of `ids` or a free one; by default the first. */
  readonly into?: string;
}

export function merge(coverage: Neighbourhood, { ids, into = ids[0] }: Merge): Draft {
  const cells = [...new Set(ids)].map((id) => coverage.get(id));
  if (cells.length < 2) throw refuse('合并至少需要两个网格。', 'It takes two cells to merge.');
  if (!ids.includes(into) && coverage.has(into)) throw refuse(`编号“${into}”已被使用。`, `The id "${into}" is taken.`);
  const polygons = dissolve(cells);
  if (polygons.length > 1) {
    throw refuse(`${ids.join('、')} 不相邻，不能合并。`, `${ids.join(', ')} do not lie beside each other.`);
  }
  return {
    before: cells,
    after: [{ id: into, polygons }],
    summary: { zh: `将 ${ids.join('、')} 合并为“${into}”`, en: `Merge ${ids.join(', ')} into "${into}"` },
  };
}
