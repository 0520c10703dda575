import type { Cell } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import { areAxesSwapped, type Bounds, type CrsCandidate, findCandidates } from './crs/candidates.ts';
import { type CrsId, crsName } from './crs/known.ts';
import { type Transform, transformOf } from './crs/transform.ts';
import { refuse } from './error.ts';
import { LIMITS, type Limits } from './limits.ts';
import { openLayer } from './open.ts';
import { placeShape, type Shape } from './place.ts';
import {
  type Encoding,
  type Format,
  type Properties,
  type RawFeature,
  type RawLayer,
  Reading,
  type ReadingOptions,
  type SourceFile,
  type StatedCrs,
} from './raw.ts';

export interface ReadOptions extends ReadingOptions {
  /** The coordinate system, when a person has said it. It goes before what stands in the file, and a note says so. */
  readonly crs?: CrsId;
  /** A place in WGS 84 that the layer must be near: narrows the candidates when its coordinate system is asked for. */
  readonly near?: readonly [lon: number, lat: number];
  /** The property that holds the id; by default `code`, the feature's own id, `id`, or the place in the file. */
  readonly idField?: string;
  readonly limits?: Partial<Limits>;
}

/** The coordinate system in which a layer was read, and who said so. */
export interface CrsUsed {
  /** Undefined for a system that the file describes itself. */
  readonly id?: CrsId;
  readonly name: Text;
  readonly source: 'given' | 'file' | 'standard';
}

export interface LayerFeature {
  readonly id: string;
  /** How people find it in their file. */
  readonly title: string;
  readonly properties: Properties;
  readonly shape: Shape;
}

export interface Layer {
  /** The name of the file. */
  readonly name: string;
  readonly format: Format;
  readonly crs: CrsUsed;
  readonly encoding?: Encoding;
  readonly features: readonly LayerFeature[];
  readonly notes: readonly Text[];
}

export type LayerReading =
  | { readonly status: 'read'; readonly layer: Layer }
  | {
      readonly status: 'needs_crs';
      readonly file: string;
      readonly why: Text;
      readonly bounds: Bounds;
      readonly candidates: readonly CrsCandidate[];
    };

/**
 * Reads a layer from a file: GeoJSON, zipped Shapefile, KML, KMZ, FlatGeobuf or CSV points, onto the lattice. When neither the file
 * nor the caller says what its numbers mean, the answer is `needs_crs` with what it might be. Nothing is repaired.
 * @throws FormatError with every fault that was found, each naming file, feature and place
 */
export async function readLayer(file: SourceFile, options: ReadOptions = {}): Promise<LayerReading> {
  const reading = new Reading(file.name, { ...LIMITS, ...options.limits }, options);
  const raw = await openLayer(file, reading);
  if (raw.features.length === 0) {
    reading.faults.throwIfAny();
    throw refuse(file.name, 'empty_file', '文件里没有要素。', 'The file has no features.');
  }
  const chosen = chooseCrs(raw.crs, options.crs);
  if (!chosen) {
    reading.faults.throwIfAny();
    return needsCrs(file.name, raw, options.near);
  }
  const features = placeAll(raw, options.idField, reading, chosen.transform);
  reading.faults.throwIfAny();
  return {
    status: 'read',
    layer: {
      name: file.name,
      format: raw.format,
      crs: chosen.used,
      ...(raw.encoding && { encoding: raw.encoding }),
      features,
      notes: [...raw.notes, ...chosen.notes, ...reversedNote(reading.reversedShapes)],
    },
  };
}

const reversedNote = (shapes: number): Text[] =>
  shapes === 0
    ? []
    : [
        text(
          `${shapes} 个图形的外环为逆时针，已按外环读取。`,
          `${shapes} shapes have counter-clockwise outer rings, and were read so.`,
        ),
      ];

interface ChosenCrs {
  readonly used: CrsUsed;
  readonly transform: Transform;
  readonly notes: readonly Text[];
}

function chooseCrs(stated: StatedCrs, given: CrsId | undefined): ChosenCrs | undefined {
  if (given !== undefined) {
    const used: CrsUsed = { id: given, name: crsName(given), source: 'given' };
    return { used, transform: transformOf(given), notes: contradiction(stated, given) };
  }
  if (stated.by === 'nobody' || 'unsupported' in stated) return undefined;
  if ('described' in stated) {
    const { name, transform } = stated.described;
    return { used: { name, source: 'file' }, transform, notes: [] };
  }
  const used: CrsUsed = { id: stated.id, name: crsName(stated.id), source: stated.by };
  return { used, transform: transformOf(stated.id), notes: [] };
}

/** A person's word goes before the file's, but not in silence. */
function contradiction(stated: StatedCrs, given: CrsId): Text[] {
  if (stated.by !== 'file') return [];
  if ('unsupported' in stated) return [stated.unsupported];
  if ('id' in stated && stated.id === given) return [];
  const own = 'id' in stated ? crsName(stated.id) : stated.described.name;
  const asked = crsName(given);
  return [
    text(
      `文件声明的坐标系是“${own.zh}”，已按要求读作“${asked.zh}”。`,
      `The file states "${own.en}"; it was read as "${asked.en}", as asked.`,
    ),
  ];
}

function needsCrs(file: string, { features, crs }: RawLayer, near: ReadOptions['near']): LayerReading {
  const bounds = boundsOf(features);
  if (areAxesSwapped(bounds)) throw swapped(file, bounds);
  const unsupported = crs.by === 'file' && 'unsupported' in crs ? crs.unsupported : undefined;
  const why = unsupported ?? text('文件没有说明坐标系。', 'The file does not state its coordinate system.');
  return { status: 'needs_crs', file, why, bounds, candidates: unsupported ? [] : findCandidates(bounds, near) };
}

const swapped = (file: string, { minX, minY }: Bounds): Error =>
  refuse(
    file,
    'swapped_axes',
    `坐标 (${minX}, ${minY}) 似乎颠倒了：应为先经度（东坐标）、后纬度（北坐标）。`,
    `(${minX}, ${minY}) seems to have its axes swapped: longitude (easting) comes first, latitude (northing) second.`,
    { place: [minX, minY] },
  );

function boundsOf(features: readonly RawFeature[]): Bounds {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { shape } of features) {
    for (const positions of positionsOf(shape)) {
      for (let i = 0; i + 1 < positions.length; i += 2) {
        const [x, y] = [positions[i], positions[i + 1]];
        if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
        minX = Math.min(minX, x);
        minY = Math.min(minY, y);
        maxX = Math.max(maxX, x);
        maxY = Math.max(maxY, y);
      }
    }
  }
  return { minX, minY, maxX, maxY };
}

function positionsOf(shape: RawFeature['shape']): readonly Float64Array[] {
  if (shape.kind === 'area') return shape.polygons.flat();
  if (shape.kind === 'rings') return shape.rings;
  if (shape.kind === 'line') return shape.lines;
  return shape.kind === 'point' ? [shape.points] : [];
}

function placeAll(
  raw: RawLayer,
  idField: string | undefined,
  reading: Reading,
  transform: Transform,
): readonly LayerFeature[] {
  if (idField !== undefined) requireField(raw, idField, reading.file);
  const seen = new Map<string, string>();
  return raw.features.flatMap((feature) => {
    const placed = reading.faults.attempt(() => {
      const id = idOf(feature, idField);
      requireNew(id, feature.title, seen, reading.file);
      const { title, properties } = feature;
      return { id, title, properties, shape: placeShape(feature, reading, transform) };
    });
    return placed ? [placed] : [];
  });
}

const ID_FIELDS = ['code', '编码', '代码'] as const;

function idOf({ properties, id, title }: RawFeature, idField: string | undefined): string {
  const [place] = title.split(' ');
  if (idField !== undefined) return String(properties[idField] ?? place);
  const field = (wanted: readonly string[]): unknown => {
    const name = Object.keys(properties).find((key) => wanted.includes(key.toLowerCase()));
    return name === undefined || properties[name] === '' ? undefined : properties[name];
  };
  return String(field(ID_FIELDS) ?? id ?? field(['id', '编号']) ?? place);
}

function requireField({ features }: RawLayer, field: string, file: string): void {
  if (features.some(({ properties }) => Object.hasOwn(properties, field))) return;
  const known = Object.keys(features[0].properties).join(', ').slice(0, 200);
  throw refuse(file, 'missing_columns', `没有字段“${field}”：${known}`, `There is no field "${field}": ${known}`);
}

function requireNew(id: string, title: string, seen: Map<string, string>, file: string): void {
  const before = seen.get(id);
  seen.set(id, title);
  if (before === undefined) return;
  throw refuse(
    file,
    'duplicate_id',
    `编号“${id}”出现了不止一次（${before}、${title}）。`,
    `The id "${id}" comes twice (${before}, ${title}).`,
    { feature: title },
  );
}

/** A cell of a coverage with the properties that its feature had. */
export interface FeatureCell extends Cell {
  readonly properties: Properties;
}

/**
 * The features of a layer as cells. One without geometry is a cell that is nowhere, which the check reports.
 * @throws FormatError `unsupported_geometry` for lines and points
 */
export function cellsOf({ features, name }: Layer): FeatureCell[] {
  return features.map(({ id, title, properties, shape }) => {
    if (shape.kind === 'area') return { id, properties, polygons: shape.polygons };
    if (shape.kind === 'none') return { id, properties, polygons: [] };
    throw refuse(name, 'unsupported_geometry', `要素 ${title} 不是面。`, `Feature ${title} is not a polygon.`, {
      feature: title,
    });
  });
}
