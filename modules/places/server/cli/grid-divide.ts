import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '#packages/coverage';
import { type Divided, type DivideInput, divide, seededRandom } from '#packages/coverage/divide';
import { featuresOf } from '#packages/geo-formats';
import { barriersOf } from './barriers.ts';
import { demandOf } from './demand.ts';
import { BAD, BadInput, type CliIo, crsOf, GOOD, guarded, numberOf, required, say } from './input.ts';
import { LAYER_OPTIONS, LAYER_USAGE, LayerFiles } from './layers.ts';
import { formatOf, writeJsonFile, writeLayerFile } from './output.ts';
import { Progress } from './progress.ts';

const USAGE = `gongzhi grid divide --boundary FILE --demand FILE [--within FILE] [--blocks FILE] [--barriers FILE] [--previous FILE] --target 400 --min 300 --max 500 [--tolerance 0.02] [--seed n] [--households FIELD] -o OUT [--report R.json] [--out-crs CRS] [--json] ${LAYER_USAGE}`;

const OPTIONS = {
  ...LAYER_OPTIONS,
  boundary: { type: 'string' },
  demand: { type: 'string' },
  within: { type: 'string' },
  blocks: { type: 'string' },
  barriers: { type: 'string' },
  previous: { type: 'string' },
  target: { type: 'string', default: '400' },
  min: { type: 'string', default: '300' },
  max: { type: 'string', default: '500' },
  tolerance: { type: 'string', default: '0.02' },
  seed: { type: 'string', default: '0' },
  households: { type: 'string' },
  output: { type: 'string', short: 'o' },
  report: { type: 'string' },
  'out-crs': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS });
type Values = ReturnType<typeof parse>['values'];

/** So many problems are told one by one; the report has all. */
const MOST_PROBLEMS = 20;
const MOST_HOUSEHOLDS = 1e6;

/**
 * Divides communities into grids of about the target. The same input and seed give the same grids. Resolves to 0 when every grid is
 * as asked for, 1 when something was impossible (the report says what, and the bound), 2 for input that cannot be read; then
 * nothing is written.
 */
export const gridDivide = (args: readonly string[], io: CliIo): Promise<number> =>
  guarded(io, USAGE, async () => {
    const { values } = parse(args);
    const output = required(values.output, USAGE);
    formatOf(output);
    const crs = values['out-crs'] === undefined ? undefined : crsOf(values['out-crs']);
    const progress = new Progress(io);
    const input = await progress.step('读取图层', 'reading layers', () => readInput(io, values));
    const points = input.demand.x.length;
    const divided = await progress.step(`划分 ${points} 个点`, `dividing ${points} points`, () => divide(input));
    const figures = divided.report.grids;
    const grids = divided.grids.map((cell, i) => ({ ...cell, properties: { households: figures[i].households } }));
    await writeLayerFile(io, output, featuresOf(grids), crs);
    if (values.report !== undefined) await writeJsonFile(values.report, reportOf(divided, input));
    if (values.json) io.out(JSON.stringify(summaryOf(divided)));
    else tell(io, divided);
    return divided.report.problems.length === 0 ? GOOD : BAD;
  });

async function readInput(io: CliIo, values: Values): Promise<DivideInput> {
  const counts = {
    target: numberOf('target', values.target, 1, MOST_HOUSEHOLDS),
    range: {
      min: numberOf('min', values.min, 0, MOST_HOUSEHOLDS),
      max: numberOf('max', values.max, 1, MOST_HOUSEHOLDS),
    },
    tolerance: numberOf('tolerance', values.tolerance, 0, 0.99),
    random: seededRandom(numberOf('seed', values.seed, 0, 2 ** 32 - 1)),
  };
  const files = new LayerFiles(io, values);
  const { within, blocks, barriers, previous } = values;
  const input = {
    ...counts,
    boundary: await files.readBoundary(required(values.boundary, USAGE)),
    demand: demandOf(await files.read(required(values.demand, USAGE), {}), values.households),
    ...(within !== undefined && { within: await files.readCells(within) }),
    ...(blocks !== undefined && { blocks: await files.readCells(blocks) }),
    ...(barriers !== undefined && { barriers: barriersOf(await files.read(barriers, {})) }),
    ...(previous !== undefined && { previous: await files.readCells(previous) }),
  };
  if (within !== undefined) requireCover(input, within, 'within');
  if (blocks !== undefined) requireCover(input, blocks, 'blocks');
  return input;
}

/** Communities and blocks have to cover what is divided: what lies in none of them would be in no grid. */
function requireCover({ boundary, ...input }: DivideInput, path: string, option: 'within' | 'blocks'): void {
  const report = check(input[option] ?? [], { boundary });
  if (report.valid) return;
  const file = basename(path);
  const first = report.faults.slice(0, 5).map(({ text }) => `  ${say(text)}`);
  throw new BadInput([
    `${file}: 没有严丝合缝地覆盖边界，请先用 grid check 和 grid unify 处理 It does not cover the boundary exactly: use grid check and grid unify first (${report.faults.length})`,
    ...first,
  ]);
}

const summaryOf = ({ grids, report }: Divided) => ({
  grids: grids.length,
  households: report.households,
  compactness: report.compactness,
  moved_households: report.movedHouseholds,
  problems: report.problems.length,
});

/** The whole report, with the names of the other commands' JSON. */
function reportOf({ report }: Divided, { target, range, tolerance }: DivideInput) {
  const { grids, households, compactness, border, barriers, cutCompounds, movedHouseholds, continues, problems } =
    report;
  return {
    target,
    range,
    tolerance,
    households,
    compactness,
    border: { length_m: border.lengthM, along_barriers_m: border.alongBarriersM },
    grids: grids.map(({ areaM2, perimeterM, ...grid }) => ({ ...grid, area_m2: areaM2, perimeter_m: perimeterM })),
    barriers: barriers.map(({ id, lengthM, followedM, crossedM }) => ({
      id,
      length_m: lengthM,
      followed_m: followedM,
      crossed_m: crossedM,
    })),
    cut_compounds: cutCompounds,
    moved_households: movedHouseholds,
    continues,
    problems,
  };
}

function tell(io: CliIo, { grids, report: { households, compactness, problems } }: Divided): void {
  const { total, mean, min, max } = households;
  io.out(`${grids.length} 个网格 grids, ${total} 户 households: ${min}–${max}, 平均 mean ${mean.toFixed(1)}`);
  io.out(`紧凑度 compactness ${compactness.mean.toFixed(2)} (最低 least ${compactness.min.toFixed(2)})`);
  for (const { text } of problems.slice(0, MOST_PROBLEMS)) io.out(`  ${say(text)}`);
  if (problems.length > MOST_PROBLEMS) io.out(`  ……另有 ${problems.length - MOST_PROBLEMS} 处 more (--report)`);
}
