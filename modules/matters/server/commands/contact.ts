import type { Person } from '../../../access/contract.ts';
import { MATTER_STREAM } from '../../contract.ts';
import { canSeeContact } from '../../core/policy.ts';
import { type MattersDeps, problems } from '../context.ts';
import { findText } from '../queries.ts';
import { getMatter } from './load.ts';

/** Opens the contact details for a stated purpose. The look is recorded first: without a record nobody sees anything. */
export async function lookAtContact(deps: MattersDeps, code: string, purpose: string, viewer: Person) {
  const matter = await getMatter(deps, code);
  if (!canSeeContact({ actor: viewer, isReporter: false }, matter.state)) throw problems.not_allowed();
  const found = await findText(deps.database, deps.district, matter.id);
  await deps.access.recordLook({
    viewer,
    subject: matter.state.reporter,
    stream: MATTER_STREAM,
    streamId: matter.id,
    what: 'contact',
    purpose,
  });
  const contact = found?.contact
    ? (JSON.parse(deps.sealing.open(found.contact)) as { name?: string; phone?: string })
    : {};
  return { name: contact.name ?? null, phone: contact.phone ?? null };
}
