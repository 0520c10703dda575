import type { COLUMN_TYPES, ColumnType as TypeName } from './schema.ts';
import { OutOfBytes } from './table.ts';

/** A column of the attribute table; the type is undefined for a number that the format does not know. */
export interface ColumnType {
  readonly name: string;
  readonly type: (typeof COLUMN_TYPES)[number] | undefined;
}

type Fixed = Exclude<TypeName, 'string' | 'json' | 'datetime' | 'binary'>;

const FIXED: Readonly<Record<Fixed, { size: number; read: (view: DataView, at: number) => unknown }>> = {
  byte: { size: 1, read: (view, at) => view.getInt8(at) },
  ubyte: { size: 1, read: (view, at) => view.getUint8(at) },
  bool: { size: 1, read: (view, at) => view.getUint8(at) !== 0 },
  short: { size: 2, read: (view, at) => view.getInt16(at, true) },
  ushort: { size: 2, read: (view, at) => view.getUint16(at, true) },
  int: { size: 4, read: (view, at) => view.getInt32(at, true) },
  uint: { size: 4, read: (view, at) => view.getUint32(at, true) },
  long: { size: 8, read: (view, at) => exact(view.getBigInt64(at, true)) },
  ulong: { size: 8, read: (view, at) => exact(view.getBigUint64(at, true)) },
  float: { size: 4, read: (view, at) => view.getFloat32(at, true) },
  double: { size: 8, read: (view, at) => view.getFloat64(at, true) },
};

/** An integer that a number cannot hold exactly stays as it is written. */
const exact = (value: bigint): number | string => (Number.isSafeInteger(Number(value)) ? Number(value) : String(value));

/** Reads the properties of a feature: a column's number and its value, again and again. @throws OutOfBytes */
export function readProperties(bytes: Uint8Array | undefined, columns: readonly ColumnType[]): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  if (bytes === undefined) return {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const need = (at: number, length: number): void => {
    if (at + length > bytes.length) throw new OutOfBytes('properties');
  };
  for (let at = 0; at < bytes.length; ) {
    need(at, 2);
    const column = columns[view.getUint16(at, true)];
    at += 2;
    if (column?.type === undefined) throw new OutOfBytes('column');
    if (isFixed(column.type)) {
      const { size, read } = FIXED[column.type];
      need(at, size);
      entries.push([column.name, read(view, at)]);
      at += size;
      continue;
    }
    need(at, 4);
    const length = view.getUint32(at, true);
    need(at + 4, length);
    entries.push([column.name, long(column.type, bytes.subarray(at + 4, at + 4 + length))]);
    at += 4 + length;
  }
  return Object.fromEntries(entries);
}

const isFixed = (type: TypeName): type is Fixed => Object.hasOwn(FIXED, type);

function long(type: Exclude<TypeName, Fixed>, bytes: Uint8Array): unknown {
  if (type === 'binary') return null;
  const written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return type === 'json' ? JSON.parse(written) : written;
}
