import { insertEntries, newId } from '#packages/server-kit';
import type { Organisation, OrganisationKind } from '../../access/contract.ts';
import type { DutyItem } from '../core/duty.ts';
import type { Action } from '../core/lifecycle.ts';
import type { StaffingDeps } from '../server/context.ts';
import { nextEntry } from '../server/record.ts';
import { insertDuties, type Move } from '../server/store.ts';

const DAY = 86_400_000;

interface DemoDuty {
  readonly owner: OrganisationKind;
  readonly item: DutyItem;
  /** How far it has come; the ordinary ones are on the list for a year. */
  readonly fate: 'listed' | 'urgent' | 'applied' | 'returned';
}

const item = (
  name: string,
  kind: DutyItem['kind'],
  basis: string,
  duty: string,
  frequency: DutyItem['frequency'],
  [hours, fee]: readonly [hours: number, yuan: number],
  grids: DutyItem['grids'] = 'all',
): DutyItem => ({ name, kind, basis, duty, frequency, hours, fee: fee * 100, grids });

const every = (per: DutyItem['frequency']['per'], times = 1): DutyItem['frequency'] => ({ times, per });

/** What a district might ask of its grids: made up for the demo, with bases to be replaced by the district's own documents. */
const DUTIES: readonly DemoDuty[] = [
  {
    owner: 'civil_affairs',
    fate: 'listed',
    item: item(
      '独居和高龄老人探访',
      'care',
      '演示依据：居家养老服务条例（探访关爱条款）',
      '上门或电话看望，异常情况报告社区和家属；不做医疗护理，不登记财产。',
      every('month', 2),
      [6, 300],
      'comprehensive',
    ),
  },
  {
    owner: 'emergency',
    fate: 'listed',
    item: item(
      '楼道和消防通道隐患排查',
      'risks',
      '演示依据：消防条例（基层消防工作条款）',
      '查看楼道堆物、电动自行车进楼，能劝则劝，不能解决的上报；不执法、不处罚。',
      every('month', 2),
      [5, 260],
    ),
  },
  {
    owner: 'justice',
    fate: 'listed',
    item: item(
      '矛盾纠纷排查',
      'disputes',
      '演示依据：矛盾纠纷多元化解条例（排查条款）',
      '发现邻里、家庭、物业纠纷，先行劝解，需要调解的转人民调解委员会。',
      every('week'),
      [4, 200],
    ),
  },
  {
    owner: 'civil_affairs',
    fate: 'listed',
    item: item(
      '社会救助对象主动发现',
      'errands',
      '演示依据：社会救助暂行办法（主动发现条款）',
      '发现生活困难的家庭，告知政策，协助提出申请；不做收入核查。',
      every('month'),
      [2, 120],
      'comprehensive',
    ),
  },
  {
    owner: 'police',
    fate: 'listed',
    item: item(
      '防诈骗宣传',
      'publicity',
      '演示依据：反电信网络诈骗法（宣传条款）',
      '张贴、讲解防诈骗提示；不要求安装任何应用，不登记手机。',
      every('month'),
      [1.5, 80],
    ),
  },
  {
    owner: 'urban_management',
    fate: 'listed',
    item: item(
      '占道经营协助劝导',
      'risks',
      '演示依据：市容和环境卫生管理条例',
      '发现并劝导占道摊点，不听劝导的报告执法中队；不执法、不扣物。',
      every('week', 2),
      [5, 240],
    ),
  },
  {
    owner: 'housing',
    fate: 'listed',
    item: item(
      '老旧房屋裂缝巡看',
      'risks',
      '演示依据：房屋使用安全管理办法',
      '查看外墙、楼梯裂缝和脱落，拍照上报；不做安全鉴定。',
      every('quarter'),
      [1.5, 90],
      'comprehensive',
    ),
  },
  {
    owner: 'market',
    fate: 'listed',
    item: item(
      '商圈食品经营公示查看',
      'risks',
      '演示依据：食品安全条例（社会共治条款）',
      '查看证照和健康证是否公示，缺失的提醒并上报；不检查后厨。',
      every('month'),
      [3, 150],
      'dedicated',
    ),
  },
  {
    owner: 'emergency',
    fate: 'urgent',
    item: item(
      '寒潮前管线和屋檐排查',
      'emergencies',
      '演示依据：区应急指挥部寒潮应对通知',
      '提醒住户防冻，报告冰挂、爆管；不登高作业。',
      every('week', 2),
      [3, 0],
    ),
  },
  {
    owner: 'education',
    fate: 'applied',
    item: item(
      '社区书屋开放值守',
      'errands',
      '演示依据：公共文化服务保障条例',
      '每周开放社区书屋两次，借还登记。',
      every('week', 2),
      [8, 320],
      'comprehensive',
    ),
  },
  {
    owner: 'urban_management',
    fate: 'returned',
    item: item(
      '垃圾分类桶边值守',
      'publicity',
      '演示依据：生活垃圾管理条例',
      '每天早晚在投放点值守。',
      every('week', 14),
      [56, 400],
      'comprehensive',
    ),
  },
];

const RETURNED = '每格每月 56 小时超过网格承受能力；请改为部门组织志愿者，网格员只作宣传。';

type Step = readonly [action: Exclude<Action, 'apply'>, daysAgo: number, facts: object];

function stepsOf({ fate }: DemoDuty, day: (offset: number) => string): readonly Step[] {
  switch (fate) {
    case 'listed':
      return [['admit', 50, { from: day(-40), until: day(325) }]];
    case 'urgent':
      return [['admit', 2, { from: day(-2), until: day(28) }]];
    case 'returned':
      return [['return', 6, { reason: RETURNED }]];
    case 'applied':
      return [];
  }
}

const APPLIED: Record<DemoDuty['fate'], number> = { listed: 58, urgent: 3, applied: 2, returned: 9 };

/** The demo district's list of duties: eight items for a year, an urgent one, one under review and one returned. */
export async function seedDuties(deps: StaffingDeps): Promise<number> {
  const organisations = await deps.access.organisations();
  const moves = DUTIES.map((duty) => play(deps, organisations, duty));
  await deps.database.transaction(async (tx) => {
    await insertDuties(
      tx,
      deps.district,
      moves.map((steps) => steps[steps.length - 1]),
    );
    await tx.run(insertEntries(moves.flat().map(({ entry }) => entry)));
  });
  return moves.length;
}

function play(deps: StaffingDeps, organisations: readonly Organisation[], duty: DemoDuty): Move[] {
  const now = deps.clock().getTime();
  const id = newId();
  const ago = (days: number) => new Date(now - days * DAY).toISOString();
  const day = (offset: number) =>
    new Date(now + offset * DAY + deps.calendar.utcOffset * 60_000).toISOString().slice(0, 10);
  const owner = organisations.find(({ kind }) => kind === duty.owner)!.id;
  const department = { person: null, role: 'department_staff', organisation: owner };
  const centre = {
    person: null,
    role: 'district_centre',
    organisation: organisations.find(({ kind }) => kind === 'district')?.id ?? null,
  };
  const facts = { owner, urgent: duty.fate === 'urgent', item: duty.item };
  const draft = { id, author: department, transaction: newId(), at: ago(APPLIED[duty.fate]) };
  const moves: Move[] = [nextEntry(deps, null, { ...draft, action: 'apply', facts })];
  for (const [action, days, more] of stepsOf(duty, day)) {
    const last = moves[moves.length - 1];
    const before = { state: last.state, head: last.entry.hash };
    const step = { id, author: centre, transaction: newId(), at: ago(days), action, facts: more as never };
    moves.push(nextEntry(deps, before, step));
  }
  return moves;
}
