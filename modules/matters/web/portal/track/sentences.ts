import { type Text, text } from '#packages/kernel';
import { ROLES, type Role } from '../../../../access/contract.ts';
import type { Line } from '../../../core/api.ts';
import type { Action, Stage } from '../../../core/lifecycle.ts';
import type { RefusalBranch } from '../../../core/state.ts';
import { LEVELS, type Level, TRIGGERS, type Trigger } from '../../../core/supervision.ts';

/** A line of the timeline with the names that its sentence needs. */
export interface Told {
  /** Who did it: the organisation, else the role; null where neither says anything. */
  readonly who: Text | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Name of a kind of matter. */
  readonly nameOf: (category: string) => string;
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where a matter goes that the platform does not take itself (北京接诉即办条例 11). */
export const BRANCHES: Record<RefusalBranch, Text> = {
  emergency: text('属于紧急情况，请拨打 110、119、120、122', 'An emergency: call 110, 119, 120 or 122'),
  legal_way: text(
    '应通过诉讼、仲裁、行政复议、信访等法定途径解决',
    'Belongs to the courts, arbitration, review or petition by law',
  ),
  repeated: text('已经办结，没有新的事实和理由', 'Settled before, without new facts or reasons'),
  secret: text('涉及国家秘密、商业秘密或个人隐私', 'Touches state or business secrets, or the privacy of others'),
  out_of_scope: text('不属于本区职责范围', 'Outside the duties of this district'),
  unlawful: text('内容违反法律法规或公序良俗', 'Its content is against the law or public order'),
};

const UNITS: Record<string, Text> = {
  urgent_hour: text('小时', 'hours'),
  work_hour: text('个工作小时', 'working hours'),
  work_day: text('个工作日', 'working days'),
  natural_day: text('天', 'days'),
};

function termOf(by: unknown): Text {
  const { amount = 0, unit = '' } = (by ?? {}) as { amount?: number; unit?: string };
  const name = UNITS[unit] ?? text('', '');
  return text(`${amount} ${name.zh}`, `${amount} ${name.en}`);
}

function answerOf({ solved, satisfied }: Told['facts']): Text {
  return text(
    `${solved ? '已解决' : '未解决'}，${satisfied ? '满意' : '不满意'}`,
    `${solved ? 'solved' : 'not solved'}, ${satisfied ? 'satisfied' : 'not satisfied'}`,
  );
}

/** A sentence about who acted, with a general word where that is not known. */
const by =
  (zh: string, en: string, sentence: (zh: string, en: string) => Text) =>
  ({ who }: Told): Text =>
    sentence(who?.zh ?? zh, who?.en ?? en);
const byUnit = (sentence: (zh: string, en: string) => Text) => by('承办单位', 'The unit', sentence);

/** What each recorded action means, in plain words. */
export const SENTENCES: Record<Action, (told: Told) => Text> = {
  report: () => text('反映已登记', 'The report was recorded'),
  accept: by('工作人员', 'Staff', (zh, en) => text(`${zh}已受理`, `Accepted by: ${en}`)),
  refuse: () => text('不予受理', 'Not accepted'),
  settle: by('网格员', 'Grid worker', (zh, en) => text(`${zh}当场办结`, `Settled on the spot by: ${en}`)),
  dispatch: ({ facts }) =>
    facts.caught
      ? text(
          `责任不清，由区兜底，派给${word(facts.unit)}`,
          `Its owner was unclear: caught by the district, given to ${word(facts.unit)}`,
        )
      : text(`派给${word(facts.unit)}办理`, `Given to ${word(facts.unit)}`),
  take: byUnit((zh, en) => text(`${zh}已签收，开始办理`, `${en} took it on`)),
  progress: byUnit((zh, en) => text(`${zh}通报进展`, `${en} tells how it stands`)),
  pause: () => text('暂缓办理，时限暂停计算', 'Paused: its clock stands still'),
  resume: () => text('恢复办理', 'Resumed'),
  extend: ({ facts }) => text(`办理时限延长 ${termOf(facts.by).zh}`, `The term was extended by ${termOf(facts.by).en}`),
  return: byUnit((zh, en) =>
    text(`${zh}申请退单，审核期间仍由其负责`, `${en} asks to give it back; it stays responsible meanwhile`),
  ),
  uphold: () => text('经审核，仍由原单位办理', 'After review it stays with the same unit'),
  whistle: ({ who, facts }) => {
    const units = Array.isArray(facts.parts) ? facts.parts.length : 0;
    return text(
      `${who?.zh ?? '街道'}吹哨，请 ${units} 个单位一起办理`,
      `${who?.en ?? 'The street'} called ${units} units to handle it together`,
    );
  },
  contribute: ({ facts }) => text(`${word(facts.unit)}报到并反馈`, `${word(facts.unit)} came and reported`),
  excuse: ({ facts }) =>
    text(`${word(facts.unit)}不再参加联合办理`, `${word(facts.unit)} is released from the joint order`),
  appraise: () => text('区中心评估了联合办理', 'The district centre appraised the joint order'),
  entrust: ({ facts }) =>
    text(`请网格员协助：${word(facts.name)}`, `The grid workers were asked to help: ${word(facts.name)}`),
  deliver: () => text('网格员已协助并反馈', 'The grid workers have helped and answered'),
  supervise: ({ facts }) => {
    const level = LEVELS[facts.level as Level] ?? LEVELS.urge;
    const why = TRIGGERS[facts.trigger as Trigger] ?? TRIGGERS.other;
    return text(`${level.zh}：${why.zh}`, `${level.en}: ${why.en}`);
  },
  respond: byUnit((zh, en) => text(`${zh}回复督办`, `${en} answered the supervision`)),
  finish: byUnit((zh, en) => text(`${zh}反馈已办结`, `${en} reports that it is done`)),
  verify: () => text('经他人核实，确已办好', 'Somebody else has verified that it is done'),
  rework: () => text('核实未通过，退回重新办理', 'Not done yet: sent back'),
  close: () => text('结案', 'Closed'),
  answer: ({ facts }) => text(`反映人评价：${answerOf(facts).zh}`, `The reporter’s answer: ${answerOf(facts).en}`),
  reopen: () => text('反映人要求重新办理', 'The reporter asked to reopen it'),
  withdraw: () => text('反映人撤回', 'Withdrawn by the reporter'),
  merge: () => text('与同类事项合并办理', 'Merged with a matter of the same kind'),
  regrid: () =>
    text(
      '网格调整，本事项随所在位置转入新的网格',
      'The grids were redrawn: the matter belongs to the grid where its place lies now',
    ),
  absorb: () => text('另一件同类事项并入一起办理', 'Another matter of the same kind was merged into this one'),
  join: () => text('有居民同诉', 'Another resident joined'),
  release: () => text('公开了反映内容', 'A text was released to the public'),
  recategorise: ({ facts, nameOf }) =>
    text(`类别更正为“${nameOf(word(facts.category))}”`, `The kind was corrected to “${nameOf(word(facts.category))}”`),
  note: () => text('内部备注', 'Internal note'),
};

/** The published words of a line: its reason, result or message. */
export function wordsOf({ action, facts }: Pick<Line, 'action' | 'facts'>): Text | null {
  const said = word(facts.reason) || word(facts.result) || word(facts.message);
  const branch = action === 'refuse' ? BRANCHES[word(facts.branch) as RefusalBranch] : undefined;
  if (branch) return text([branch.zh, said].filter(Boolean).join('。'), [branch.en, said].filter(Boolean).join('. '));
  return said ? text(said, said) : null;
}

/** What happens now, for each stage. */
export const NOW: Record<Stage, (unit: string | null) => Text> = {
  reported: () => text('已登记，等待受理', 'Recorded, waiting to be accepted'),
  accepted: () => text('已受理，正在确定由谁办理', 'Accepted: the responsible unit is being decided'),
  dispatched: (unit) =>
    text(`已派给${unit ?? '承办单位'}，等待签收`, `Given to ${unit ?? 'the unit'}, which is to take it on`),
  handling: (unit) => text(`${unit ?? '承办单位'}正在办理`, `${unit ?? 'The unit'} is handling it`),
  paused: (unit) =>
    text(`${unit ?? '承办单位'}暂缓办理，原因见下`, `Paused by ${unit ?? 'the unit'}; the reason is below`),
  returned: (unit) =>
    text(
      `${unit ?? '承办单位'}申请退单，正在审核，期间仍由其负责`,
      `${unit ?? 'The unit'} asks to give it back: under review, it stays responsible`,
    ),
  handled: () => text('反馈已办好，正在由他人核实', 'Reported as done: somebody else is verifying it'),
  verified: () => text('核实通过，即将结案', 'Verified, about to be closed'),
  closed: () => text('已经办结', 'Closed'),
  refused: () => text('没有受理，原因和其他途径见下', 'Not accepted: the reason and another way are below'),
  merged: () =>
    text('与同类事项合并办理，追踪码继续有效', 'Merged with a matter of the same kind; this code stays valid'),
  withdrawn: () => text('反映人已撤回', 'Withdrawn by the reporter'),
};

/** Who acted in a line: the organisation, else the post. */
export function whoIn({ unit, role }: Pick<Line, 'unit' | 'role'>): Text | null {
  if (unit !== null) return text(unit, unit);
  return role !== 'resident' && role in ROLES ? ROLES[role as Role] : null;
}

/** A line as shown; `times` tells how many equal ones stand in it. */
export interface Condensed {
  readonly line: Line;
  readonly times: number;
}

const SILENT: readonly Action[] = ['note'];

/** The timeline without internal notes, and with a run of people who joined as one line. */
export function condense(timeline: readonly Line[]): Condensed[] {
  const told: Condensed[] = [];
  for (const line of timeline.filter(({ action }) => !SILENT.includes(action))) {
    const last = told[told.length - 1];
    if (line.action === 'join' && last?.line.action === 'join') told[told.length - 1] = { line, times: last.times + 1 };
    else told.push({ line, times: 1 });
  }
  return told;
}
