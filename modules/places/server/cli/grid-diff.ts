import { parseArgs } from 'node:util';
import { type CoverageDiff, diff } from '#packages/coverage';
import { BAD, BadInput, type CliIo, GOOD, guarded } from './input.ts';
import { LAYER_OPTIONS, LAYER_USAGE, LayerFiles } from './layers.ts';

const USAGE = `gongzhi grid diff BEFORE AFTER [--json] ${LAYER_USAGE}`;
/** So many flows are told one by one; with --json, all. */
const MOST_FLOWS = 50;

/**
 * Tells what differs between two grid layers: which grids came, went and changed, and every place that changed hands. Resolves to 0
 * when nothing differs, 1 when something does, 2 for input that cannot be read.
 */
export const gridDiff = (args: readonly string[], io: CliIo): Promise<number> =>
  guarded(io, USAGE, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...LAYER_OPTIONS, json: { type: 'boolean', default: false } },
    });
    const [before, after, ...rest] = positionals;
    if (!before || !after || rest.length > 0) throw new BadInput([USAGE]);
    const files = new LayerFiles(io, values);
    const difference = diff(await files.readCells(before), await files.readCells(after));
    if (values.json) io.out(JSON.stringify(asJson(difference)));
    else tell(io, difference);
    const { added, removed, changed, redrawn } = difference;
    return added.length + removed.length + changed.length + redrawn.length === 0 ? GOOD : BAD;
  });

const asJson = ({ flows, ...rest }: CoverageDiff) => ({
  ...rest,
  flows: flows.map(({ from, to, areaM2, where }) => ({ from, to, area_m2: areaM2, where })),
});

function tell(io: CliIo, { added, removed, changed, redrawn, unchanged, flows }: CoverageDiff): void {
  const list = (zh: string, en: string, ids: readonly string[]): void => {
    if (ids.length > 0)
      io.out(`${zh} ${en} ${ids.length}: ${ids.slice(0, MOST_FLOWS).join(', ')}${ids.length > MOST_FLOWS ? ' …' : ''}`);
  };
  list('新增', 'added', added);
  list('撤销', 'removed', removed);
  list('变更', 'changed', changed);
  list('重绘', 'redrawn', redrawn);
  io.out(`未变 unchanged ${unchanged}`);
  for (const { from, to, areaM2 } of flows.slice(0, MOST_FLOWS)) {
    io.out(`  ${from ?? '（无 none）'} → ${to ?? '（无 none）'}: ${Math.round(areaM2)} m²`);
  }
  if (flows.length > MOST_FLOWS) io.out(`  ……另有 ${flows.length - MOST_FLOWS} 处 more (--json)`);
}
