import { randomBytes } from 'node:crypto';
import { toE7 } from '#packages/coverage';
import { covers, type Text, text } from '#packages/kernel';
import { type Db, insertEntries, newId } from '#packages/server-kit';
import { TEXT_LIMIT } from '../../core/api.ts';
import { findCategory } from '../../core/categories.ts';
import { suggestKinds } from '../../core/suggest/model.ts';
import { makeTrackingCode } from '../../core/tracking-code.ts';
import { wordsOf } from '../../core/words.ts';
import type { MattersDeps } from '../context.ts';
import { type Author, nextEntry } from '../record.ts';
import { insertMatters, type NewMatter } from '../store.ts';
import { BASE_MODEL } from '../suggest/base-model.ts';

/** Fields that a list may have, with the headings by which they are recognised. */
export const FIELDS = {
  number: ['编号', '留言编号', '工单编号', '案件编号', 'number', 'id'],
  subject: ['主题', '留言主题', '标题', 'subject', 'title'],
  text: ['详情', '留言详情', '内容', '诉求内容', '问题描述', '描述', 'text', 'description'],
  time: ['时间', '留言时间', '上报时间', '受理时间', 'time', 'date'],
  category: ['类别', '类别编码', 'category'],
  lon: ['经度', 'lon', 'longitude', 'lng', 'x'],
  lat: ['纬度', 'lat', 'latitude', 'y'],
  grid: ['网格', '网格编码', 'grid'],
  address: ['地址', '地点', 'address'],
} as const satisfies Record<string, readonly string[]>;
export type Field = keyof typeof FIELDS;
export type Mapping = Partial<Record<Field, string>>;
export type Row = Readonly<Record<string, string>>;

export interface BadRow {
  readonly row: number;
  readonly column: string;
  readonly why: Text;
}

export interface ImportOptions {
  readonly mapping: Mapping;
  /** Codes of the areas that the rows may lie in. */
  readonly areas: readonly string[];
  /** Rows without a place: refused, or spread over the grids by their number in proportion to households. */
  readonly withoutPlace: 'refuse' | 'spread';
}

/** The mapping that the headings suggest: an exact heading first, then one that contains the word. */
export function guessMapping(columns: readonly string[]): Mapping {
  const plain = columns.map((column) => column.trim().toLowerCase());
  const find = (names: readonly string[]) => columns[plain.findIndex((column) => names.includes(column))];
  const entries = Object.entries(FIELDS).flatMap(([field, names]) => {
    const column = find(names);
    return column === undefined ? [] : [[field, column]];
  });
  return Object.fromEntries(entries);
}

/** A row that can be imported. */
interface Draft {
  readonly text: string;
  readonly address: string | null;
  readonly category: string;
  readonly grid: string;
  readonly lon: number;
  readonly lat: number;
  readonly reportedAt: string;
}

const WHY = {
  empty: text('没有内容。', 'It has no text.'),
  long: text(`内容超过 ${TEXT_LIMIT} 字。`, `The text has more than ${TEXT_LIMIT} characters.`),
  time: text('时间看不懂，应如 2019/2/28 11:25:05。', 'The time cannot be read: it should be like 2019/2/28 11:25:05.'),
  category: text('没有这个类别编码。', 'There is no kind with this code.'),
  number: text('应为十进制度数。', 'It should be decimal degrees.'),
  outside: text('地点不在本区。', 'The place is outside the district.'),
  grid: text('没有这个网格。', 'There is no such grid.'),
  scope: text('地点不在您负责的区域。', 'The place is outside the area that you are responsible for.'),
  place: text('没有经纬度，也没有网格。', 'It has neither coordinates nor a grid.'),
} as const satisfies Record<string, Text>;

const FALLBACK = '1001';
const SPACES = /[\t ]*\n\s*/g;
const TIME = /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?/;

/** A time as lists write it, in Shanghai; ISO 8601 with a zone is taken as it is. */
export function readTime(value: string): string | undefined {
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value)) return new Date(value).toISOString();
  const parts = TIME.exec(value.trim());
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second) - 8 * 3_600_000;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

type Reader = (field: Field) => { column: string; value: string };

/** Reads one row; `bad` holds every fault that was found, not only the first. */
export function readRow(
  deps: MattersDeps,
  row: Row,
  number: number,
  options: ImportOptions,
): { draft?: Draft; bad: BadRow[] } {
  const bad: BadRow[] = [];
  const get: Reader = (field) => {
    const column = options.mapping[field] ?? '';
    return { column, value: column ? (row[column] ?? '').trim() : '' };
  };
  const fault = (field: Field, why: Text) => {
    bad.push({ row: number, column: options.mapping[field] ?? field, why });
  };
  const words = readText(get, fault);
  const reportedAt = readReportedAt(deps, get, fault);
  const category = readCategory(get, fault, words);
  const place = readPlace(deps, get, fault, options, number);
  if (bad.length > 0 || !place) return { bad };
  return { draft: { text: words, address: get('address').value || null, category, reportedAt, ...place }, bad };
}

type Fault = (field: Field, why: Text) => void;

function readText(get: Reader, fault: Fault): string {
  const subject = get('subject').value;
  const body = get('text').value.replace(/\r/g, '').replace(SPACES, '\n');
  const words = subject && body ? `【${subject}】${body}` : subject || body;
  if (words === '') fault('text', WHY.empty);
  if (words.length > TEXT_LIMIT) fault('text', WHY.long);
  return words;
}

function readReportedAt(deps: MattersDeps, get: Reader, fault: Fault): string {
  const { value } = get('time');
  if (value === '') return deps.clock().toISOString();
  const time = readTime(value);
  if (time === undefined) fault('time', WHY.time);
  return time ?? '';
}

function readCategory(get: Reader, fault: Fault, words: string): string {
  const { value } = get('category');
  if (value !== '' && !findCategory(value)) fault('category', WHY.category);
  return value || (suggestKinds(BASE_MODEL, words, 1)[0]?.category ?? FALLBACK);
}

type Spot = Pick<Draft, 'grid' | 'lon' | 'lat'>;

function readPlace(
  deps: MattersDeps,
  get: Reader,
  fault: Fault,
  options: ImportOptions,
  number: number,
): Spot | undefined {
  const [lon, lat, grid] = [get('lon').value, get('lat').value, get('grid').value];
  const field = lon !== '' || lat !== '' || grid === '' ? 'lon' : 'grid';
  let spot: Spot | undefined;
  if (lon !== '' || lat !== '') spot = atPoint(deps, Number(lon || Number.NaN), Number(lat || Number.NaN), fault);
  else if (grid !== '') spot = inGrid(deps, grid, fault);
  else if (options.withoutPlace === 'spread') spot = spread(deps, options.areas, get('number').value || String(number));
  else fault('lon', WHY.place);
  if (spot && !liesIn(options.areas, spot.grid)) fault(field, WHY.scope);
  return spot;
}

const liesIn = (areas: readonly string[], grid: string) => areas.some((area) => covers(area, grid));

function atPoint(deps: MattersDeps, lon: number, lat: number, fault: Fault): Spot | undefined {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    fault('lon', WHY.number);
    return undefined;
  }
  const located = deps.places.locate({ lon, lat });
  if (!located.inside) fault('lon', WHY.outside);
  return located.inside ? { grid: located.grid.code, lon, lat } : undefined;
}

function inGrid(deps: MattersDeps, code: string, fault: Fault): Spot | undefined {
  const grid = deps.places.grids().find((candidate) => candidate.code === code);
  if (!grid) fault('grid', WHY.grid);
  return grid && { grid: grid.code, ...grid.inside };
}

/** FNV-1a, 32 bits: the same number always falls into the same grid. */
function hash(value: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < value.length; i++) h = Math.imul(h ^ value.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** The stated rule for lists without places: the hash of the number picks a household of the importer's areas, and with it a grid. */
function spread(deps: MattersDeps, areas: readonly string[], number: string): Spot {
  const grids = deps.places.grids().filter(({ code }) => liesIn(areas, code));
  const households = grids.reduce((sum, grid) => sum + grid.households, 0);
  let left = hash(number) % households;
  for (const grid of grids) {
    if (left < grid.households) return { grid: grid.code, ...grid.inside };
    left -= grid.households;
  }
  throw new RangeError('these areas have no households');
}

function newMatter(deps: MattersDeps, draft: Draft, author: Author, at: string): NewMatter {
  const id = newId();
  const facts = {
    category: draft.category,
    grid: draft.grid,
    source: 'import' as const,
    reportedAt: draft.reportedAt,
    photos: 0,
  };
  const { entry, state, sealed } = nextEntry(deps, null, {
    id,
    action: 'report',
    facts,
    author,
    transaction: newId(),
    at,
    sealed: { text: draft.text, address: draft.address },
  });
  return {
    id,
    code: makeTrackingCode(deps.district, randomBytes(11)),
    key: null,
    lonE7: toE7(draft.lon),
    latE7: toE7(draft.lat),
    text: draft.text,
    address: draft.address,
    contact: null,
    words: wordsOf(`${draft.text} ${draft.address ?? ''}`),
    photos: [],
    released: null,
    salt: sealed!.salt,
    state,
    entry,
  };
}

export interface ImportResult {
  readonly imported: number;
  readonly bad: readonly BadRow[];
}

const BATCH = 500;

/** Checks every row; the number of a row is that of the sheet (the heading is row 1). */
export function checkRows(
  deps: MattersDeps,
  rows: readonly Row[],
  options: ImportOptions,
): { drafts: Draft[]; bad: BadRow[] } {
  const drafts: Draft[] = [];
  const bad: BadRow[] = [];
  rows.forEach((row, i) => {
    const result = readRow(deps, row, i + 2, options);
    bad.push(...result.bad);
    if (result.draft) drafts.push(result.draft);
  });
  return { drafts, bad };
}

/**
 * Imports the good rows in one transaction: all of them, or, when anything fails on the way, none.
 * `progress` is told the number of rows done; `finish` notes the end in the same transaction, so that nothing is imported twice.
 */
export async function importRows(
  deps: MattersDeps,
  drafts: readonly Draft[],
  author: Author,
  progress: (done: number) => Promise<void> | void,
  finish: (tx: Db) => Promise<unknown> = async () => {},
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    for (let from = 0; from < drafts.length; from += BATCH) {
      const at = deps.clock().toISOString();
      const matters = drafts.slice(from, from + BATCH).map((draft) => newMatter(deps, draft, author, at));
      await insertMatters(tx, matters);
      await tx.run(insertEntries(matters.map(({ entry }) => entry)));
      await progress(Math.min(from + BATCH, drafts.length));
    }
    await finish(tx);
  });
}
