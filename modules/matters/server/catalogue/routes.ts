import type { Handlers } from '#packages/server-kit';
import type { catalogueOperations } from '../../core/catalogue-api.ts';
import { findCategory } from '../../core/categories.ts';
import { canSee } from '../../core/policy.ts';
import { getMatter } from '../commands/load.ts';
import { asPerson, type MattersDeps, problems } from '../context.ts';
import { changeRow, discard, draft, getVersion, publish, removeRow } from './commands.ts';
import { presentOne, presentProposal, presentRows, proposalFor, versionsFor } from './present.ts';

export const catalogueRoutes = (deps: MattersDeps): Handlers<typeof catalogueOperations> => ({
  'GET /api/catalogues': ({ actor }) => versionsFor(deps, asPerson(actor)),
  'GET /api/catalogues/:version': async ({ params, actor, locale }) => {
    const version = await getVersion(deps, params.version, asPerson(actor));
    return { ...(await presentOne(deps, version)), list: await presentRows(deps, version, locale) };
  },
  'POST /api/catalogues': async ({ actor }) => presentOne(deps, await draft(deps, asPerson(actor))),
  'PUT /api/catalogues/:version/rows': async ({ params, body, actor }) =>
    presentOne(deps, await changeRow(deps, params.version, body, asPerson(actor))),
  'DELETE /api/catalogues/:version/rows': async ({ params, query, actor }) =>
    presentOne(deps, await removeRow(deps, params.version, query, asPerson(actor))),
  'DELETE /api/catalogues/:version': ({ params, actor }) => discard(deps, params.version, asPerson(actor)),
  'POST /api/catalogues/:version/publish': async ({ params, body, actor }) =>
    presentOne(deps, await publish(deps, params.version, body, asPerson(actor))),
  'GET /api/matters/:code/proposal': async ({ params, query, actor, locale }) => {
    const { state } = await getMatter(deps, params.code);
    if (!canSee({ actor: asPerson(actor), isReporter: false }, state)) throw problems.not_visible();
    const category = query.category ?? state.category;
    if (!findCategory(category)) throw problems.unknown_category();
    const proposal = await proposalFor(deps, { category, grid: state.grid });
    return presentProposal(deps, proposal, category, locale);
  },
});
