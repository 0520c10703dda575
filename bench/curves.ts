/**
 * How time and memory grow with the number of polygons: check, unify, locate (building and asking), divide.
 * `node --import tsx bench/curves.ts [--most N] [--keep]`: sizes from 1,000 to N (500,000), each operation in a process of
 * its own; a table, and a drawing in bench/results, with --keep in docs/notes too.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partition } from '../packages/coverage/divide/partition.ts';
import { seededRandom } from '../packages/coverage/divide/random.ts';
import { sampleCity } from '../packages/coverage/divide/sample-city.ts';
import {
  buildLocator,
  type Cell,
  check,
  corrupt,
  seededNumbers,
  syntheticDistrict,
  unify,
} from '../packages/coverage/index.ts';
import { drawCurves } from './curves-drawing.ts';
import { keep, printTable } from './table.ts';

const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000, 200_000, 500_000];

interface Operation {
  readonly name: string;
  readonly zh: string;
  /** The greatest size at which it is measured. */
  readonly most: number;
  /** Makes the input, and returns what is measured. */
  readonly prepare: (size: number) => () => unknown;
}

/** About as many polygons as asked for, with 20 vertices each. */
function district(size: number): ReturnType<typeof syntheticDistrict> {
  const columns = Math.round(Math.sqrt(size));
  return syntheticDistrict({ columns, rows: Math.round(size / columns), bends: 4, seed: 1, side: SIDE });
}

/** About 50 m: half a million cells stay within the extent of a district. */
const SIDE = 5_000;
const POINTS = 1_000_000;

function points(cells: readonly Cell[]): { xs: Int32Array; ys: Int32Array } {
  const random = seededNumbers(11);
  const [first, last] = [cells[0].polygons[0][0], cells[cells.length - 1].polygons[0][0]];
  const draw = (from: number, to: number): Int32Array =>
    Int32Array.from({ length: POINTS }, () => Math.round(from + random() * (to - from)));
  return { xs: draw(first[0], last[0]), ys: draw(first[1], last[1]) };
}

const OPERATIONS: readonly Operation[] = [
  {
    name: 'check',
    zh: '检查',
    most: 500_000,
    prepare: (size) => {
      const { cells, boundary } = district(size);
      const faulty = corrupt(cells, 3);
      return () => check(faulty, { boundary });
    },
  },
  {
    name: 'unify',
    zh: '统一',
    most: 100_000,
    prepare: (size) => {
      const { cells, boundary } = district(size);
      const faulty = corrupt(cells, 3);
      return () => unify([{ name: 'all', cells: faulty }], { boundary });
    },
  },
  {
    name: 'locate: build',
    zh: '建立定位索引',
    most: 500_000,
    prepare: (size) => {
      const { cells } = district(size);
      return () => buildLocator(cells);
    },
  },
  {
    name: 'locate: 1,000,000 points',
    zh: '定位一百万点',
    most: 500_000,
    prepare: (size) => {
      const { cells } = district(size);
      const locator = buildLocator(cells);
      const { xs, ys } = points(cells);
      const answers = new Int32Array(POINTS);
      return () => locator.locateMany(xs, ys, answers);
    },
  },
  {
    name: 'divide',
    zh: '划分',
    most: 500_000,
    prepare: (size) => {
      const side = Math.round(Math.sqrt(size));
      const graph = sampleCity(side, side, seededRandom(1));
      const parts = Math.max(1, Math.round(size / 40));
      const targets = new Float64Array(parts).fill(graph.weight.reduce((a, b) => a + b, 0) / parts);
      return () => partition(graph, { targets, range: { min: 300, max: 500 }, tolerance: 0.02 });
    },
  },
];

export interface Measurement {
  readonly size: number;
  readonly seconds: number;
  /** The peak of the whole process's memory during the operation: program, input and result. */
  readonly megabytes: number;
}

/** Small sizes more often: the best time counts, and the peak of all runs. */
function measureHere(operation: Operation, size: number): Measurement {
  const work = operation.prepare(size);
  forgetPeak();
  let least = Infinity;
  const rounds = size <= 10_000 ? 12 : 3;
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.();
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return { size, seconds: least / 1000, megabytes: peakBytes() / 1e6 };
}

/** Making the input has a peak of its own. Linux forgets it when asked; elsewhere it counts. */
function forgetPeak(): void {
  globalThis.gc?.();
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not on this system.
  }
}

function peakBytes(): number {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    if (peak !== null) return Number(peak[1]) * 1024;
  } catch {
    // Not on this system.
  }
  return process.resourceUsage().maxRSS * 1024;
}

function measureApart(operation: Operation, size: number): Measurement {
  const said = execFileSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=6000',
      '--import',
      'tsx',
      import.meta.filename,
      '--one',
      operation.name,
      String(size),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(said) as Measurement;
}

/** The exponent by which the time grows with the size: the slope of the straight line through the logarithms. */
function exponentOf(list: readonly Measurement[]): number {
  const upper = list.filter((one) => one.size >= 10_000);
  if (upper.length < 2) return Number.NaN;
  const x = upper.map((one) => Math.log(one.size));
  const y = upper.map((one) => Math.log(one.seconds));
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  return x.reduce((sum, v, i) => sum + (v - mx) * (y[i] - my), 0) / x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
}

/** Bytes that each further polygon takes, input included: the slope between 10,000 and the greatest size. */
function bytesPerPolygon(list: readonly Measurement[]): number {
  const upper = list.filter((one) => one.size >= 10_000);
  if (upper.length < 2) return Number.NaN;
  const [first, last] = [upper[0], upper[upper.length - 1]];
  return ((last.megabytes - first.megabytes) * 1e6) / (last.size - first.size);
}

const shown = (value: number, text: string): string => (Number.isNaN(value) ? '' : text);

function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function runAll(most: number): void {
  const curves = OPERATIONS.map((operation) => ({
    name: operation.name,
    zh: operation.zh,
    measurements: SIZES.filter((size) => size <= Math.min(most, operation.most)).map((size) =>
      measureApart(operation, size),
    ),
  }));
  printTable(
    'Time and peak memory by the number of polygons (divide: of buildings)',
    ['', 'size', 'seconds', 'MB'],
    curves.flatMap(({ name, measurements }) =>
      measurements.map(({ size, seconds, megabytes }) => [name, size, seconds.toFixed(4), megabytes]),
    ),
  );
  const growth = curves.map(({ name, measurements }) => ({
    name,
    exponent: exponentOf(measurements),
    bytes: bytesPerPolygon(measurements),
  }));
  printTable(
    'Growth from 10,000 on (n^1 is in proportion; bytes for each further polygon with its input)',
    ['', 'time', 'memory'],
    growth.map(({ name, exponent, bytes }) => [
      name,
      shown(exponent, `n^${exponent.toFixed(2)}`),
      shown(bytes, `${Math.round(bytes)} bytes`),
    ]),
  );
  keep('curves', { curves, growth });
  const drawing = drawCurves(curves);
  const results = join(import.meta.dirname, 'results');
  const notes = join(import.meta.dirname, '..', 'docs', 'notes');
  for (const folder of process.argv.includes('--keep') ? [results, notes] : [results]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'coverage-curves.svg'), drawing);
  }
}

const one = OPERATIONS.find(({ name }) => name === optionOf('--one'));
if (one !== undefined) console.log(JSON.stringify(measureHere(one, Number(process.argv[process.argv.length - 1]))));
else runAll(Number(optionOf('--most') ?? SIZES[SIZES.length - 1]));
