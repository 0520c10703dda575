import type { Feature, FeatureCollection, MultiPolygon, Polygon as PolygonGeometry } from 'geojson';
import { CoverageError, type CoverageErrorCode, type LonLat } from './error.ts';
import { type Cell, E7_PER_DEGREE, type Polygon, type Ring, ringArea2, toDegrees } from './lattice.ts';

export interface ReadOptions {
  /** The id of a feature; by default its `id`, or one of the properties `id`, `code`. */
  readonly idOf?: (feature: Feature, index: number) => string | number | undefined;
}

/**
 * Reads cells from GeoJSON (a FeatureCollection of Polygons and MultiPolygons in degrees, RFC 7946). A feature without
 * geometry becomes a cell without polygons, which `check` reports as an omission. Nothing is repaired: what cannot be
 * on the lattice is refused.
 * @throws CoverageError that names the feature and the place.
 */
export function cellsFromGeoJson(input: unknown, options: ReadOptions = {}): Cell[] {
  const features = featuresOf(input);
  const idOf = options.idOf ?? usualId;
  const seen = new Set<string>();
  return features.map((feature, index) => {
    const id = idOf(feature, index);
    if ((typeof id !== 'string' && typeof id !== 'number') || id === '') throw missingId(`#${index + 1}`);
    const name = String(id);
    if (seen.has(name)) throw duplicateId(name);
    seen.add(name);
    return { id: name, polygons: readGeometry(feature.geometry, name) };
  });
}

/**
 * Reads a boundary: all polygons of a geometry, a feature or a feature collection.
 * @throws CoverageError that names the place; `empty` when there is no polygon.
 */
export function boundaryFromGeoJson(input: unknown): Polygon[] {
  const type = isObject(input) ? input.type : undefined;
  const geometries =
    type === 'FeatureCollection'
      ? featuresOf(input).map((feature) => feature.geometry)
      : [type === 'Feature' ? (input as Feature).geometry : input];
  const polygons = geometries.flatMap((geometry) => readGeometry(geometry, '边界 boundary'));
  if (polygons.length === 0) {
    throw new CoverageError('empty', { zh: '边界文件中没有多边形。', en: 'The boundary has no polygon.' });
  }
  return polygons;
}

/** Cells as GeoJSON in degrees: exact to the lattice, outer rings counter-clockwise, holes clockwise. */
export function cellsToGeoJson(
  cells: readonly Cell[],
  propertiesOf: (cell: Cell) => Record<string, unknown> = () => ({}),
): FeatureCollection<PolygonGeometry | MultiPolygon | null> {
  return {
    type: 'FeatureCollection',
    features: cells.map((cell) => ({
      type: 'Feature',
      id: cell.id,
      properties: { id: cell.id, ...propertiesOf(cell) },
      geometry: cell.polygons.length === 0 ? null : polygonsToGeoJson(cell.polygons),
    })),
  };
}

/** One polygon, or several, as a geometry in degrees. */
export function polygonsToGeoJson(polygons: readonly Polygon[]): PolygonGeometry | MultiPolygon {
  const coordinates = polygons.map((polygon) => polygon.map((ring, i) => ringToDegrees(ring, i > 0)));
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0] }
    : { type: 'MultiPolygon', coordinates };
}

function ringToDegrees(ring: Ring, isHole: boolean): [number, number][] {
  let points: [number, number][] = [];
  for (let i = 0; i < ring.length; i += 2) points.push([toDegrees(ring[i]), toDegrees(ring[i + 1])]);
  if (ringArea2(ring) < 0 !== isHole) points = [points[0], ...points.slice(1).reverse()];
  if (points.length > 0) points.push([...points[0]]);
  return points;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function featuresOf(input: unknown): Feature[] {
  if (isObject(input) && input.type === 'FeatureCollection' && Array.isArray(input.features)) {
    input.features.forEach((feature: unknown, index) => {
      if (!isObject(feature) || feature.type !== 'Feature') throw notGeoJson(`#${index + 1}`);
    });
    return input.features as Feature[];
  }
  throw notGeoJson();
}

function usualId(feature: Feature): string | number | undefined {
  const { id, code } = feature.properties ?? {};
  return feature.id ?? id ?? code;
}

function readGeometry(geometry: unknown, feature: string): Polygon[] {
  if (geometry === null || geometry === undefined) return [];
  if (!isObject(geometry)) throw notAPolygon(feature, typeof geometry);
  const { type, coordinates } = geometry;
  if (type === 'Polygon') return coordinatesOf([coordinates], feature);
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinatesOf(coordinates, feature);
  throw notAPolygon(feature, typeof type === 'string' ? type : typeof type);
}

function coordinatesOf(polygons: readonly unknown[], feature: string): Polygon[] {
  return polygons.flatMap((polygon) => {
    if (!Array.isArray(polygon)) throw notAPolygon(feature, typeof polygon);
    return polygon.length === 0 ? [] : [polygon.map((ring) => readRing(ring, feature))];
  });
}

/** Checks and rounds one closed ring; points that only rounding has made equal to their predecessor are one point. */
function readRing(input: unknown, feature: string): Ring {
  if (!Array.isArray(input)) throw notAPolygon(feature, typeof input);
  if (input.length < 4) throw tooFewPoints(feature, placeOf(input[0]));
  const first = readPosition(input[0], feature);
  const last = readPosition(input[input.length - 1], feature);
  if (first[0] !== last[0] || first[1] !== last[1]) throw notClosed(feature, first);
  const ring = new Int32Array(2 * (input.length - 1));
  let n = 0;
  let previous = last;
  for (let i = 0; i + 1 < input.length; i++) {
    const point = i === 0 ? first : readPosition(input[i], feature);
    const x = Math.round(point[0] * E7_PER_DEGREE);
    const y = Math.round(point[1] * E7_PER_DEGREE);
    const isSame = n > 0 && x === ring[n - 2] && y === ring[n - 1];
    if (isSame && (point[0] !== previous[0] || point[1] !== previous[1])) continue;
    ring[n++] = x;
    ring[n++] = y;
    previous = point;
  }
  return ring.subarray(0, n);
}

function readPosition(input: unknown, feature: string): LonLat {
  const [lon, lat] = Array.isArray(input) ? input : [];
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    throw notANumber(feature, input);
  }
  const swapped = Math.abs(lon) <= 90 && Math.abs(lat) > 90 && Math.abs(lat) <= 180;
  // No district lies north of 73 degrees; western China, lon 73 to 90, looks like this when its axes are swapped.
  if (swapped || (lat >= 73 && lat <= 90 && lon >= 3 && lon <= 54)) throw swappedAxes(feature, [lon, lat]);
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) throw outOfRange(feature, [lon, lat]);
  return [lon, lat];
}

function placeOf(input: unknown): LonLat | undefined {
  const [lon, lat] = Array.isArray(input) ? input : [];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : undefined;
}

/** A position as it stands in the file, whatever it is. */
const shown = (input: unknown): string =>
  Array.isArray(input)
    ? input
        .slice(0, 4)
        .map((v) => (typeof v === 'number' ? v : typeof v))
        .join(', ')
    : typeof input;

const refuse = (code: CoverageErrorCode, zh: string, en: string, feature?: string, place?: LonLat): CoverageError =>
  new CoverageError(code, { zh, en }, { feature, place });

const notGeoJson = (feature?: string): CoverageError =>
  refuse(
    'not_geojson',
    feature
      ? `第 ${feature} 个要素不是 GeoJSON 要素。`
      : '内容不是 GeoJSON 要素集合（FeatureCollection），或文件不完整。',
    feature ? `Feature ${feature} is not a GeoJSON Feature.` : 'This is no GeoJSON FeatureCollection, or is cut short.',
    feature,
  );

const notAPolygon = (feature: string, type: string): CoverageError =>
  refuse(
    'not_a_polygon',
    `“${feature}”不是面（多边形），而是 ${type}。`,
    `"${feature}" is not a polygon but ${type}.`,
    feature,
  );

const notANumber = (feature: string, input: unknown): CoverageError =>
  refuse(
    'not_a_number',
    `“${feature}”中有坐标不是有效数字：${shown(input)}。`,
    `"${feature}" has a position that is not two finite numbers: ${shown(input)}.`,
    feature,
    placeOf(input),
  );

const outOfRange = (feature: string, place: LonLat): CoverageError =>
  refuse(
    'out_of_range',
    `“${feature}”的坐标 (${place.join(', ')}) 不是经纬度；请确认坐标系。`,
    `"${feature}" has (${place.join(', ')}), which is no longitude and latitude; state its coordinate system.`,
    feature,
    place,
  );

const swappedAxes = (feature: string, place: LonLat): CoverageError =>
  refuse(
    'swapped_axes',
    `“${feature}”的坐标 (${place.join(', ')}) 经纬度颠倒：应为先经度、后纬度。`,
    `"${feature}" has (${place.join(', ')}): longitude and latitude are swapped; longitude comes first.`,
    feature,
    place,
  );

const tooFewPoints = (feature: string, place: LonLat | undefined): CoverageError =>
  refuse(
    'too_few_points',
    `“${feature}”有一条环少于四个点。`,
    `"${feature}" has a ring of fewer than four positions.`,
    feature,
    place,
  );

const notClosed = (feature: string, place: LonLat): CoverageError =>
  refuse(
    'ring_not_closed',
    `“${feature}”有一条环没有闭合，数据可能不完整。`,
    `"${feature}" has a ring that does not end where it began; the data may be cut short.`,
    feature,
    place,
  );

const missingId = (feature: string): CoverageError =>
  refuse('missing_id', `第 ${feature} 个要素没有编号。`, `Feature ${feature} has no id.`, feature);

const duplicateId = (feature: string): CoverageError =>
  refuse('duplicate_id', `编号“${feature}”出现了不止一次。`, `The id "${feature}" is used more than once.`, feature);
