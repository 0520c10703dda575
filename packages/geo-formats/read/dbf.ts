import { type Decoder, decoderFor, detectEncoding, notDecodable } from '../decode.ts';
import { type FormatError, refuse } from '../error.ts';
import type { Encoding, Reading } from '../raw.ts';

/** The attribute table of a Shapefile. */
export interface Table {
  /** One per shape; null for a row that is marked as deleted. */
  readonly rows: readonly (Record<string, unknown> | null)[];
  readonly encoding: Encoding;
}

interface Field {
  readonly nameBytes: Uint8Array;
  readonly type: string;
  readonly at: number;
  readonly length: number;
  readonly decimals: number;
}

const DESCRIPTOR = 32;
const END_OF_FIELDS = 0x0d;
const DELETED = 0x2a;
const TEXT_TYPES = 'C';

/** The language driver in the header, where it names a code page of Chinese; others are unreliable and not used. */
const DRIVERS: Readonly<Record<number, string>> = { 77: 'gbk', 122: 'gbk', 79: 'big5', 120: 'big5' };

/**
 * Reads a .dbf table (dBASE III). The encoding is the one given, that of the .cpg file, that of the header, or detected.
 * @throws FormatError naming the row and the field
 */
export function readTable(bytes: Uint8Array, codePage: string | undefined, reading: Reading): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < DESCRIPTOR + 1) throw cutShort(reading.file);
  const rowCount = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  const fields = readFields(bytes, headerLength, rowLength, reading.file);
  reading.requireFeatures(rowCount);
  if (headerLength + rowCount * rowLength > bytes.length) throw cutShort(reading.file);
  const row = (i: number): Uint8Array =>
    bytes.subarray(headerLength + i * rowLength, headerLength + (i + 1) * rowLength);
  const decoder = chooseDecoder(fields, rowCount, row, { stated: codePage, driver: bytes[29] }, reading);
  const names = fields.map((field) => decodeText(field.nameBytes, decoder, reading.file, '字段名', 'a field name'));
  const rows = Array.from({ length: rowCount }, (_, i) => readRow(row(i), i, fields, names, decoder, reading.file));
  return { rows, encoding: decoder.encoding };
}

function readFields(bytes: Uint8Array, headerLength: number, rowLength: number, file: string): Field[] {
  const fields: Field[] = [];
  let at = 1;
  for (
    let d = DESCRIPTOR;
    d + DESCRIPTOR <= Math.min(headerLength, bytes.length) && bytes[d] !== END_OF_FIELDS;
    d += DESCRIPTOR
  ) {
    const end = bytes.subarray(d, d + 11).indexOf(0);
    const length = bytes[d + 16];
    fields.push({
      nameBytes: bytes.subarray(d, d + (end < 0 ? 11 : end)),
      type: String.fromCharCode(bytes[d + 11]),
      at,
      length,
      decimals: bytes[d + 17],
    });
    at += length;
  }
  if (at !== rowLength) {
    throw refuse(
      file,
      'malformed',
      '.dbf 属性表的字段与行长不符。',
      'The fields of the .dbf table do not add up to its rows.',
    );
  }
  return fields;
}

const cutShort = (file: string): FormatError =>
  refuse(file, 'truncated', '.dbf 属性表不完整。', 'The .dbf table is cut short.');

interface Stated {
  readonly stated: string | undefined;
  readonly driver: number;
}

function chooseDecoder(
  fields: readonly Field[],
  rowCount: number,
  row: (i: number) => Uint8Array,
  { stated, driver }: Stated,
  { file, options }: Reading,
): Decoder {
  if (options.encoding !== undefined) return decoderFor(file, options.encoding, 'given');
  if (stated?.trim()) return decoderFor(file, stated, 'stated');
  if (DRIVERS[driver]) return decoderFor(file, DRIVERS[driver], 'stated');
  const texts = fields.map((field) => field.nameBytes);
  for (let i = 0; i < rowCount; i++) {
    const bytes = row(i);
    for (const { type, at, length } of fields) {
      if (TEXT_TYPES.includes(type)) texts.push(trimmed(bytes.subarray(at, at + length)));
    }
  }
  const found = detectEncoding(texts);
  if (found) return found;
  throw refuse(
    file,
    'wrong_encoding',
    '属性表的文字既不是 UTF-8，也不是 GB 18030；请说明编码。',
    'The text of the table is neither UTF-8 nor GB 18030: state its encoding.',
  );
}

function readRow(
  bytes: Uint8Array,
  index: number,
  fields: readonly Field[],
  names: readonly string[],
  decoder: Decoder,
  file: string,
): Record<string, unknown> | null {
  if (bytes[0] === DELETED) return null;
  const values = fields.map((field, f) => {
    const raw = trimmed(bytes.subarray(field.at, field.at + field.length));
    const [zh, en] = [`第 ${index + 1} 行“${names[f]}”`, `row ${index + 1}, field "${names[f]}"`];
    const written = decodeText(raw, decoder, file, zh, en).trim();
    return fieldValue(field, written, () => notANumber(file, written, zh, en));
  });
  return Object.fromEntries(names.map((name, f) => [name, values[f]]));
}

function decodeText(bytes: Uint8Array, { decode, encoding }: Decoder, file: string, zh: string, en: string): string {
  try {
    return decode(bytes);
  } catch {
    throw notDecodable(file, encoding.name, { zh, en });
  }
}

/** Without the blanks and zeros that fill a field up; a character of several bytes that was cut off by its end stays as it is. */
function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.indexOf(0);
  if (end < 0) end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0x20) end--;
  return bytes.subarray(0, end);
}

function fieldValue({ type, decimals }: Field, written: string, refusal: () => FormatError): unknown {
  switch (type) {
    case 'N':
    case 'F': {
      if (written === '' || /^\*+$/.test(written)) return null;
      const number = Number(written);
      if (!Number.isFinite(number)) throw refusal();
      return decimals === 0 && /^[+-]?\d+$/.test(written) && !Number.isSafeInteger(number) ? written : number;
    }
    case 'L':
      return /^[ytYT]$/.test(written) ? true : /^[nfNF]$/.test(written) ? false : null;
    case 'D':
      return /^\d{8}$/.test(written) ? `${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6)}` : null;
    default:
      return written;
  }
}

const notANumber = (file: string, written: string, zh: string, en: string): FormatError =>
  refuse(
    file,
    'not_a_number',
    `属性表${zh}不是数字：“${written.slice(0, 40)}”。`,
    `The table's ${en} is not a number: "${written.slice(0, 40)}".`,
  );
