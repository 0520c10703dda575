import { buildEdgeTable } from '../edges.ts';
import { CoverageError, type CoverageErrorCode } from '../error.ts';
import { type Cell, toDegrees } from '../lattice.ts';
import type { DivideInput } from './input.ts';

/**
 * Refuses what cannot be divided, before anything is computed.
 * @throws CoverageError `empty` without a boundary or rules that leave no grid; `not_a_number` for households that are
 * not a count; `out_of_range` for rules or points that make no sense, with the place; `too_few_points` for a barrier; what `buildEdgeTable` refuses.
 */
export function requireSound(input: DivideInput): void {
  const { boundary, within, target, range, tolerance } = input;
  if (boundary.length === 0) throw refuse('empty', '边界中没有多边形。', 'The boundary has no polygon.');
  if (within && within.length === 0) throw refuse('empty', '没有社区。', 'There is no community to divide.');
  if (!(range.min >= 0 && range.min <= target && target <= range.max && target > 0 && range.max < 1e9)) {
    throw refuse(
      'out_of_range',
      `目标${target}户不在范围${range.min}–${range.max}户之内。`,
      `The target of ${target} households is not within ${range.min} to ${range.max}.`,
    );
  }
  if (tolerance !== undefined && !(tolerance >= 0 && tolerance < 1)) {
    throw refuse(
      'out_of_range',
      `容差${tolerance}应在0与1之间。`,
      `The tolerance ${tolerance} is not between 0 and 1.`,
    );
  }
  for (const cell of within ?? []) requirePolygons(cell);
  buildEdgeTable([...(within ?? []), ...(input.blocks ?? [])], boundary);
  requireDemand(input);
  for (const { id, line, kind } of input.barriers ?? []) {
    if (line.length >= (kind === 'compound' ? 6 : 4) && line.length % 2 === 0) continue;
    throw refuse('too_few_points', `线${id}的点太少。`, `Barrier ${id} has too few points.`, { feature: id });
  }
}

function requirePolygons({ id, polygons }: Cell): void {
  if (polygons.length > 0) return;
  throw refuse('empty', `社区${id}没有图形。`, `Community ${id} has no polygon.`, { feature: id });
}

function requireDemand({ demand }: DivideInput): void {
  const { x, y, households } = demand;
  if (x.length !== y.length || x.length !== households.length) {
    throw refuse('not_a_number', '户数点的列长度不同。', 'The columns of the demand differ in length.');
  }
  for (let i = 0; i < x.length; i++) {
    if (Number.isFinite(households[i]) && households[i] >= 0 && households[i] < 1e7) continue;
    const feature = `#${i + 1}`;
    const place = [toDegrees(x[i]), toDegrees(y[i])] as const;
    throw refuse(
      'not_a_number',
      `第${i + 1}个点的户数“${households[i]}”不是有效的数。`,
      `Point ${i + 1} has "${households[i]}" households, which is not a count.`,
      { feature, place },
    );
  }
}

const refuse = (
  code: CoverageErrorCode,
  zh: string,
  en: string,
  where: { feature?: string; place?: readonly [number, number] } = {},
): CoverageError => new CoverageError(code, { zh, en }, where);
