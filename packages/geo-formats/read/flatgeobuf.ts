import { type Text, text } from '#packages/kernel';
import { findCrs } from '../crs/known.ts';
import { readWellKnownText } from '../crs/well-known-text.ts';
import { type FormatError, refuse } from '../error.ts';
import { type ColumnType, readProperties } from '../flatgeobuf/properties.ts';
import {
  COLUMN,
  COLUMN_TYPES,
  CRS,
  FEATURE,
  GEOMETRY,
  GEOMETRY_TYPES,
  HEADER,
  indexBytes,
  MAGIC_LENGTH,
} from '../flatgeobuf/schema.ts';
import { OutOfBytes, Table } from '../flatgeobuf/table.ts';
import {
  type RawFeature,
  type RawLayer,
  type RawShape,
  type Reading,
  type SourceFile,
  type StatedCrs,
  titleOf,
} from '../raw.ts';

const SIZE = 4;
const MOST_COLUMNS = 2000;

/** Reads FlatGeobuf. What its numbers mean is said by the `crs` of its header, or not at all. */
export function readFlatGeobuf({ name, bytes }: SourceFile, reading: Reading): RawLayer {
  try {
    return new FlatGeobuf(bytes, reading).read();
  } catch (error) {
    if (!(error instanceof OutOfBytes) && !(error instanceof TypeError) && !(error instanceof SyntaxError)) throw error;
    throw malformed(name, error.message);
  }
}

const malformed = (file: string, detail: string): FormatError =>
  refuse(file, 'malformed', `FlatGeobuf 文件已损坏：${detail}。`, `The FlatGeobuf file is damaged: ${detail}.`);

class FlatGeobuf {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #reading: Reading;
  #hasHeights = false;

  constructor(bytes: Uint8Array, reading: Reading) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#reading = reading;
  }

  read(): RawLayer {
    const headerBytes = this.#sized(MAGIC_LENGTH, 'header');
    const header = Table.root(headerBytes);
    const columns = this.#columns(header);
    const stated = header.number(HEADER.featureCount, 'u64', 0);
    const index = indexBytes(stated, header.number(HEADER.indexNodeSize, 'u16', 16));
    const from = MAGIC_LENGTH + SIZE + headerBytes.length + index;
    if (stated > this.#bytes.length || from > this.#bytes.length) throw this.#cutShort('index');
    const features = this.#features(from, header.number(HEADER.geometryType, 'u8', 0), columns);
    if (stated > 0 && features.count !== stated) throw this.#cutShort(`${features.count} / ${stated}`);
    const notes: Text[] = this.#hasHeights ? [text('高程未使用。', 'Heights are not used.')] : [];
    return { format: 'flatgeobuf', features: features.read, crs: statedCrs(header.table(HEADER.crs)), notes };
  }

  #sized(at: number, what: string): Uint8Array {
    if (at + SIZE > this.#bytes.length) throw this.#cutShort(what);
    const length = this.#view.getUint32(at, true);
    if (at + SIZE + length > this.#bytes.length) throw this.#cutShort(what);
    return this.#bytes.subarray(at + SIZE, at + SIZE + length);
  }

  #cutShort(what: string): FormatError {
    return refuse(
      this.#reading.file,
      'truncated',
      `FlatGeobuf 文件不完整（${what}）。`,
      `The FlatGeobuf file is cut short (${what}).`,
    );
  }

  #columns(table: Table): ColumnType[] {
    const columns = table.tables(HEADER.columns);
    if (columns.length > MOST_COLUMNS) throw malformed(this.#reading.file, `${columns.length} columns`);
    return columns.map((column) => ({
      name: column.string(COLUMN.name) ?? '',
      type: COLUMN_TYPES[column.number(COLUMN.type, 'u8', 0)],
    }));
  }

  #features(from: number, commonType: number, columns: readonly ColumnType[]): { read: RawFeature[]; count: number } {
    const read: RawFeature[] = [];
    let count = 0;
    for (let at = from; at < this.#bytes.length; count++) {
      const bytes = this.#sized(at, `#${count + 1}`);
      at += SIZE + bytes.length;
      this.#reading.requireFeatures(count + 1);
      const feature = Table.root(bytes);
      const properties = readProperties(feature.bytes(FEATURE.properties), columns);
      const title = titleOf(properties, count);
      const shape = this.#reading.faults.attempt(() => this.#shape(feature.table(FEATURE.geometry), commonType, title));
      if (shape) read.push({ title, id: undefined, properties, shape });
    }
    return { read, count };
  }

  #shape(geometry: Table | undefined, commonType: number, title: string): RawShape {
    if (geometry === undefined) return { kind: 'none' };
    const type = commonType || geometry.number(GEOMETRY.type, 'u8', 0);
    switch (type) {
      case GEOMETRY_TYPES.polygon:
        return areaOf([this.#parts(geometry, title)]);
      case GEOMETRY_TYPES.polygons:
        return areaOf(geometry.tables(GEOMETRY.parts).map((part) => this.#parts(part, title)));
      case GEOMETRY_TYPES.line:
      case GEOMETRY_TYPES.lines:
        return { kind: 'line', lines: this.#parts(geometry, title) };
      case GEOMETRY_TYPES.point:
      case GEOMETRY_TYPES.points:
        return { kind: 'point', points: this.#positions(geometry) };
      default:
        throw this.#refuse(
          'unsupported_geometry',
          title,
          `的图形类型 ${type} 不支持`,
          `has the unsupported type ${type}`,
        );
    }
  }

  #positions(geometry: Table): Float64Array {
    const xy = geometry.doubles(GEOMETRY.xy);
    if (geometry.doubles(GEOMETRY.z).length > 0) this.#hasHeights = true;
    this.#reading.takeVertices(xy.length / 2);
    return xy.read();
  }

  /** Rings, or lines: `ends` counts positions; absent when there is only one. */
  #parts(geometry: Table, title: string): Float64Array[] {
    const xy = this.#positions(geometry);
    const ends = geometry.integers(GEOMETRY.ends);
    if (ends.length === 0) return xy.length === 0 ? [] : [xy];
    if (2 * (ends.at(-1) ?? 0) !== xy.length || ends.some((end, i) => end < (ends[i - 1] ?? 0))) {
      throw this.#refuse('malformed', title, '的环与点数不符', 'has rings that do not fit its positions');
    }
    return ends.map((end, i) => xy.slice(2 * (ends[i - 1] ?? 0), 2 * end));
  }

  #refuse(code: 'malformed' | 'unsupported_geometry', title: string, zh: string, en: string): FormatError {
    return refuse(this.#reading.file, code, `要素 ${title} ${zh}。`, `Feature ${title} ${en}.`, { feature: title });
  }
}

const areaOf = (polygons: readonly Float64Array[][]): RawShape => {
  const present = polygons.filter((polygon) => polygon.length > 0);
  return present.length > 0 ? { kind: 'area', polygons: present } : { kind: 'none' };
};

function statedCrs(crs: Table | undefined): StatedCrs {
  if (crs === undefined) return { by: 'nobody' };
  const code = crs.number(CRS.code, 'i32', 0);
  const wkt = crs.string(CRS.wkt) ?? '';
  const id = code > 0 ? findCrs(`EPSG:${code}`) : findCrs(crs.string(CRS.codeText) ?? '');
  if (id) return { by: 'file', id };
  if (wkt !== '') {
    const read = readWellKnownText(wkt);
    return 'unsupported' in read ? { by: 'file', unsupported: read.unsupported } : { by: 'file', described: read };
  }
  if (code === 0) return { by: 'nobody' };
  const shown = `EPSG:${code}`;
  return {
    by: 'file',
    unsupported: text(
      `文件的坐标系 ${shown} 不支持，请先转换。`,
      `The file's coordinate system ${shown} is not supported: convert it first.`,
    ),
  };
}
