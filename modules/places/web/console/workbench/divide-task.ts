import { buildLocator, type Cell, CoverageError, check } from '#packages/coverage';
import { type Divided, divide, seededRandom } from '#packages/coverage/divide';
import { insidePoint } from '../../../core/inside-point.ts';
import { cellOf } from '../../../core/published.ts';
import type { DivideRequest } from './engine.ts';

/** @throws CoverageError for what cannot be divided at all, and for blocks that do not cover the communities exactly. */
export function divideCommunities({
  communities,
  demand,
  barriers,
  blocks,
  target,
  range,
  seed,
  previous,
}: DivideRequest): Divided {
  const within = communities.map(cellOf);
  const boundary = communities.flatMap(({ polygons }) => polygons);
  return divide({
    boundary,
    within,
    demand,
    ...(barriers && { barriers }),
    ...(blocks && { blocks: blocksWithin(within, blocks.map(cellOf)) }),
    target,
    range,
    random: seededRandom(seed),
    ...(previous && { previous: previous.map(cellOf) }),
  });
}

function blocksWithin(communities: readonly Cell[], blocks: readonly Cell[]): Cell[] {
  const locator = buildLocator(communities);
  const own = blocks.filter(({ polygons }) => {
    if (polygons.length === 0) return false;
    const { x, y } = insidePoint(polygons);
    return locator.locate(x, y) >= 0;
  });
  const { faults } = check(own, { boundary: communities.flatMap(({ polygons }) => polygons) });
  if (faults.length === 0) return own;
  const [{ text }] = faults;
  throw new CoverageError('out_of_range', {
    zh: `街区图层没有严丝合缝地覆盖所选社区（${faults.length} 处）：${text.zh}`,
    en: `The layer of blocks does not cover the community exactly (${faults.length} places): ${text.en}`,
  });
}
