import type { Geometry } from 'geojson';
import { assemblePolygons } from './assemble.ts';
import { exactArea2 } from './check.ts';
import { CoverageError } from './error.ts';
import type { Cell, Polygon } from './lattice.ts';
import { type Following, followed, partOf } from './progress.ts';
import { arrange } from './unify/arrange.ts';
import { Awarding } from './unify/award.ts';
import { balanceBoundary } from './unify/balance.ts';
import { absorbParts } from './unify/parts.ts';
import { findNeedlessVertices } from './unify/restore.ts';

/** Cells from one source. The same id in several layers is several claims to one cell. */
export interface UnifyLayer {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/**
 * Who gets a place that several cells claim: the cell of the earliest layer, the cell that is largest altogether, or
 * the cell with the longest border to it.
 */
export type UnifyRule = 'priority' | 'largest' | 'longest-border';

/** A person's word on one change of an earlier run over the same layers. */
export interface Decision {
  /** The `key` of the change. */
  readonly key: string;
  /** The id of the cell that gets the place. */
  readonly to: string;
}

export interface UnifyOptions extends Following {
  /** What the result has to cover exactly. Without it: all that the layers cover, with narrow gaps filled. */
  readonly boundary?: readonly Polygon[];
  /** Default `priority`. */
  readonly rule?: UnifyRule;
  /** Parts and gaps no wider than this count as slivers. Default 0.5 m. */
  readonly toleranceM?: number;
  readonly decisions?: readonly Decision[];
}

export type ChangeReason = UnifyRule | 'decision' | 'gap' | 'sliver' | 'part' | 'outside';

/** A place that changed hands. */
export interface Change {
  /** Names the place in a `Decision`. */
  readonly key: string;
  /** The cells that claimed the place and do not get it; none for a gap. */
  readonly from: readonly string[];
  /** The cell that gets it; null outside the boundary. */
  readonly to: string | null;
  readonly areaM2: number;
  /** About how wide it is; what is wider than the tolerance deserves a look. */
  readonly widthM: number;
  readonly why: ChangeReason;
  readonly where: Geometry;
}

export interface UnifyResult {
  /** A coverage: `check(cells, { boundary })` finds nothing. In the order of first appearance in the layers. */
  readonly cells: Cell[];
  /**
   * What the cells cover: the given boundary, with a vertex wherever a border ends on it. Such a vertex is on the
   * lattice, less than two steps (2 cm) beside the straight line; the area is the given boundary's, exactly.
   */
  readonly boundary: Polygon[];
  readonly changes: Change[];
  /** The ids of cells that got nothing, or had nothing. */
  readonly lost: string[];
  /** Twice the area of the result and of the given boundary, in E7 squared: equal. */
  readonly area2: bigint;
  readonly boundaryArea2: bigint;
}

/**
 * Makes one coverage out of the layers of several departments: cuts them along each other, gives each face to one cell
 * by the rule, fills gaps, absorbs slivers and stray parts, and reports every face that changed hands. A coverage comes
 * out as it went in.
 * @throws CoverageError `empty` when there is nothing to cover with, `too_large` for rings wider than 6.7 degrees,
 * `cancelled`.
 */
export function unify(layers: readonly UnifyLayer[], options: UnifyOptions = {}): UnifyResult {
  const { boundary, rule = 'priority', toleranceM = 0.5, decisions = [] } = options;
  const progress = followed(options);
  progress(0);
  const arrangement = arrange(layers, boundary, partOf(progress, 0, 0.6));
  if (arrangement.ids.length === 0) throw nothingToUnify();
  const awarding = new Awarding(arrangement, { rule, toleranceM, decisions });
  progress(0.65);
  const owner = awarding.award();
  progress(0.7);
  const changes = [...awarding.changes, ...absorbParts(arrangement, owner, { toleranceM, decisions })];
  progress(0.75);
  const needless = findNeedlessVertices(arrangement, owner);
  const polygons = assemblePolygons(arrangement.planar, owner, needless);
  progress(0.9);
  const inside = owner.map((cell) => (cell < 0 ? -1 : 0));
  const outline = assemblePolygons(arrangement.planar, inside, needless).get(0) ?? [];
  const balanced = boundary === undefined ? outline : balanceBoundary(polygons, outline, boundary);
  const cells = arrangement.ids.flatMap((id, index) => {
    const own = polygons.get(index);
    return own === undefined ? [] : [{ id, polygons: own }];
  });
  progress(1);
  return {
    cells,
    boundary: balanced,
    changes,
    lost: arrangement.ids.filter((_, index) => !polygons.has(index)),
    area2: exactArea2(cells.flatMap((cell) => cell.polygons)),
    boundaryArea2: exactArea2(boundary ?? balanced),
  };
}

const nothingToUnify = (): CoverageError =>
  new CoverageError('empty', { zh: '没有可以合并的网格。', en: 'There are no cells to unify.' });
