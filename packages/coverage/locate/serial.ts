import { CoverageError } from '../error.ts';
import type { LocatorIndex } from './build.ts';

/** "GZLI" and the version of the layout: a header of int32, the table, the records, then the ids as UTF-8 JSON. */
const MAGIC = 0x475a4c49;
const VERSION = 1;
const HEADER = 16;

/** Writes an index and the ids of its cells into one buffer. */
export function writeLocator(
  index: LocatorIndex,
  ids: readonly string[],
  shared: boolean,
): ArrayBuffer | SharedArrayBuffer {
  const names = new TextEncoder().encode(JSON.stringify(ids));
  const bytes = 4 * (HEADER + index.table.length + index.records.length) + names.length;
  const buffer = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  const head = new Int32Array(buffer, 0, HEADER);
  head.set([MAGIC, VERSION, index.minX, index.minY, index.maxX, index.maxY, index.shiftX, index.shiftY]);
  head.set([index.columns, index.table.length, index.records.length, names.length], 8);
  new Int32Array(buffer, 4 * HEADER, index.table.length).set(index.table);
  new Int32Array(buffer, 4 * (HEADER + index.table.length), index.records.length).set(index.records);
  new Uint8Array(buffer, bytes - names.length).set(names);
  return buffer;
}

/** Views of what `writeLocator` wrote. @throws CoverageError `bad_index` */
export function readLocator(buffer: ArrayBuffer | SharedArrayBuffer): { index: LocatorIndex; ids: string[] } {
  if (buffer.byteLength < 4 * HEADER) throw badIndex();
  const head = new Int32Array(buffer, 0, HEADER);
  const [magic, version, minX, minY, maxX, maxY, shiftX, shiftY, columns, tableLength, recordsLength, bytes] = head;
  if (magic !== MAGIC || version !== VERSION) throw badIndex();
  if (buffer.byteLength !== 4 * (HEADER + tableLength + recordsLength) + bytes) throw badIndex();
  const table = new Int32Array(buffer, 4 * HEADER, tableLength);
  const records = new Int32Array(buffer, 4 * (HEADER + tableLength), recordsLength);
  const names = Uint8Array.from(new Uint8Array(buffer, buffer.byteLength - bytes));
  const ids = JSON.parse(new TextDecoder().decode(names)) as string[];
  return { index: { minX, minY, maxX, maxY, shiftX, shiftY, columns, table, records }, ids };
}

const badIndex = (): CoverageError =>
  new CoverageError('bad_index', {
    zh: '定位索引已损坏，或由不兼容的版本生成；请重新生成。',
    en: 'This location index is damaged or was made by another version; build it again.',
  });
