import { parseArgs } from 'node:util';
import { guarded, LAYER_OPTIONS, LAYER_USAGE, readFoundation, say } from '#modules/places/server/founding/read-areas';
import { seedPlaces } from '#modules/places/server/seed';
import type { Env } from '#packages/server-kit';
import { hasDistrict } from '../demo.ts';
import { openInstallation } from '../installation.ts';
import { BadInput, type Command, type ExitCode, print } from './command.ts';
import { withComposition } from './composition.ts';

const USAGE = `district import FILE... --name NAME [--code code] [--field-name name] [--street street] [--households households] ${LAYER_USAGE}`;
const MOST_FAULTS = 20;
const io = { out: print, err: (line: string) => process.stderr.write(`${line}\n`) };

/** Sets up the district of the settings (GONGZHI_DISTRICT): its areas, a first grid in each community, the usual organisations. */
async function run(args: readonly string[], env: Env): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...LAYER_OPTIONS,
      name: { type: 'string' },
      code: { type: 'string', default: 'code' },
      'field-name': { type: 'string', default: 'name' },
      street: { type: 'string', default: 'street' },
      households: { type: 'string', default: 'households' },
    },
  });
  const { name } = values;
  if (positionals.length === 0 || !name) throw new BadInput(`gongzhi ${USAGE}`);
  const district = { code: env.GONGZHI_DISTRICT, name };
  const fields = { ...values, name: values['field-name'], code: values.code };
  return (await guarded(io, `gongzhi ${USAGE}`, async () => {
    const foundation = await readFoundation(io, positionals, district, fields);
    if (foundation.sound) return found(env, foundation.district);
    for (const line of foundation.wrong) io.err(say(line));
    for (const { text } of foundation.faults.slice(0, MOST_FAULTS)) io.err(say(text));
    if (foundation.faults.length === 0) return 2;
    io.err(
      `${foundation.faults.length} 处问题 faults: 社区之间有重叠或缝隙，可先用 gongzhi grid unify 合并 The communities are no exact coverage: gongzhi grid unify makes one of them`,
    );
    return 1;
  })) as ExitCode;
}

type District = Parameters<typeof seedPlaces>[1];

async function found(env: Env, district: District): Promise<ExitCode> {
  const installation = await openInstallation(env, 'command');
  try {
    if (await hasDistrict(installation.database, env.GONGZHI_DISTRICT)) {
      throw new BadInput(`${env.GONGZHI_DISTRICT} has its areas already: nothing was changed`);
    }
    await seedPlaces(installation.database, district, {
      algorithm: env.GONGZHI_HASH,
      name: '初始方案（一社区一网格）',
    });
  } finally {
    await installation.close();
  }
  const bodies = await withComposition(env, ({ composition: { access } }) =>
    access.operator.foundBodies(district.areas),
  );
  const count = (level: string) => district.areas.filter((area) => area.level === level).length;
  print(`${district.areas[0].name} ${district.areas[0].code}`);
  print(
    `  ${count('street')} 个街道 streets, ${count('community')} 个社区 communities, ${district.grids.length} 个网格 grids`,
  );
  print(`  ${bodies} 个单位 organisations`);
  print('  下一步 next: gongzhi people add USERNAME --name NAME  (第一位系统管理员 the first administrator)');
  return 0;
}

export const districtImportCommand: Command = {
  usage: USAGE,
  summary:
    'set up a district from a layer of its communities (any format): areas, a first grid in each, the usual organisations',
  run,
};
