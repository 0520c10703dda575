import { text } from '#packages/kernel';
import { findCrs } from '../crs/known.ts';
import { decodeUtf8 } from '../decode.ts';
import { type FormatError, refuse } from '../error.ts';
import {
  type Properties,
  type RawFeature,
  type RawLayer,
  type RawShape,
  type Reading,
  type SourceFile,
  type StatedCrs,
  titleOf,
} from '../raw.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature or a geometry. Its degrees are WGS 84 unless an old `crs` says otherwise. */
export function readGeoJson(file: SourceFile, reading: Reading): RawLayer {
  requireFewBrackets(file, reading);
  const root = parse(file);
  const members = featuresOf(root, reading);
  reading.requireFeatures(members.length);
  const heights = { seen: false };
  const features = members.flatMap((member, index) => {
    const read = reading.faults.attempt(() => readFeature(member, index, reading, heights));
    return read ? [read] : [];
  });
  const notes = heights.seen ? [text('高程未使用。', 'Heights are not used.')] : [];
  return { format: 'geojson', features, crs: statedCrs(root), notes };
}

/** Every position opens a bracket: a file with too many is refused before it is taken apart. */
function requireFewBrackets({ bytes }: SourceFile, reading: Reading): void {
  const bracket = 0x5b;
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === bracket) count++;
  const { vertices, features } = reading.limits;
  if (count > vertices + 4 * features) reading.takeVertices(count);
}

function parse(file: SourceFile): Json {
  try {
    const root: unknown = JSON.parse(decodeUtf8(file.name, file.bytes));
    if (isObject(root)) return root;
  } catch (error) {
    if (error instanceof SyntaxError) throw notGeoJson(file.name, error.message);
    throw error;
  }
  throw notGeoJson(file.name);
}

const notGeoJson = (file: string, detail = ''): FormatError =>
  refuse(
    file,
    'malformed',
    `文件不是完整的 GeoJSON 要素集合（FeatureCollection）${detail && `：${detail}`}`,
    `The file is no complete GeoJSON FeatureCollection${detail && `: ${detail}`}`,
  );

function featuresOf(root: Json, reading: Reading): readonly unknown[] {
  if (root.type === 'FeatureCollection' && Array.isArray(root.features)) return root.features;
  if (root.type === 'Feature') return [root];
  if (typeof root.type === 'string' && 'coordinates' in root) return [{ type: 'Feature', geometry: root }];
  throw notGeoJson(reading.file);
}

/** RFC 7946 has only WGS 84; its predecessor could name a system. */
function statedCrs({ crs }: Json): StatedCrs {
  if (crs === undefined || crs === null) return { by: 'standard', id: 'wgs84' };
  const name = isObject(crs) && isObject(crs.properties) ? String(crs.properties.name ?? '') : '';
  const id = findCrs(name);
  const shown = name.slice(0, 80);
  return id
    ? { by: 'file', id }
    : {
        by: 'file',
        unsupported: text(
          `文件声明的坐标系“${shown}”不能识别，请说明坐标系或先转换。`,
          `The file names a coordinate system that is not known: "${shown}". State it, or convert the file.`,
        ),
      };
}

interface Heights {
  seen: boolean;
}

function readFeature(member: unknown, index: number, reading: Reading, heights: Heights): RawFeature {
  if (!isObject(member) || member.type !== 'Feature') throw notAFeature(reading.file, index);
  const properties: Properties = isObject(member.properties) ? member.properties : {};
  const id = typeof member.id === 'string' || typeof member.id === 'number' ? member.id : undefined;
  const title = titleOf(properties, index);
  return { title, id, properties, shape: new Geometry(title, reading, heights).read(member.geometry) };
}

const notAFeature = (file: string, index: number): FormatError =>
  refuse(
    file,
    'malformed',
    `第 ${index + 1} 个要素不是 GeoJSON 要素。`,
    `Feature #${index + 1} is not a GeoJSON Feature.`,
    { feature: `#${index + 1}` },
  );

/** Reads the geometry of one feature. */
class Geometry {
  readonly #title: string;
  readonly #reading: Reading;
  readonly #heights: Heights;

  constructor(title: string, reading: Reading, heights: Heights) {
    this.#title = title;
    this.#reading = reading;
    this.#heights = heights;
  }

  read(geometry: unknown): RawShape {
    if (geometry === null || geometry === undefined) return { kind: 'none' };
    if (!isObject(geometry)) throw this.#unsupported(typeof geometry);
    const { type, coordinates } = geometry;
    switch (type) {
      case 'Polygon':
        return { kind: 'area', polygons: this.#polygons([coordinates]) };
      case 'MultiPolygon':
        return { kind: 'area', polygons: this.#polygons(this.#list(coordinates)) };
      case 'LineString':
        return { kind: 'line', lines: [this.#positions(coordinates)] };
      case 'MultiLineString':
        return { kind: 'line', lines: this.#list(coordinates).map((line) => this.#positions(line)) };
      case 'Point':
        return { kind: 'point', points: this.#positions([coordinates]) };
      case 'MultiPoint':
        return { kind: 'point', points: this.#positions(coordinates) };
      default:
        throw this.#unsupported(String(type).slice(0, 40));
    }
  }

  #polygons(polygons: readonly unknown[]): Float64Array[][] {
    return polygons
      .map((polygon) => this.#list(polygon).map((ring) => this.#positions(ring)))
      .filter((polygon) => polygon.length > 0);
  }

  #list(value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    throw this.#malformed();
  }

  #positions(value: unknown): Float64Array {
    const list = this.#list(value);
    this.#reading.takeVertices(list.length);
    const flat = new Float64Array(2 * list.length);
    list.forEach((position, i) => {
      if (!Array.isArray(position)) throw this.#malformed();
      const [x, y] = position;
      if (position.length > 2) this.#heights.seen = true;
      if (typeof x !== 'number' || typeof y !== 'number') throw this.#notNumbers(x, y);
      flat[2 * i] = x;
      flat[2 * i + 1] = y;
    });
    return flat;
  }

  #unsupported(type: string): FormatError {
    return refuse(
      this.#reading.file,
      'unsupported_geometry',
      `要素 ${this.#title} 不是面、线或点，而是 ${type}。`,
      `Feature ${this.#title} is no polygon, line or point but ${type}.`,
      { feature: this.#title },
    );
  }

  #malformed(): FormatError {
    return refuse(
      this.#reading.file,
      'malformed',
      `要素 ${this.#title} 的坐标不是 GeoJSON 的坐标数组。`,
      `Feature ${this.#title}: its coordinates are not arrays of positions.`,
      { feature: this.#title },
    );
  }

  #notNumbers(x: unknown, y: unknown): FormatError {
    const shown = [x, y].map((value) => (typeof value === 'number' ? value : typeof value)).join(', ');
    return refuse(
      this.#reading.file,
      'not_a_number',
      `要素 ${this.#title} 中有坐标不是有效数字：${shown}。`,
      `Feature ${this.#title} has a position that is not two numbers: ${shown}.`,
      { feature: this.#title },
    );
  }
}
