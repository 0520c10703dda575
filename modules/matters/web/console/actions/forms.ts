import { type Text, text } from '#packages/kernel';
import type { Action } from '../../../core/lifecycle.ts';

/** What is done in the console; what only the reporter may do is done on the tracking page. */
export type StaffAction = Exclude<Action, 'report' | 'absorb' | 'regrid' | 'answer' | 'reopen' | 'withdraw' | 'join'>;

export type FieldName =
  | 'category'
  | 'branch'
  | 'ground'
  | 'dispatch'
  | 'parts'
  | 'part'
  | 'appraisal'
  | 'duty'
  | 'level'
  | 'term'
  | 'into'
  | 'words';

export interface WordsField {
  /** Name of the words in the body of the request. */
  readonly as: 'reason' | 'result' | 'message' | 'note' | 'text' | 'task';
  readonly label: Text;
  readonly required: boolean;
  /** Who will read them: everybody who may follow the matter, or staff alone. */
  readonly readers: 'public' | 'staff';
  readonly limit: number;
}

export interface ActionForm {
  /** What follows from it, in a sentence. */
  readonly hint: Text;
  readonly fields: readonly FieldName[];
  readonly words?: WordsField;
}

const words = (
  as: WordsField['as'],
  label: Text,
  readers: WordsField['readers'],
  { required = true, limit = 1000 } = {},
): WordsField => ({ as, label, readers, required, limit });

const reason = (readers: WordsField['readers']) => words('reason', text('理由', 'Reason'), readers);
const note = words('note', text('备注', 'Note'), 'staff', { required: false, limit: 500 });

/** The form of each action. */
export const FORMS: Record<StaffAction, ActionForm> = {
  accept: {
    hint: text('确认类别后受理，接下来派单。', 'Confirm the kind; it is dispatched next.'),
    fields: ['category'],
  },
  refuse: {
    hint: text('选择一种情形，并告诉反映人可以走的路。', 'Choose why, and tell the person which way is open instead.'),
    fields: ['branch', 'words'],
    words: words('reason', text('答复反映人', 'Answer to the reporter'), 'public'),
  },
  settle: {
    hint: text('已在现场办好，写明怎么办的；随后由他人核实。', 'Done on the spot: say how. Somebody else verifies it.'),
    fields: ['words'],
    words: words('result', text('办理结果', 'What was done'), 'public'),
  },
  dispatch: {
    hint: text(
      '派给一个责任单位；首接单位负责到底。',
      'Give it to exactly one unit: the first receiver stays responsible.',
    ),
    fields: ['dispatch', 'words'],
    words: { ...note, label: text('给责任单位的说明', 'Words for the unit') },
  },
  take: { hint: text('签收后由本单位办理。', 'The unit takes it on and handles it.'), fields: [] },
  progress: {
    hint: text('把进展告诉反映人。', 'Tell the reporter how it stands.'),
    fields: ['words'],
    words: words('message', text('进展', 'How it stands'), 'public'),
  },
  pause: {
    hint: text('时限暂停；理由会公开。', 'The clock stops; the reason is published.'),
    fields: ['words'],
    words: reason('public'),
  },
  resume: { hint: text('恢复办理，时限继续计算。', 'The clock goes on.'), fields: [] },
  extend: {
    hint: text('从原到期时间起延长；理由会公开。', 'Counted from the old deadline; the reason is published.'),
    fields: ['term', 'words'],
    words: reason('public'),
  },
  return: {
    hint: text(
      '派单异议由区中心审核；审核期间仍由本单位负责。被驳回的理由不能再提。',
      'The district centre reviews the objection; until then the unit stays responsible. A ground that is rejected is not raised again.',
    ),
    fields: ['ground', 'words'],
    words: reason('staff'),
  },
  uphold: {
    hint: text(
      '驳回异议：仍由原单位办理，原时限不变。',
      'The objection is rejected: the unit keeps it, with the old deadline.',
    ),
    fields: ['words'],
    words: reason('staff'),
  },
  whistle: {
    hint: text(
      '请几个单位一起办：写明各单位的任务和时限，逐一计时；全部反馈后责任单位才能办结。',
      'Call several units: each with its task and its clock. The matter is finished when all have reported.',
    ),
    fields: ['parts', 'words'],
    words: words('reason', text('为什么吹哨', 'Why the whistle'), 'public'),
  },
  contribute: {
    hint: text('写明本单位到场办了什么。', 'Say what your unit came and did.'),
    fields: ['part', 'words'],
    words: words('result', text('本单位的办理情况', 'What our unit did'), 'public'),
  },
  excuse: {
    hint: text('这个单位不必再反馈；理由会公开。', 'That unit need not report any more; the reason is published.'),
    fields: ['part', 'words'],
    words: reason('public'),
  },
  appraise: {
    hint: text(
      '按单位评估双方：哨该不该吹，各单位来没来；是否按时由系统计算。不评个人。',
      'Both sides are appraised, by unit, never by person; who was on time is computed.',
    ),
    fields: ['appraisal', 'words'],
    words: reason('public'),
  },
  entrust: {
    hint: text(
      '只能交办清单上的事项；清单外的事项先申请准入。',
      'Only what is on the list of duties; anything else is applied for first.',
    ),
    fields: ['duty', 'words'],
    words: words('task', text('请网格员做什么', 'What the grid workers are asked'), 'staff', { limit: 500 }),
  },
  deliver: {
    hint: text('写明看到了什么、办了什么。', 'Say what was seen and done.'),
    fields: ['words'],
    words: words('result', text('网格反馈', 'Answer of the grid'), 'public'),
  },
  supervise: {
    hint: text(
      '承办单位须在时限内回复；不回复的逐级提高。内容会公开。',
      'The unit owes an answer in time; without one the level rises. The words are published.',
    ),
    fields: ['level', 'words'],
    words: words('message', text('要求', 'What is asked'), 'public'),
  },
  respond: {
    hint: text('回复督办：办到哪一步，何时办好。', 'Answer: how far it is, when it will be done.'),
    fields: ['words'],
    words: words('message', text('回复', 'Answer'), 'public'),
  },
  finish: {
    hint: text('写明办理结果；随后由他人核实。', 'Say what was done; somebody else verifies it.'),
    fields: ['words'],
    words: words('result', text('办理结果', 'What was done'), 'public'),
  },
  verify: {
    hint: text('到现场或联系反映人核实确已办好。', 'On site or with the reporter: it is done.'),
    fields: ['words'],
    words: note,
  },
  rework: {
    hint: text('没有办好，退回原单位重新办理。', 'Not done: back to the same unit.'),
    fields: ['words'],
    words: reason('public'),
  },
  close: {
    hint: text('结案后请反映人评价；30 天内可要求重办。', 'The reporter then answers, and may reopen within 30 days.'),
    fields: [],
  },
  merge: {
    hint: text('并入另一个事项；两个追踪码都继续有效。', 'Into another matter; both codes stay alive.'),
    fields: ['into'],
  },
  recategorise: {
    hint: text('更正类别；进行中的时限不变。', 'Correct the kind; a running term stays.'),
    fields: ['category'],
  },
  release: {
    hint: text('去掉姓名、电话、门牌等个人信息后再公开。', 'Leave out names, numbers and doors before it is public.'),
    fields: ['words'],
    words: words('text', text('公开的内容', 'Text for the public'), 'public'),
  },
  note: {
    hint: text('记录只给工作人员看的情况。', 'Something that only staff should know.'),
    fields: ['words'],
    words: words('note', text('内部备注', 'Internal note'), 'staff'),
  },
};

/** Actions in the order in which they are offered: what moves the matter on comes first. */
export const ORDER = [
  ...[
    'accept',
    'take',
    'resume',
    'dispatch',
    'verify',
    'close',
    'contribute',
    'deliver',
    'respond',
    'finish',
    'settle',
    'uphold',
  ],
  ...[
    'progress',
    'return',
    'rework',
    'refuse',
    'whistle',
    'excuse',
    'appraise',
    'entrust',
    'supervise',
    'pause',
    'extend',
  ],
  ...['merge', 'recategorise', 'release', 'note'],
] as const satisfies readonly string[] as readonly StaffAction[];

/** Of what is possible, that which is done in the console, the next step first. */
export const offersFor = (possible: readonly { readonly action: Action }[]): StaffAction[] =>
  ORDER.filter((action) => possible.some((offer) => offer.action === action));
