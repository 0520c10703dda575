import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import {
  check,
  type Decision,
  type UnifyLayer,
  type UnifyOptions,
  type UnifyResult,
  type UnifyRule,
  unify,
} from '#packages/coverage';
import { type FeatureCell, featuresOf, type Properties } from '#packages/geo-formats';
import { BAD, BadInput, type CliIo, crsOf, GOOD, guarded, numberOf, required } from './input.ts';
import { readJson } from './json-file.ts';
import { countVertices, LAYER_OPTIONS, LAYER_USAGE, LayerFiles } from './layers.ts';
import { formatOf, writeJsonFile, writeLayerFile } from './output.ts';
import { Progress } from './progress.ts';

const USAGE = `gongzhi grid unify LAYER... [--boundary FILE] -o OUT [--rule priority|largest|longest-border] [--tolerance-m 0.5] [--decisions FILE] [--report R.json] [--boundary-out FILE] [--out-crs CRS] [--json] ${LAYER_USAGE}`;

const RULES: readonly UnifyRule[] = ['priority', 'largest', 'longest-border'];

type Options = UnifyOptions & { readonly rule: UnifyRule; readonly toleranceM: number };

interface Layer extends UnifyLayer {
  readonly cells: readonly FeatureCell[];
}

const OPTIONS = {
  ...LAYER_OPTIONS,
  boundary: { type: 'string' },
  output: { type: 'string', short: 'o' },
  rule: { type: 'string', default: 'priority' },
  'tolerance-m': { type: 'string', default: '0.5' },
  decisions: { type: 'string' },
  report: { type: 'string' },
  'boundary-out': { type: 'string' },
  'out-crs': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
type Values = ReturnType<typeof parse>['values'];

/**
 * Makes one coverage out of the layers of several departments, the first with priority. A report tells every place that changed hands;
 * a person's decisions overrule it in the next run. Resolves to 0 when the result is an exact coverage, 1 when it is not, 2
 * for input that cannot be read; then nothing is written.
 */
export const gridUnify = (args: readonly string[], io: CliIo): Promise<number> =>
  guarded(io, USAGE, async () => {
    const { values, positionals } = parse(args);
    if (positionals.length === 0) throw new BadInput([USAGE]);
    formatOf(required(values.output, USAGE));
    const progress = new Progress(io);
    const { layers, options } = await progress.step('读取图层', 'reading layers', () => read(io, values, positionals));
    const vertices = countVertices(layers.flatMap((layer) => layer.cells));
    const result = await progress.step(`合并 ${vertices} 个顶点`, `unifying ${vertices} vertices`, () =>
      unify(layers, options),
    );
    const report = await progress.step('核对', 'checking', () =>
      check(result.cells, { boundary: result.boundary, toleranceM: options.toleranceM }),
    );
    const summary = summaryOf(result, report.valid, report.areaM2);
    await write(io, values, withProperties(result, layers), result);
    if (values.report !== undefined) await writeJsonFile(values.report, reportOf(summary, result, layers, options));
    if (values.json) io.out(JSON.stringify(summary));
    else tell(io, summary);
    return report.valid ? GOOD : BAD;
  });

async function read(
  io: CliIo,
  values: Values,
  paths: readonly string[],
): Promise<{ layers: Layer[]; options: Options }> {
  const rule = ruleOf(values.rule);
  const toleranceM = numberOf('tolerance-m', values['tolerance-m'], 0, 100);
  const files = new LayerFiles(io, values);
  const layers: Layer[] = [];
  for (const path of paths) layers.push({ name: basename(path), cells: await files.readCells(path) });
  const { boundary, decisions } = values;
  const options = {
    rule,
    toleranceM,
    ...(boundary !== undefined && { boundary: await files.readBoundary(boundary) }),
    ...(decisions !== undefined && { decisions: decisionsOf(decisions, await readJson(decisions)) }),
  };
  return { layers, options };
}

async function write(
  io: CliIo,
  values: Values,
  cells: readonly FeatureCell[],
  { boundary }: UnifyResult,
): Promise<void> {
  const crs = values['out-crs'] === undefined ? undefined : crsOf(values['out-crs']);
  await writeLayerFile(io, required(values.output, USAGE), featuresOf(cells), crs);
  const boundaryOut = values['boundary-out'];
  if (boundaryOut === undefined) return;
  await writeLayerFile(io, boundaryOut, featuresOf([{ id: 'boundary', polygons: boundary }]), crs);
}

function ruleOf(name: string): UnifyRule {
  const rule = RULES.find((known) => known === name);
  if (rule !== undefined) return rule;
  throw new BadInput([`--rule: ${RULES.join(', ')} ("${name}")`]);
}

/** The file of decisions: `[{"key": "...", "to": "..."}]`, with the keys of a report. */
function decisionsOf(path: string, value: unknown): Decision[] {
  const isDecision = (one: unknown): one is Decision =>
    typeof (one as Decision | null)?.key === 'string' && typeof (one as Decision).to === 'string';
  if (Array.isArray(value) && value.every(isDecision)) return value;
  throw new BadInput([`${basename(path)}: 应为 It must be [{"key": "…", "to": "…"}]`]);
}

/** Each cell with the properties that it has in the first layer that holds it. */
function withProperties({ cells }: UnifyResult, layers: readonly Layer[]): FeatureCell[] {
  const first = new Map<string, Properties>();
  for (const { id, properties } of layers.flatMap((layer) => layer.cells)) {
    if (!first.has(id)) first.set(id, properties);
  }
  return cells.map((cell) => ({ ...cell, properties: first.get(cell.id) ?? {} }));
}

interface Summary {
  readonly valid: boolean;
  readonly grids: number;
  readonly area_m2: number;
  /** Whether the area is that of the boundary to the last square step of the lattice. */
  readonly area_exact: boolean;
  readonly changes: number;
  readonly changed_area_m2: number;
  readonly lost: readonly string[];
}

const summaryOf = (
  { cells, changes, lost, area2, boundaryArea2 }: UnifyResult,
  valid: boolean,
  areaM2: number,
): Summary => ({
  valid,
  grids: cells.length,
  area_m2: areaM2,
  area_exact: area2 === boundaryArea2,
  changes: changes.length,
  changed_area_m2: changes.reduce((sum, change) => sum + change.areaM2, 0),
  lost,
});

const reportOf = (
  summary: Summary,
  { changes }: UnifyResult,
  layers: readonly Layer[],
  { rule, toleranceM }: Options,
) => ({
  ...summary,
  rule,
  tolerance_m: toleranceM,
  layers: layers.map(({ name, cells }) => ({ name, cells: cells.length })),
  changed: changes.map(({ areaM2, widthM, ...change }) => ({ ...change, area_m2: areaM2, width_m: widthM })),
});

function tell(io: CliIo, { valid, grids, area_m2, changes, changed_area_m2, lost }: Summary): void {
  const verdict = valid ? '严丝合缝 an exact coverage' : '仍有问题 still with faults';
  io.out(`${grids} 个网格 grids, ${Math.round(area_m2)} m²: ${verdict}`);
  io.out(`${changes} 处变更 places changed hands, ${Math.round(changed_area_m2)} m²`);
  if (lost.length > 0) io.out(`${lost.length} 个网格没有留下 grids got nothing: ${lost.join(', ')}`);
}
