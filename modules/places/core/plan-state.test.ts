import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actionsFrom } from '#packages/procedure';
import { PLAN_ROAD, PLAN_STATUSES, type PlanAction, type PlanStatus, planProcedure } from './lifecycle.ts';
import { applyPlan, type PlanEntry, type PlanState } from './plan-state.ts';

const LAYER = { name: '新方案', grids: 4, faults: 0, upload: null, other: null };
const STREETS = ['320508001', '320508002'];

function factsOf(action: PlanAction, state: PlanState | null): object {
  const waiting = state?.approvals.find(({ at }) => at === null)?.street ?? STREETS[0];
  switch (action) {
    case 'announce':
      return { from: '2026-09-01', until: '2026-09-07', streets: STREETS, against: 'earlier' };
    case 'comment':
      return { number: (state?.comments ?? 0) + 1 };
    case 'answer':
      return { number: state?.unanswered[0] ?? 0 };
    case 'endorse':
    case 'approve':
      return { street: waiting };
    case 'file':
      return { effective: '2026-10-01' };
    case 'withdraw':
      return { reason: '重新征求意见' };
    case 'check':
      return {};
    default:
      return LAYER;
  }
}

function play(actions: readonly PlanAction[]): PlanState {
  let state = applyPlan(null, entryOf('import', null));
  for (const action of actions) state = applyPlan(state, entryOf(action, state));
  return state;
}
const entryOf = (action: PlanAction, state: PlanState | null) => {
  const seq = (state?.version ?? 0) + 1;
  return { action, facts: factsOf(action, state), at: `2026-09-${10 + seq}`, seq } as unknown as PlanEntry;
};

/** Any walk through the table. */
const walk = fc.array(fc.nat(), { maxLength: 25 }).map((choices) => {
  const actions: PlanAction[] = [];
  let status: PlanStatus = 'draft';
  for (const choice of choices) {
    const open = actionsFrom(planProcedure, status);
    if (open.length === 0) break;
    const action = open[choice % open.length];
    actions.push(action);
    status = planProcedure.table[status][action] as PlanStatus;
  }
  return { actions, status };
});

it('a plan goes from its import to its day, and ends when the next one takes its place', () => {
  const way: PlanAction[] = [
    'check',
    'announce',
    'comment',
    'answer',
    'endorse',
    'approve',
    'file',
    'enter_into_force',
  ];
  expect(play(way)).toEqual({
    status: 'in_force',
    name: '新方案',
    grids: 4,
    faults: 0,
    notice: { from: '2026-09-01', until: '2026-09-07' },
    against: 'earlier',
    approvals: [
      { street: STREETS[0], at: '2026-09-16' },
      { street: STREETS[1], at: '2026-09-17' },
    ],
    comments: 1,
    unanswered: [],
    effective: '2026-10-01',
    version: 9,
  });
  expect(play([...way, 'supersede']).status).toBe('superseded');
});

it('the state stands where the table leads, and its version counts the entries', () => {
  fc.assert(
    fc.property(walk, ({ actions, status }) => {
      expect(play(actions)).toMatchObject({ status, version: actions.length + 1 });
    }),
  );
});

it('nothing comes into force without check and notice but the first plan of a district', () => {
  fc.assert(
    fc.property(walk, ({ actions, status }) => {
      if (status !== 'in_force' || actions.includes('publish')) return;
      const order = ['check', 'announce', 'approve', 'file', 'enter_into_force'] as const;
      const at = order.map((action) => actions.lastIndexOf(action));
      expect(at).toEqual([...at].sort((a, b) => a - b));
      expect(at[0]).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('a redrawn plan is a draft again: no check of another layer counts', () => {
  expect(play(['check', 'redraw']).status).toBe('draft');
});

it('what ended stays ended, and no plan in force is withdrawn', () => {
  const ends = Object.entries(PLAN_STATUSES).filter(([, status]) => 'ends' in status);
  for (const [status] of ends) expect(actionsFrom(planProcedure, status as PlanStatus)).toEqual([]);
  expect(planProcedure.table.in_force.withdraw).toBeUndefined();
  for (const status of PLAN_ROAD.slice(0, -1)) expect(planProcedure.table[status].withdraw).toBe('withdrawn');
});

it('grids are redrawn before the notice only', () => {
  const redrawn = PLAN_ROAD.filter((status) => planProcedure.table[status].redraw !== undefined);
  expect(redrawn).toEqual(['draft', 'checked']);
});
