import { text } from '#packages/kernel';
import type { ActionSpec, Procedure, Stage } from '../../procedure.ts';
import type { DecisionTemplate, TemplateStep } from './template.ts';

const ENDED: Readonly<Record<string, Stage>> = {
  ended: { label: text('办结', 'Completed'), ends: true },
  referred: { label: text('已提交会议决定', 'Brought before a meeting'), ends: true },
  not_carried: { label: text('未通过', 'Not carried'), ends: true },
  dropped: { label: text('终止', 'Dropped'), ends: true },
};

const ACTIONS: Readonly<Record<string, ActionSpec>> = {
  reject: { label: text('表决未通过', 'Not carried') },
  repeat: { label: text('到会人数不足，重新召集', 'Too few took part: call it again') },
  refer: { label: text('提交会议决定', 'Bring it before a meeting') },
  return: { label: text('退回修改', 'Send back for another draft') },
  drop: { label: text('终止', 'Drop') },
};

/** What may happen in a step: on to the next, back for another draft, dropped; a vote may fail, or be held again for want of a quorum. */
function movesOf({ id, act, vote, mayRefer, returnsTo }: TemplateStep, next: string): Record<string, string> {
  return {
    [act.id]: next,
    ...(vote !== undefined && { reject: 'not_carried', repeat: id }),
    ...(mayRefer === true && { refer: 'referred' }),
    ...(returnsTo !== undefined && { return: returnsTo }),
    drop: 'dropped',
  };
}

/**
 * The procedure of a template, for the one engine: each step is a stage. After a resolution nothing is dropped any more: it is carried out.
 */
export function procedureOf({ id, edition, steps }: DecisionTemplate): Procedure<string, string> {
  const resolved = steps.findIndex(({ vote }) => vote !== undefined);
  const rows = steps.map((step, i) => {
    const { drop, ...moves } = movesOf(step, steps[i + 1]?.id ?? 'ended');
    return [step.id, resolved !== -1 && i > resolved ? moves : { ...moves, drop }] as const;
  });
  const ends = Object.keys(ENDED).map((stage) => [stage, {}] as const);
  return {
    id,
    edition,
    stages: { ...Object.fromEntries(steps.map((step) => [step.id, { label: step.title }])), ...ENDED },
    actions: { ...Object.fromEntries(steps.map(({ act }) => [act.id, { label: act.label }])), ...ACTIONS },
    table: Object.fromEntries([...rows, ...ends]),
  };
}
