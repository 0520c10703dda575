import { widthInMetres } from '../metres.ts';
import { joinFaces, type Regions, regionPolygons } from '../regions.ts';
import type { Change, Decision } from '../unify.ts';
import type { Arrangement } from './arrange.ts';
import { describeChange, keyOf } from './change.ts';
import { byOwner, greatest, measureBorders } from './groups.ts';

/** A cell whose whole remainder is a sliver stays if it is at least this share of what it claimed. */
const THIN_CELL_SHARE = 0.5;

/**
 * Gives parts of a cell that are apart from its main part, and slivers, to the neighbour with the longest border,
 * changing `owner` (of each face) in place. On each island of the boundary a cell may have one part.
 */
export function absorbParts(
  arrangement: Arrangement,
  owner: Int32Array,
  options: { toleranceM: number; decisions: readonly Decision[] },
): Change[] {
  const changes: Change[] = [];
  const decided = new Map(options.decisions.map(({ key, to }) => [key, arrangement.ids.indexOf(to)]));
  // Each round joins at least one part to another, so there are fewer parts after it.
  for (;;) {
    const parts = joinFaces(arrangement.planar, (f) => owner[f]);
    const stray = findStray(arrangement, owner, parts, options.toleranceM);
    const moves = planMoves(arrangement, parts, stray, decided);
    if (moves.size === 0) return changes;
    const only = { labels: parts.labels, regionOf: parts.regionOf.map((part) => (moves.has(part) ? part : -1)) };
    const polygons = regionPolygons(arrangement.planar, only);
    for (const [part, { to, why }] of moves) {
      const { ids } = arrangement;
      changes.push(describeChange(polygons[part], [ids[parts.labels[part]]], ids[to], why));
    }
    parts.regionOf.forEach((part, f) => {
      owner[f] = moves.get(part)?.to ?? owner[f];
    });
  }
}

/** The parts that should not stay, and why. */
function findStray(
  arrangement: Arrangement,
  owner: Int32Array,
  parts: Regions,
  toleranceM: number,
): Map<number, 'part' | 'sliver'> {
  const { planar, claimed2 } = arrangement;
  const areas = new Float64Array(parts.labels.length);
  const islandOf = new Int32Array(parts.labels.length);
  const islands = joinFaces(planar, (f) => (owner[f] < 0 ? -1 : 0));
  parts.regionOf.forEach((part, f) => {
    if (part < 0) return;
    areas[part] += planar.faceArea2[f];
    islandOf[part] = islands.regionOf[f];
  });
  const main = new Map<number, number>();
  const siteOf = (part: number): number => parts.labels[part] * islands.labels.length + islandOf[part];
  parts.labels.forEach((_, part) => {
    const known = main.get(siteOf(part));
    if (known === undefined || areas[part] > areas[known]) main.set(siteOf(part), part);
  });
  const stray = new Map<number, 'part' | 'sliver'>();
  const small = parts.labels.map((cell, part) => areas[part] < THIN_CELL_SHARE * claimed2[cell]);
  const slivers = findSlivers(arrangement, parts, (part) => small[part], toleranceM);
  parts.labels.forEach((_, part) => {
    if (slivers.has(part)) stray.set(part, 'sliver');
    else if (main.get(siteOf(part)) !== part) stray.set(part, 'part');
  });
  return stray;
}

function findSlivers(
  { planar }: Arrangement,
  parts: Regions,
  isSmall: (part: number) => boolean,
  toleranceM: number,
): Set<number> {
  const only = {
    labels: parts.labels,
    regionOf: parts.regionOf.map((part) => (part >= 0 && isSmall(part) ? part : -1)),
  };
  const slivers = new Set<number>();
  regionPolygons(planar, only).forEach((polygons, part) => {
    if (polygons.length > 0 && polygons.every((polygon) => widthInMetres(polygon) <= toleranceM)) slivers.add(part);
  });
  return slivers;
}

/** Who gets each stray part. Of two that touch only one moves in a round, the one that comes first. */
function planMoves(
  { planar, scale }: Arrangement,
  parts: Regions,
  stray: ReadonlyMap<number, 'part' | 'sliver'>,
  decided: ReadonlyMap<string, number>,
): Map<number, { to: number; why: 'part' | 'sliver' | 'decision' }> {
  const moves = new Map<number, { to: number; why: 'part' | 'sliver' | 'decision' }>();
  if (stray.size === 0) return moves;
  const lengths = measureBorders(planar, parts.regionOf, scale, (part) => stray.has(part));
  const only = { labels: parts.labels, regionOf: parts.regionOf.map((part) => (stray.has(part) ? part : -1)) };
  const polygons = regionPolygons(planar, only);
  for (const [part, why] of stray) {
    const beside = lengths.get(part) ?? new Map<number, number>();
    if ([...beside.keys()].some((other) => moves.has(other))) continue;
    const word = decided.get(keyOf(polygons[part]));
    if (word === parts.labels[part]) continue;
    const to = word !== undefined && word >= 0 ? word : greatest(byOwner(beside, (other) => parts.labels[other]));
    if (to !== undefined) moves.set(part, { to, why: word === to ? 'decision' : why });
  }
  return moves;
}
