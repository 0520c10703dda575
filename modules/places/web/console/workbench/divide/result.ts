import type { Barrier, Divided, DivideReport, ProblemKind } from '#packages/coverage/divide';
import type { Text } from '#packages/kernel';
import type { AreaShape } from '../../../../core/published.ts';
import { gridCode, nextCode, numberOf, usualName } from '../codes.ts';
import { newGrid, type WorkingGrid } from '../work.ts';
import { type Followed, followedBy } from './crossings.ts';
import type { Task } from './plan.ts';
import type { DivideMode } from './settings.ts';

/** A community as it would be divided. */
export interface Division {
  readonly community: AreaShape;
  readonly before: readonly WorkingGrid[];
  readonly grids: readonly WorkingGrid[];
  /** Of the grids, in their order: 4 pi area / perimeter^2. */
  readonly compactness: readonly number[];
  /** Households that come into another grid than the one that continues theirs; null when it began anew. */
  readonly moved: number | null;
  /** Metres of border between grids; along roads and rivers only where these alone were followed. */
  readonly border: { readonly lengthM: number; readonly alongM: number | null };
  readonly followed: readonly Followed[];
  readonly cutCompounds: readonly string[];
  /** What is not as it was asked for, and why, with the codes that the grids get. */
  readonly problems: readonly Text[];
}

/**
 * The answer of the engine as grids of the working coverage. Anew they are numbered from 001, row by row, around the
 * dedicated grids that stay. Otherwise a grid that continues another keeps its code, name and kind, and new ones get
 * the next numbers. `taken`: codes that are or were in use.
 */
export function divisionOf(
  task: Task,
  { grids, report }: Divided,
  mode: DivideMode,
  taken: readonly string[],
): Division {
  const { community, before, kept, request } = task;
  const codes = mode === 'keep' && report.continues ? keptCodes(task, report, taken) : newCodes(task, report);
  const earlier = new Map(before.map((grid) => [grid.code, grid]));
  const households = wholeNumbers(report.grids.map((grid) => grid.households));
  const made = grids.map(({ id, polygons }, i): WorkingGrid => {
    const code = codes.get(id) ?? id;
    const former = mode === 'keep' ? earlier.get(code) : undefined;
    const grid = former ?? { ...newGrid(code, polygons), name: usualName(community.name, code) };
    return { ...grid, polygons, households: households[i] };
  });
  return {
    community,
    before,
    grids: made,
    compactness: report.grids.map(({ compactness }) => compactness),
    moved: report.movedHouseholds === undefined ? null : Math.round(report.movedHouseholds),
    border: {
      lengthM: report.border.lengthM,
      alongM: mode === 'keep' ? null : report.border.alongBarriersM,
    },
    followed: followedBy([...made, ...kept], notable(request.barriers ?? [])),
    cutCompounds: report.cutCompounds,
    problems: problemsOf(report, community, new Map(made.map(({ name }, i) => [grids[i].id, name]))),
  };
}

const notable = (barriers: readonly Barrier[]): Barrier[] =>
  barriers.filter(({ kind }) => kind === 'river' || kind === 'main');

function newCodes({ community, kept }: Task, report: DivideReport): Map<string, string> {
  const occupied = new Set(kept.map(({ code }) => numberOf(code)));
  const codes = new Map<string, string>();
  let number = 0;
  for (const { id } of report.grids) {
    do number += 1;
    while (occupied.has(number));
    codes.set(id, gridCode(community.code, number));
  }
  return codes;
}

function keptCodes({ community }: Task, report: DivideReport, taken: readonly string[]): Map<string, string> {
  const codes = new Map(Object.entries(report.continues ?? {}));
  const used = [...taken];
  for (const { id } of report.grids) {
    if (codes.has(id)) continue;
    const code = nextCode(community.code, used);
    used.push(code);
    codes.set(id, code);
  }
  return codes;
}

/** Whole numbers with the same sum, each within one of what it was. */
export function wholeNumbers(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    const before = Math.round(sum);
    sum += value;
    return Math.round(sum) - before;
  });
}

/** What concerns a whole community first; names instead of codes. `names`: of the grids, by the id that the engine gave. */
function problemsOf(report: DivideReport, { code, name }: AreaShape, names: ReadonlyMap<string, string>): Text[] {
  const rename = (sentence: string): string =>
    sentence
      .replace(/(网格|Grid )?(\d{15})/g, (_, word, id) => (names.has(id) ? `“${names.get(id)}”` : `${word ?? ''}${id}`))
      .replaceAll(code, `“${name}”`);
  const isOfGrid = ({ kind }: { readonly kind: ProblemKind }): boolean => kind === 'out_of_range';
  return report.problems
    .toSorted((a, b) => Number(isOfGrid(a)) - Number(isOfGrid(b)))
    .map(({ text: { zh, en } }) => ({ zh: rename(zh), en: rename(en).replaceAll(/“(.*?)”/g, '"$1"') }));
}

/** Several communities taken together. */
export interface DivisionSum {
  readonly loads: readonly number[];
  readonly households: number;
  readonly compactness: { readonly mean: number; readonly least: number };
  readonly borderM: number;
  readonly alongM: number | null;
  readonly followed: readonly Followed[];
  readonly cutCompounds: readonly string[];
  readonly moved: number | null;
  readonly problems: readonly Text[];
}

export function sumOf(divisions: readonly Division[]): DivisionSum {
  const loads = divisions.flatMap(({ grids }) => grids.map(({ households }) => households));
  const forms = divisions.flatMap(({ compactness }) => compactness);
  const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const moves = divisions.flatMap(({ moved }) => (moved === null ? [] : [moved]));
  return {
    loads,
    households: add(loads),
    compactness: { mean: add(forms) / Math.max(1, forms.length), least: Math.min(1, ...forms) },
    borderM: add(divisions.map(({ border }) => border.lengthM)),
    alongM: divisions.some(({ border }) => border.alongM === null)
      ? null
      : add(divisions.map(({ border }) => border.alongM ?? 0)),
    followed: followedTogether(divisions.flatMap(({ followed }) => followed)),
    cutCompounds: divisions.flatMap(({ cutCompounds }) => cutCompounds),
    moved: moves.length === 0 ? null : add(moves),
    problems: divisions.flatMap(({ problems }) => problems),
  };
}

function followedTogether(all: readonly Followed[]): Followed[] {
  const sums = new Map<Followed['kind'], Followed>();
  for (const { kind, followedM, crossedM } of all) {
    const known = sums.get(kind) ?? { kind, followedM: 0, crossedM: 0 };
    sums.set(kind, { kind, followedM: known.followedM + followedM, crossedM: known.crossedM + crossedM });
  }
  return [...sums.values()];
}

/** The change of the working coverage: all grids that were there go, the new ones come. */
export const changeOf = (divisions: readonly Division[]) => ({
  remove: divisions.flatMap(({ before }) => before.map(({ code }) => code)),
  put: divisions.flatMap(({ grids }) => grids),
});
