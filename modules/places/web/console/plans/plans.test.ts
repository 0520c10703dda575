import { describe, expect, it } from 'vitest';
import type { PlanPage, PlanRow } from '../../../core/api.ts';
import { PLAN_ROAD } from '../../../core/lifecycle.ts';
import { nextStep } from './next-step.ts';
import { roadOf } from './road.ts';
import { bodyOf, stepsOf } from './steps.ts';

const row = (change: Partial<PlanRow>): PlanRow => ({
  id: '0199b1c0-0000-7000-8000-000000000001',
  name: '路南社区调整',
  status: 'draft',
  grids: 10,
  faults: 0,
  warnings: 0,
  created: '2026-03-01T00:00:00Z',
  notice: null,
  effective: null,
  published: null,
  version: 1,
  ...change,
});

const NOTICE = { from: '2026-03-02', until: '2026-03-09' };

const page = (change: Partial<PlanPage>): PlanPage => ({
  ...row({ status: 'noticed', notice: NOTICE }),
  approvals: [
    { street: '320508017', name: '双塔街道', at: null },
    { street: '320508018', name: '平江街道', at: '2026-03-10T01:00:00Z' },
  ],
  comments: { total: 0, unanswered: 0 },
  changed: { grids: 2, households: 60 },
  warned: [],
  possible: [],
  waits: [],
  history: [],
  ...change,
});

describe('who must act next', () => {
  it('a draft with faults is mended by those who draw', () => {
    expect(nextStep(row({ faults: 3 }), '2026-03-02')?.what.zh).toContain('3 处问题');
  });

  it('residents, through the last day of the notice', () => {
    const next = nextStep(row({ status: 'noticed', notice: NOTICE }), '2026-03-09');
    expect(next?.who.zh).toBe('居民');
    expect(next?.what.zh).toContain('2026年3月9日');
  });

  it('the streets concerned, the day after; by their names where those are known', () => {
    expect(nextStep(row({ status: 'noticed', notice: NOTICE }), '2026-03-10')?.who.zh).toBe('有关街道');
    expect(nextStep(page({}), '2026-03-10')?.who.zh).toBe('双塔街道');
  });

  it('comments are answered before streets approve', () => {
    const waiting = page({ comments: { total: 4, unanswered: 2 } });
    expect(nextStep(waiting, '2026-03-10')?.what.zh).toContain('答复 2 条');
    expect(nextStep(waiting, '2026-03-05')?.what.zh).toContain('2 条待答复');
  });

  it('nobody, where the plan is in force or has ended', () => {
    for (const status of ['in_force', 'superseded', 'withdrawn'] as const) {
      expect(nextStep(row({ status }), '2026-03-10')).toBeNull();
    }
  });
});

describe('the form of a step', () => {
  const values = { days: 7, effective: '2026-04-01', reason: ' ' };

  it('says what is to be sent, or nothing while something is missing', () => {
    expect(bodyOf('announce', values)).toEqual({ action: 'announce', days: 7 });
    expect(bodyOf('announce', { ...values, days: null })).toBeNull();
    expect(bodyOf('file', { ...values, effective: '' })).toBeNull();
    expect(bodyOf('withdraw', values)).toBeNull();
    expect(bodyOf('withdraw', { ...values, reason: ' 重新测绘 ' })).toEqual({ action: 'withdraw', reason: '重新测绘' });
  });

  it('is offered for what leads on before what ends the plan, and for nothing that needs no form', () => {
    const possible = ['withdraw', 'answer', 'approve', 'redraw'].map((action) => ({ action, text: '' }));
    expect(stepsOf({ possible: possible as PlanPage['possible'] })).toEqual(['approve', 'withdraw']);
  });
});

describe('the road of a plan', () => {
  const states = (plan: PlanRow) => roadOf(plan).map(({ state }) => state);

  it('has what is behind, the stage, what is ahead', () => {
    expect(states(row({ status: 'noticed' }))).toEqual(['done', 'done', 'now', 'ahead', 'ahead', 'ahead']);
    expect(roadOf(row({})).map(({ status }) => status)).toEqual(PLAN_ROAD);
  });

  it('is behind as a whole for plans in force and superseded ones', () => {
    expect(new Set(states(row({ status: 'in_force' })))).toEqual(new Set(['done']));
    expect(new Set(states(row({ status: 'superseded' })))).toEqual(new Set(['done']));
  });

  it('ends where a withdrawn plan had come to', () => {
    expect(states(row({ status: 'withdrawn', notice: NOTICE }))).toEqual([
      ...['done', 'done', 'done'],
      ...['ahead', 'ahead', 'ahead'],
    ]);
    expect(states(row({ status: 'withdrawn', faults: 2 }))[1]).toBe('ahead');
  });
});
