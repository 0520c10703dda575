import { type Text, text } from '#packages/kernel';
import { cannotWrite, columnsOf, type Output, propertiesOf } from './output.ts';

const LONGEST_NAME = 10;
const LONGEST_TEXT = 254;
const LONGEST_NUMBER = 24;
const HEADER = 32;

interface Column {
  readonly key: string;
  readonly name: Uint8Array;
  readonly type: 'C' | 'N' | 'L';
  readonly decimals: number;
  readonly cells: readonly Uint8Array[];
  readonly length: number;
}

const encode = (value: string): Uint8Array => new TextEncoder().encode(value);

/** A dBASE III table in UTF-8. Names longer than ten bytes are shortened, which the notes tell. @throws FormatError `cannot_write` */
export function writeTable(output: Output): { bytes: Uint8Array; notes: Text[] } {
  const names = shortNames(columnsOf(output.features));
  const columns = [...names].map(([key, name]) => columnOf(key, name, output));
  const rowLength = columns.reduce((sum, column) => sum + column.length, 1);
  const headerLength = HEADER * (columns.length + 1) + 1;
  const bytes = new Uint8Array(headerLength + rowLength * output.features.length + 1).fill(0x20, headerLength);
  writeHeader(bytes, columns, output.features.length, rowLength);
  output.features.forEach((_, row) => {
    let at = headerLength + row * rowLength + 1;
    for (const { cells, length, type } of columns) {
      bytes.set(cells[row], type === 'N' ? at + length - cells[row].length : at);
      at += length;
    }
  });
  bytes[bytes.length - 1] = 0x1a;
  const renamed = [...names].filter(([key, name]) => key !== name).map(([key, name]) => `${key} → ${name}`);
  return { bytes, notes: renamed.length > 0 ? [renamedNote(renamed.join(', '))] : [] };
}

const renamedNote = (list: string): Text =>
  text(
    `Shapefile 的字段名最多 10 字节，已缩短：${list}`,
    `Field names of a Shapefile have at most 10 bytes; shortened: ${list}`,
  );

function shortNames(keys: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    keys.map((key) => {
      let name = cut(key, LONGEST_NAME);
      for (let n = 1; name === '' || taken.has(name.toLowerCase()); n++)
        name = cut(key, LONGEST_NAME - String(n).length) + n;
      taken.add(name.toLowerCase());
      return [key, name];
    }),
  );
}

/** The longest beginning that fits, in whole characters. */
function cut(value: string, most: number): string {
  const characters = [...value];
  while (encode(characters.join('')).length > most) characters.pop();
  return characters.join('');
}

function columnOf(key: string, name: string, output: Output): Column {
  const values = output.features.map((feature) => propertiesOf(feature)[key] ?? null);
  const present = values.filter((value) => value !== null);
  const type = typeOf(present);
  const cells = values.map((value, row) => {
    const cell = encode(cellText(value, type));
    if (cell.length <= LONGEST_TEXT) return cell;
    const { id } = output.features[row];
    throw cannotWrite(
      output.name,
      id,
      `“${key}”超过 ${LONGEST_TEXT} 字节`,
      `"${key}" has more than ${LONGEST_TEXT} bytes`,
    );
  });
  const decimals =
    type === 'N' ? Math.max(0, ...present.map((value) => (String(value).split('.')[1] ?? '').length)) : 0;
  const length = Math.max(1, ...cells.map((cell) => cell.length));
  return { key, name: encode(name), type, decimals, cells, length };
}

const isPlainNumber = (value: unknown): boolean =>
  typeof value === 'number' && /^-?\d+(\.\d+)?$/.test(String(value)) && String(value).length <= LONGEST_NUMBER;

function typeOf(values: readonly unknown[]): Column['type'] {
  if (values.length === 0) return 'C';
  if (values.every(isPlainNumber)) return 'N';
  return values.every((value) => typeof value === 'boolean') ? 'L' : 'C';
}

function cellText(value: unknown, type: Column['type']): string {
  if (value === null) return type === 'L' ? '?' : '';
  if (type === 'L') return value === true ? 'T' : 'F';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The date of the last change is that of the format, so that the same layer gives the same bytes. */
function writeHeader(bytes: Uint8Array, columns: readonly Column[], rows: number, rowLength: number): void {
  const view = new DataView(bytes.buffer);
  bytes.set([0x03, 95, 7, 26]);
  view.setUint32(4, rows, true);
  view.setUint16(8, HEADER * (columns.length + 1) + 1, true);
  view.setUint16(10, rowLength, true);
  columns.forEach(({ name, type, length, decimals }, index) => {
    const at = HEADER * (index + 1);
    bytes.set(name, at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
    bytes[at + 17] = decimals;
  });
  bytes[HEADER * (columns.length + 1)] = 0x0d;
}
