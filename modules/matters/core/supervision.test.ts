import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '#packages/procedure';
import { RULES, type RuleInput } from './rules.ts';
import type { MatterState } from './state.ts';
import { ANSWER_TERMS, dueSupervision, LEVELS, type Level, supervised, TRIGGERS, type Trigger } from './supervision.ts';

const calendar: WorkingCalendar = {
  edition: 'test',
  daysOff: new Set(),
  workingWeekends: new Set(),
  knownUntil: '2099-12-31',
  officeHours: [{ from: 9 * 60, to: 17 * 60 }],
  utcOffset: 480,
};
const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-04T02:00:00.000Z'); // a Wednesday, ten o'clock
const iso = (time: number) => new Date(time).toISOString();
const clock = (due: number) => ({
  kind: 'handle' as const,
  startedAt: iso(NOW - 90 * HOUR),
  term: { amount: 1, unit: 'work_day' as const },
  dueAt: iso(due),
  pausedAt: null,
  provisional: false,
});
const matter = (more: Partial<MatterState> = {}): MatterState =>
  ({
    stage: 'handling',
    unit: 'lamps',
    clock: clock(NOW + HOUR),
    supporters: 1,
    returns: 0,
    reworks: 0,
    reopenings: 0,
    answer: null,
    ...more,
  }) as MatterState;
const asked = (level: Level, trigger: Trigger, at: number, round = 0) =>
  supervised(calendar, { level, trigger, term: ANSWER_TERMS[level] }, iso(at), round);
const due = (state: MatterState, now = NOW) => dueSupervision(calendar, state, now);

describe('what the rules find', () => {
  it('nothing where all is well', () => {
    expect(due(matter())).toBeNull();
    expect(due(matter({ clock: { ...clock(NOW - HOUR), pausedAt: iso(NOW - 2 * HOUR) } }))).toBeNull();
  });
  it('overdue, unsolved, reopened begin with an urging', () => {
    expect(due(matter({ clock: clock(NOW - HOUR) }))).toEqual({ trigger: 'overdue', level: 'urge' });
    const closed = matter({ stage: 'closed', clock: null, answer: { solved: false, satisfied: true } });
    expect(due(closed)).toEqual({ trigger: 'unsolved', level: 'urge' });
    expect(due({ ...closed, answer: { solved: true, satisfied: false } })).toBeNull();
    expect(due(matter({ reopenings: 1 }))).toEqual({ trigger: 'reopened', level: 'urge' });
  });
  it('refused again, and many people many times, begin with supervision', () => {
    const refusing = { stage: 'dispatched', returns: 2, objection: { rejected: ['not_our_duty'] } } as const;
    expect(due(matter(refusing))).toEqual({ trigger: 'refused', level: 'supervise' });
    expect(due(matter({ supporters: 5, reworks: 1, reopenings: 1 }))).toEqual({
      trigger: 'repeated',
      level: 'supervise',
    });
    expect(due(matter({ supporters: 5 }))).toBeNull();
  });
  it('without a unit nobody is asked', () => {
    expect(due(matter({ unit: null, clock: clock(NOW - HOUR) }))).toBeNull();
  });
});

describe('how it rises', () => {
  const late = { clock: clock(NOW - 100 * HOUR) };

  it('while an answer may still come, nothing; once it is late, the next level', () => {
    expect(due(matter({ ...late, supervision: asked('urge', 'overdue', NOW - HOUR) }))).toBeNull();
    expect(due(matter({ ...late, supervision: asked('urge', 'overdue', NOW - 60 * HOUR) }))?.level).toBe('supervise');
    expect(due(matter({ ...late, supervision: asked('supervise', 'overdue', NOW - 99 * HOUR) }))?.level).toBe('listed');
  });
  it('above the highest level there is none', () => {
    expect(due(matter({ ...late, supervision: asked('listed', 'overdue', NOW - 500 * HOUR) }))).toBeNull();
  });
  it('an answer gives one more term; then it rises where it is still overdue', () => {
    const answered = { ...asked('urge', 'overdue', NOW - 60 * HOUR), answeredAt: iso(NOW - HOUR) };
    expect(due(matter({ ...late, supervision: answered }))).toBeNull();
    expect(due(matter({ ...late, supervision: answered }), NOW + 48 * HOUR)?.level).toBe('supervise');
  });
  it('answered for one reopening, it rises with the next alone', () => {
    const answered = { ...asked('urge', 'reopened', NOW - 60 * HOUR, 1), answeredAt: iso(NOW - 50 * HOUR) };
    expect(due(matter({ reopenings: 1, supervision: answered }))).toBeNull();
    expect(due(matter({ reopenings: 2, supervision: answered }))).toEqual({ trigger: 'reopened', level: 'supervise' });
  });
  it('another trigger does not go below the level that was reached', () => {
    const answered = { ...asked('supervise', 'refused', NOW - 60 * HOUR), answeredAt: iso(NOW - 50 * HOUR) };
    expect(due(matter({ ...late, supervision: answered }))).toEqual({ trigger: 'overdue', level: 'supervise' });
  });
});

describe('its rules for people', () => {
  const broken = (action: 'supervise' | 'respond', input: Partial<RuleInput>) =>
    (RULES[action] ?? [])
      .filter((rule) => rule.broken({ state: matter(), person: 'me', now: iso(NOW), ...input }))
      .map(({ id }) => id);

  it('level_is_within_reach', () => {
    expect(broken('supervise', { level: 'supervise', reach: ['urge'] })).toEqual(['level_is_within_reach']);
    expect(broken('supervise', { level: 'supervise', reach: ['urge', 'supervise'] })).toEqual([]);
  });
  it('level_rises while no answer has come', () => {
    const open = matter({ supervision: asked('supervise', 'other', NOW) });
    const reach: Level[] = ['urge', 'supervise', 'listed'];
    expect(broken('supervise', { state: open, level: 'supervise', reach })).toEqual(['level_rises']);
    expect(broken('supervise', { state: open, level: 'listed', reach })).toEqual([]);
  });
  it('supervision_is_open', () => {
    expect(broken('respond', {})).toEqual(['supervision_is_open']);
    expect(broken('respond', { state: matter({ supervision: asked('urge', 'other', NOW) }) })).toEqual([]);
  });
});

it('levels and triggers have their words', () => {
  for (const { zh, en } of [...Object.values(LEVELS), ...Object.values(TRIGGERS)]) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});
