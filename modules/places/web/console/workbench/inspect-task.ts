import { checkWithin, type Fault } from '#packages/coverage';
import { text } from '#packages/kernel';
import { cellOf } from '../../../core/published.ts';
import type { Claims, Inspected, UnifyRequest } from './engine.ts';
import { isIn, spotIn } from './spot.ts';
import { unifyLayers } from './unify-task.ts';
import type { Conflict, WorkFault } from './work.ts';

/**
 * Everything that is wrong with the layers before they are merged: the faults of each against the communities that it
 * draws, and the places of which several say different things. Each with the conflicts that decide it.
 */
export function inspectLayers(request: UnifyRequest, onProgress?: (fraction: number) => void): Inspected {
  const { conflicts } = unifyLayers(request, onProgress);
  const spots = new Map(conflicts.map((conflict) => [conflict.key, spotIn(conflict.where)]));
  const faults = request.layers.flatMap((layer) =>
    faultsOf(layer, request).map((fault): WorkFault => withConflicts(fault, layer.name, conflicts, spots)),
  );
  return { faults: [...faults, ...conflicts.filter(isDisagreement).map(disagreement)], conflicts };
}

function faultsOf({ grids }: Claims, { areas, toleranceM }: UnifyRequest): readonly Fault[] {
  const drawn = new Set(grids.map(({ community }) => community));
  const parents = areas.filter(({ level, code }) => level === 'community' && drawn.has(code)).map(cellOf);
  return checkWithin(grids.map(cellOf), parents, { toleranceM }).faults;
}

/** The conflicts that lie in a fault and are about its parties. */
function withConflicts(
  fault: Fault,
  layer: string,
  conflicts: readonly Conflict[],
  spots: ReadonlyMap<string, ReturnType<typeof spotIn>>,
): WorkFault {
  const { where } = fault;
  const own = conflicts.filter(({ key, community, why }) => {
    const spot = spots.get(key);
    return why !== 'outside' && community === fault.parent && where !== null && spot !== undefined && isIn(where, spot);
  });
  const first = own[0]?.to;
  const parties = own.length === 0 ? [] : [...(first ? [first] : []), ...fault.ids];
  const { kind, detail, ids, areaM2, text: sentence } = fault;
  return {
    kind,
    ...(detail && { detail }),
    ids,
    areaM2,
    where,
    text: sentence,
    layer,
    keys: own.map(({ key }) => key),
    candidates: [...new Set(parties)],
    claims: own.length === 1 ? own[0].claims : [],
  };
}

/** Whether several layers give the place to different grids. What one layer gives to two grids is its own overlap. */
function isDisagreement({ claims, why }: Conflict): boolean {
  const layers = claims.map(({ layer }) => layer);
  return (
    why !== 'outside' && new Set(claims.map(({ code }) => code)).size > 1 && new Set(layers).size === layers.length
  );
}

function disagreement({ key, from, to, areaM2, where, claims, candidates }: Conflict): WorkFault {
  const ids = [...(to === null ? [] : [to]), ...from];
  const parts = claims.map(({ layer, code }) => `${layer} ${code}`);
  return {
    kind: 'disagreement',
    ids,
    areaM2,
    where,
    text: text(`各图层不一致：${parts.join('；')}`, `Layers disagree: ${parts.join('; ')}`),
    layer: null,
    keys: [key],
    candidates,
    claims,
  };
}
