import type { Entry } from '#packages/server-kit';
import { excerptOf } from '../../modules/matters/server/store.ts';
import type { Biography } from './biography.ts';

/** The rows that insertMatter and moveMatter leave behind, in the text format of COPY. */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

export const TABLES = {
  matters: {
    name: 'matters.matters',
    columns: [
      ...['district', 'id', 'code', 'stage', 'version', 'category', 'grid', 'lon_e7', 'lat_e7', 'unit', 'reporter'],
      ...[
        'reported_at',
        'ended_at',
        'due_at',
        'paused',
        'supporters',
        'photos',
        'excerpt',
        'released',
        'state',
        'head',
      ],
    ],
  },
  texts: {
    name: 'matters.texts',
    columns: ['district', 'matter', 'reported_at', 'grid', 'body', 'address', 'words'],
  },
  sealed: { name: 'matters.sealed', columns: ['district', 'matter', 'seq', 'salt', 'content'] },
  entries: {
    name: 'ledger.entries',
    columns: [
      ...['district', 'stream', 'stream_id', 'seq', 'at', 'person', 'role', 'organisation', 'action', 'facts'],
      ...['sealed', 'transaction', 'algorithm', 'previous', 'hash'],
    ],
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;

type Value = string | number | boolean | null;

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const line = (values: readonly Value[]): string =>
  `${values.map((value) => (value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign]))).join('\t')}\n`;

const vectorOf = (words: readonly string[]) => words.map((word) => `'${word.replaceAll("'", "''")}'`).join(' ');

const entryLine = (e: Entry): string =>
  line([
    ...[e.district, e.stream, e.streamId, e.seq, e.at, e.person, e.role, e.organisation, e.action],
    ...[JSON.stringify(e.facts), e.sealed, e.transaction, e.algorithm, e.previous, e.hash],
  ]);

/** The lines of one matter for each table. */
export function linesOf({ matter: m, entries }: Biography): Record<TableName, string> {
  const { state: s, entry } = m;
  const { district } = entry;
  return {
    matters: line([
      ...[district, m.id, m.code, s.stage, s.version, s.category, s.grid, m.lonE7, m.latE7, s.unit, s.reporter],
      ...[s.reportedAt, s.endedAt, s.clock?.dueAt ?? null, s.clock?.pausedAt != null, s.supporters, 0],
      ...[excerptOf(m.text), m.released, JSON.stringify(s), entry.hash],
    ]),
    texts: line([district, m.id, s.reportedAt, s.grid, m.text, m.address, vectorOf(m.words)]),
    sealed: line([district, m.id, 1, m.salt, '{}']),
    entries: entries.map(entryLine).join(''),
  };
}
