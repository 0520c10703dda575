import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { buildLocator, type Locator, toE7 } from '#packages/coverage';
import type { FeatureCell } from '#packages/geo-formats';
import { Problem } from '#packages/kernel';
import { CRS, type Crs, type Point } from '../../contract.ts';
import { positionOf } from '../../core/position.ts';
import { BAD, BadInput, type CliIo, GOOD, guarded, say } from './input.ts';
import { LayerFiles } from './layers.ts';

const USAGE = 'gongzhi grid locate GRIDS POINTS.csv -o OUT.csv [--crs wgs84|gcj02|bd09] [--grids-crs ...] [--json]';
const ADDED = ['grid', 'grid_name', 'metres'] as const;
const COLUMNS = {
  lon: ['lon', 'lng', 'longitude', 'x', '经度'],
  lat: ['lat', 'latitude', 'y', '纬度'],
} as const;
/** So many bad rows are told; the rest is counted. */
const MOST_ROWS = 20;

interface Tally {
  points: number;
  inside: number;
  readonly bad: string[];
}

interface Work {
  readonly locator: Locator;
  readonly cells: readonly FeatureCell[];
  readonly crs: Crs;
  readonly tally: Tally;
}

/**
 * Writes the points with the one grid of each (`grid`, `grid_name`) and the distance to it (`metres`, 0 inside).
 * Resolves to 0 when every point lies in a grid, 1 when some lie outside all of them, 2 for input that cannot be read; then
 * nothing is written.
 */
export const gridLocate = (args: readonly string[], io: CliIo): Promise<number> =>
  guarded(io, USAGE, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        crs: { type: 'string', default: 'wgs84' },
        'grids-crs': { type: 'string' },
        id: { type: 'string' },
        encoding: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [grids, points, ...rest] = positionals;
    if (!points || rest.length > 0 || !values.output) throw new BadInput([USAGE]);
    const crs = pointCrsOf(values.crs);
    const gridsCrs = values['grids-crs'];
    const cells = await new LayerFiles(io, { ...values, crs: gridsCrs === undefined ? [] : [gridsCrs] }).readCells(
      grids,
    );
    const tally: Tally = { points: 0, inside: 0, bad: [] };
    await transfer(points, values.output, { locator: buildLocator(cells), cells, crs, tally });
    tell(io, tally, values.json);
    return tally.inside === tally.points ? GOOD : BAD;
  });

function pointCrsOf(name: string): Crs {
  if (Object.hasOwn(CRS, name)) return name as Crs;
  throw new BadInput([`坐标系未知 Unknown coordinate system "${name}": ${Object.keys(CRS).join(', ')}`]);
}

function tell(io: CliIo, { points, inside }: Tally, json: boolean): void {
  const outside = points - inside;
  if (json) io.out(JSON.stringify({ points, inside, outside }));
  else io.out(`${points} 个点 points: ${inside} 个在网格内 in a grid, ${outside} 个在网格外 outside`);
}

/** Row by row, so that memory stays bounded; the result appears under its name only when it is whole. */
async function transfer(from: string, to: string, work: Work): Promise<void> {
  const draft = `${to}.${process.pid}.part`;
  const source = await openFile(from);
  try {
    const rows = parse({ bom: true, skip_empty_lines: true });
    const sink = createWriteStream(draft);
    await pipeline(source.createReadStream(), decode, rows, (all) => locateRows(all, work), sink);
    if (work.tally.bad.length > 0) throw new BadInput(work.tally.bad);
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { force: true });
    throw inputError(error, from, to);
  }
}

const openFile = (path: string) =>
  open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput([`${path}: 文件打不开 The file cannot be opened (${error.code})`]);
  });

/** Text of UTF-8 bytes; a file in another encoding is refused, not misread. */
async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const FILE_ERRORS = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EROFS', 'ENOSPC'];

function inputError(error: unknown, from: string, to: string): unknown {
  if (error instanceof CsvError) return new BadInput([`${from}: ${error.message}`]);
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new BadInput([`${from}: 不是 UTF-8 编码 The file is not UTF-8`]);
  return FILE_ERRORS.includes(code) ? new BadInput([`${to}: 不能写入 Cannot be written (${code})`]) : error;
}

async function* locateRows(rows: AsyncIterable<string[]>, work: Work): AsyncGenerator<string> {
  let columns: Columns | undefined;
  let row = 0;
  for await (const fields of rows) {
    row++;
    if (!columns) {
      columns = columnsOf(fields);
      yield csvLine([...fields, ...ADDED]);
      continue;
    }
    const answer = locateRow(fields, columns, row, work);
    if (answer) yield csvLine([...fields, ...answer]);
  }
  if (!columns) throw new BadInput(['CSV 文件是空的 The CSV file is empty']);
}

interface Columns {
  readonly lon: number;
  readonly lat: number;
}

function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
  const [lon, lat] = [find(COLUMNS.lon), find(COLUMNS.lat)];
  if (lon < 0 || lat < 0) {
    const wanted = `${COLUMNS.lon.join('/')}, ${COLUMNS.lat.join('/')}`;
    throw new BadInput([`缺少经纬度列 No columns of longitude and latitude (${wanted}): ${header.join(', ')}`]);
  }
  const taken = ADDED.filter((name) => names.includes(name));
  if (taken.length > 0) throw new BadInput([`已有这些列 These columns are there already: ${taken.join(', ')}`]);
  return { lon, lat };
}

/** Grid, its name and the distance of one row; undefined for a row whose coordinates are wrong, which is noted. */
function locateRow(fields: readonly string[], columns: Columns, row: number, work: Work): string[] | undefined {
  const { locator, cells, crs, tally } = work;
  const place = placeOf(numberOf(fields[columns.lon]), numberOf(fields[columns.lat]), crs);
  if (typeof place === 'string') {
    if (tally.bad.length < MOST_ROWS) tally.bad.push(`第 ${row} 行 Row ${row}: ${place}`);
    return undefined;
  }
  const [x, y] = [toE7(place.lon), toE7(place.lat)];
  const nearest = locator.nearest(x, y);
  const inside = nearest !== undefined && locator.locate(x, y) >= 0;
  tally.points++;
  if (inside) tally.inside++;
  const cell = inside ? cells[nearest.index] : undefined;
  return [cell?.id ?? '', String(cell?.properties.name ?? ''), nearest === undefined ? '' : nearest.metres.toFixed(1)];
}

const numberOf = (field: string | undefined): number => (field?.trim() ? Number(field) : Number.NaN);

/** The WGS 84 position, or why there is none. */
function placeOf(lon: number, lat: number, crs: Crs): Point | string {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return '经纬度不是数字 The coordinates are not numbers';
  try {
    return positionOf({ lon, lat }, crs);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.reasons.map(({ text }) => say(text)).join(' ');
  }
}

/** A line of CSV (RFC 4180). */
const csvLine = (fields: readonly string[]): string =>
  `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
