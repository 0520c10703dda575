import { parseArgs } from 'node:util';
import { type CheckReport, check } from '#packages/coverage';
import { BAD, BadInput, type CliIo, GOOD, guarded, numberOf, say } from './input.ts';
import { LAYER_OPTIONS, LAYER_USAGE, LayerFiles } from './layers.ts';

const USAGE = `gongzhi grid check FILE... [--boundary FILE] [--tolerance-m 0.5] [--json] ${LAYER_USAGE}`;
/** So many faults are told one by one; with --json, all. */
const MOST_FAULTS = 50;

/**
 * Checks grid layers in any format; several files are parts of one layer. Resolves to 0 when they are an exact coverage, 1 when
 * there are faults, 2 for input that cannot be read.
 */
export const gridCheck = (args: readonly string[], io: CliIo): Promise<number> =>
  guarded(io, USAGE, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...LAYER_OPTIONS,
        boundary: { type: 'string' },
        'tolerance-m': { type: 'string', default: '0.5' },
        json: { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0) throw new BadInput([USAGE]);
    const toleranceM = numberOf('tolerance-m', values['tolerance-m'], 0, 100);
    const files = new LayerFiles(io, values);
    const cells = await files.readParts(positionals);
    const boundary = values.boundary === undefined ? undefined : await files.readBoundary(values.boundary);
    const report = check(cells, { boundary, toleranceM });
    if (values.json) io.out(JSON.stringify(asJson(report)));
    else tell(io, report);
    return report.valid ? GOOD : BAD;
  });

const asJson = ({ valid, cells, areaM2, counts, faults }: CheckReport) => ({
  valid,
  grids: cells,
  area_m2: areaM2,
  counts,
  faults: faults.map(({ kind, detail, ids, areaM2: area_m2, where }) => ({
    kind,
    ...(detail && { detail }),
    ids,
    area_m2,
    where,
  })),
});

function tell(io: CliIo, { valid, cells, areaM2, faults }: CheckReport): void {
  const verdict = valid ? '严丝合缝 an exact coverage' : `${faults.length} 处问题 faults`;
  io.out(`${cells} 个网格 grids, ${Math.round(areaM2)} m²: ${verdict}`);
  for (const { text, where } of faults.slice(0, MOST_FAULTS))
    io.out(`  ${say(text)}${where ? ` @ ${firstPosition(where)}` : ''}`);
  if (faults.length > MOST_FAULTS) io.out(`  ……另有 ${faults.length - MOST_FAULTS} 处 more (--json)`);
}

/** A first place to look at: lon, lat. */
function firstPosition(where: unknown): string {
  const found = /\[(-?[\d.]+),(-?[\d.]+)\]/.exec(JSON.stringify(where));
  return found ? `${found[1]},${found[2]}` : '';
}
