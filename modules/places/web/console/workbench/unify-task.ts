import type { Position } from 'geojson';
import { type Cell, type Change, CoverageError, type Decision, type Ring, toE7, unify } from '#packages/coverage';
import { cellOf } from '../../../core/published.ts';
import { boxOf } from '../shape.ts';
import { type CommunityClaims, claimsByCommunity } from './claims.ts';
import type { Unified, UnifyRequest } from './engine.ts';
import { restoreOutline } from './exact-outline.ts';
import { isSameShape } from './same-shape.ts';
import { isInCell, spotIn } from './spot.ts';
import { type Conflict, type LayerClaim, newGrid, type WorkingGrid } from './work.ts';

/**
 * Merges the layers within each community, so that its grids cover it exactly as it is official and none reaches into
 * another. A community that no layer draws keeps the grids of the ground; one without any stays empty, for the check to tell.
 */
export function unifyLayers(request: UnifyRequest, onProgress?: (fraction: number) => void): Unified {
  const wanted = request.only && new Set(request.only);
  const claims = claimsByCommunity(request).filter(({ community }) => wanted?.has(community.code) ?? true);
  const attributes = attributesOf(request);
  const before = new Map(request.ground.map((grid) => [grid.code, grid]));
  const grids: WorkingGrid[] = [];
  const conflicts: Conflict[] = [];
  const lost: string[] = [];
  claims.forEach((one, i) => {
    const merged = unifyCommunity(one, request);
    grids.push(...merged.cells.map((cell) => withAttributes(cell, attributes, before)));
    conflicts.push(...merged.conflicts);
    lost.push(...merged.lost);
    onProgress?.((i + 1) / claims.length);
  });
  return { grids, conflicts, lost };
}

interface CommunityMerged {
  readonly cells: readonly Cell[];
  readonly conflicts: readonly Conflict[];
  readonly lost: readonly string[];
}

function unifyCommunity(claims: CommunityClaims, { rule, toleranceM, decisions }: UnifyRequest): CommunityMerged {
  const { code, polygons } = claims.community;
  if (claims.layers.length === 0) return { cells: [], conflicts: [], lost: [] };
  if (claims.isGround) return { cells: claims.layers[0].grids.map(cellOf), conflicts: [], lost: [] };
  const layers = claims.layers.map(({ name, grids }) => ({ name, cells: grids.map(cellOf) }));
  const own = decisionsIn(code, decisions);
  try {
    const merged = unify(layers, { boundary: polygons, rule, toleranceM, decisions: own });
    const conflicts = merged.changes.map((change) => conflictOf(change, claims));
    return { cells: restoreOutline(merged.cells, polygons), conflicts, lost: merged.lost };
  } catch (error) {
    if (error instanceof CoverageError && error.code === 'empty') return { cells: [], conflicts: [], lost: [] };
    throw error;
  }
}

function conflictOf(change: Change, { community: { code }, layers }: CommunityClaims): Conflict {
  const spot = spotIn(change.where);
  const claims = spot === undefined ? [] : layers.flatMap(({ name, grids }) => claimsAt(name, grids, spot));
  const parties = [...(change.to === null ? [] : [change.to]), ...change.from];
  const candidates = change.from.length === 0 ? [...parties, ...codesBeside(change, layers)] : parties;
  return {
    ...change,
    key: `${code} ${change.key}`,
    community: code,
    claims,
    // What lies outside the community is nobody's in it.
    candidates: change.why === 'outside' ? [] : [...new Set(candidates)],
  };
}

/** The grids that come near a place nobody claims, and may get it. */
function codesBeside({ where }: Change, layers: CommunityClaims['layers']): string[] {
  const box = boxOf(where);
  if (box === undefined) return [];
  const [west, south, east, north] = [box.west, box.south, box.east, box.north].map(toE7);
  const meets = (ring: Ring): boolean => {
    let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < ring.length; i += 2) {
      [w, e] = [Math.min(w, ring[i]), Math.max(e, ring[i])];
      [s, n] = [Math.min(s, ring[i + 1]), Math.max(n, ring[i + 1])];
    }
    return w <= east && e >= west && s <= north && n >= south;
  };
  return layers.flatMap(({ grids }) =>
    grids.filter(({ polygons }) => polygons.some(([outer]) => meets(outer))).map(({ code }) => code),
  );
}

const claimsAt = (layer: string, grids: readonly WorkingGrid[], spot: Position): LayerClaim[] =>
  grids.filter(({ polygons }) => isInCell(polygons, spot)).map(({ code }) => ({ layer, code }));

function decisionsIn(community: string, decisions: ReadonlyMap<string, string>): Decision[] {
  const prefix = `${community} `;
  return [...decisions].flatMap(([key, to]) => (key.startsWith(prefix) ? [{ key: key.slice(prefix.length), to }] : []));
}

/** Name, kind and households by code: of the first layer that has the grid, and what that lacks of the ground. */
function attributesOf({ layers, ground }: UnifyRequest): ReadonlyMap<string, WorkingGrid> {
  const known = new Map<string, WorkingGrid>();
  for (const grid of [...layers.flatMap(({ grids }) => grids), ...ground]) {
    const before = known.get(grid.code);
    if (before === undefined) known.set(grid.code, grid);
    else if (before.name === '' || before.households === 0) {
      const { name, households } = before;
      known.set(grid.code, { ...before, name: name || grid.name, households: households || grid.households });
    }
  }
  return known;
}

/** A grid that came out as the plan or a layer has it keeps their very vertices. */
function withAttributes(
  { id, polygons }: Cell,
  attributes: ReadonlyMap<string, WorkingGrid>,
  before: ReadonlyMap<string, WorkingGrid>,
): WorkingGrid {
  const known = attributes.get(id);
  if (known === undefined) return newGrid(id, polygons);
  const same = [before.get(id), known].find((grid) => grid && isSameShape(grid.polygons, polygons));
  return { ...known, polygons: same?.polygons ?? polygons };
}
