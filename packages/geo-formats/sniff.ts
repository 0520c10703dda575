import { type FormatError, refuse } from './error.ts';
import type { Format, SourceFile } from './raw.ts';

/** What the first bytes of a file say that it is. */
export type FileKind = Format | 'archive';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** Formats that people have and that are not read: what to do instead. */
const FOREIGN: readonly { readonly start: readonly number[]; readonly name: string }[] = [
  { start: [0x52, 0x61, 0x72, 0x21], name: 'RAR' },
  { start: [0x37, 0x7a, 0xbc, 0xaf], name: '7z' },
  { start: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'GeoPackage / SQLite' },
  { start: [0x1f, 0x8b], name: 'gzip' },
  { start: [0x41, 0x43, 0x31, 0x30], name: 'DWG' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], name: 'Excel' },
  { start: [0x25, 0x50, 0x44, 0x46], name: 'PDF' },
];

/** The kind of a file, by its content first and its name last. @throws FormatError */
export function sniff({ name, bytes }: SourceFile): FileKind {
  if (bytes.length === 0) throw refuse(name, 'empty_file', '文件是空的。', 'The file is empty.');
  const foreign = FOREIGN.find(({ start }) => startsWith(bytes, ...start));
  if (foreign) throw unsupported(name, foreign.name);
  if (startsWith(bytes, 0x50, 0x4b)) return 'archive';
  if (startsWith(bytes, 0x66, 0x67, 0x62)) return 'flatgeobuf';
  if (startsWith(bytes, 0x00, 0x00, 0x27, 0x0a)) return 'shapefile';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).replace(/^(ï»¿)?\s*/, '');
  if (head === '') throw refuse(name, 'empty_file', '文件是空的。', 'The file is empty.');
  if (head.startsWith('<')) return 'kml';
  if (head.startsWith('{') || head.startsWith('[')) return 'geojson';
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  if (/\.(geo)?json$/i.test(name)) return 'geojson';
  throw unsupported(name, '?');
}

const unsupported = (file: string, format: string): FormatError => {
  const [zh, en] =
    format === '?'
      ? ['不能识别文件的格式', 'The format of the file is unknown']
      : [`不能读取 ${format} 文件`, `${format} files are not read`];
  return refuse(
    file,
    format === '?' ? 'unknown_format' : 'unsupported_format',
    `${zh}；请提供 GeoJSON、Shapefile（zip）、KML/KMZ、FlatGeobuf 或 CSV。`,
    `${en}: bring GeoJSON, a zipped Shapefile, KML or KMZ, FlatGeobuf or CSV.`,
  );
};
