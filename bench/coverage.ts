/**
 * The coverage engine beside its peers, in one run: GEOS's coverage validator (geos-wasm), flatbush with a ray cast.
 * `node --import tsx bench/coverage.ts [--large] [--cpu]`: 5,000 polygons, with --large 50,000 too.
 */
import Flatbush from 'flatbush';
import initGeos from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import {
  buildLocator,
  type Cell,
  CoverageEditor,
  cellsToGeoJson,
  check,
  corrupt,
  type Locator,
  seededNumbers,
  syntheticDistrict,
  unify,
} from '../packages/coverage/index.ts';

interface Row {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
}

/** With --cpu the process's own time is counted, for machines that others use at the same time. */
const isCpuTime = process.argv.includes('--cpu');

function now(): number {
  if (!isCpuTime) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The best of some runs, in milliseconds: what the machine does when it is left alone. */
function best(runs: number, work: () => unknown): number {
  let least = Infinity;
  for (let k = 0; k < runs; k++) {
    const start = now();
    work();
    least = Math.min(least, now() - start);
  }
  return least;
}

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
const millions = (points: number, ms: number): string => `${(points / ms / 1000).toFixed(2)} M/s`;
const times = (value: number): string => `${value.toFixed(1)}x`;
const alone = (what: string, ours: string): Row => ({ what, ours, peer: '', ratio: '' });

const geos = await initGeos();

function geosCheck(cells: readonly Cell[]): number {
  const collection = geojsonToGeosGeom(cellsToGeoJson(cells), geos);
  const ms = best(2, () => geos.GEOSCoverageIsValid(collection, 0, 0));
  geos.GEOSGeom_destroy(collection);
  return ms;
}

interface Points {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
}

function randomPoints(count: number, cells: readonly Cell[]): Points {
  const random = seededNumbers(11);
  const xs = new Int32Array(count);
  const ys = new Int32Array(count);
  const corner = (cell: Cell): [number, number] => [cell.polygons[0][0][0], cell.polygons[0][0][1]];
  const [x0, y0] = corner(cells[0]);
  const [x1, y1] = corner(cells[cells.length - 1]);
  for (let i = 0; i < count; i++) {
    xs[i] = x0 + random() * (x1 - x0);
    ys[i] = y0 + random() * (y1 - y0);
  }
  return { xs, ys };
}

/** The same points along rows of tiles. */
function sorted({ xs, ys }: Points): Points {
  const order = Array.from(xs, (_, i) => i).sort((a, b) => (ys[a] >> 14) - (ys[b] >> 14) || xs[a] - xs[b]);
  return { xs: Int32Array.from(order, (i) => xs[i]), ys: Int32Array.from(order, (i) => ys[i]) };
}

/** Boxes in a packed R-tree, then an exact ray cast: what is usually done. */
function flatbushLocator(cells: readonly Cell[]): (x: number, y: number) => number {
  const index = new Flatbush(cells.length, 16, Int32Array);
  for (const { polygons } of cells) {
    const ring = polygons[0][0];
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
    index.add(box[0], box[1], box[2], box[3]);
  }
  index.finish();
  return (x, y) => {
    for (const cell of index.search(x, y, x, y)) if (isInRing(cells[cell].polygons[0][0], x, y)) return cell;
    return -1;
  };
}

function isInRing(ring: Int32Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [yi, yj] = [ring[i + 1], ring[j + 1]];
    if (yi > y === yj > y) continue;
    const side = (ring[j] - ring[i]) * (y - yi) - (yj - yi) * (x - ring[i]);
    if (yj > yi ? side <= 0 : side >= 0) inside = !inside;
  }
  return inside;
}

/** One call for each point; the sum keeps the calls from being left out. */
function locateEach({ xs, ys }: Points, locate: (x: number, y: number) => number): number {
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += locate(xs[i], ys[i]);
  return sum;
}

function locateRows(cells: readonly Cell[], locator: Locator): Row[] {
  const peer = flatbushLocator(cells);
  const points = randomPoints(1_000_000, cells);
  const some = { xs: points.xs.subarray(0, 100_000), ys: points.ys.subarray(0, 100_000) };
  const answers = new Int32Array(points.xs.length);
  const peerMs = best(2, () => locateEach(some, peer));
  const wrong = some.xs.findIndex((x, i) => peer(x, some.ys[i]) !== locator.locate(x, some.ys[i]));
  if (wrong >= 0) throw new Error(`flatbush and the locator disagree on ${some.xs[wrong]}, ${some.ys[wrong]}`);
  const one = best(3, () => locateEach(points, (x, y) => locator.locate(x, y)));
  const many = best(5, () => locator.locateMany(points.xs, points.ys, answers));
  const along = sorted(points);
  const inOrder = best(5, () => locator.locateMany(along.xs, along.ys, answers));
  const row = (what: string, ms: number): Row => ({
    what,
    ours: millions(1e6, ms),
    peer: `flatbush + ray ${millions(1e5, peerMs)}`,
    ratio: times((peerMs * 10) / ms),
  });
  return [
    row('locate, one by one', one),
    row('locate, bulk, random order', many),
    row('locate, bulk, sorted', inOrder),
  ];
}

function editRow(cells: readonly Cell[], editor: CoverageEditor): Row {
  const random = seededNumbers(5);
  const spent: number[] = [];
  for (let n = 0; n < 300; n++) {
    const ring = cells[Math.floor(random() * cells.length)].polygons[0][0];
    const from = [ring[4], ring[5]] as const;
    const start = now();
    try {
      editor.apply({
        op: 'move_vertex',
        from,
        to: [from[0] + Math.round(random() * 200), from[1] + Math.round(random() * 200)],
      });
      spent.push(now() - start);
    } catch {
      // A refused move (the outer boundary) is not counted.
    }
  }
  spent.sort((a, b) => a - b);
  return alone('edit: move a vertex, verified (median)', milliseconds(spent[spent.length >> 1]));
}

function measure(columns: number, rows: number): Row[] {
  const { cells, boundary } = syntheticDistrict({ columns, rows, bends: 9, seed: 1 });
  const faulty = corrupt(cells, 3);
  const compare = (what: string, list: readonly Cell[]): Row => {
    const ours = best(4, () => check(list, { boundary }));
    const peer = geosCheck(list);
    return { what, ours: milliseconds(ours), peer: `geos-wasm ${milliseconds(peer)}`, ratio: times(peer / ours) };
  };
  const unified = (list: readonly Cell[]): number => best(2, () => unify([{ name: 'all', cells: list }], { boundary }));
  let locator = buildLocator([]);
  const build = best(3, () => {
    locator = buildLocator(cells);
  });
  const result = unify([{ name: 'all', cells: faulty }], { boundary });
  const left = check(result.cells, { boundary: result.boundary }).faults.length;
  return [
    compare('check, clean', cells),
    compare('check, corrupted', faulty),
    alone('unify, clean', milliseconds(unified(cells))),
    alone(`unify, corrupted (${result.changes.length} changes, ${left} faults left)`, milliseconds(unified(faulty))),
    alone(`locate: build (${(locator.serialise().byteLength / 1e6).toFixed(0)} MB)`, milliseconds(build)),
    ...locateRows(cells, locator),
    editRow(cells, new CoverageEditor(cells, boundary)),
  ];
}

const sizes = process.argv.includes('--large')
  ? [
      [80, 63],
      [250, 200],
    ]
  : [[80, 63]];
for (const [columns, rows] of sizes) {
  console.log(`\n${columns * rows} polygons`);
  console.table(Object.fromEntries(measure(columns, rows).map(({ what, ...rest }) => [what, rest])));
}
