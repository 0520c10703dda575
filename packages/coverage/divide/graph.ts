/**
 * What is divided: units (buildings or blocks) that hold demand and that touch each other, as an undirected graph in
 * compressed rows. The neighbours of unit v are `neighbours[offsets[v] .. offsets[v + 1]]`; `border` runs beside them
 * and says what it costs to let a border of the division run between the two (length in metres, cheaper along barriers).
 */
export interface Graph {
  readonly size: number;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly border: Float64Array;
  /** Households of each unit; zero is allowed. */
  readonly weight: Float64Array;
  /** A point of each unit in metres, east and north of any origin. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** An undirected edge; when one pair is given several times its costs add up. */
export interface Edges {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly border: ArrayLike<number>;
}

export interface Units {
  readonly weight: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Builds the rows, each sorted by neighbour, by two counting passes (a transposition sorts). */
export function buildGraph(units: Units, edges: Edges): Graph {
  const size = units.weight.length;
  const once = rowsOf(size, edges.from, edges.to, edges.border);
  const m = edges.from.length;
  const sources = new Int32Array(2 * m);
  for (let v = 0; v < size; v++) sources.fill(v, once.offsets[v], once.offsets[v + 1]);
  const sorted = transpose(size, sources, once);
  return { size, ...units, ...mergeTwins(size, sorted) };
}

interface Rows {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly border: Float64Array;
}

function rowsOf(size: number, from: ArrayLike<number>, to: ArrayLike<number>, border: ArrayLike<number>): Rows {
  const m = from.length;
  const offsets = new Int32Array(size + 1);
  for (let e = 0; e < m; e++) {
    offsets[from[e] + 1]++;
    offsets[to[e] + 1]++;
  }
  for (let v = 0; v < size; v++) offsets[v + 1] += offsets[v];
  const cursor = offsets.slice(0, size);
  const neighbours = new Int32Array(2 * m);
  const cost = new Float64Array(2 * m);
  for (let e = 0; e < m; e++) {
    const p = cursor[from[e]]++;
    neighbours[p] = to[e];
    cost[p] = border[e];
    const q = cursor[to[e]]++;
    neighbours[q] = from[e];
    cost[q] = border[e];
  }
  return { offsets, neighbours, border: cost };
}

function transpose(size: number, sources: Int32Array, rows: Rows): Rows {
  const cursor = rows.offsets.slice(0, size);
  const neighbours = new Int32Array(sources.length);
  const border = new Float64Array(sources.length);
  for (let e = 0; e < sources.length; e++) {
    const slot = cursor[rows.neighbours[e]]++;
    neighbours[slot] = sources[e];
    border[slot] = rows.border[e];
  }
  return { offsets: rows.offsets, neighbours, border };
}

function mergeTwins(size: number, rows: Rows): Rows {
  const offsets = new Int32Array(size + 1);
  let write = 0;
  for (let v = 0; v < size; v++) {
    const start = write;
    for (let e = rows.offsets[v]; e < rows.offsets[v + 1]; e++) {
      const u = rows.neighbours[e];
      if (u === v) continue;
      if (write > start && rows.neighbours[write - 1] === u) rows.border[write - 1] += rows.border[e];
      else {
        rows.neighbours[write] = u;
        rows.border[write++] = rows.border[e];
      }
    }
    offsets[v + 1] = write;
  }
  return { offsets, neighbours: rows.neighbours.slice(0, write), border: rows.border.slice(0, write) };
}

/** Total of the weights. */
export function totalWeight(graph: Graph): number {
  let sum = 0;
  for (let v = 0; v < graph.size; v++) sum += graph.weight[v];
  return sum;
}

/** The part of the graph on `members`: unit i of the result is members[i]. */
export function induce(graph: Graph, members: Int32Array): Graph {
  const local = new Int32Array(graph.size).fill(-1);
  members.forEach((v, i) => {
    local[v] = i;
  });
  const offsets = new Int32Array(members.length + 1);
  const neighbours: number[] = [];
  const border: number[] = [];
  members.forEach((v, i) => {
    for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
      const u = local[graph.neighbours[e]];
      if (u < 0) continue;
      neighbours.push(u);
      border.push(graph.border[e]);
    }
    offsets[i + 1] = neighbours.length;
  });
  const pick = (values: Float64Array): Float64Array => Float64Array.from(members, (v) => values[v]);
  return {
    size: members.length,
    offsets,
    neighbours: Int32Array.from(neighbours),
    border: Float64Array.from(border),
    weight: pick(graph.weight),
    x: pick(graph.x),
    y: pick(graph.y),
  };
}
