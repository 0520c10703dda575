import type { Db, Handler } from '#packages/server-kit';
import type { operations } from '../../core/api.ts';
import { addDays } from '../../core/day.ts';
import { streetsConcerned } from '../../core/plan-changes.ts';
import { streetsOf } from '../../core/policy.ts';
import { problems } from '../../core/problems.ts';
import { noChange } from '../../core/rules.ts';
import type { PlanContext } from '../context.ts';
import { areasOf, findPlanInForce, type LockedPlan } from '../queries.ts';
import { answerComment, movePlan } from '../store.ts';
import { enterDuePlans } from './enter.ts';
import { pageOf } from './pages.ts';
import { actOnPlan, asPerson, authorOf, stepPlan } from './step.ts';

type Ops = typeof operations;

/** Puts a checked plan on notice; the streets whose grids it changes are to approve it. */
export const announcePlan =
  (context: PlanContext): Handler<Ops['POST /api/grid-plans/:id/announce']> =>
  async ({ actor, params: { id }, body, locale }) => {
    const person = asPerson(actor);
    await actOnPlan(context, person, 'announce', { id, ...body }, async (tx, plan, possible) => {
      const { streets, against } = await concerned(context, plan);
      if (streets.length === 0) throw problems.plan_stays({ reasons: [noChange], possible });
      const from = context.today();
      const facts = { from, until: addDays(from, body.days - 1), streets, against };
      const { transaction } = body;
      const author = authorOf(person, context.district);
      await stepPlan(
        context,
        tx,
        plan,
        {
          action: 'announce',
          facts,
          author,
          transaction,
          rules: { days: body.days, leastDays: context.leastNoticeDays },
        },
        possible,
      );
    });
    return pageOf(context, person, id, locale);
  };

/** Of a first plan all streets; else those in which something differs from the plan in force. */
async function concerned({ comparisons, database, district }: PlanContext, plan: LockedPlan) {
  const changes = await comparisons.withBefore(plan);
  if (changes) return { streets: streetsConcerned(changes), against: changes.before.id };
  const areas = await areasOf(database, district);
  return { streets: areas.filter(({ level }) => level === 'street').map(({ code }) => code), against: null };
}

const planInForce = async ({ district }: PlanContext, tx: Db): Promise<string | null> =>
  (await findPlanInForce(tx, district))?.id ?? null;

/** A street that is concerned approves; with the last of them the plan is approved. */
export const approvePlan =
  (context: PlanContext): Handler<Ops['POST /api/grid-plans/:id/approve']> =>
  async ({ actor, params: { id }, body, locale }) => {
    const person = asPerson(actor);
    await actOnPlan(context, person, 'approve', { id, ...body }, async (tx, plan, possible) => {
      const own = streetsOf(person, context.district);
      const waiting = plan.state.approvals.filter(({ at }) => at === null).map(({ street }) => street);
      const street = own.find((one) => waiting.includes(one)) ?? own[0];
      const isLast = waiting.every((one) => one === street);
      const author = { ...authorOf(person, context.district), role: 'street_staff' };
      const rules = { street, inForce: await planInForce(context, tx) };
      const step = { facts: { street }, author, transaction: body.transaction, rules };
      await stepPlan(context, tx, plan, { ...step, action: isLast ? 'approve' : 'endorse' }, possible);
    });
    return pageOf(context, person, id, locale);
  };

/** The district files an approved plan; one that is to take effect today does so at once. */
export const filePlan =
  (context: PlanContext): Handler<Ops['POST /api/grid-plans/:id/file']> =>
  async ({ actor, params: { id }, body, locale }) => {
    const person = asPerson(actor);
    const { effective, transaction } = body;
    await actOnPlan(context, person, 'file', { id, ...body }, async (tx, plan, possible) => {
      const rules = { effective, inForce: await planInForce(context, tx) };
      const author = authorOf(person, context.district);
      await stepPlan(context, tx, plan, { action: 'file', facts: { effective }, transaction, rules, author }, possible);
    });
    await enterDuePlans(context);
    return pageOf(context, person, id, locale);
  };

/** Withdraws a plan that is not in force; why is public. */
export const withdrawPlan =
  (context: PlanContext): Handler<Ops['POST /api/grid-plans/:id/withdraw']> =>
  async ({ actor, params: { id }, body, locale }) => {
    const person = asPerson(actor);
    const { reason, transaction } = body;
    await actOnPlan(context, person, 'withdraw', { id, ...body }, (tx, plan, possible) =>
      stepPlan(
        context,
        tx,
        plan,
        { action: 'withdraw', facts: { reason }, transaction, author: authorOf(person, context.district) },
        possible,
      ),
    );
    return pageOf(context, person, id, locale);
  };

/**
 * Answers a comment; its words and the answer are published together, or neither. Residents who comment meanwhile do not keep staff from
 * answering: the version that they saw does not matter, a comment is answered once.
 */
export const answerPlanComment =
  (context: PlanContext): Handler<Ops['POST /api/grid-plans/:id/comments/:number/answer']> =>
  async ({ actor, params: { id, number }, body, locale }) => {
    const person = asPerson(actor);
    const comment = Number(number);
    await actOnPlan(context, person, 'answer', { id, transaction: body.transaction }, async (tx, plan, possible) => {
      const author = authorOf(person, context.district);
      const { transaction, answer, release } = body;
      const wanted = { action: 'answer' as const, facts: { number: comment }, author, transaction };
      await stepPlan(context, tx, plan, { ...wanted, rules: { comment }, words: answer }, possible, async (taken) => {
        await movePlan(tx, taken);
        await answerComment(tx, comment, answer, release, taken);
      });
    });
    return pageOf(context, person, id, locale);
  };
