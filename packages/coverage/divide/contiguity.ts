import type { Graph } from './graph.ts';

/** Which connected piece of its part each unit belongs to; pieces are numbered from 0. */
export function pieces(graph: Graph, part: Int32Array): { piece: Int32Array; count: number } {
  const piece = new Int32Array(graph.size).fill(-1);
  const stack = new Int32Array(graph.size);
  let count = 0;
  for (let seed = 0; seed < graph.size; seed++) {
    if (piece[seed] >= 0) continue;
    let top = 0;
    stack[top++] = seed;
    piece[seed] = count;
    while (top > 0) {
      const v = stack[--top];
      for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
        const u = graph.neighbours[e];
        if (piece[u] >= 0 || part[u] !== part[v]) continue;
        piece[u] = count;
        stack[top++] = u;
      }
    }
    count++;
  }
  return { piece, count };
}

/**
 * Makes every part contiguous, in place: each part keeps its heaviest piece; every other piece goes to the neighbouring
 * part with which it shares most border. Pieces that touch nobody stay (the graph itself is in pieces there).
 */
export function repair(graph: Graph, part: Int32Array, parts: number): void {
  for (let round = 0; round < 32; round++) {
    const { piece, count } = pieces(graph, part);
    const astray = findAstray(graph, part, parts, piece, count);
    if (astray.size === 0 || !joinNeighbours(graph, part, piece, astray)) return;
  }
}

function findAstray(graph: Graph, part: Int32Array, parts: number, piece: Int32Array, count: number): Set<number> {
  const load = new Float64Array(count);
  const partOf = new Int32Array(count);
  for (let v = 0; v < graph.size; v++) {
    load[piece[v]] += graph.weight[v] + 1e-6;
    partOf[piece[v]] = part[v];
  }
  const main = new Int32Array(parts).fill(-1);
  for (let c = 0; c < count; c++) {
    const p = partOf[c];
    if (main[p] < 0 || load[c] > load[main[p]]) main[p] = c;
  }
  const astray = new Set<number>();
  for (let c = 0; c < count; c++) if (main[partOf[c]] !== c) astray.add(c);
  return astray;
}

function joinNeighbours(graph: Graph, part: Int32Array, piece: Int32Array, astray: Set<number>): boolean {
  const shared = new Map<number, Map<number, number>>();
  for (let v = 0; v < graph.size; v++) {
    if (!astray.has(piece[v])) continue;
    const row = shared.get(piece[v]) ?? new Map<number, number>();
    shared.set(piece[v], row);
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      const u = graph.neighbours[e];
      if (piece[u] === piece[v] || astray.has(piece[u])) continue;
      row.set(part[u], (row.get(part[u]) ?? 0) + graph.border[e]);
    }
  }
  const goal = new Map<number, number>();
  for (const [c, row] of shared) {
    const best = [...row].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    if (best) goal.set(c, best[0]);
  }
  for (let v = 0; v < graph.size; v++) part[v] = goal.get(piece[v]) ?? part[v];
  return goal.size > 0;
}

/**
 * A test, to be asked again and again while `part` changes: would the part of a unit stay in one piece, and not be
 * empty, if the unit left it? Searches the part from one neighbour until all neighbours of the unit are met.
 */
export function leaveTest(graph: Graph, part: Int32Array): (unit: number) => boolean {
  const { offsets, neighbours } = graph;
  const seen = new Int32Array(graph.size);
  const sought = new Int32Array(graph.size);
  const queue = new Int32Array(graph.size);
  let stamp = 0;
  return (unit) => {
    stamp++;
    const own = part[unit];
    let missing = 0;
    let first = -1;
    for (let e = offsets[unit]; e < offsets[unit + 1]; e++) {
      const u = neighbours[e];
      if (part[u] !== own) continue;
      sought[u] = stamp;
      first = u;
      missing++;
    }
    if (missing < 2) return missing === 1;
    seen[unit] = stamp;
    seen[first] = stamp;
    queue[0] = first;
    missing--;
    for (let head = 0, tail = 1; head < tail; head++) {
      const v = queue[head];
      for (let e = offsets[v]; e < offsets[v + 1]; e++) {
        const u = neighbours[e];
        if (seen[u] === stamp || part[u] !== own) continue;
        seen[u] = stamp;
        queue[tail++] = u;
        if (sought[u] === stamp && --missing === 0) return true;
      }
    }
    return false;
  };
}
