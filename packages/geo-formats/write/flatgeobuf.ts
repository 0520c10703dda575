import { Builder } from 'flatbuffers';
import { transformOf } from '../crs/transform.ts';
import { COLUMN, COLUMN_TYPES, CRS, FEATURE, GEOMETRY, GEOMETRY_TYPES, HEADER, MAGIC } from '../flatgeobuf/schema.ts';
import type { Shape } from '../place.ts';
import { closedRings, columnsOf, type Output, type OutputFeature, positions, propertiesOf } from './output.ts';

type WrittenType = 'bool' | 'long' | 'double' | 'string' | 'json';

interface Column {
  readonly name: string;
  readonly type: WrittenType;
}

/** FlatGeobuf 3 without an index. */
export function writeFlatGeobuf(output: Output): Uint8Array {
  const columns = columnsOf(output.features).map((name) => columnOf(name, output.features));
  const magic = Uint8Array.of(...MAGIC, 0);
  return join([
    magic,
    header(output, columns),
    ...output.features.map((feature) => writeFeature(feature, columns, output)),
  ]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function columnOf(name: string, features: readonly OutputFeature[]): Column {
  const values = features.map((feature) => propertiesOf(feature)[name] ?? null).filter((value) => value !== null);
  return { name, type: typeOf(values) };
}

function typeOf(values: readonly unknown[]): WrittenType {
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size > 1 || kinds.has('object')) return 'json';
  if (kinds.has('boolean')) return 'bool';
  if (!kinds.has('number')) return 'string';
  return values.every((value) => Number.isSafeInteger(value) && !Object.is(value, -0)) ? 'long' : 'double';
}

const EPSG: Readonly<Record<string, number>> = { wgs84: 4326, cgcs2000: 4490 };

function header({ crs, name, features }: Output, columns: readonly Column[]): Uint8Array {
  const builder = new Builder(1024);
  const columnTables = columns.map((column) => {
    const title = builder.createString(column.name);
    builder.startObject(COLUMN.fields);
    builder.addFieldOffset(COLUMN.name, title, 0);
    builder.addFieldInt8(COLUMN.type, COLUMN_TYPES.indexOf(column.type), 0);
    return builder.endObject();
  });
  const columnVector = offsets(builder, columnTables);
  const code = EPSG[crs] ?? (crs.startsWith('EPSG:') ? Number(crs.slice(5)) : 0);
  const organisation = builder.createString('EPSG');
  builder.startObject(CRS.fields);
  builder.addFieldOffset(CRS.organisation, organisation, 0);
  builder.addFieldInt32(CRS.code, code, 0);
  const crsTable = builder.endObject();
  const title = builder.createString(name);
  builder.startObject(HEADER.fields);
  builder.addFieldOffset(HEADER.name, title, 0);
  builder.addFieldInt8(HEADER.geometryType, GEOMETRY_TYPES.unknown, 0);
  builder.addFieldOffset(HEADER.columns, columnVector, 0);
  builder.addFieldInt64(HEADER.featureCount, BigInt(features.length), 0n);
  builder.addFieldInt16(HEADER.indexNodeSize, 0, 16);
  if (code > 0) builder.addFieldOffset(HEADER.crs, crsTable, 0);
  builder.finishSizePrefixed(builder.endObject());
  return builder.asUint8Array();
}

function offsets(builder: Builder, tables: readonly number[]): number {
  builder.startVector(4, tables.length, 4);
  for (const table of tables.toReversed()) builder.addOffset(table);
  return builder.endVector();
}

function writeFeature(feature: OutputFeature, columns: readonly Column[], output: Output): Uint8Array {
  const builder = new Builder(1024);
  const geometry = writeShape(builder, feature.shape, output);
  const properties = builder.createByteVector(writeProperties(feature, columns));
  builder.startObject(FEATURE.fields);
  if (geometry !== 0) builder.addFieldOffset(FEATURE.geometry, geometry, 0);
  builder.addFieldOffset(FEATURE.properties, properties, 0);
  builder.finishSizePrefixed(builder.endObject());
  return builder.asUint8Array();
}

/** The offset of the geometry's table, 0 where there is none. */
function writeShape(builder: Builder, shape: Shape, { crs }: Output): number {
  switch (shape.kind) {
    case 'area': {
      const parts = shape.polygons.map((polygon) => closedRings(polygon, crs, 'counter-clockwise'));
      if (parts.length === 0) return 0;
      if (parts.length === 1) return table(builder, GEOMETRY_TYPES.polygon, parts[0]);
      const tables = parts.map((rings) => table(builder, GEOMETRY_TYPES.polygon, rings));
      const vector = offsets(builder, tables);
      builder.startObject(GEOMETRY.fields);
      builder.addFieldOffset(GEOMETRY.parts, vector, 0);
      builder.addFieldInt8(GEOMETRY.type, GEOMETRY_TYPES.polygons, 0);
      return builder.endObject();
    }
    case 'line': {
      const lines = shape.lines.map((line) => positions(line, transformOf(crs)));
      return table(builder, lines.length === 1 ? GEOMETRY_TYPES.line : GEOMETRY_TYPES.lines, lines);
    }
    case 'point': {
      const type = shape.points.length === 2 ? GEOMETRY_TYPES.point : GEOMETRY_TYPES.points;
      return table(builder, type, [positions(shape.points, transformOf(crs))]);
    }
    default:
      return 0;
  }
}

function table(builder: Builder, type: number, lines: readonly Float64Array[]): number {
  const count = lines.reduce((sum, line) => sum + line.length, 0);
  builder.startVector(8, count, 8);
  for (const line of lines.toReversed()) for (const value of line.toReversed()) builder.addFloat64(value);
  const xy = builder.endVector();
  const ends = lines.length > 1 ? endsOf(builder, lines) : 0;
  builder.startObject(GEOMETRY.fields);
  if (ends !== 0) builder.addFieldOffset(GEOMETRY.ends, ends, 0);
  builder.addFieldOffset(GEOMETRY.xy, xy, 0);
  builder.addFieldInt8(GEOMETRY.type, type, 0);
  return builder.endObject();
}

function endsOf(builder: Builder, lines: readonly Float64Array[]): number {
  let end = 0;
  const ends = lines.map((line) => {
    end += line.length / 2;
    return end;
  });
  builder.startVector(4, ends.length, 4);
  for (const value of ends.toReversed()) builder.addInt32(value);
  return builder.endVector();
}

function writeProperties(feature: OutputFeature, columns: readonly Column[]): Uint8Array {
  const properties = propertiesOf(feature);
  const parts = columns.flatMap(({ name, type }, index) => {
    const value = properties[name] ?? null;
    return value === null ? [] : [Uint8Array.of(index & 0xff, index >> 8), valueBytes(value, type)];
  });
  return join(parts);
}

function valueBytes(value: unknown, type: WrittenType): Uint8Array {
  if (type === 'bool') return Uint8Array.of(value === true ? 1 : 0);
  if (type === 'string' || type === 'json') {
    const written = new TextEncoder().encode(type === 'json' ? JSON.stringify(value) : String(value));
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, written.length, true);
    return join([new Uint8Array(length.buffer), written]);
  }
  const view = new DataView(new ArrayBuffer(8));
  if (type === 'long') view.setBigInt64(0, BigInt(value as number), true);
  else view.setFloat64(0, value as number, true);
  return new Uint8Array(view.buffer);
}
