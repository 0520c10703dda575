import type { Planar } from '../planar.ts';
import type { Barrier, DivideInput, Problem } from './input.ts';
import { lengthOf, type Units } from './units.ts';

export interface GridFigures {
  readonly id: string;
  readonly households: number;
  readonly areaM2: number;
  readonly perimeterM: number;
  /** Polsby and Popper (1991): 4 pi area / perimeter^2; a circle has 1, a square 0.785. */
  readonly compactness: number;
}

export interface BarrierFigures {
  readonly id: string;
  readonly lengthM: number;
  /** Metres along which a border runs, and metres with the same grid on both sides. */
  readonly followedM: number;
  readonly crossedM: number;
}

export interface DivideReport {
  readonly grids: readonly GridFigures[];
  readonly households: {
    readonly total: number;
    readonly mean: number;
    readonly min: number;
    readonly max: number;
    /** The greatest |load / mean of its community - 1|. */
    readonly deviation: number;
  };
  readonly compactness: { readonly mean: number; readonly min: number };
  /** Inner borders, metres: in all, and along barriers. */
  readonly border: { readonly lengthM: number; readonly alongBarriersM: number };
  readonly barriers: readonly BarrierFigures[];
  /** Compounds that lie in more than one grid. Zero, unless a community's border cuts them. */
  readonly cutCompounds: readonly string[];
  /** Households that are in another grid than in `previous`; undefined without it. */
  readonly movedHouseholds?: number;
  /** With `previous`: the id of each grid that continues a former one, and the id of that. */
  readonly continues?: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

export interface Measured {
  readonly units: Units;
  /** Grid of each unit. */
  readonly gridOfUnit: Int32Array;
  readonly ids: readonly string[];
  readonly communityOfGrid: readonly number[];
  readonly problems: readonly Problem[];
  readonly movedHouseholds?: number;
  readonly continues?: Readonly<Record<string, string>>;
}

export function reportOn(input: DivideInput, measured: Measured): DivideReport {
  const grids = figuresOf(measured);
  const loads = grids.map((grid) => grid.households);
  const total = loads.reduce((a, b) => a + b, 0);
  const forms = grids.map((grid) => grid.compactness);
  const barriers = barrierFigures(input.barriers ?? [], measured);
  return {
    grids,
    households: {
      total,
      mean: total / Math.max(1, loads.length),
      min: least(loads),
      max: -least(loads.map((load) => -load)),
      deviation: deviation(loads, measured.communityOfGrid),
    },
    compactness: { mean: forms.reduce((a, b) => a + b, 0) / Math.max(1, forms.length), min: least(forms) },
    border: innerBorder(measured),
    barriers,
    cutCompounds: cutCompounds(input.barriers ?? [], measured),
    ...(measured.movedHouseholds === undefined ? {} : { movedHouseholds: measured.movedHouseholds }),
    ...(measured.continues && { continues: measured.continues }),
    problems: measured.problems,
  };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);

function deviation(loads: readonly number[], community: readonly number[]): number {
  const sums = new Map<number, { total: number; grids: number }>();
  loads.forEach((load, g) => {
    const sum = sums.get(community[g]) ?? { total: 0, grids: 0 };
    sums.set(community[g], { total: sum.total + load, grids: sum.grids + 1 });
  });
  return loads.reduce((worst, load, g) => {
    const sum = sums.get(community[g]);
    const mean = sum ? sum.total / sum.grids : 0;
    return mean > 0 ? Math.max(worst, Math.abs(load / mean - 1)) : worst;
  }, 0);
}

const gridOfFace = ({ units, gridOfUnit }: Measured): Int32Array =>
  units.unitOfFace.map((unit) => (unit < 0 ? -1 : gridOfUnit[unit]));

function figuresOf(measured: Measured): GridFigures[] {
  const { units, gridOfUnit, ids } = measured;
  const grid = gridOfFace(measured);
  const { planar, scale, graph } = units;
  const area = new Float64Array(ids.length);
  const perimeter = new Float64Array(ids.length);
  const households = new Float64Array(ids.length);
  for (let face = 1; face < grid.length; face++) if (grid[face] >= 0) area[grid[face]] += planar.faceArea2[face];
  for (let h = 0; h < planar.face.length; h++) {
    const own = grid[planar.face[h]];
    if (own >= 0 && own !== grid[planar.face[h ^ 1]]) perimeter[own] += lengthOf(planar, h, scale);
  }
  for (let unit = 0; unit < graph.size; unit++) households[gridOfUnit[unit]] += graph.weight[unit];
  return ids.map((id, g) => {
    const areaM2 = (area[g] / 2) * scale.x * scale.y;
    return {
      id,
      households: households[g],
      areaM2,
      perimeterM: perimeter[g],
      compactness: (4 * Math.PI * areaM2) / perimeter[g] ** 2,
    };
  });
}

function innerBorder(measured: Measured): { lengthM: number; alongBarriersM: number } {
  let lengthM = 0;
  let alongBarriersM = 0;
  eachEdge(measured, (h, left, right, planar) => {
    if (left < 0 || right < 0 || left === right) return;
    const length = lengthOf(planar, h, measured.units.scale);
    lengthM += length;
    if (measured.units.barrierOfEdge[h >> 1] >= 0) alongBarriersM += length;
  });
  return { lengthM, alongBarriersM };
}

function eachEdge(measured: Measured, visit: (h: number, left: number, right: number, planar: Planar) => void): void {
  const { planar } = measured.units;
  const grid = gridOfFace(measured);
  for (let h = 0; h < planar.face.length; h += 2) visit(h, grid[planar.face[h]], grid[planar.face[h + 1]], planar);
}

function barrierFigures(barriers: readonly Barrier[], measured: Measured): BarrierFigures[] {
  const figures = barriers.map(({ id }) => ({ id, lengthM: 0, followedM: 0, crossedM: 0 }));
  eachEdge(measured, (h, left, right, planar) => {
    const barrier = measured.units.barrierOfEdge[h >> 1];
    if (barrier < 0) return;
    const length = lengthOf(planar, h, measured.units.scale);
    figures[barrier].lengthM += length;
    if (left !== right) figures[barrier].followedM += length;
    else figures[barrier].crossedM += length;
  });
  return figures;
}

function cutCompounds(barriers: readonly Barrier[], { units, gridOfUnit }: Measured): string[] {
  const compounds = new Set(barriers.filter(({ kind }) => kind === 'compound').map(({ id }) => id));
  const gridsOf = new Map<string, Set<number>>();
  units.name.forEach((name, unit) => {
    if (name === undefined || !compounds.has(name)) return;
    gridsOf.set(name, (gridsOf.get(name) ?? new Set()).add(gridOfUnit[unit]));
  });
  return [...gridsOf].filter(([, grids]) => grids.size > 1).map(([id]) => id);
}
