import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '#packages/procedure';
import { appraised, excused, openParts, reported, wasOnTime, whistled } from './joint.ts';
import { RULES, type RuleInput } from './rules.ts';

const calendar: WorkingCalendar = {
  edition: 'test',
  daysOff: new Set(),
  workingWeekends: new Set(),
  knownUntil: '2099-12-31',
  officeHours: [{ from: 9 * 60, to: 17 * 60 }],
  utcOffset: 480,
};
const AT = '2026-03-02T02:00:00.000Z';
const part = (unit: string, amount = 2) => ({
  unit,
  task: `${unit}的任务`,
  term: { amount, unit: 'urgent_hour' as const },
});
const called = (...units: string[]) =>
  whistled(calendar, { seq: 4, at: AT, organisation: 'street', facts: { parts: units.map((unit) => part(unit)) } });

describe('a joint order', () => {
  it('gives each unit an obligation and a clock of its own', () => {
    const joint = whistled(calendar, {
      seq: 4,
      at: AT,
      organisation: 'street',
      facts: { parts: [part('police', 1), part('housing', 3)] },
    });
    expect(joint).toMatchObject({ by: 'street', seq: 4 });
    expect(joint.parts.map(({ clock }) => clock.dueAt)).toEqual([
      '2026-03-02T03:00:00.000Z',
      '2026-03-02T05:00:00.000Z',
    ]);
  });

  it('who reports before the clock runs out was on time, who was released is neither', () => {
    const joint = reported(called('police', 'housing', 'market'), 'police', '2026-03-02T03:59:00.000Z');
    const late = reported(joint, 'housing', '2026-03-02T05:00:00.000Z');
    const all = excused(late, 'market', '2026-03-02T05:10:00.000Z')!;
    expect(all.parts.map(wasOnTime)).toEqual([true, false, null]);
    expect(openParts(all)).toEqual([]);
    const found = appraised(all, { justified: false, came: ['police'] })!;
    expect(found.justified).toBe(false);
    expect(found.parts.map(({ came }) => came)).toEqual([true, false, undefined]);
  });

  it('is open until every unit has reported or was released, in whatever order', () => {
    const units = ['a', 'b', 'c', 'd'];
    const answers = fc.shuffledSubarray(units, { minLength: 0, maxLength: 4 });
    fc.assert(
      fc.property(answers, fc.boolean(), (answering, byReport) => {
        const answer = byReport ? reported : excused;
        const joint = answering.reduce((order, unit) => answer(order, unit, AT)!, called(...units));
        return openParts(joint).length === units.length - answering.length;
      }),
    );
  });
});

describe('its rules', () => {
  const grid = '320508017003001';
  const state = {
    stage: 'handling',
    grid,
    unit: 'lamps',
    joint: called('police', 'housing'),
  } as unknown as RuleInput['state'];
  const body = (id: string, more: object = {}) =>
    ({ id, name: id, kind: 'police', area: '320508', ...more }) as NonNullable<RuleInput['unit']>;
  const broken = (
    action: 'whistle' | 'contribute' | 'excuse' | 'appraise' | 'finish',
    input: Partial<RuleInput> = {},
  ) => (RULES[action] ?? []).filter((r) => r.broken({ state, person: 'me', now: AT, ...input })).map(({ id }) => id);
  const answered = { ...state, joint: reported(reported(state.joint, 'police', AT), 'housing', AT) };

  it('joint_order_is_answered: the matter is finished when all have reported', () => {
    expect(broken('finish')).toEqual(['joint_order_is_answered']);
    expect(broken('finish', { state: answered })).toEqual([]);
    expect(broken('finish', { state: { ...state, joint: undefined } })).toEqual([]);
  });
  it('one_order_at_a_time', () => {
    expect(broken('whistle')).toEqual(['one_order_at_a_time']);
    expect(broken('whistle', { state: answered, called: [body('market')] })).toEqual([]);
  });
  it('parts_are_for_others', () => {
    const wrong = [
      [body('lamps')],
      [body('a'), body('a')],
      [undefined],
      [body('a', { area: '320508011' })],
      [body('a', { kind: 'party' })],
    ];
    for (const units of wrong)
      expect(broken('whistle', { state: answered, called: units })).toEqual(['parts_are_for_others']);
  });
  it('part_is_open and own_part_only', () => {
    expect(broken('contribute', { part: 'police', units: ['police'] })).toEqual([]);
    expect(broken('contribute', { part: 'police', units: ['housing'] })).toEqual(['own_part_only']);
    expect(broken('contribute', { part: 'market', units: ['market'] })).toEqual(['part_is_open']);
    expect(broken('excuse', { part: 'housing' })).toEqual([]);
  });
  it('appraised_once_answered', () => {
    expect(broken('appraise')).toEqual(['appraised_once_answered']);
    expect(broken('appraise', { state: answered })).toEqual([]);
    const done = { ...answered, joint: appraised(answered.joint, { justified: true, came: [] }) };
    expect(broken('appraise', { state: done })).toEqual(['appraised_once_answered']);
  });
});
