import { describe, expect, it } from 'vitest';
import { actionsFrom, decide } from '../../procedure.ts';
import { fraction } from '../exact.ts';
import { checkTemplate } from './check-template.ts';
import { procedureOf } from './flow.ts';
import type { DecisionTemplate, TemplateStep } from './template.ts';
import { TEMPLATES } from './templates.ts';

const DAY = '2026-05-01';
const get = (id: string): DecisionTemplate => {
  const found = TEMPLATES.find((template) => template.id === id);
  if (found === undefined) throw new Error(`no template ${id}`);
  return found;
};
const FIVE = get('five-steps-suggestion-community');
const changed = (id: string, change: Partial<TemplateStep>, from = FIVE): DecisionTemplate => ({
  ...from,
  steps: from.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
});
const without = (...ids: string[]): DecisionTemplate => ({
  ...FIVE,
  steps: FIVE.steps.filter(({ id }) => !ids.includes(id)),
});
const rulesOf = (template: DecisionTemplate, date = DAY) =>
  checkTemplate(template, date).map(({ rule, text }) => `${rule} ${/[居村] \d+/.exec(text.en)?.[0] ?? ''}`.trim());

describe('what ships', () => {
  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    '%s is above the legal floor',
    (_, template) => {
      expect(checkTemplate(template, DAY)).toEqual([]);
    },
  );

  it.each([
    ['five-steps-suggestion-community', ['建议', '提议', '商议', '审议', '决议', '组织实施']],
    ['five-steps-appraisal-village', ['提议', '商议', '审议', '决议', '组织实施', '评议']],
    ['four-steps-village', ['提议', '商议', '审议', '决议', '组织实施']],
  ])('%s has its steps in order, and posts the resolution and the result', (id, titles) => {
    const { steps } = get(id);
    expect(steps.map(({ title }) => title.zh)).toEqual(titles);
    const posted = steps.flatMap(({ publishes = [] }) => publishes.map(({ what }) => what));
    expect(posted).toEqual(expect.arrayContaining(['resolution', 'result']));
  });
});

describe('a template below the legal floor', () => {
  it('no vote by law, but called binding', () => {
    expect(rulesOf(without('resolution'))).toContain('legal_body_decides');
    expect(rulesOf(changed('resolution', { vote: { rules: [] } }))).toContain('legal_body_decides');
  });
  it('opinions that are counted as a vote by law', () => {
    expect(rulesOf({ ...FIVE, binding: 'opinion' })).toContain('opinion_is_no_legal_vote');
  });
  it('the Party organisation does not discuss first', () => {
    expect(rulesOf(without('proposal'))).toContain('party_discusses_first 居 30');
  });
  it('the decision or its result is not posted, or too short', () => {
    expect(rulesOf(without('execution'))).toEqual(['result_is_posted 居 34']);
    expect(rulesOf(changed('resolution', { publishes: [{ what: 'resolution', days: 14 }] }))).toEqual([
      'posted_long_enough 居 34',
    ]);
    expect(rulesOf(changed('talk', { publishes: [] }, get('deliberation-village')))).toEqual([]);
    const silent = { ...get('deliberation-village'), steps: get('deliberation-village').steps.slice(0, 1) };
    expect(rulesOf(silent)).toContain('result_is_posted 村 35');
  });
  it('a smaller share, or shorter notice', () => {
    const conditions = [{ id: 'majority', op: 'gte', needs: fraction(1, 2) }] as const;
    const vote = { rules: ['residents-meeting'], stricter: { conditions } } as const;
    expect(rulesOf(changed('resolution', { vote, noticeDays: 7 }))).toEqual([
      'not_below_legal_floor 居 27',
      'not_below_legal_floor 居 26',
    ]);
  });
  it('deliberation that cannot be brought before a meeting', () => {
    const template = get('deliberation-community');
    expect(rulesOf(changed('talk', { mayRefer: false }, template))).toEqual(['meeting_is_possible 居 32']);
  });
  it('a body of another setting', () => {
    expect(rulesOf(changed('resolution', { vote: { rules: ['villagers-meeting'] } }))).toEqual([
      'body_belongs_to_setting',
    ]);
  });
  it('a body that the edition of the day does not have', () => {
    expect(rulesOf(FIVE, '2025-05-01')).toEqual(['edition_rules 居 9']);
  });
  it('a step twice, or sent back to what comes later', () => {
    expect(rulesOf({ ...FIVE, steps: [...FIVE.steps, FIVE.steps[0]] })).toEqual(['step_is_named_once']);
    expect(rulesOf(changed('discussion', { returnsTo: 'resolution' }))).toEqual(['returns_to_earlier_step']);
  });
  it('a county that asks for 90% present and 80% in favour is above the law', () => {
    const conditions = [
      { id: 'quorum', op: 'gte', needs: fraction(9, 10) },
      { id: 'majority', op: 'gte', needs: fraction(4, 5) },
    ] as const;
    const vote = { rules: ['residents-meeting', 'residents-representatives'], stricter: { conditions } } as const;
    expect(rulesOf(changed('resolution', { vote }))).toEqual([]);
  });
});

describe('the procedure of a template', () => {
  const procedure = procedureOf(FIVE);
  const leadsTo = (stage: string, action: string) => {
    const decision = decide(procedure, stage, action, [], {});
    return decision.allowed ? decision.stage : decision.reasons[0].rule;
  };

  it('goes from step to step to its end', () => {
    let stage = 'suggestion';
    const seen = [stage];
    for (const { act } of FIVE.steps) {
      stage = leadsTo(stage, act.id);
      seen.push(stage);
    }
    expect(seen).toEqual([...FIVE.steps.map(({ id }) => id), 'ended']);
    expect(procedure.stages[stage].ends).toBe(true);
  });

  it('what is deliberated may be brought before a meeting', () => {
    const talks = procedureOf(get('deliberation-village'));
    expect(decide(talks, 'talk', 'refer', [], {})).toEqual({ allowed: true, stage: 'referred' });
    expect(talks.stages.referred.ends).toBe(true);
  });

  it('steps cannot be left out', () => {
    expect(leadsTo('proposal', 'resolve')).toBe('action_belongs_to_stage');
  });

  it('a vote may fail, be held again, or send the draft back; what is resolved cannot be dropped', () => {
    expect(actionsFrom(procedure, 'resolution')).toEqual(['resolve', 'reject', 'repeat', 'return', 'drop']);
    expect(leadsTo('resolution', 'reject')).toBe('not_carried');
    expect(leadsTo('resolution', 'repeat')).toBe('resolution');
    expect(leadsTo('resolution', 'return')).toBe('discussion');
    expect(leadsTo('discussion', 'drop')).toBe('dropped');
    expect(actionsFrom(procedure, 'execution')).toEqual(['carry_out']);
  });
});
