import type { Scale } from '../metres.ts';
import type { Planar } from '../planar.ts';

/** How long the border of each wanted group of faces is with each other group, in metres; -1 stands for no group. */
export function measureBorders(
  planar: Planar,
  groupOf: Int32Array,
  scale: Scale,
  isWanted: (group: number) => boolean,
): Map<number, Map<number, number>> {
  const { face, origin, vx, vy } = planar;
  const borders = new Map<number, Map<number, number>>();
  for (let h = 0; h < face.length; h++) {
    const group = groupOf[face[h]];
    const neighbour = groupOf[face[h ^ 1]];
    if (group < 0 || group === neighbour || !isWanted(group)) continue;
    const a = origin[h];
    const b = origin[h ^ 1];
    const length = Math.hypot((vx[b] - vx[a]) * scale.x, (vy[b] - vy[a]) * scale.y);
    const lengths = borders.get(group) ?? new Map<number, number>();
    lengths.set(neighbour, (lengths.get(neighbour) ?? 0) + length);
    borders.set(group, lengths);
  }
  return borders;
}

/** The key with the greatest value; of equals, the smallest key. */
export function greatest(values: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [key, value] of values) {
    const known = best === undefined ? -Infinity : (values.get(best) ?? -Infinity);
    if (value > known || (value === known && best !== undefined && key < best)) best = key;
  }
  return best;
}

/** The sums of the lengths by owner of the neighbouring groups, without groups that have none. */
export function byOwner(lengths: ReadonlyMap<number, number>, ownerOf: (group: number) => number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [group, length] of lengths) {
    const owner = group < 0 ? -1 : ownerOf(group);
    if (owner >= 0) sums.set(owner, (sums.get(owner) ?? 0) + length);
  }
  return sums;
}
