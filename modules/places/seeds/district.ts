import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection } from 'geojson';
import type { Cell } from '#packages/coverage';
import { dissolve } from '#packages/coverage/divide';
import { projectRoot } from '#packages/server-kit';
import { type ArcFile, type ArcRef, decodeLine, ringReader } from './arcs.ts';
import type { BaseFile } from './base-map.ts';

export type AreaLevel = 'district' | 'street' | 'community';

export interface SeedArea {
  /** 6, 9 or 12 digits. */
  readonly code: string;
  /** What people call it: 平江街道, 观前社区, 梅巷村. */
  readonly name: string;
  /** As published: of a community the name of its committee, 观前社区居委会. */
  readonly official: string;
  readonly level: AreaLevel;
  readonly parent: string | null;
  readonly cell: Cell;
}

export interface SeedGrid {
  /** 15 digits: that of the community, and 001, 002, ... from west to east, north to south. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'comprehensive';
  readonly households: number;
  readonly community: string;
  readonly cell: Cell;
}

export interface SeedDistrict {
  /** Parents before children. */
  readonly areas: readonly SeedArea[];
  readonly grids: readonly SeedGrid[];
  /** Illustrative, unnamed; `kind` is river, main, road or park. Degrees. */
  readonly base: FeatureCollection;
}

export interface AreasFile {
  readonly source: string;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}

export interface GridsFile extends ArcFile {
  readonly source: string;
  readonly grids: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: 'comprehensive';
    readonly households: number;
    readonly rings: readonly (readonly ArcRef[])[];
  }[];
}

/** The demo district as it is carried in the project. All borders inside it are illustrative (示意边界). */
export const readDemoDistrict = (): SeedDistrict =>
  readDistrict(readPart<AreasFile>('areas'), readPart<GridsFile>('grids'), readPart<BaseFile>('base'));

const readPart = <T>(part: string): T =>
  JSON.parse(readFileSync(join(projectRoot, `modules/places/seeds/320508.${part}.json`), 'utf8')) as T;

/**
 * Puts the files of a district together. Areas are the exact unions of their children: the borders of communities,
 * streets and district are those of the grids. Throws RangeError when a reference or a code leads nowhere.
 */
export function readDistrict(areas: AreasFile, grids: GridsFile, base: BaseFile): SeedDistrict {
  const ringOf = ringReader(grids);
  const read = grids.grids.map(({ rings, ...grid }) => ({
    ...grid,
    community: grid.code.slice(0, 12),
    cell: { id: grid.code, polygons: [rings.map(ringOf)] },
  }));
  const children = groupUnder(read.map((grid) => grid.cell));
  return { areas: areas.areas.map((area) => areaOf(area, children)), grids: read, base: readBase(base) };
}

/** The cells directly below each community, street and district. */
function groupUnder(grids: readonly Cell[]): Map<string, readonly Cell[]> {
  const children = new Map<string, readonly Cell[]>();
  let cells = grids;
  for (const length of [12, 9, 6]) {
    const groups = new Map<string, Cell[]>();
    for (const cell of cells) {
      const parent = cell.id.slice(0, length);
      const list = groups.get(parent);
      if (list) list.push(cell);
      else groups.set(parent, [cell]);
    }
    for (const [code, list] of groups) children.set(code, list);
    cells = [...groups].map(unite);
  }
  return children;
}

const unite = ([id, cells]: [string, readonly Cell[]]): Cell => ({
  id,
  polygons: dissolve(cells.flatMap((cell) => cell.polygons.flat())),
});

const LEVELS: Readonly<Record<number, AreaLevel>> = { 6: 'district', 9: 'street', 12: 'community' };
const PARENT_LENGTH: Readonly<Record<AreaLevel, number>> = { district: 0, street: 6, community: 9 };

function areaOf({ code, name }: { code: string; name: string }, children: Map<string, readonly Cell[]>): SeedArea {
  const level = LEVELS[code.length];
  const cells = children.get(code);
  if (!level || !cells) throw new RangeError(`area ${code} ${name} has no grids`);
  return {
    code,
    name: shortName(name),
    official: name,
    level,
    parent: code.slice(0, PARENT_LENGTH[level]) || null,
    cell: unite([code, cells]),
  };
}

/** 观前社区居委会 -> 观前社区, 梅巷村委会 -> 梅巷村: the place, not its committee. */
export const shortName = (official: string): string => official.replace(/居委会$|(?<=村)委会$/, '');

function readBase({ origin, source: _, ...parts }: BaseFile): FeatureCollection {
  const features = Object.entries(parts).flatMap(([kind, lines]) =>
    (lines as readonly (readonly number[])[]).map((line): Feature => feature(kind, degrees(line, origin))),
  );
  return { type: 'FeatureCollection', features };
}

function feature(kind: string, line: number[][]): Feature {
  const geometry: Feature['geometry'] =
    kind === 'park'
      ? { type: 'Polygon', coordinates: [[...line, line[0]]] }
      : { type: 'LineString', coordinates: line };
  return { type: 'Feature', properties: { kind }, geometry };
}

function degrees(steps: readonly number[], origin: readonly [number, number]): number[][] {
  const line = decodeLine(steps, origin);
  return Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i] / 1e7, line[2 * i + 1] / 1e7]);
}
