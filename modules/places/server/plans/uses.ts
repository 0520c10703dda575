import { type Handler, newId } from '#packages/server-kit';
import type { GridUse, operations } from '../../core/api.ts';
import { canRegisterGridUse } from '../../core/policy.ts';
import { problems } from '../../core/problems.ts';
import type { Context } from '../context.ts';
import { findUse, type UseRow, usesOf } from '../queries.ts';
import { endUse, insertUse } from '../store.ts';
import { asPerson } from './step.ts';

type Ops = typeof operations;

async function presentUse({ access }: Context, { id, organisation, purpose, since, until }: UseRow): Promise<GridUse> {
  const known = await access().findOrganisation(organisation);
  return { id, organisation: { id: organisation, name: known?.name ?? organisation }, purpose, since, until };
}

/** Which departments work on the one grid, and for what. */
export const listUses =
  (context: Context): Handler<Ops['GET /api/grid-uses']> =>
  async () =>
    Promise.all((await usesOf(context.database, context.district)).map((row) => presentUse(context, row)));

/** A department registers its use. The transaction id becomes that of the use: sent twice, it is registered once. */
export const registerUse =
  (context: Context): Handler<Ops['POST /api/grid-uses']> =>
  async ({ actor, body }) => {
    if (actor.person === null) throw problems.sign_in_needed();
    if (!canRegisterGridUse(asPerson(actor), body.organisation)) throw problems.use_not_yours();
    const { database, district, clock } = context;
    const { transaction: id = newId(), ...wanted } = body;
    await insertUse(database, district, { id, ...wanted }, clock());
    const use = await getUse(context, id);
    if (use.organisation !== wanted.organisation) throw problems.transaction_reused();
    return presentUse(context, use);
  };

export const endGridUse =
  (context: Context): Handler<Ops['POST /api/grid-uses/:id/end']> =>
  async ({ actor, params: { id }, body: { until } }) => {
    if (actor.person === null) throw problems.sign_in_needed();
    const use = await getUse(context, id);
    if (!canRegisterGridUse(asPerson(actor), use.organisation)) throw problems.use_not_yours();
    await endUse(context.database, context.district, id, until);
    return presentUse(context, await getUse(context, id));
  };

async function getUse({ database, district }: Context, id: string): Promise<UseRow> {
  const use = await findUse(database, district, id);
  if (!use) throw problems.unknown_use();
  return use;
}
