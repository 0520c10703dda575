/**
 * Division beside its peers, in one run: METIS (gpmetis, Debian package `metis`) where it is installed, and a
 * capacity-constrained Voronoi diagram. `node --import tsx bench/divide.ts [--large]`
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pieces } from '../packages/coverage/divide/contiguity.ts';
import { type Graph, totalWeight } from '../packages/coverage/divide/graph.ts';
import { partition } from '../packages/coverage/divide/partition.ts';
import { borderOf } from '../packages/coverage/divide/parts.ts';
import { seededRandom } from '../packages/coverage/divide/random.ts';
import { reportOn } from '../packages/coverage/divide/report.ts';
import { sampleCity } from '../packages/coverage/divide/sample-city.ts';
import { sampleTown } from '../packages/coverage/divide/sample-town.ts';
import { makeUnits } from '../packages/coverage/divide/units.ts';
import { voronoi } from './capacity-voronoi.ts';

interface Result {
  readonly part: Int32Array;
  readonly seconds: number;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

function hasMetis(): boolean {
  try {
    execFileSync('gpmetis', ['-help'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The time is METIS's own, without reading and writing files. Borders are rounded to tenths. */
function metis(graph: Graph, parts: number): Result {
  const folder = mkdtempSync(join(tmpdir(), 'divide-'));
  try {
    const file = join(folder, 'city.graph');
    const lines = [`${graph.size} ${graph.neighbours.length / 2} 011`];
    for (let v = 0; v < graph.size; v++) {
      const row = [Math.round(graph.weight[v])];
      for (let e = graph.offsets[v]; e < graph.offsets[v + 1]; e++) {
        row.push(graph.neighbours[e] + 1, Math.max(1, Math.round(graph.border[e] * 10)));
      }
      lines.push(row.join(' '));
    }
    writeFileSync(file, `${lines.join('\n')}\n`);
    const said = execFileSync('gpmetis', ['-contig', file, String(parts)]).toString();
    const part = Int32Array.from(readFileSync(`${file}.part.${parts}`, 'utf8').trim().split('\n'), Number);
    return { part, seconds: Number(/Partitioning:\s+([\d.]+)/.exec(said)?.[1]) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ours(graph: Graph, parts: number): Result {
  const start = performance.now();
  const targets = new Float64Array(parts).fill(totalWeight(graph) / parts);
  const { part } = partition(graph, { targets, range: { min: 300, max: 500 }, tolerance: 0.02 });
  return { part, seconds: (performance.now() - start) / 1000 };
}

function describeResult(graph: Graph, parts: number, { part, seconds }: Result): Record<string, string | number> {
  const load = new Float64Array(parts);
  part.forEach((p, v) => {
    load[p] += graph.weight[v];
  });
  const mean = totalWeight(graph) / parts;
  return {
    seconds: seconds.toFixed(2),
    'weighted cut': Math.round(borderOf(graph, part)),
    'largest part': `+${percent(Math.max(...load) / mean - 1)}`,
    'smallest part': percent(Math.min(...load) / mean - 1),
    'beyond 2%': load.filter((l) => Math.abs(l / mean - 1) > 0.02 + 1e-9).length,
    'outside 300-500': load.filter((l) => l < 300 || l > 500).length,
    'pieces too many': pieces(graph, part).count - new Set(part).size,
  };
}

function benchGraph(side: number, withMetis: boolean): void {
  const graph = sampleCity(side, side, seededRandom(1));
  const parts = Math.round(totalWeight(graph) / 400);
  console.log(`\n${graph.size} buildings, ${totalWeight(graph)} households, ${parts} grids`);
  const rows: Record<string, Record<string, string | number>> = {
    divide: describeResult(graph, parts, ours(graph, parts)),
  };
  if (withMetis) rows['gpmetis -contig'] = describeResult(graph, parts, metis(graph, parts));
  console.table(rows);
}

function benchMap(side: number, withMetis: boolean): void {
  const input = sampleTown(side, seededRandom(1));
  const start = performance.now();
  const units = makeUnits(input, [{ id: '', polygons: input.boundary }]);
  const seconds = (performance.now() - start) / 1000;
  const parts = Math.round(totalWeight(units.graph) / 400);
  console.log(
    `\nA map of ${side * side} buildings: ${units.graph.size} units made in ${seconds.toFixed(2)} s, ${parts} grids`,
  );
  const row = (result: Result): Record<string, string | number> => {
    const report = reportOn(input, {
      units,
      gridOfUnit: result.part,
      ids: Array.from({ length: parts }, (_, g) => String(g)),
      communityOfGrid: new Array(parts).fill(0),
      problems: [],
    });
    return {
      ...describeResult(units.graph, parts, result),
      compactness: report.compactness.mean.toFixed(3),
      'along barriers': percent(report.border.alongBarriersM / report.border.lengthM),
    };
  };
  const rows: Record<string, Record<string, string | number>> = { divide: row(ours(units.graph, parts)) };
  if (withMetis) rows['gpmetis -contig'] = row(metis(units.graph, parts));
  const begin = performance.now();
  const part = voronoi(units.graph, parts);
  rows['capacity-constrained Voronoi'] = row({ part, seconds: (performance.now() - begin) / 1000 });
  console.table(rows);
}

const withMetis = hasMetis();
if (!withMetis) console.log('gpmetis is not installed (Debian: apt-get install metis): its rows are left out.');
benchGraph(316, withMetis);
if (process.argv.includes('--large')) benchGraph(1_000, withMetis);
benchMap(100, withMetis);
