import { type Fault as CoverageFault, check, checkWithin, type FaultKind } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import { type AreaShape, cellOf, type GridShape, type MicroShape } from './published.ts';

export interface LayerFault extends Pick<CoverageFault, 'kind' | 'ids' | 'areaM2' | 'where'> {
  readonly text: Text;
}

export interface LayerCheck {
  readonly faults: readonly LayerFault[];
  readonly areaM2: number;
}

/** What a community's own check adds: that its grids stay inside it. What is missing there, the whole or the neighbour tells. */
const OF_COMMUNITY: readonly FaultKind[] = ['outside', 'mismatched_edge'];

/**
 * Checks a layer exactly: the grids cover the district without overlap or gap, those of each community stay inside it, and no
 * community is without grids. Then the grids of each community cover it exactly too. Throws CoverageError for shapes that are
 * too large to be checked.
 * Micro-grids cover the grid that they lie below, or it has none.
 */
export function checkGridLayer(
  grids: readonly GridShape[],
  areas: readonly AreaShape[],
  micro: readonly MicroShape[] = [],
): LayerCheck {
  const whole = check(grids.map(cellOf), { boundary: areas.find(({ level }) => level === 'district')?.polygons });
  const known = new Set(whole.faults.map(keyOf));
  const communities = areas.filter(({ level }) => level === 'community');
  const own = communities
    .flatMap((community) => faultsWithin(community, grids))
    .filter((one) => !known.has(keyOf(one)));
  return { faults: [...whole.faults, ...own, ...faultsOfMicro(micro, grids)], areaM2: whole.areaM2 };
}

function faultsOfMicro(micro: readonly MicroShape[], grids: readonly GridShape[]): readonly LayerFault[] {
  const above = new Set(micro.map(({ code }) => code.slice(0, 15)));
  const parents = grids.filter(({ code }) => above.has(code));
  return checkWithin(micro.map(cellOf), parents.map(cellOf)).faults;
}

const keyOf = ({ kind, ids, where }: LayerFault): string => JSON.stringify([kind, ids, where]);

function faultsWithin(community: AreaShape, grids: readonly GridShape[]): LayerFault[] {
  const own = grids.filter(({ code }) => code.startsWith(community.code));
  if (own.length === 0) return [withoutGrids(community)];
  const { faults } = check(own.map(cellOf), { boundary: community.polygons });
  return faults
    .filter(({ kind }) => OF_COMMUNITY.includes(kind))
    .map((fault) => ({ ...fault, text: inside(community, fault) }));
}

const withoutGrids = ({ code, name }: AreaShape): LayerFault => ({
  kind: 'omission',
  ids: [code],
  areaM2: 0,
  where: null,
  text: text(`遗漏：社区“${name}”（${code}）没有网格`, `left out: community ${name} (${code}) has no grid`),
});

const inside = ({ name }: AreaShape, fault: CoverageFault): Text =>
  text(`${fault.text.zh}（社区“${name}”的界线）`, `${fault.text.en} (the border of community ${name})`);
