import type { Polygon } from '../lattice.ts';
import { widestInMetres } from '../metres.ts';
import { joinFaces, type Regions, regionPolygons } from '../regions.ts';
import type { Change, ChangeReason, Decision, UnifyRule } from '../unify.ts';
import type { Arrangement } from './arrange.ts';
import { describeChange, keyOf } from './change.ts';
import { byOwner, greatest, measureBorders } from './groups.ts';

interface AwardOptions {
  readonly rule: UnifyRule;
  readonly toleranceM: number;
  readonly decisions: readonly Decision[];
}

/** Gives each region (connected faces with the same claims) to one cell, and keeps account of those with more or none. */
export class Awarding {
  readonly changes: Change[] = [];
  readonly #arrangement: Arrangement;
  readonly #options: AwardOptions;
  readonly #regions: Regions;
  /** The owner of each region; -1 as long as there is none. */
  readonly #owner: Int32Array;
  /** The polygons of the regions that are contested, empty or outside. */
  readonly #open: ReadonlyMap<number, Polygon[]>;
  readonly #lengths: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly #decided: ReadonlyMap<string, number>;

  constructor(arrangement: Arrangement, options: AwardOptions) {
    const { planar, setOf, claimants, isOutside, scale, ids } = arrangement;
    this.#arrangement = arrangement;
    this.#options = options;
    this.#regions = joinFaces(planar, (f) => (f === 0 ? -1 : setOf[f]));
    this.#owner = Int32Array.from(this.#regions.labels, (set) =>
      isOutside[set] || claimants[set].length !== 1 ? -1 : claimants[set][0],
    );
    this.#open = this.#openRegions();
    this.#lengths = measureBorders(planar, this.#regions.regionOf, scale, (region) => this.#open.has(region));
    const index = new Map(ids.map((id, i) => [id, i]));
    this.#decided = new Map(
      options.decisions.flatMap(({ key, to }) => (index.has(to) ? [[key, index.get(to) ?? -1]] : [])),
    );
  }

  #openRegions(): Map<number, Polygon[]> {
    const { planar, claimants, isOutside } = this.#arrangement;
    const { labels, regionOf } = this.#regions;
    const isOpen = labels.map((set, region) => (isOutside[set] ? claimants[set].length > 0 : this.#owner[region] < 0));
    const polygons = regionPolygons(planar, { labels, regionOf: regionOf.map((r) => (r >= 0 && isOpen[r] ? r : -1)) });
    return new Map(labels.flatMap((_, region) => (isOpen[region] ? [[region, polygons[region]] as const] : [])));
  }

  /** The owner of each face, -1 outside and where a wide gap stays open. */
  award(): Int32Array {
    for (const [region, polygons] of this.#open) {
      const set = this.#regions.labels[region];
      if (this.#arrangement.isOutside[set]) this.#note(region, -1, 'outside');
      else if (this.#decided.has(keyOf(polygons)))
        this.#give(region, this.#decided.get(keyOf(polygons)) ?? -1, 'decision');
    }
    const contested = [...this.#open.keys()].filter(
      (region) => this.#isPending(region) && this.#claimants(region).length > 1,
    );
    const winners = contested.map((region) => this.#winner(region));
    contested.forEach((region, i) => {
      this.#give(region, winners[i], this.#options.rule);
    });
    this.#fillGaps();
    return this.#regions.regionOf.map((region) => (region < 0 ? -1 : this.#owner[region]));
  }

  #claimants(region: number): readonly number[] {
    return this.#arrangement.claimants[this.#regions.labels[region]];
  }

  #isPending(region: number): boolean {
    return this.#owner[region] < 0 && !this.#arrangement.isOutside[this.#regions.labels[region]];
  }

  #winner(region: number): number {
    const claimants = this.#claimants(region);
    if (this.#options.rule === 'priority') return claimants[0];
    if (this.#options.rule === 'largest') return this.#largest(claimants);
    const lengths = byOwner(this.#lengths.get(region) ?? new Map(), (other) => this.#owner[other]);
    const own = new Map(claimants.map((cell) => [cell, lengths.get(cell) ?? 0]));
    return greatest(own) ?? claimants[0];
  }

  #largest(cells: readonly number[]): number {
    return greatest(new Map(cells.map((cell) => [cell, this.#arrangement.claimed2[cell]]))) ?? cells[0];
  }

  /** From the outside in, as a gap may have only other gaps beside it. Without a boundary wide gaps are left open. */
  #fillGaps(): void {
    let pending = [...this.#open.keys()].filter((region) => this.#isPending(region));
    if (!this.#arrangement.hasBoundary) {
      pending = pending.filter((region) => widestInMetres(this.#open.get(region) ?? []) <= this.#options.toleranceM);
    }
    for (let before = -1; pending.length !== before; ) {
      before = pending.length;
      const takers = pending.map((region) => this.#taker(region));
      pending = pending.filter((region, i) => {
        const taker = takers[i];
        if (taker !== undefined) this.#give(region, taker, 'gap');
        return taker === undefined;
      });
    }
  }

  #taker(region: number): number | undefined {
    const lengths = byOwner(this.#lengths.get(region) ?? new Map(), (other) => this.#owner[other]);
    if (lengths.size === 0) return undefined;
    return this.#options.rule === 'largest' ? this.#largest([...lengths.keys()]) : greatest(lengths);
  }

  #give(region: number, owner: number, why: ChangeReason): void {
    this.#owner[region] = owner;
    this.#note(region, owner, why);
  }

  #note(region: number, owner: number, why: ChangeReason): void {
    const { ids } = this.#arrangement;
    const from = this.#claimants(region)
      .filter((cell) => cell !== owner)
      .map((cell) => ids[cell]);
    this.changes.push(describeChange(this.#open.get(region) ?? [], from, owner < 0 ? null : ids[owner], why));
  }
}
