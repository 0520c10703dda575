/**
 * How one square of the index answers, when borders run through it.
 *
 * The owner at the square's lower left corner is known; on the way from there (up the left side, then east to the
 * point) each border that is crossed changes the owner. Crossing the border between A and B turns A into B and B into A:
 * the exclusive or of all crossed borders' `A ^ B` with the corner's owner is the point's owner, in any order.
 *
 * An edge (x1, y1)-(x2, y2), y1 <= y2, is crossed by the ray from the point to the far west if y1 <= y < y2 and the
 * point is on it or to its right. An edge that begins left of the square may cross that ray before the square, or the
 * square's left side: both are put right by toggling once for each of its ends that lies left of the square, above its
 * lower side and not above the point. These ends are the record's `steps`; what does not depend on the point is
 * folded into the corner's owner.
 *
 * Layout (int32), simple square:   owner, steps, edges, then steps x (y, A^B), then edges x (x1, y1, x2, y2, A^B)
 * Layout, square that may overlap: owners, steps, ~edges, then owners x (A), steps x (y, A), edges x (x1, y1, x2, y2, A)
 */
export const HEADER = 3;
export const STEP = 2;
export const EDGE = 5;

/** The owner of a point in the square whose record starts at `at`. */
export function locateInRecord(records: Int32Array, at: number, x: number, y: number): number {
  const edges = records[at + 2];
  if (edges < 0) return locateAmongOverlaps(records, at, x, y);
  let owner = records[at];
  let k = at + HEADER;
  for (const end = k + STEP * records[at + 1]; k < end; k += STEP) {
    if (records[k] <= y) owner ^= records[k + 1];
  }
  for (const end = k + EDGE * edges; k < end; k += EDGE) {
    if (isCrossed(records, k, x, y)) owner ^= records[k + 4];
  }
  return owner;
}

function isCrossed(records: Int32Array, k: number, x: number, y: number): boolean {
  const y1 = records[k + 1];
  const y2 = records[k + 3];
  if (y < y1 || y >= y2) return false;
  const x1 = records[k];
  return (records[k + 2] - x1) * (y - y1) <= (y2 - y1) * (x - x1);
}

/** The first of all cells that hold the point: each owner that occurs is counted alone. */
function locateAmongOverlaps(records: Int32Array, at: number, x: number, y: number): number {
  const owners = at + HEADER;
  const steps = owners + records[at];
  const edges = steps + STEP * records[at + 1];
  const end = edges + EDGE * ~records[at + 2];
  let best = -1;
  const consider = (owner: number): void => {
    if (best >= 0 && owner >= best) return;
    let inside = false;
    for (let k = owners; k < steps; k++) if (records[k] === owner) inside = !inside;
    for (let k = steps; k < edges; k += STEP) if (records[k + 1] === owner && records[k] <= y) inside = !inside;
    for (let k = edges; k < end; k += EDGE) {
      if (records[k + 4] === owner && isCrossed(records, k, x, y)) inside = !inside;
    }
    if (inside) best = owner;
  };
  for (let k = owners; k < steps; k++) consider(records[k]);
  for (let k = steps; k < edges; k += STEP) consider(records[k + 1]);
  for (let k = edges; k < end; k += EDGE) consider(records[k + 4]);
  return best;
}
