/**
 * The order in which the grids of a community are numbered: rows from north to south, each row from west to east.
 * There are as many rows as suit the shape; each takes the next northernmost centres. Returns indices in that order.
 * `x`, `y`: centres in metres, east and north.
 */
export function numberingOrder(x: ArrayLike<number>, y: ArrayLike<number>): number[] {
  const all = Array.from({ length: x.length }, (_, i) => i);
  const rows = rowCount(
    all.map((i) => x[i]),
    all.map((i) => y[i]),
  );
  const southward = all.toSorted((a, b) => y[b] - y[a] || x[a] - x[b] || a - b);
  const order: number[] = [];
  for (let r = 0; r < rows; r++) {
    const row = southward.slice(Math.round((r * all.length) / rows), Math.round(((r + 1) * all.length) / rows));
    order.push(...row.sort((a, b) => x[a] - x[b] || y[b] - y[a] || a - b));
  }
  return order;
}

function rowCount(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  if (n < 2) return n;
  const width = Math.max(...x) - Math.min(...x);
  const height = Math.max(...y) - Math.min(...y);
  const ratio = (height + 1) / (width + 1);
  return Math.max(1, Math.min(n, Math.round(Math.sqrt(n * ratio))));
}
