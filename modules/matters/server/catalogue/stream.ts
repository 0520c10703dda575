import canonicalize from 'canonicalize';
import { digest, type Entry, type StreamCheck } from '#packages/server-kit';
import type { CatalogueRow } from '../../core/catalogue.ts';
import type { MattersDeps } from '../context.ts';
import { findVersionOfStream, rowsOfVersion } from './queries.ts';

/** What the ledger keeps of a publication: the rows by their digest, so that nobody can change them afterwards unseen. */
export interface PublicationFacts {
  readonly version: number;
  readonly from: string;
  readonly rows: number;
  readonly digest: string;
}

export const digestOf = (algorithm: Entry['algorithm'], rows: readonly CatalogueRow[]): string =>
  digest(algorithm, canonicalize(rows) as string);

/** The published rows must be those whose digest was recorded. */
export const catalogueStreamCheck =
  ({ database, district }: MattersDeps): StreamCheck =>
  async (entries) => {
    const last = entries[entries.length - 1];
    const version = await findVersionOfStream(database, district, last.streamId);
    if (!version) return { seq: last.seq, why: 'state', detail: 'the catalogue is gone from its table' };
    if (version.head !== last.hash)
      return { seq: last.seq, why: 'head', detail: `the catalogue's head is ${version.head}` };
    const rows = await rowsOfVersion(database, district, version.version);
    const kept = digestOf(last.algorithm, rows);
    return kept === (last.facts as PublicationFacts).digest
      ? null
      : { seq: last.seq, why: 'state', detail: 'the rows are not those that were published' };
  };
