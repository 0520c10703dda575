import type { Locale } from '#packages/kernel';
import { type Rule, reasonsOf } from '#packages/procedure';
import { type Entry, entriesOf, type Handler } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import type { GridNotice, operations, PlanChanges, PlanPage, PlanRow } from '../../core/api.ts';
import { PLAN_ACTIONS, type PlanAction, type PlanStatus } from '../../core/lifecycle.ts';
import { areaOf } from '../../core/plan-changes.ts';
import { canSeeGridPlans, isPublicPlan } from '../../core/policy.ts';
import { problems } from '../../core/problems.ts';
import type { GridShape } from '../../core/published.ts';
import {
  commentsAreAnswered,
  comparedPlanIsInForce,
  dayHasCome,
  noticeIsOver,
  type PlanRuleInput,
  planIsSound,
} from '../../core/rules.ts';
import { type PlanContext, permit } from '../context.ts';
import { findPlan, findPlanInForce, type PlanRecord, plansOf, plansOnNotice, unusualGrids } from '../queries.ts';
import { STREAM } from '../stream.ts';
import type { Comparison } from './compare.ts';
import { asPerson, possibleWith } from './step.ts';

type Ops = typeof operations;

export const presentPlan = ({ id, state, created, published, warnings }: PlanRecord): PlanRow => ({
  id,
  name: state.name,
  status: state.status,
  grids: state.grids,
  faults: state.faults,
  warnings: Number(warnings),
  created,
  notice: state.notice,
  effective: state.effective,
  published,
  version: state.version,
});

/** The plan, if this person may see it. Throws `unknown_plan` else: that there is one is no business of the public. */
export async function seenPlan({ database, district }: PlanContext, person: Person, id: string): Promise<PlanRecord> {
  const plan = await findPlan(database, district, id);
  if (!plan || !(isPublicPlan(plan.state) || canSeeGridPlans(person, district))) throw problems.unknown_plan();
  return plan;
}

export const listPlans =
  (context: PlanContext): Handler<Ops['GET /api/grid-plans']> =>
  async ({ actor }) => {
    permit(actor, canSeeGridPlans, context.district);
    return (await plansOf(context.database, context.district)).map(presentPlan);
  };

export const getPlan =
  (context: PlanContext): Handler<Ops['GET /api/grid-plans/:id']> =>
  ({ actor, params: { id }, locale }) =>
    pageOf(context, asPerson(actor), id, locale);

/** One plan as this person sees it. */
export async function pageOf(context: PlanContext, person: Person, id: string, locale: Locale): Promise<PlanPage> {
  const { database, district, comparisons, holder } = context;
  const plan = await seenPlan(context, person, id);
  const { state } = plan;
  const [changes, inForce, warned, entries] = await Promise.all([
    comparisons.withBefore(plan),
    findPlanInForce(database, district),
    unusualGrids(database, district, id),
    entriesOf(database, district, STREAM, id),
  ]);
  const nameOf = (code: string) => holder.find()?.published.nameOf.get(code) ?? code;
  const acts = possibleWith(person, context, plan);
  return {
    ...presentPlan(plan),
    approvals: state.approvals.map(({ street, at }) => ({ street, at, name: nameOf(street) })),
    comments: { total: state.comments, unanswered: state.unanswered.length },
    changed: { grids: changes ? gridsThatDiffer(changes).length : 0, households: changes?.householdsMoved ?? 0 },
    warned,
    possible: acts.map((action) => ({ action, text: PLAN_ACTIONS[action].label[locale] })),
    waits: waitsFor({ state, today: context.today(), inForce: inForce?.id ?? null }).map(({ rule, text }) => ({
      rule,
      text: text[locale],
    })),
    history: entries.map((entry) => presentEntry(entry, locale)),
  };
}

function presentEntry({ action, at, role, facts }: Entry, locale: Locale): PlanPage['history'][number] {
  const { reason = null } = facts as { reason?: string };
  return { action: action as PlanAction, text: PLAN_ACTIONS[action as PlanAction].label[locale], at, role, reason };
}

/** What the next step still waits for. */
const WAITS: Partial<Record<PlanStatus, readonly Rule<PlanRuleInput>[]>> = {
  draft: [planIsSound],
  noticed: [noticeIsOver, commentsAreAnswered, comparedPlanIsInForce],
  approved: [comparedPlanIsInForce],
  filed: [dayHasCome, comparedPlanIsInForce],
};
const waitsFor = (input: PlanRuleInput) => reasonsOf(WAITS[input.state.status] ?? [], input);

const gridsThatDiffer = ({ added, removed, changed, described }: Comparison): string[] => [
  ...new Set([...added, ...removed, ...changed, ...described]),
];

export const getChanges =
  (context: PlanContext): Handler<Ops['GET /api/grid-plans/:id/changes']> =>
  async ({ actor, params: { id }, query: { against } }) => {
    const person = asPerson(actor);
    const plan = await seenPlan(context, person, id);
    const { comparisons } = context;
    const other = against === undefined ? undefined : await seenPlan(context, person, against);
    const found = other
      ? await comparisons.with(plan, { id: other.id, name: other.state.name })
      : await comparisons.withBefore(plan);
    return found ? presentChanges(found) : NO_CHANGES;
  };

const NO_CHANGES: PlanChanges = {
  ...{ against: null, added: [], removed: [], changed: [], redrawn: [], renamed: [], moves: [] },
  households_moved: 0,
};

function presentChanges(found: Comparison): PlanChanges {
  const { before, gridsBefore, gridsAfter, moves, householdsMoved } = found;
  const list = (codes: readonly string[], grids: ReadonlyMap<string, GridShape>) =>
    codes.flatMap((code) => {
      const grid = grids.get(code);
      return grid ? [{ code, name: grid.name, households: grid.households, area_m2: Math.round(areaOf(grid)) }] : [];
    });
  return {
    against: before,
    added: list(found.added, gridsAfter),
    removed: list(found.removed, gridsBefore),
    changed: list(found.changed, gridsAfter),
    redrawn: list(found.redrawn, gridsAfter),
    renamed: found.described.flatMap((code) => {
      const [from, to] = [gridsBefore.get(code)?.name ?? '', gridsAfter.get(code)?.name ?? ''];
      return from === to ? [] : [{ code, from, to }];
    }),
    moves: moves.map(({ from, to, areaM2, households, where }) => ({
      from,
      to,
      area_m2: Math.round(areaM2 * 10) / 10,
      households: Math.round(households * 10) / 10,
      where,
    })),
    households_moved: householdsMoved,
  };
}

/** Plans on notice, with the streets and grids that they concern. */
export const listNotices =
  (context: PlanContext): Handler<Ops['GET /api/grid-notices']> =>
  async () => {
    const { database, district, comparisons, holder } = context;
    const nameOf = (code: string) => holder.find()?.published.nameOf.get(code) ?? code;
    const plans = await plansOnNotice(database, district);
    return Promise.all(
      plans.map(async (plan): Promise<GridNotice> => {
        const changes = await comparisons.withBefore(plan);
        return {
          ...presentPlan(plan),
          streets: plan.state.approvals.map(({ street }) => ({ code: street, name: nameOf(street) })),
          changed: changes ? gridsThatDiffer(changes) : [],
        };
      }),
    );
  };
