import { chain, FIRST, insertEntries, newId } from '#packages/server-kit';
import { CATALOGUE_STREAM } from '../contract.ts';
import type { CatalogueRow, Named, Standard } from '../core/catalogue.ts';
import { rowsByKind } from '../core/standards.ts';
import { insertPublished } from '../server/catalogue/store.ts';
import { digestOf } from '../server/catalogue/stream.ts';
import type { MattersDeps } from '../server/context.ts';

const DAY = 86_400_000;
/** The first version is older than every demo matter. */
const AGE = 60 * DAY;
const NOTE = '第一版：按类别表和数字城管立案标准整理';

const hours = (amount: number): Standard['term'] => ({ amount, unit: 'work_hour' });
const urgent = (amount: number): Standard['term'] => ({ amount, unit: 'urgent_hour' });
const days = (amount: number): Standard['term'] => ({ amount, unit: 'work_day' });

type Case = readonly [id: string, opens: string, closes: string, term: Standard['term']];

/** Kinds whose limit depends on what is found; the first condition keeps the limit of the list of kinds. */
const CASES: Record<string, readonly Case[]> = {
  '0101': [
    ['litter', '地面散落垃圾 1 平方米以上', '垃圾清净，地面无残留', hours(8)],
    ['heap', '垃圾成堆或垃圾桶满溢有异味', '清运并冲洗消杀', hours(4)],
    ['rubble', '偷倒建筑垃圾', '清运完毕并查明来源', days(2)],
  ],
  '0201': [
    ['broken', '路面破损、坑洼 0.25 平方米以上', '路面修复平整', days(5)],
    ['cover-loose', '井盖松动、异响', '井盖稳固', days(2)],
    ['cover-missing', '井盖缺失或破裂', '围挡并补齐', urgent(2)],
    ['collapse', '路面塌陷', '围挡、断交并抢修', urgent(2)],
  ],
  '0202': [
    ['single', '单盏路灯不亮', '灯具恢复', days(2)],
    ['stretch', '连续三盏以上不亮', '全段恢复照明', days(1)],
    ['danger', '灯杆倾斜、漏电或灯罩将坠', '排除危险', urgent(2)],
  ],
  '0203': [
    ['water', '积水 100 平方米以上且深 15 厘米以上', '积水排除', urgent(4)],
    ['blocked', '雨水口、管道堵塞', '疏通并清掏', days(2)],
  ],
  '0601': [
    ['blocked', '消防通道被占用', '通道恢复畅通', hours(8)],
    ['charging', '电动自行车楼道内停放或充电', '移出并劝导到位', hours(4)],
    ['equipment', '消防设施缺损', '修复或更换', days(3)],
  ],
};

const HELPERS: Record<string, readonly Named[]> = {
  '0104': [{ kind: 'market' }, { kind: 'street' }],
  '0103': [{ kind: 'street' }],
  '0303': [{ kind: 'housing' }],
  '0502': [{ kind: 'environment' }],
  '0601': [{ kind: 'street' }],
};

/** One street keeps its own green: the more specific row counts there. */
const OWN_GREEN = { category: '0105', street: '320508017' };

function rowsOf(district: string): CatalogueRow[] {
  const rows = rowsByKind(district).map((row) => ({
    ...row,
    co: HELPERS[row.category] ?? row.co,
    standards: CASES[row.category]?.map(([id, opens, closes, term]) => ({ id, opens, closes, term })) ?? row.standards,
  }));
  const green = rows.find(({ category }) => category === OWN_GREEN.category);
  return green ? [...rows, { ...green, area: OWN_GREEN.street, responsible: { kind: 'street' } }] : rows;
}

const byKey = (a: CatalogueRow, b: CatalogueRow) =>
  a.category.localeCompare(b.category) || a.area.localeCompare(b.area);

/** The first version of the demo district's dispatch catalogue, in force before the first demo matter. */
export async function seedCatalogue(deps: MattersDeps): Promise<number> {
  const { database, district, algorithm } = deps;
  const id = newId();
  const from = new Date(deps.clock().getTime() - AGE).toISOString();
  const rows = rowsOf(district).sort(byKey);
  const entry = chain({
    district,
    stream: CATALOGUE_STREAM,
    streamId: id,
    seq: 1,
    at: from,
    person: null,
    role: 'district_centre',
    organisation: null,
    action: 'publish',
    facts: { version: 1, from, rows: rows.length, digest: digestOf(algorithm, rows) },
    sealed: null,
    transaction: newId(),
    algorithm,
    previous: FIRST,
  });
  await database.transaction(async (tx) => {
    await insertPublished(tx, district, { version: 1, id, note: NOTE, from, head: entry.hash, rows });
    await tx.run(insertEntries([entry]));
  });
  return rows.length;
}
