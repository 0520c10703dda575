import { readTrackingCode } from '../../core/tracking-code.ts';
import { type MattersDeps, problems } from '../context.ts';
import { type Dossier, findDossier, findMatter, type MatterRecord } from '../queries.ts';
import { hashKey } from '../store.ts';

type Find<M> = (database: MattersDeps['database'], district: string, code: string) => Promise<M | undefined>;

async function getBy<M>(find: Find<M>, { database, district }: MattersDeps, typed: string): Promise<M> {
  const code = readTrackingCode(typed);
  if (code === undefined) throw problems.malformed_code();
  const matter = await find(database, district, code);
  if (matter === undefined) throw problems.unknown_matter();
  return matter;
}

/** The matter of a tracking code as somebody typed it; a slip is told from a code that does not exist. */
export const getMatter = (deps: MattersDeps, typed: string): Promise<MatterRecord> => getBy(findMatter, deps, typed);

/** The same with everything that is kept of it. */
export const getDossier = (deps: MattersDeps, typed: string): Promise<Dossier> => getBy(findDossier, deps, typed);

/** Whether it is the reporter who asks: signed in, or with the key that the report was answered with. */
export const isReporter = (matter: MatterRecord, person: string | null, key: string | undefined): boolean =>
  (person !== null && matter.state.reporter === person) ||
  (key !== undefined && matter.keyHash !== null && hashKey(key) === matter.keyHash);
