import { E7_PER_DEGREE } from '../lattice.ts';
import type { LocatorIndex } from './build.ts';
import { EDGE, HEADER, STEP } from './record.ts';

/** A cell and its distance from a point. */
export interface Nearest {
  readonly index: number;
  readonly metres: number;
}

/** Searches the squares around a point outside all cells, ring by ring, until nothing nearer can come. */
export function findNearest(
  index: LocatorIndex,
  x: number,
  y: number,
  scale: { lon: number; lat: number },
): Nearest | undefined {
  const { minX, minY, shiftX, shiftY, columns, table } = index;
  if (table.length === 0) return undefined;
  const rows = table.length / columns;
  const mx = scale.lon / E7_PER_DEGREE;
  const my = scale.lat / E7_PER_DEGREE;
  const column = Math.min(columns - 1, Math.max(0, Math.floor((x - minX) / 2 ** shiftX)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor((y - minY) / 2 ** shiftY)));
  const stride = Math.min(mx * 2 ** shiftX, my * 2 ** shiftY);
  const best = { index: -1, squared: Infinity };
  for (let ring = 0; ring < columns + rows; ring++) {
    if (best.index >= 0 && ((ring - 1) * stride) ** 2 > best.squared) break;
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      const whole = Math.abs(r - row) === ring;
      for (let c = column - ring; c <= column + ring; c += whole || ring === 0 ? 1 : 2 * ring) {
        const value = c >= 0 && c < columns ? table[r * columns + c] : -1;
        if (value < -1) improve(index.records, -2 - value, x, y, mx, my, best);
      }
    }
  }
  return best.index < 0 ? undefined : { index: best.index, metres: Math.sqrt(best.squared) };
}

/** Looks whether an edge of this record is nearer. Only squares that may overlap hold edges with nothing on one side. */
function improve(
  records: Int32Array,
  at: number,
  x: number,
  y: number,
  mx: number,
  my: number,
  best: { index: number; squared: number },
): void {
  if (records[at + 2] >= 0) return;
  const first = at + HEADER + records[at] + STEP * records[at + 1];
  for (let k = first; k < first + EDGE * ~records[at + 2]; k += EDGE) {
    const ux = (records[k] - x) * mx;
    const uy = (records[k + 1] - y) * my;
    const dx = (records[k + 2] - records[k]) * mx;
    const dy = (records[k + 3] - records[k + 1]) * my;
    const t = Math.min(1, Math.max(0, -(ux * dx + uy * dy) / (dx * dx + dy * dy)));
    const squared = (ux + t * dx) ** 2 + (uy + t * dy) ** 2;
    const owner = records[k + 4];
    if (squared < best.squared || (squared === best.squared && owner < best.index)) {
      best.squared = squared;
      best.index = owner;
    }
  }
}
