import { covers, type Text, text } from '#packages/kernel';
import type { Term } from '#packages/procedure';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind } from '../../access/contract.ts';
import { getCategory } from './categories.ts';

/**
 * The dispatch catalogue (派单目录, 北京接诉即办条例 11): who is responsible for which kind of matter in which place, and by which
 * case standard (立案条件、结案条件、处置时限; facts 1.3). A version is published once, from a date on, and never changed.
 */
export interface CatalogueRow {
  readonly category: string;
  /** District, street, community or grid: the most specific row that covers the place counts. */
  readonly area: string;
  readonly responsible: Named;
  readonly co: readonly Named[];
  /** At least one; several where the limit depends on what was found. */
  readonly standards: readonly Standard[];
}

/** A body by what it does, or one by its id. */
export type Named = { readonly kind: OrganisationKind } | { readonly unit: string };

export interface Standard {
  /** Unique within its row. */
  readonly id: string;
  /** 立案条件. */
  readonly opens: string;
  /** 结案条件. */
  readonly closes: string;
  /** 处置时限. */
  readonly term: Term;
}

/** What a dispatch was done by: kept in the ledger, so that its deadline can be derived from it for ever. */
export interface Under {
  readonly version: number;
  readonly area: string;
  readonly standard: string;
  readonly term: Term;
}

/** The owner being unclear, it waits with the district's centre, or its centre has chosen the unit (兜底). */
export type Caught = 'waiting' | 'assigned';

/** What the catalogue says of one matter; `version` null where none is in force. */
export interface Proposal {
  readonly version: number | null;
  readonly area: string | null;
  readonly unit: Organisation | null;
  readonly co: readonly Organisation[];
  readonly standards: readonly Standard[];
  /** The owner is unclear, the place is known: the district catches it (兜底, 北京接诉即办条例 12). */
  readonly caught: boolean;
  readonly why: Text;
}

/** The one row that counts for a place: the longest area that covers it. */
export const rowFor = (rows: readonly CatalogueRow[], category: string, grid: string): CatalogueRow | undefined =>
  rows
    .filter((row) => row.category === category && covers(row.area, grid))
    .sort((a, b) => b.area.length - a.area.length)[0];

const handles = ({ kind }: Organisation) => kind !== 'party';

/** The body of that name nearest to the place; undefined where none serves it. */
export const unitNamed = (named: Named, grid: string, organisations: readonly Organisation[]) =>
  organisations
    .filter((unit) => handles(unit) && covers(unit.area, grid))
    .filter((unit) => ('unit' in named ? unit.id === named.unit : unit.kind === named.kind))
    .sort((a, b) => b.area.length - a.area.length)[0] as Organisation | undefined;

interface Asked {
  readonly category: string;
  readonly grid: string;
  /** Name of the area of the row, for the reason. */
  readonly nameOf: (area: string) => string;
}

/** What a catalogue proposes, with the reason; without one, what the list of kinds says. */
export function propose(
  catalogue: { readonly version: number; readonly row: CatalogueRow | undefined } | null,
  { category, grid, nameOf }: Asked,
  organisations: readonly Organisation[],
): Proposal {
  if (catalogue === null) return proposeByKind(category, grid, organisations);
  const { version, row } = catalogue;
  const unit = row && unitNamed(row.responsible, grid, organisations);
  if (!row || !unit) return caughtBy(version, category, grid, organisations);
  const { zh, en } = getCategory(category).name;
  return {
    version,
    area: row.area,
    unit,
    co: row.co.flatMap((named) => unitNamed(named, grid, organisations) ?? []).filter(({ id }) => id !== unit.id),
    standards: row.standards,
    caught: false,
    why: text(
      `派单目录第 ${version} 版：${nameOf(row.area)}的“${zh}”由${unit.name}负责。`,
      `Dispatch catalogue, version ${version}: “${en}” in ${nameOf(row.area)} is for ${unit.name}.`,
    ),
  };
}

function caughtBy(version: number, category: string, grid: string, organisations: readonly Organisation[]): Proposal {
  const { zh, en } = getCategory(category).name;
  return {
    version,
    area: null,
    unit: unitNamed({ kind: 'district' }, grid, organisations) ?? null,
    co: [],
    standards: [],
    caught: true,
    why: text(
      `派单目录第 ${version} 版没有列明这里的“${zh}”由谁负责：由区兜底，区中心指定承办单位。`,
      `Dispatch catalogue, version ${version}, names nobody for “${en}” here: the district catches it, its centre chooses the unit.`,
    ),
  };
}

function proposeByKind(category: string, grid: string, organisations: readonly Organisation[]): Proposal {
  const { name, responsible } = getCategory(category);
  const kind = responsible as OrganisationKind;
  return {
    version: null,
    area: null,
    unit: unitNamed({ kind }, grid, organisations) ?? null,
    co: [],
    standards: [],
    caught: false,
    why: text(
      `尚未发布派单目录；按类别表，“${name.zh}”一般由${ORGANISATION_KINDS[kind].zh}负责。`,
      `No catalogue is published yet; by the list of kinds, “${name.en}” is as a rule for: ${ORGANISATION_KINDS[kind].en}.`,
    ),
  };
}

/** The standard that was chosen; the first of the row where nobody chose. */
export const standardOf = ({ standards }: Proposal, chosen: string | undefined): Standard | undefined =>
  chosen === undefined ? standards[0] : standards.find(({ id }) => id === chosen);

export function underOf(proposal: Proposal, chosen: string | undefined): Under | undefined {
  const standard = standardOf(proposal, chosen);
  if (proposal.version === null || proposal.area === null || !standard) return undefined;
  return { version: proposal.version, area: proposal.area, standard: standard.id, term: standard.term };
}
