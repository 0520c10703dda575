import type { EdgeTable } from './edges.ts';

/** The edges between two different cells, each once: which edge, and the cells on its left and right (-1 for none). */
export interface Borders {
  readonly edge: Int32Array;
  readonly one: Int32Array;
  readonly other: Int32Array;
}

/** Lists each edge of the wanted cells once; twins between two wanted cells are one border. */
export function listBorders(
  { xs, ys, ringStart, ringCell, ringOf }: EdgeTable,
  twins: Int32Array,
  wanted?: Uint8Array,
): Borders {
  const edge = new Int32Array(xs.length);
  const one = new Int32Array(xs.length);
  const other = new Int32Array(xs.length);
  let n = 0;
  for (let r = 0; r < ringCell.length; r++) {
    const cell = ringCell[r];
    if (wanted !== undefined && wanted[cell] === 0) continue;
    for (let e = ringStart[r], end = ringStart[r + 1] - 1; e < end; e++) {
      const beyond = twins[e] < 0 ? -1 : ringCell[ringOf[twins[e]]];
      const isShared = beyond >= 0 && (wanted === undefined || wanted[beyond] === 1);
      if ((isShared && (twins[e] < e || beyond === cell)) || (xs[e] === xs[e + 1] && ys[e] === ys[e + 1])) continue;
      edge[n] = e;
      one[n] = cell;
      other[n++] = isShared ? beyond : -1;
    }
  }
  return { edge: edge.subarray(0, n), one: one.subarray(0, n), other: other.subarray(0, n) };
}
