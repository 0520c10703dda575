import { toDegrees, toE7 } from '#packages/coverage';
import { findByTransaction, type Handler } from '#packages/server-kit';
import type { operations, PlanComment } from '../../core/api.ts';
import { canSeeGridPlans } from '../../core/policy.ts';
import { problems } from '../../core/problems.ts';
import type { PlanContext } from '../context.ts';
import { type CommentRow, commentsOf } from '../queries.ts';
import { insertComment, movePlan } from '../store.ts';
import { seenPlan } from './pages.ts';
import { actOnPlan, asPerson, stepPlan } from './step.ts';

type Ops = typeof operations;

/** The public reads what was released, and that somebody spoke; whoever handles plans reads all. */
const presentComment = (row: CommentRow, full: boolean): PlanComment => {
  const open = full || row.released;
  const { lonE7, latE7 } = row;
  return {
    number: row.number,
    at: row.at,
    text: open ? row.text : null,
    place: open && lonE7 !== null && latE7 !== null ? { lon: toDegrees(lonE7), lat: toDegrees(latE7) } : null,
    answer: open ? row.answer : null,
    answered: row.answered,
    released: row.released,
  };
};

export const listComments =
  (context: PlanContext): Handler<Ops['GET /api/grid-plans/:id/comments']> =>
  async ({ actor, params: { id } }) => {
    const person = asPerson(actor);
    await seenPlan(context, person, id);
    const full = canSeeGridPlans(person, context.district);
    return (await commentsOf(context.database, context.district, id)).map((row) => presentComment(row, full));
  };

/** Somebody speaks on a plan on notice, with or without an account. Sent twice it is kept once. */
export const commentOnPlan =
  (context: PlanContext): Handler<Ops['POST /api/grid-plans/:id/comments']> =>
  async ({ actor, params: { id }, body: { text, place, transaction } }) => {
    const person = asPerson(actor);
    await seenPlan(context, person, id);
    const words = text.trim();
    await actOnPlan(context, person, 'comment', { id, transaction }, (tx, plan) => {
      const number = plan.state.comments + 1;
      const author = { person: person.person, role: 'resident', organisation: null };
      const at = place ? { lonE7: toE7(place.lon), latE7: toE7(place.lat) } : null;
      const wanted = { action: 'comment' as const, facts: { number }, author, transaction, words };
      return stepPlan(context, tx, plan, wanted, [], async (taken) => {
        await movePlan(tx, taken);
        await insertComment(tx, { number, person: person.person, place: at, text: words }, taken);
      });
    });
    return presentComment(await getComment(context, id, transaction), true);
  };

/** The comment that was made by a transaction. */
async function getComment({ database, district }: PlanContext, plan: string, transaction: string): Promise<CommentRow> {
  const entry = await findByTransaction(database, district, transaction);
  const { number } = (entry?.facts ?? {}) as { number?: number };
  const mine = (await commentsOf(database, district, plan)).find((row) => row.number === number);
  if (!mine) throw problems.unknown_plan();
  return mine;
}
