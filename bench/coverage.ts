/**
 * The coverage engine beside its peers, in one run and turn by turn: GEOS's coverage validator (geos-wasm), mapshaper's
 * -clean, flatbush with a ray cast; for 50,000 polygons also GEOS compiled natively, by figures stated in coverage-peers.ts.
 * `node --import tsx bench/coverage.ts [--large] [--cpu]`: 5,000 polygons, with --large 50,000 too.
 */
import {
  buildLocator,
  type Cell,
  CoverageEditor,
  check,
  corrupt,
  type Locator,
  seededNumbers,
  syntheticDistrict,
  unify,
} from '../packages/coverage/index.ts';
import { flatbushLocator, GEOS_NATIVE, geosValidator, mapshaperRun } from './coverage-peers.ts';
import { best, bestOfEach, millions, milliseconds, now, times } from './coverage-timing.ts';
import { keep, printTable } from './table.ts';

interface Row {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
  /** How many times as fast as GEOS compiled natively, by its stated figure. */
  readonly native: string;
}

const row = (what: string, ours: string, more: Partial<Row> = {}): Row => ({
  what,
  ours,
  peer: '',
  ratio: '',
  native: '',
  ...more,
});

/** The stated figures hold for 50,000 polygons only. */
const LARGE = 50_000;

const besideNative = (cells: number, statedMs: number, ms: number): string =>
  cells === LARGE ? `${times(statedMs / ms)} (${milliseconds(statedMs)})` : '';

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

/** One call for each point; the sum keeps the calls from being left out. */
function locateEach({ xs, ys }: Points, locate: (x: number, y: number) => number): number {
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += locate(xs[i], ys[i]);
  return sum;
}

/** Microseconds of a call, the median over batches of 16 calls at random places. */
function medianCall({ xs, ys }: Points, locate: (x: number, y: number) => number): number {
  const spent: number[] = [];
  let sum = 0;
  for (let i = 0; i + 16 <= xs.length; i += 16) {
    const start = performance.now();
    for (let k = i; k < i + 16; k++) sum += locate(xs[k], ys[k]);
    spent.push(performance.now() - start);
  }
  spent.sort((a, b) => a - b);
  return sum === Infinity ? 0 : (1000 * spent[spent.length >> 1]) / 16;
}

async function locateRows(cells: readonly Cell[], locator: Locator): Promise<Row[]> {
  const peer = flatbushLocator(cells);
  const points = randomPoints(1_000_000, cells);
  const some = { xs: points.xs.subarray(0, 100_000), ys: points.ys.subarray(0, 100_000) };
  const answers = new Int32Array(points.xs.length);
  const wrong = some.xs.findIndex((x, i) => peer(x, some.ys[i]) !== locator.locate(x, some.ys[i]));
  if (wrong >= 0) throw new Error(`flatbush and the locator disagree on ${some.xs[wrong]}, ${some.ys[wrong]}`);
  const along = sorted(points);
  const single = (x: number, y: number): number => locator.locate(x, y);
  const [peerMs, one, many, inOrder] = await bestOfEach(
    6,
    () => locateEach(some, peer),
    () => locateEach(points, single),
    () => locator.locateMany(points.xs, points.ys, answers),
    () => locator.locateMany(along.xs, along.ys, answers),
  );
  const line = (what: string, ms: number): Row =>
    row(what, millions(1e6, ms), {
      peer: `flatbush + ray ${millions(1e5, peerMs)}`,
      ratio: times((peerMs * 10) / ms),
      native: cells.length === LARGE ? times(1e9 / ms / GEOS_NATIVE.locatePerSecond) : '',
    });
  return [
    line('locate, one by one', one),
    row('locate, a single call (median)', `${medianCall(points, single).toFixed(3)} µs`),
    line('locate, bulk, random order', many),
    line('locate, bulk, sorted', inOrder),
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
  return row('edit: move a vertex, verified (median)', milliseconds(spent[spent.length >> 1]));
}

async function measure(columns: number, rows: number): Promise<Row[]> {
  const { cells, boundary } = syntheticDistrict({ columns, rows, bends: 9, seed: 1 });
  const faulty = corrupt(cells, 3);
  const rounds = cells.length < LARGE ? 8 : 3;
  const compareCheck = async (what: string, list: readonly Cell[], nativeMs: number): Promise<Row> => {
    const validator = geosValidator(list);
    const [ours, peer] = await bestOfEach(rounds + 2, () => check(list, { boundary }), validator.run);
    validator.free();
    return row(what, milliseconds(ours), {
      peer: `geos-wasm ${milliseconds(peer)}`,
      ratio: times(peer / ours),
      native: besideNative(cells.length, nativeMs, ours),
    });
  };
  /** mapshaper's own time is what -clean adds to reading and writing. */
  const compareUnify = async (what: string, list: readonly Cell[], nativeMs: number): Promise<Row> => {
    const [ours, whole, copying] = await bestOfEach(
      rounds,
      () => unify([{ name: 'all', cells: list }], { boundary }),
      mapshaperRun(list, '-clean'),
      mapshaperRun(list, ''),
    );
    return row(what, milliseconds(ours), {
      peer: `mapshaper -clean ${milliseconds(whole - copying)} (with files ${milliseconds(whole)})`,
      ratio: times((whole - copying) / ours),
      native: besideNative(cells.length, nativeMs, ours),
    });
  };
  let locator = buildLocator([]);
  const build = await best(3, () => {
    locator = buildLocator(cells);
  });
  const result = unify([{ name: 'all', cells: faulty }], { boundary });
  const left = check(result.cells, { boundary: result.boundary }).faults.length;
  return [
    await compareCheck('check, clean', cells, GEOS_NATIVE.checkCleanMs),
    await compareCheck('check, corrupted', faulty, GEOS_NATIVE.checkCorruptedMs),
    await compareUnify('unify, clean', cells, GEOS_NATIVE.unifyCleanMs),
    await compareUnify(
      `unify, corrupted (${result.changes.length} changes, ${left} faults left)`,
      faulty,
      GEOS_NATIVE.unifyCorruptedMs,
    ),
    row(`locate: build (${(locator.serialise().byteLength / 1e6).toFixed(0)} MB)`, milliseconds(build)),
    ...(await locateRows(cells, locator)),
    editRow(cells, new CoverageEditor(cells, boundary)),
  ];
}

const kept: Record<number, Row[]> = {};
const sizes = process.argv.includes('--large')
  ? [
      [80, 63],
      [250, 200],
    ]
  : [[80, 63]];
for (const [columns, rows] of sizes) {
  const measured = await measure(columns, rows);
  const polygons = columns * rows;
  printTable(
    `${polygons} polygons`,
    ['', 'ours', 'peer', 'faster', 'than native'],
    measured.map(({ what, ours, peer, ratio, native }) => [what, ours, peer, ratio, native]),
  );
  if (polygons === LARGE) console.log(`  than native: ${GEOS_NATIVE.source}`);
  kept[polygons] = measured;
}
keep('coverage', { polygons: kept, native: GEOS_NATIVE });
