import { CsvError, parse } from 'csv-parse/sync';
import { decoderFor, detectEncoding } from '../decode.ts';
import { type FormatError, refuse } from '../error.ts';
import { type Encoding, type RawFeature, type RawLayer, type Reading, type SourceFile, titleOf } from '../raw.ts';

/** Names of the columns of positions: degrees, or metres east and north. */
const EAST = ['lon', 'lng', 'longitude', '经度', 'x', 'easting', '东坐标', '横坐标'];
const NORTH = ['lat', 'latitude', '纬度', 'y', 'northing', '北坐标', '纵坐标'];

/** Reads points from CSV (RFC 4180) with a header; a position that is no number is refused with its row. */
export function readCsv(file: SourceFile, reading: Reading): RawLayer {
  const { content, encoding } = decode(file, reading);
  const rows = rowsOf(file.name, content);
  const header = (rows[0] ?? []).map((name) => name.trim());
  const [east, north] = columnsOf(file.name, header);
  reading.requireFeatures(rows.length - 1);
  reading.takeVertices(rows.length - 1);
  const features = rows.slice(1).flatMap((row, index) => {
    const read = reading.faults.attempt(() => pointOf(row, index, { header, east, north }, file.name));
    return read ? [read] : [];
  });
  return { format: 'csv', features, crs: { by: 'nobody' }, encoding, notes: [] };
}

function decode({ name, bytes }: SourceFile, { options }: Reading): { content: string; encoding: Encoding } {
  const decoder =
    options.encoding === undefined ? detectEncoding([bytes]) : decoderFor(name, options.encoding, 'given');
  if (decoder) {
    try {
      return { content: decoder.decode(bytes), encoding: decoder.encoding };
    } catch {
      throw notText(name, decoder.encoding.name);
    }
  }
  throw notText(name, 'UTF-8 / GB 18030');
}

const notText = (file: string, encoding: string): FormatError =>
  refuse(file, 'wrong_encoding', `文件不是 ${encoding} 编码。`, `The file is not ${encoding}.`);

function rowsOf(file: string, content: string): string[][] {
  try {
    return parse(content, { bom: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse(file, 'malformed', `CSV 格式错误：${error.message}`, `The CSV is malformed: ${error.message}`);
  }
}

function columnsOf(file: string, header: readonly string[]): [east: number, north: number] {
  const names = header.map((name) => name.toLowerCase());
  const find = (wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name));
  const [east, north] = [find(EAST), find(NORTH)];
  if (east >= 0 && north >= 0) return [east, north];
  const shown = header.join(', ').slice(0, 200);
  throw refuse(
    file,
    'missing_columns',
    `缺少经纬度列（lon、lat，或 x、y）：${shown}`,
    `There are no columns of positions (lon and lat, or x and y): ${shown}`,
  );
}

interface Columns {
  readonly header: readonly string[];
  readonly east: number;
  readonly north: number;
}

function pointOf(row: readonly string[], index: number, { header, east, north }: Columns, file: string): RawFeature {
  const properties = Object.fromEntries(
    header.map((name, i) => [name, row[i]]).filter((_, i) => i !== east && i !== north),
  );
  const [x, y] = [row[east], row[north]].map((field) => (field.trim() === '' ? Number.NaN : Number(field)));
  const title = titleOf(properties, index);
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    const shown = `${row[east]}, ${row[north]}`.slice(0, 60);
    throw refuse(
      file,
      'not_a_number',
      `第 ${index + 2} 行（${title}）的坐标不是数字：${shown}。`,
      `Row ${index + 2} (${title}) has a position that is not two numbers: ${shown}.`,
      { feature: title },
    );
  }
  return { title, id: undefined, properties, shape: { kind: 'point', points: Float64Array.of(x, y) } };
}
