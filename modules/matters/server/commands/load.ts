import { readTrackingCode } from '../../core/tracking-code.ts';
import { type MattersDeps, problems } from '../context.ts';
import { findMatter, type MatterRecord } from '../queries.ts';
import { hashKey } from '../store.ts';

/** The matter of a tracking code as somebody typed it; a slip is told from a code that does not exist. */
export async function getMatter(deps: MattersDeps, typed: string): Promise<MatterRecord> {
  const code = readTrackingCode(typed);
  if (code === undefined) throw problems.malformed_code();
  const matter = await findMatter(deps.database, deps.district, code);
  if (matter === undefined) throw problems.unknown_matter();
  return matter;
}

/** Whether it is the reporter who asks: signed in, or with the key that the report was answered with. */
export const isReporter = (matter: MatterRecord, person: string | null, key: string | undefined): boolean =>
  (person !== null && matter.state.reporter === person) ||
  (key !== undefined && matter.keyHash !== null && hashKey(key) === matter.keyHash);
