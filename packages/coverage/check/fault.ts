import type { Geometry, MultiPoint, Point } from 'geojson';
import type { Text } from '#packages/kernel';
import { polygonsToGeoJson } from '../geojson.ts';
import { type Polygon, toDegrees } from '../lattice.ts';
import { areaM2Of } from '../metres.ts';

/** Every way in which cells can fail to be a coverage; each is defined by a clause of the README. */
export const FAULT_KINDS = [
  'overlap',
  'gap',
  'duplicate',
  'outside',
  'omission',
  'mismatched_edge',
  'invalid_ring',
  'multipart',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What exactly is wrong, where a kind has several forms. */
export type FaultDetail =
  | 'narrow_overlap'
  | 'narrow_gap'
  | 'vertex_on_edge'
  | 'zero_area'
  | 'repeated_point'
  | 'spike'
  | 'self_intersection'
  | 'self_touch'
  | 'rings_cross'
  | 'rings_share_edge'
  | 'hole_outside'
  | 'nested_ring'
  | 'no_polygon'
  | 'no_cells'
  | 'unknown_parent';

export interface Fault {
  readonly kind: FaultKind;
  readonly detail?: FaultDetail;
  /** The cells concerned, in the order of the input; of a gap, its neighbours. */
  readonly ids: readonly string[];
  /** Square metres of the place, 0 for points and lines; see `areaM2Of` for how exact. */
  readonly areaM2: number;
  /** Where, in degrees; null for a cell that is nowhere. */
  readonly where: Geometry | null;
  readonly text: Text;
  /** The parent (street, community, district) within which the fault was found, when parents were checked. */
  readonly parent?: string;
}

const NAMES: Record<FaultKind, Text> = {
  overlap: { zh: '重叠', en: 'overlap' },
  gap: { zh: '空隙', en: 'gap' },
  duplicate: { zh: '重复', en: 'the same area twice' },
  outside: { zh: '越界', en: 'outside the boundary' },
  omission: { zh: '遗漏', en: 'left out' },
  mismatched_edge: { zh: '边界未对齐', en: 'borders do not match' },
  invalid_ring: { zh: '图形无效', en: 'invalid shape' },
  multipart: { zh: '不连片', en: 'in several parts' },
};

const DETAILS: Record<FaultDetail, Text> = {
  narrow_overlap: { zh: '细条重叠', en: 'a narrow overlap' },
  narrow_gap: { zh: '细条空隙', en: 'a narrow gap' },
  vertex_on_edge: { zh: '一侧有顶点，另一侧没有', en: 'one side has a vertex that the other has not' },
  zero_area: { zh: '环没有面积', en: 'a ring without area' },
  repeated_point: { zh: '点重复', en: 'a point stands twice in a row' },
  spike: { zh: '尖刺', en: 'a spike' },
  self_intersection: { zh: '自相交', en: 'the border crosses itself' },
  self_touch: { zh: '自接触', en: 'the border touches itself' },
  rings_cross: { zh: '环相交', en: 'two rings cross' },
  rings_share_edge: { zh: '两环共边', en: 'two rings share an edge' },
  hole_outside: { zh: '洞在外环之外', en: 'a hole outside its outer ring' },
  nested_ring: { zh: '环嵌套错误', en: 'a ring inside another of the same sort' },
  no_polygon: { zh: '没有图形', en: 'no polygon' },
  no_cells: { zh: '其中没有网格', en: 'nothing in it' },
  unknown_parent: { zh: '上级不存在', en: 'its parent is not there' },
};

/** Puts a fault together with the sentence for the person who reads it. */
export function fault(
  kind: FaultKind,
  ids: readonly string[],
  place: { where: Geometry | null; areaM2?: number; detail?: FaultDetail },
): Fault {
  const { where, areaM2 = 0, detail } = place;
  const more =
    detail === undefined ? { zh: '', en: '' } : { zh: `（${DETAILS[detail].zh}）`, en: ` (${DETAILS[detail].en})` };
  const size =
    areaM2 === 0 ? { zh: '', en: '' } : { zh: `，${formatArea(areaM2)} 平方米`, en: `, ${formatArea(areaM2)} m²` };
  const text = {
    zh: `${NAMES[kind].zh}${more.zh}：${ids.join('、')}${size.zh}`,
    en: `${NAMES[kind].en}${more.en}: ${ids.join(', ')}${size.en}`,
  };
  return { kind, ...(detail === undefined ? {} : { detail }), ids, areaM2, where, text };
}

const formatArea = (areaM2: number): string => (areaM2 < 10 ? areaM2.toPrecision(2) : String(Math.round(areaM2)));

/** A fault whose place is an area. */
export function areaFault(
  kind: FaultKind,
  ids: readonly string[],
  polygons: readonly Polygon[],
  detail?: FaultDetail,
): Fault {
  return fault(kind, ids, { where: polygonsToGeoJson(polygons), areaM2: areaM2Of(polygons), detail });
}

/** Points x, y, x, y, ... as a geometry. */
export function pointsToGeoJson(points: readonly number[]): Point | MultiPoint {
  const coordinates: [number, number][] = [];
  for (let i = 0; i < points.length; i += 2) coordinates.push([toDegrees(points[i]), toDegrees(points[i + 1])]);
  return coordinates.length === 1
    ? { type: 'Point', coordinates: coordinates[0] }
    : { type: 'MultiPoint', coordinates };
}
