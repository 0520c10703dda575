import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '#packages/procedure';
import { ACTIONS, type Action, matterProcedure, STAGES, type Stage } from './lifecycle.ts';
import { possibleActions } from './possible.ts';
import { apply, type MatterState, type Recorded } from './state.ts';

const calendar: WorkingCalendar = {
  edition: 'test',
  daysOff: new Set(),
  workingWeekends: new Set(),
  knownUntil: '2099-12-31',
  officeHours: [{ from: 9 * 60, to: 17 * 60 }],
  utcOffset: 480,
};

const FACTS: { [A in Action]?: object } = {
  accept: { category: '0202' },
  settle: { unit: 'committee', result: '好了' },
  dispatch: { unit: 'lamps' },
  extend: { reason: '配件', by: { amount: 1, unit: 'work_day' } },
  whistle: { reason: '多头', parts: [{ unit: 'police', task: '劝离', term: { amount: 1, unit: 'work_day' } }] },
  contribute: { unit: 'police', result: '已劝离' },
  excuse: { unit: 'police', reason: '不必来' },
  appraise: { justified: true, came: ['police'], reason: '确需多家' },
  entrust: { item: 'walk', name: '协助排查' },
  deliver: { result: '已到场' },
  supervise: { level: 'urge', trigger: 'overdue', term: { amount: 1, unit: 'work_day' } },
  respond: { message: '明天办好' },
  merge: { into: 'x' },
  absorb: { from: 'y', supporters: 3 },
  answer: { solved: true, satisfied: false },
  recategorise: { category: '0201' },
};

const START = Date.parse('2026-03-02T02:00:00Z');
let person = 0;

function entry(seq: number, action: Action): Recorded {
  const at = new Date(START + seq * 3_600_000).toISOString();
  const facts =
    action === 'report'
      ? { category: '0202', grid: '320508017003001', source: 'resident', reportedAt: at, photos: 0 }
      : (FACTS[action] ?? {});
  return { seq, at, person: `p${person++}`, role: 'x', organisation: null, action, facts } as unknown as Recorded;
}

const begin = () => apply(calendar, null, entry(1, 'report'));
const play = (...actions: Action[]): MatterState =>
  actions.reduce((state, action, i) => apply(calendar, state, entry(i + 2, action)), begin());

describe('the table of states', () => {
  it('leads a matter from its report to its verified closure', () => {
    const state = play('accept', 'dispatch', 'take', 'finish', 'verify', 'close');
    expect(state).toMatchObject({ stage: 'closed', unit: 'lamps', clock: null, version: 7 });
    expect(state.endedAt).not.toBeNull();
  });

  it('a return never skips forward: only a new dispatch or the upholding of the old one leads on', () => {
    expect(Object.keys(matterProcedure.table.returned)).toEqual(expect.arrayContaining(['dispatch', 'uphold']));
    for (const forward of ['take', 'finish', 'verify', 'close'] as const) {
      expect(matterProcedure.table.returned[forward]).toBeUndefined();
    }
  });

  it('the first receiver stays responsible while a return is reviewed, and gains no time when it is upheld', () => {
    const dispatched = play('accept', 'dispatch');
    const returned = apply(calendar, dispatched, entry(9, 'return'));
    expect(returned).toMatchObject({ unit: 'lamps', clock: { kind: 'review' } });
    expect(apply(calendar, returned, entry(10, 'uphold')).clock).toEqual(dispatched.clock);
  });

  it('time to handle is that of the standard by which it was dispatched, also after rework', () => {
    const under = { version: 1, area: '320508', standard: 'x', term: { amount: 3, unit: 'natural_day' } };
    const dispatched = apply(calendar, play('accept'), {
      ...entry(3, 'dispatch'),
      facts: { unit: 'lamps', under },
    } as Recorded);
    expect(dispatched.clock?.term).toEqual(under.term);
    const again = (['finish', 'rework'] as const).reduce(
      (s, action, i) => apply(calendar, s, entry(4 + i, action)),
      dispatched,
    );
    expect(again.clock).toMatchObject({ kind: 'handle', term: under.term });
  });

  it('a rejected ground is kept against the unit, a new dispatch forgets it', () => {
    const objection = { ...entry(9, 'return'), facts: { ground: 'not_our_duty' } } as Recorded;
    const returned = apply(calendar, play('accept', 'dispatch'), objection);
    expect(returned.objection).toEqual({ ground: 'not_our_duty', rejected: [] });
    expect(apply(calendar, returned, entry(10, 'uphold')).objection).toEqual({ rejected: ['not_our_duty'] });
    expect(apply(calendar, returned, entry(10, 'dispatch')).objection).toBeUndefined();
  });

  it('an objection without a ground, as it was recorded before there were grounds, folds to what it did', () => {
    const returned = apply(calendar, play('accept', 'dispatch'), entry(9, 'return'));
    expect(JSON.stringify(apply(calendar, returned, entry(10, 'uphold')))).not.toContain('objection');
  });

  it('rework goes back to the same unit', () => {
    expect(play('accept', 'dispatch', 'finish', 'rework')).toMatchObject({
      stage: 'dispatched',
      unit: 'lamps',
      reworks: 1,
    });
  });

  it('a reopened matter is owed again, its answer is asked anew', () => {
    const state = play('accept', 'dispatch', 'finish', 'verify', 'close', 'answer', 'reopen');
    expect(state).toMatchObject({
      stage: 'dispatched',
      answer: null,
      endedAt: null,
      reopenings: 1,
      clock: { kind: 'handle' },
    });
  });

  it('a paused clock is not overdue and goes on where it stood', () => {
    const state = play('accept', 'dispatch', 'take', 'pause');
    expect(state.clock?.pausedAt).not.toBeNull();
    const resumed = apply(calendar, state, entry(30, 'resume'));
    expect(Date.parse(resumed.clock!.dueAt)).toBeGreaterThan(Date.parse(state.clock!.dueAt));
  });
});

/** Any walk through the table. */
const walk = fc.array(fc.nat(), { maxLength: 40 }).map((choices) => {
  let state = begin();
  const stages: MatterState[] = [state];
  choices.forEach((choice, i) => {
    const actions = Object.keys(matterProcedure.table[state.stage]) as Action[];
    if (actions.length === 0) return;
    state = apply(calendar, state, entry(i + 2, actions[choice % actions.length]));
    stages.push(state);
  });
  return stages;
});

it('on every walk: an open matter has exactly one running clock, one that has left the desk has one unit, an ended one owes nothing', () => {
  fc.assert(
    fc.property(walk, (states) =>
      states.every(({ stage, clock, unit, endedAt }) => {
        const ended = 'ends' in STAGES[stage];
        const held = ['dispatched', 'handling', 'paused', 'returned', 'handled', 'verified', 'closed'].includes(stage);
        return (clock === null) === ended && (endedAt !== null) === ended && (!held || unit !== null);
      }),
    ),
  );
});

it('every action and stage of the table exists, and every stage but the first can be reached', () => {
  const reached = new Set<Stage>(['reported']);
  for (const row of Object.values(matterProcedure.table)) {
    for (const [action, stage] of Object.entries(row)) {
      expect(ACTIONS).toHaveProperty(action);
      reached.add(stage);
    }
  }
  expect([...reached].sort()).toEqual(Object.keys(STAGES).sort());
});

it('a record that breaks the procedure is not folded', () => {
  expect(() => play('close')).toThrow(/close is not possible in stage reported/);
  expect(() => apply(calendar, null, entry(1, 'accept'))).toThrow(/begins with a report/);
});

describe('what is offered', () => {
  const grid = '320508017003001';
  const actor = (role: 'grid_worker' | 'community_staff' | 'auditor', area = grid.slice(0, 12)) => ({
    actor: { person: 'me', name: '我', grants: [{ role, area, organisation: null }] },
    isReporter: false,
  });
  const now = new Date(START + 5 * 3_600_000).toISOString();

  it('a grid worker of another grid is offered nothing', () => {
    expect(possibleActions(begin(), actor('grid_worker', '320508017003002'), now)).toEqual(['join']);
  });
  it('who handled it is not offered to verify it', () => {
    const settled = apply(calendar, { ...begin(), category: '0101' }, {
      ...entry(2, 'settle'),
      person: 'me',
    } as Recorded);
    expect(possibleActions(settled, actor('grid_worker', grid), now)).not.toContain('verify');
    expect(possibleActions({ ...settled, handlers: ['other'] }, actor('grid_worker', grid), now)).toContain('verify');
  });
  it('what may be settled on the spot is offered only for such kinds', () => {
    expect(possibleActions(begin(), actor('grid_worker', grid), now)).not.toContain('settle'); // a street lamp
    expect(possibleActions({ ...begin(), category: '0101' }, actor('grid_worker', grid), now)).toContain('settle'); // litter
  });
  it('an auditor sees and does nothing', () => {
    expect(possibleActions(begin(), actor('auditor'), now)).toEqual(['join']);
  });
});
