import { type AreaLevel, type Text, text } from '#packages/kernel';
import type { operations } from './core/api.ts';

export const GRID_KINDS = {
  comprehensive: text('综合网格', 'Comprehensive grid'),
  dedicated: text('专属网格', 'Dedicated grid'),
} as const satisfies Record<string, Text>;
export type GridKind = keyof typeof GRID_KINDS;

/** Households of a grid as the standards have them (舟山网格条例 9); outside it a plan warns, and goes on. */
export const USUAL_HOUSEHOLDS = { grid: [300, 500], micro: [50, 80] } as const;

/** Coordinate systems accepted at the door; everything inside is WGS 84 / CGCS2000. */
export const CRS = {
  wgs84: text('WGS 84 / CGCS2000', 'WGS 84 / CGCS2000'),
  gcj02: text('GCJ-02（高德、腾讯）', 'GCJ-02 (Amap, Tencent)'),
  bd09: text('BD-09（百度）', 'BD-09 (Baidu)'),
} as const satisfies Record<string, Text>;
export type Crs = keyof typeof CRS;

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly level: AreaLevel;
  readonly parent: string | null;
}

export interface Grid {
  readonly code: string;
  readonly name: string;
  readonly kind: GridKind;
  readonly households: number;
  /** Names of the community and street that it lies in, so that nobody has to read a code. */
  readonly community: string;
  readonly street: string;
}

/** Degrees, WGS 84. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

export type Located =
  | { readonly inside: true; readonly grid: Grid; readonly point: Point }
  | { readonly inside: false; readonly nearest: Grid; readonly metres: number };

/** What other modules may ask; injected by the composition. All answers come from the published plan, held in memory. */
export interface PlacesQueries {
  district(): Area;
  /** The plan in force and since when: matters follow it into their grids. */
  plan(): { readonly id: string; readonly since: string };
  /** Exactly one grid for every point of the district; outside it, the nearest grid and how far it is. */
  locate(point: Point, crs?: Crs): Located;
  findGrid(code: string): Grid | undefined;
  /** Name of any area or grid; the code itself where it is unknown. */
  nameOf(code: string): string;
  /** All grids in the order of their codes, each with a point that lies inside it. */
  grids(): readonly (Grid & { readonly inside: Point })[];
}

/** The module's HTTP operations, for typed clients in other modules' screens. */
export type PlacesApi = typeof operations;
