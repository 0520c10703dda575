import { text } from '#packages/kernel';
import { defineProcedure } from '#packages/procedure';

export const STAGES = {
  reported: { label: text('待受理', 'Reported') },
  accepted: { label: text('待派单', 'To be dispatched') },
  dispatched: { label: text('待签收', 'With the unit') },
  handling: { label: text('办理中', 'Being handled') },
  paused: { label: text('暂缓办理', 'Paused') },
  returned: { label: text('退单审核', 'Returned, under review') },
  handled: { label: text('待核实', 'To be verified') },
  verified: { label: text('待结案', 'To be closed') },
  closed: { label: text('已结案', 'Closed'), ends: true },
  refused: { label: text('不予受理', 'Not accepted'), ends: true },
  merged: { label: text('已并案', 'Merged'), ends: true },
  withdrawn: { label: text('已撤回', 'Withdrawn'), ends: true },
} as const;

export const ACTIONS = {
  report: { label: text('反映', 'Report') },
  accept: { label: text('受理', 'Accept') },
  refuse: { label: text('不予受理', 'Refuse') },
  settle: { label: text('当场办结', 'Settle on the spot') },
  dispatch: { label: text('派单', 'Dispatch') },
  take: { label: text('签收', 'Take on') },
  progress: { label: text('通报进展', 'Tell progress') },
  pause: { label: text('暂缓', 'Pause') },
  resume: { label: text('恢复办理', 'Resume') },
  extend: { label: text('延期', 'Extend') },
  return: { label: text('退单', 'Return') },
  uphold: { label: text('维持派单', 'Uphold the dispatch') },
  whistle: { label: text('吹哨', 'Whistle') },
  contribute: { label: text('报到反馈', 'Report on our part') },
  excuse: { label: text('免除报到', 'Release a unit') },
  appraise: { label: text('评估吹哨报到', 'Appraise the joint order') },
  entrust: { label: text('交办网格', 'Ask the grid') },
  deliver: { label: text('网格反馈', 'Answer for the grid') },
  supervise: { label: text('催办督办', 'Urge or supervise') },
  respond: { label: text('回复督办', 'Answer the supervision') },
  finish: { label: text('反馈办结', 'Report back') },
  verify: { label: text('核实通过', 'Verify') },
  rework: { label: text('退回返工', 'Send back for rework') },
  close: { label: text('结案', 'Close') },
  answer: { label: text('评价', 'Answer') },
  reopen: { label: text('要求重办', 'Reopen') },
  withdraw: { label: text('撤回', 'Withdraw') },
  merge: { label: text('并案', 'Merge') },
  absorb: { label: text('并入他案', 'Take in another') },
  join: { label: text('同诉', 'Me too') },
  release: { label: text('公开内容', 'Release text') },
  recategorise: { label: text('更正类别', 'Correct the kind') },
  note: { label: text('内部备注', 'Internal note') },
  /** By the system, when another grid plan takes effect: the place is in another grid now. */
  regrid: { label: text('随网格调整', 'Follow the grid') },
} as const;

export type Stage = keyof typeof STAGES;
export type Action = keyof typeof ACTIONS;

/** What everybody may add while a matter is open, without moving it. */
const open = <S extends Stage>(stage: S) =>
  ({ join: stage, note: stage, release: stage, recategorise: stage, absorb: stage, regrid: stage }) as const;

/** From its dispatch on somebody may ask why it is not done. */
const overseen = <S extends Stage>(stage: S) => ({ supervise: stage, respond: stage }) as const;

/** Others are called while the matter is with its unit, and answer wherever it goes meanwhile. */
const answered = <S extends Stage>(stage: S) =>
  ({ contribute: stage, excuse: stage, appraise: stage, deliver: stage, ...overseen(stage) }) as const;
const called = <S extends Stage>(stage: S) => ({ whistle: stage, entrust: stage, ...answered(stage) }) as const;

/**
 * What may happen next. Report, accept, dispatch, handle, report back, verify, close (facts 2.2): a return never skips forward, since
 * from `returned` only a new dispatch or the upholding of the old one leads on; rework goes back to the same unit. What was dispatched is
 * dispatched again only where the district has caught it (兜底) and its centre chooses the unit.
 */
export const matterProcedure = defineProcedure<Stage, Action>({
  id: 'matter',
  edition: '2026-1',
  stages: STAGES,
  actions: ACTIONS,
  table: {
    reported: {
      accept: 'accepted',
      refuse: 'refused',
      settle: 'handled',
      merge: 'merged',
      withdraw: 'withdrawn',
      ...open('reported'),
    },
    accepted: {
      dispatch: 'dispatched',
      settle: 'handled',
      merge: 'merged',
      withdraw: 'withdrawn',
      ...open('accepted'),
    },
    dispatched: {
      take: 'handling',
      dispatch: 'dispatched',
      return: 'returned',
      finish: 'handled',
      merge: 'merged',
      withdraw: 'withdrawn',
      ...called('dispatched'),
      ...open('dispatched'),
    },
    handling: {
      progress: 'handling',
      pause: 'paused',
      extend: 'handling',
      return: 'returned',
      finish: 'handled',
      merge: 'merged',
      withdraw: 'withdrawn',
      ...called('handling'),
      ...open('handling'),
    },
    paused: { resume: 'handling', progress: 'paused', withdraw: 'withdrawn', ...answered('paused'), ...open('paused') },
    returned: {
      dispatch: 'dispatched',
      uphold: 'dispatched',
      withdraw: 'withdrawn',
      ...answered('returned'),
      ...open('returned'),
    },
    handled: {
      verify: 'verified',
      rework: 'dispatched',
      appraise: 'handled',
      ...overseen('handled'),
      ...open('handled'),
    },
    verified: {
      close: 'closed',
      rework: 'dispatched',
      appraise: 'verified',
      ...overseen('verified'),
      ...open('verified'),
    },
    closed: {
      ...overseen('closed'),
      appraise: 'closed',
      answer: 'closed',
      reopen: 'dispatched',
      note: 'closed',
      release: 'closed',
    },
    refused: { note: 'refused' },
    merged: { note: 'merged' },
    withdrawn: { note: 'withdrawn' },
  },
});

/** The line that a resident follows; the others are branches of it. */
export const MAIN_LINE = ['reported', 'accepted', 'dispatched', 'handling', 'handled', 'verified', 'closed'] as const;
