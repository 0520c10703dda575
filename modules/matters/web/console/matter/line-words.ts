import { type Text, text } from '#packages/kernel';
import type { Term } from '#packages/procedure';
import { ROLES, type Role } from '../../../../access/contract.ts';
import type { MatterPage } from '../../../core/api.ts';
import type { Action } from '../../../core/lifecycle.ts';
import { GROUNDS, type Ground } from '../../../core/objection.ts';
import type { Source } from '../../../core/state.ts';
import { LEVELS, type Level, TRIGGERS, type Trigger } from '../../../core/supervision.ts';
import { BRANCHES, type Branch } from '../actions/branches.ts';
import { nameOfCategory } from '../category-names.ts';
import { termInWords } from '../clock-words.ts';

export type TimelineLine = MatterPage['timeline'][number];
type Facts = Readonly<Record<string, unknown>>;

const REPORTS: Record<Source, Text> = {
  resident: text('反映了这件事', 'reported it'),
  grid_worker: text('巡查中上报', 'reported it from the street'),
  call: text('代来电群众登记', 'recorded it for a caller'),
  import: text('随清单导入', 'imported it with a list'),
};

const kind = ({ category }: Facts) => nameOfCategory(String(category));
const about = (zh: string, en: string, { zh: name, en: nameEn }: Text) => text(`${zh}${name}`, `${en}${nameEn}`);
const fixed = (zh: string, en: string) => () => text(zh, en);

function dispatched({ unit, under, co, caught }: Facts): Text {
  const { version, term } = (under ?? {}) as { version?: number; term?: Term };
  const limit = term && termInWords(term);
  const helpers = Array.isArray(co) ? co.join('、') : '';
  const zh = [caught && '区兜底', limit && `目录第 ${version} 版，时限 ${limit.zh}`, helpers && `协办：${helpers}`];
  const en = [
    caught && 'caught by the district',
    limit && `catalogue ${version}, ${limit.en}`,
    helpers && `helped by ${helpers}`,
  ];
  const beside = (parts: readonly unknown[]) => parts.filter(Boolean).join('；');
  return text(
    `派单给${unit}${beside(zh) && `（${beside(zh)}）`}`,
    `dispatched it to ${unit}${beside(en) && ` (${beside(en)})`}`,
  );
}

/** What was done, as the rest of a sentence that begins with who did it. */
const DEEDS: Record<Action, (facts: Facts) => Text> = {
  report: ({ source }) => REPORTS[source as Source],
  accept: (facts) => about('受理，类别为', 'accepted it as ', kind(facts)),
  refuse: ({ branch }) => about('不予受理：', 'did not accept it: ', BRANCHES[branch as Branch].label),
  settle: fixed('当场办结', 'settled it on the spot'),
  dispatch: dispatched,
  take: fixed('签收，开始办理', 'took it on'),
  progress: fixed('通报进展', 'told how it stands'),
  pause: fixed('暂缓办理，时限暂停', 'paused the clock'),
  resume: fixed('恢复办理，时限继续', 'resumed'),
  extend: ({ by }) => about('延期 ', 'extended the term by ', termInWords(by as Term)),
  return: ({ ground }) =>
    ground
      ? about('提出派单异议：', 'objected to the dispatch: ', GROUNDS[ground as Ground])
      : text('退单', 'returned it'),
  uphold: fixed('驳回异议，维持派单，仍由原单位办理', 'rejected the objection: the dispatch stands'),
  whistle: ({ parts }) => {
    const units = (parts as readonly { unit: string }[] | undefined) ?? [];
    return text(
      `吹哨，请 ${units.length} 个单位报到：${units.map(({ unit }) => unit).join('、')}`,
      `whistled for ${units.length} units: ${units.map(({ unit }) => unit).join(', ')}`,
    );
  },
  contribute: ({ unit }) => text(`报到反馈（${unit}）`, `reported on the part of ${unit}`),
  excuse: ({ unit }) => text(`免除报到：${unit}`, `released ${unit} from the joint order`),
  appraise: ({ justified }) =>
    text(
      `评估吹哨报到：${justified ? '吹哨合理' : '不该吹哨'}`,
      `appraised the joint order: the whistle was ${justified ? 'justified' : 'not justified'}`,
    ),
  entrust: ({ name }) => text(`交办网格：${name}`, `asked the grid workers: ${name}`),
  deliver: fixed('网格反馈', 'answered for the grid'),
  supervise: ({ level, trigger }) => {
    const [how, why] = [LEVELS[level as Level] ?? LEVELS.urge, TRIGGERS[trigger as Trigger] ?? TRIGGERS.other];
    return text(`${how.zh}：${why.zh}`, `${how.en}: ${why.en}`);
  },
  respond: fixed('回复督办', 'answered the supervision'),
  finish: fixed('反馈已办结', 'reported back that it is done'),
  verify: fixed('核实通过', 'verified it'),
  rework: fixed('核实未通过，退回返工', 'sent it back for rework'),
  close: fixed('结案', 'closed it'),
  answer: ({ solved, satisfied }) =>
    text(
      `评价：${solved ? '已解决' : '未解决'}，${satisfied ? '满意' : '不满意'}`,
      `answered: ${solved ? 'solved' : 'not solved'}, ${satisfied ? 'satisfied' : 'not satisfied'}`,
    ),
  reopen: fixed('要求重办', 'asked to reopen it'),
  withdraw: fixed('撤回', 'withdrew it'),
  merge: ({ into }) => text(`并入 ${into}`, `merged it into ${into}`),
  regrid: () => text('网格调整，随所在位置转入新的网格', 'followed its place into another grid'),
  absorb: ({ from }) => text(`将 ${from} 并入本案`, `took in ${from}`),
  join: fixed('同诉：也遇到这件事', 'joined: it concerns them too'),
  release: fixed('公开了内容', 'released a text'),
  recategorise: (facts) => about('类别更正为', 'corrected the kind to ', kind(facts)),
  note: fixed('写了内部备注', 'wrote a note'),
};

export const deedOf = ({ action, facts }: Pick<TimelineLine, 'action' | 'facts'>): Text => DEEDS[action](facts);

/** The public words that were said with the action: a reason, a result, a message. */
export function saidWith({ facts }: Pick<TimelineLine, 'facts'>): string | undefined {
  const said = facts.reason ?? facts.result ?? facts.message;
  return typeof said === 'string' ? said : undefined;
}

const OTHERS: Record<string, Text> = {
  resident: text('居民', 'A resident'),
  visitor: text('居民', 'A resident'),
  importer: text('清单导入', 'Import'),
  rule: text('督办规则（系统）', 'Rule of supervision (system)'),
};

/** Who did it: name, role, and the unit for which it was done; a resident is never named. */
export function doerOf({ person, role, unit }: Pick<TimelineLine, 'person' | 'role' | 'unit'>): Text {
  if (role === 'resident' || role === 'visitor') return OTHERS.resident;
  const post = role in ROLES ? ROLES[role as Role] : (OTHERS[role] ?? text('工作人员', 'Staff'));
  const join = (label: string) => [person, label, unit].filter(Boolean).join(' · ');
  return text(join(post.zh), join(post.en));
}
