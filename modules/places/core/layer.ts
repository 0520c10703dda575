import type { Feature } from 'geojson';
import type { Polygon } from '#packages/coverage';
import { type Reason, text } from '#packages/kernel';
import { type Crs, GRID_KINDS, type GridKind } from '../contract.ts';
import { readGeometry, titleOf } from './layer-geometry.ts';
import type { GridShape, MicroShape } from './published.ts';

/** What a layer must fit into. */
export interface Frame {
  readonly communities: ReadonlySet<string>;
}

export type LayerReading =
  | { readonly readable: true; readonly grids: readonly GridShape[]; readonly micro: readonly MicroShape[] }
  | { readonly readable: false; readonly reasons: readonly Reason[] };

/** So many reasons are told; a layer with more is broken as a whole. */
const MOST_REASONS = 50;
const NAME_LENGTH = 100;
const MAX_INT = 2 ** 31 - 1;

/**
 * Reads a grid layer: a GeoJSON FeatureCollection of polygons with the properties code (15 digits), name, kind and households; a
 * dedicated grid may name its sector. Features of the kind micro (微网格, 17 digits) lie below a grid of the layer.
 * Refuses with every reason, each naming its feature; mends nothing.
 */
export function readGridLayer(content: Uint8Array, crs: Crs, frame: Frame): LayerReading {
  const features = parseFeatures(content);
  if (!Array.isArray(features)) return { readable: false, reasons: [features] };
  const reasons: Reason[] = [];
  const codes = new Set<string>();
  const grids: GridShape[] = [];
  const micro: MicroShape[] = [];
  const known = new Set(features.filter((feature) => !isMicro(feature)).map(codeOf));
  for (const [index, feature] of features.entries()) {
    const own = [
      ...propertyReasons(feature, index, { ...frame, grids: known }),
      ...repeatedCode(feature, index, codes),
    ];
    const geometry = readGeometry(feature, index, crs);
    reasons.push(...own, ...('reason' in geometry ? [geometry.reason] : []));
    if (own.length > 0 || !('polygons' in geometry)) continue;
    if (isMicro(feature)) micro.push(microOf(feature, geometry.polygons));
    else grids.push(gridOf(feature, geometry.polygons));
  }
  return reasons.length > 0 ? { readable: false, reasons: shorten(reasons) } : { readable: true, grids, micro };
}

/** The features of a collection, or why there are none. */
export function parseFeatures(content: Uint8Array): Feature[] | Reason {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (error) {
    return error instanceof SyntaxError ? notGeoJson(error.message) : notUtf8;
  }
  const { type, features, crs } = (json ?? {}) as { type?: unknown; features?: unknown; crs?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return notGeoJson('');
  if (!isGeographic(crs)) return foreignCrs(crs);
  return features.length > 0 ? (features as Feature[]) : emptyLayer;
}

const notGeoJson = (detail: string): Reason => ({
  rule: 'layer_is_geojson',
  text: text(
    `文件不是完整的 GeoJSON 要素集合（FeatureCollection）${detail && `：${detail}`}`,
    `The file is no complete GeoJSON FeatureCollection${detail && `: ${detail}`}`,
  ),
  field: 'file',
});

const notUtf8: Reason = {
  rule: 'layer_is_utf8',
  text: text(
    '文件不是 UTF-8 编码（可能是 GBK），请另存为 UTF-8。',
    'The file is not UTF-8 (perhaps GBK): save it as UTF-8.',
  ),
  field: 'file',
};

const emptyLayer: Reason = {
  rule: 'layer_has_features',
  text: text('文件里没有要素。', 'The file has no features.'),
  field: 'file',
};

/** GeoJSON before RFC 7946 could name a coordinate system: only those that are degrees of WGS 84 or CGCS2000 may be named. */
function isGeographic(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true;
  const name = crsName(crs);
  return typeof name === 'string' && /(CRS84|EPSG:{1,2}(4326|4490))$/i.test(name);
}

const crsName = (crs: unknown): unknown => (crs as { properties?: { name?: unknown } }).properties?.name;

const foreignCrs = (crs: unknown): Reason => ({
  rule: 'coordinate_system_is_known',
  text: text(
    `文件声明的坐标系不是经纬度：${excerpt(crsName(crs))}。请先转换为 WGS 84 / CGCS2000 经纬度。`,
    `The file names a coordinate system that is not degrees: ${excerpt(crsName(crs))}. Convert it to WGS 84 / CGCS2000 first.`,
  ),
  field: 'file',
});

const properties = (feature: Feature | null): Record<string, unknown> => feature?.properties ?? {};
const codeOf = (feature: Feature): string => String(properties(feature).code ?? '');

/** What a feature is read against: the communities of the district, the grids of the layer. */
interface Surroundings extends Frame {
  readonly grids: ReadonlySet<string>;
}

type PropertyRule = readonly [
  property: string,
  broken: (value: unknown, around: Surroundings) => boolean,
  zh: string,
  en: string,
];

/** Whether something can be the name of a grid or a plan: printable text of a reasonable length. */
export const isName = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= NAME_LENGTH && !/[\p{Cc}\p{Cs}]/u.test(value);

const isCode = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && /^\d{15}$/.test(String(value));

const GRID_RULES: readonly PropertyRule[] = [
  [
    'code',
    (value) => !isCode(value),
    '编码 code 应为 15 位数字（社区 12 位 + 3 位序号）',
    'code must be 15 digits: the 12 of the community and 3 more',
  ],
  [
    'code',
    (value, { communities }) => isCode(value) && !communities.has(String(value).slice(0, 12)),
    '编码的前 12 位不是本区的社区',
    'the first 12 digits of code are no community of this district',
  ],
  [
    'kind',
    (value) => kindOf(value) === undefined,
    '类型 kind 应为 comprehensive（综合网格）、dedicated（专属网格）或 micro（微网格）',
    'kind must be comprehensive (综合网格), dedicated (专属网格) or micro (微网格)',
  ],
  [
    'sector',
    (value) => value !== undefined && value !== null && !isName(value),
    `主管部门 sector 应为 1 到 ${NAME_LENGTH} 个字`,
    `sector must have 1 to ${NAME_LENGTH} characters`,
  ],
];

const MICRO_RULES: readonly PropertyRule[] = [
  [
    'code',
    (value, { grids }) => !/^\d{17}$/.test(String(value)) || !grids.has(String(value).slice(0, 15)),
    '微网格的编码 code 应为 17 位数字，前 15 位是本图层中的网格',
    'code of a micro-grid must be 17 digits, the first 15 those of a grid of this layer',
  ],
];

const COMMON_RULES: readonly PropertyRule[] = [
  [
    'name',
    (value) => !isName(value),
    `名称 name 应为 1 到 ${NAME_LENGTH} 个字`,
    `name must have 1 to ${NAME_LENGTH} characters`,
  ],
  [
    'households',
    (value) => !Number.isInteger(value) || (value as number) < 0 || (value as number) > MAX_INT,
    '户数 households 应为不小于 0 的整数',
    'households must be a whole number, 0 or more',
  ],
];

const kindOf = (value: unknown): GridKind | undefined =>
  (Object.keys(GRID_KINDS) as GridKind[]).find((kind) => value === kind || value === GRID_KINDS[kind].zh);

const isMicro = (feature: Feature | null): boolean => ['micro', '微网格'].includes(String(properties(feature).kind));

function propertyReasons(feature: Feature, index: number, around: Surroundings): Reason[] {
  const all = properties(feature);
  const rules = [...(isMicro(feature) ? MICRO_RULES : GRID_RULES), ...COMMON_RULES];
  return rules
    .filter(([name, broken]) => broken(all[name], around))
    .map(([name, , zh, en]) =>
      featureReason(`grid_${name}_is_right`, feature, index, `properties.${name}`, zh, en, all[name]),
    );
}

function featureReason(
  rule: string,
  feature: Feature,
  index: number,
  part: string,
  zh: string,
  en: string,
  value?: unknown,
): Reason {
  const title = titleOf(feature, index);
  const shown = value === undefined ? text('缺少', 'missing') : text(excerpt(value), excerpt(value));
  return {
    rule,
    text: text(`要素 ${title}：${zh}（现为：${shown.zh}）。`, `Feature ${title}: ${en} (it is: ${shown.en}).`),
    field: `features[${index}].${part}`,
  };
}

/** A value as it stands in the file; of what is nested only that it is. */
function excerpt(value: unknown): string {
  if (typeof value !== 'object' || value === null) return (JSON.stringify(value) ?? '').slice(0, 60);
  return Array.isArray(value) ? '[…]' : '{…}';
}

function repeatedCode(feature: Feature, index: number, seen: Set<string>): Reason[] {
  const code = codeOf(feature);
  if (!seen.has(code)) {
    seen.add(code);
    return [];
  }
  const part = 'properties.code';
  return [featureReason('grid_code_is_used_once', feature, index, part, '编码重复', 'the code is used twice', code)];
}

const gridOf = (feature: Feature, polygons: readonly Polygon[]): GridShape => {
  const { name, kind, households, sector } = properties(feature);
  return {
    code: codeOf(feature),
    name: String(name).trim(),
    kind: kindOf(kind) as GridKind,
    sector: kindOf(kind) === 'dedicated' && isName(sector) ? String(sector).trim() : null,
    households: households as number,
    polygons,
  };
};

const microOf = (feature: Feature, polygons: readonly Polygon[]): MicroShape => ({
  code: codeOf(feature),
  name: String(properties(feature).name).trim(),
  households: properties(feature).households as number,
  polygons,
});

function shorten(reasons: readonly Reason[]): Reason[] {
  const more = reasons.length - MOST_REASONS;
  if (more <= 0) return [...reasons];
  const rest = text(`另有 ${more} 处问题未列出。`, `${more} more are not listed.`);
  return [...reasons.slice(0, MOST_REASONS), { rule: 'more_reasons', text: rest, field: 'file' }];
}
