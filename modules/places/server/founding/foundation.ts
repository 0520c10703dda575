import { type Cell, type CheckReport, check, checkWithin, dissolve, type Fault } from '#packages/coverage';
import type { FeatureCell } from '#packages/geo-formats';
import { type Text, text } from '#packages/kernel';
import type { SeedArea, SeedDistrict, SeedGrid } from '../../seeds/district.ts';

/** Names of the fields of a layer of areas. */
export interface AreaFields {
  /** 12 digits of a community; also 9 of a street, 6 of the district. */
  readonly code: string;
  readonly name: string;
  /** Name of the street, on a community: needed where the layer has no polygons of streets. */
  readonly street: string;
  readonly households: string;
}

/** Either a district that can be founded, or why not: what is wrong with the rows, or where the communities are no coverage. */
export type Foundation =
  | { readonly sound: true; readonly district: SeedDistrict }
  | { readonly sound: false; readonly wrong: readonly Text[]; readonly faults: readonly Fault[] };

interface Row {
  readonly code: string;
  readonly name: string;
  readonly street: string;
  readonly households: number;
  readonly cell: Cell;
}

/** The most rows that are told one by one. */
const MOST = 40;

const wordOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());

function rowOf({ properties, polygons }: FeatureCell, fields: AreaFields): Row {
  const code = wordOf(properties[fields.code]);
  const households = Number(properties[fields.households] ?? 0);
  return {
    code,
    name: wordOf(properties[fields.name]),
    street: wordOf(properties[fields.street]),
    households: Number.isSafeInteger(households) && households > 0 ? households : 0,
    cell: { id: code, polygons },
  };
}

/**
 * Makes a district of a layer of its communities (and, where there are any, its streets): streets and district are the exact unions of
 * their communities, and each community is one grid to begin with, to be divided later.
 */
export function foundationOf(
  district: { readonly code: string; readonly name: string },
  features: readonly FeatureCell[],
  fields: AreaFields,
): Foundation {
  const rows = features.map((feature) => rowOf(feature, fields));
  const wrong = rows.flatMap((row, i) => wrongWith(row, i, district.code, fields));
  const communities = rows.filter(({ code }) => code.length === 12);
  const streets = streetNames(rows);
  wrong.push(...wrongTogether(rows, communities, streets, fields));
  if (wrong.length > 0) return { sound: false, wrong: wrong.slice(0, MOST), faults: [] };
  const { valid, faults } = checked(communities, rows);
  if (!valid) return { sound: false, wrong: [], faults };
  return { sound: true, district: assemble(district, communities, streets) };
}

function wrongWith({ code, name }: Row, at: number, district: string, { code: field }: AreaFields): Text[] {
  const place = text(`第 ${at + 1} 个要素`, `feature ${at + 1}`);
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(code)) {
    return [
      text(
        `${place.zh}：字段“${field}”应为 6、9 或 12 位数字，现为“${code}”。`,
        `${place.en}: the field "${field}" holds 6, 9 or 12 digits, not "${code}".`,
      ),
    ];
  }
  if (!code.startsWith(district)) {
    return [text(`${place.zh}：${code} 不属于 ${district}。`, `${place.en}: ${code} is not of ${district}.`)];
  }
  if (name === '' && code.length > 6)
    return [text(`${place.zh}：${code} 没有名称。`, `${place.en}: ${code} has no name.`)];
  return [];
}

/** Names of streets by their codes: of their own features, else as their communities say. */
function streetNames(rows: readonly Row[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { code, street } of rows) if (code.length === 12 && street !== '') names.set(code.slice(0, 9), street);
  for (const { code, name } of rows) if (code.length === 9) names.set(code, name);
  return names;
}

function wrongTogether(
  rows: readonly Row[],
  communities: readonly Row[],
  streets: ReadonlyMap<string, string>,
  { street }: AreaFields,
): Text[] {
  const wrong: Text[] = [];
  if (communities.length === 0) {
    wrong.push(text('图层中没有社区（12 位编码）。', 'The layer has no community (a code of 12 digits).'));
  }
  const seen = new Set<string>();
  for (const { code } of rows) {
    if (seen.has(code)) wrong.push(text(`编码 ${code} 重复。`, `The code ${code} comes twice.`));
    seen.add(code);
  }
  for (const code of new Set(communities.map((row) => row.code.slice(0, 9)))) {
    if (!streets.has(code)) {
      wrong.push(
        text(
          `街道 ${code} 没有名称：请在图层中加入街道面，或在社区上填写字段“${street}”。`,
          `Street ${code} has no name: add its polygon to the layer, or fill in the field "${street}" of its communities.`,
        ),
      );
    }
  }
  return wrong;
}

/** Communities are a coverage; where streets or the district have polygons of their own, the communities cover these. */
function checked(communities: readonly Row[], rows: readonly Row[]): Pick<CheckReport, 'valid' | 'faults'> {
  const cells = communities.map(({ cell }) => cell);
  const whole = check(cells);
  if (!whole.valid) return whole;
  for (const length of [9, 6]) {
    const parents = rows.filter(({ code }) => code.length === length).map(({ cell }) => cell);
    if (parents.length === 0) continue;
    const within = checkWithin(cells, parents);
    if (!within.valid) return within;
  }
  return whole;
}

function assemble(
  district: { readonly code: string; readonly name: string },
  communities: readonly Row[],
  streets: ReadonlyMap<string, string>,
): SeedDistrict {
  const ordered = communities.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const under = (code: string) => ordered.filter((row) => row.code.startsWith(code)).map(({ cell }) => cell);
  const area = (code: string, name: string, level: SeedArea['level'], parent: string | null): SeedArea => {
    const cells = under(code);
    const cell = { id: code, polygons: cells.length === 1 ? cells[0].polygons : dissolve(cells) };
    return { code, name, official: name, level, parent, cell };
  };
  const wanted = new Set(ordered.map(({ code }) => code.slice(0, 9)));
  return {
    areas: [
      area(district.code, district.name, 'district', null),
      ...[...wanted].sort().map((code) => area(code, streets.get(code) ?? code, 'street', district.code)),
      ...ordered.map(({ code, name }) => area(code, name, 'community', code.slice(0, 9))),
    ],
    grids: ordered.map(firstGrid),
    base: { type: 'FeatureCollection', features: [] },
  };
}

const firstGrid = ({ code, name, households, cell }: Row): SeedGrid => ({
  code: `${code}001`,
  name: `${name}第一网格`,
  kind: 'comprehensive',
  households,
  community: code,
  cell: { id: `${code}001`, polygons: cell.polygons },
});
