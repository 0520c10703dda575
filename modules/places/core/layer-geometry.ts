import type { Feature } from 'geojson';
import { CoverageError, cellsFromGeoJson, type Polygon } from '#packages/coverage';
import { type Reason, text } from '#packages/kernel';
import type { Crs } from '../contract.ts';
import { NoSuchPlace, toWgs84 } from './crs.ts';

/** How deep arrays lie in each other down to a position. */
const NESTING: Readonly<Record<string, number>> = { Polygon: 3, MultiPolygon: 4 };
const DEEPEST = 4;

/** How people find the feature in their file: its place in it, and its code or name if it has one. */
export function titleOf(feature: Feature, index: number): string {
  const { code, name } = (feature as Feature | null)?.properties ?? {};
  const label = [code, name]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
    .slice(0, 60);
  return label ? `#${index + 1} ${label}` : `#${index + 1}`;
}

/** The polygons of a feature on the lattice in WGS 84, or why they cannot be read. */
export function readGeometry(
  feature: Feature,
  index: number,
  crs: Crs,
): { readonly polygons: readonly Polygon[] } | { readonly reason: Reason } {
  const title = titleOf(feature, index);
  if (isNestedTooDeep(feature?.geometry)) return { reason: tooDeep(title, index) };
  try {
    const turned = { ...feature, geometry: turn(feature?.geometry, crs) };
    const [cell] = cellsFromGeoJson({ type: 'FeatureCollection', features: [turned] }, { idOf: () => title });
    return { polygons: cell.polygons };
  } catch (error) {
    return { reason: geometryReason(error, title, index) };
  }
}

function geometryReason(error: unknown, title: string, index: number): Reason {
  const field = `features[${index}].geometry`;
  if (error instanceof CoverageError) return { rule: error.code, text: error.text, field };
  if (!(error instanceof NoSuchPlace)) throw error;
  const { zh, en } = error.text;
  return { rule: 'place_exists', text: text(`要素 ${title}：${zh}。`, `Feature ${title}: ${en}.`), field };
}

/** A hostile file can nest arrays until whoever walks them runs out of stack. */
function isNestedTooDeep(geometry: unknown): boolean {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  return nests(coordinates, NESTING[String(type)] ?? DEEPEST);
}

const nests = (value: unknown, levels: number): boolean =>
  Array.isArray(value) && (levels === 0 || value.some((part) => nests(part, levels - 1)));

const tooDeep = (title: string, index: number): Reason => ({
  rule: 'geometry_is_polygons',
  text: text(
    `要素 ${title}：应为面（Polygon 或 MultiPolygon），坐标的嵌套层数不对。`,
    `Feature ${title}: it must be a Polygon or MultiPolygon, and its coordinates are nested too deep.`,
  ),
  field: `features[${index}].geometry`,
});

/** The geometry with each position in WGS 84; what is no position is left for the reader to refuse. */
function turn<G>(geometry: G, crs: Crs): G {
  const { coordinates } = (geometry ?? {}) as { coordinates?: unknown };
  return crs === 'wgs84' || coordinates === undefined
    ? geometry
    : { ...geometry, coordinates: turnAll(coordinates, crs) };
}

function turnAll(coordinates: unknown, crs: Crs): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [lon, lat] = coordinates;
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return coordinates.map((part) => turnAll(part, crs));
  const point = toWgs84({ lon, lat }, crs);
  return [point.lon, point.lat];
}
