import { text } from '#packages/kernel';
import type { Candidate, ElectionCase, Held, Round } from '../case.ts';
import { findRunoffField } from '../elections.ts';
import type { Reader } from '../reader.ts';
import type { Basis, RulingEdition } from '../rule.ts';
import { readBasis } from './basis.ts';
import { requireOnce, requireWithin } from './checks.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An election with its rounds. */
export function readElection(
  reader: Reader,
  fields: Fields,
  held: Partial<Held>,
): Pick<ElectionCase, 'mode' | 'seats' | 'first' | 'runoff'> | undefined {
  const seats = reader.integer(fields.seats, 'seats', 1);
  const mode = readMode(reader, fields.mode, held.edition);
  const total = reader.integer(fields.total, 'total', 1);
  const first = readRound(reader, fields, '', total);
  const runoff = readRunoff(reader, fields.runoff, total);
  if (seats !== undefined && first !== undefined) requireBallots(reader, first, 'candidates', seats);
  if (mode === undefined || seats === undefined || first === undefined || runoff === 'bad') return undefined;
  if (typeof runoff === 'object') requireRunoffDue(reader, { ...held, mode, seats, first }, runoff);
  return { mode, seats, first, ...(runoff !== undefined && { runoff }) };
}

/** A run-off is held only for seats that are left, and among those whom the first round did not elect. */
function requireRunoffDue(
  reader: Reader,
  election: Partial<Held> & Pick<ElectionCase, 'mode' | 'seats' | 'first'>,
  runoff: Round,
): void {
  const { edition, rule, date } = election;
  if (edition === undefined || rule === undefined || date === undefined) return;
  const field = findRunoffField({ ...election, kind: 'election', edition, rule, date });
  if (field === undefined) {
    reader.fault(
      'runoff_is_due',
      'runoff',
      text(
        '不需要另行选举：名额已选满，或者第一次选举无效（应当重新选举）。请删除此项。',
        'No run-off is due: all seats are filled, or the first vote is not valid and has to be held anew. Remove it.',
      ),
    );
    return;
  }
  for (const { id } of runoff.candidates) {
    if (field.ids.includes(id)) continue;
    reader.fault(
      'is_runner_up',
      'runoff.candidates',
      text(
        `“${id}”不能参加另行选举：候选人是第一次投票未当选的人员。`,
        `“${id}” cannot stand in the run-off: its candidates are those whom the first vote did not elect.`,
      ),
    );
  }
  requireBallots(reader, runoff, 'runoff.candidates', field.left);
}

/** Where there is one way only, it need not be said. */
function readMode(reader: Reader, value: unknown, edition: RulingEdition | undefined): Basis | undefined {
  const only = edition?.electorates.length === 1 ? edition.electorates[0].basis : undefined;
  return value === undefined && only !== undefined ? only : readBasis(reader, value, 'mode', edition);
}

/** What comes as `runoff`: nothing, `true` (the counts given are those of the run-off), or the counts of the run-off. */
function readRunoff(reader: Reader, value: unknown, total: number | undefined): true | Round | undefined | 'bad' {
  if (value === undefined || value === true) return value;
  const fields = reader.fields(value, 'runoff', ['total', 'voted', 'candidates']);
  if (fields === undefined) return 'bad';
  const own = fields.total === undefined ? total : reader.integer(fields.total, 'runoff.total', 1);
  return readRound(reader, fields, 'runoff.', own) ?? 'bad';
}

function readRound(reader: Reader, fields: Fields, at: string, total: number | undefined): Round | undefined {
  const voted = reader.integer(fields.voted, `${at}voted`, 0);
  requireWithin(reader, `${at}voted`, voted, `${at}total`, total);
  const candidates = readCandidates(reader, fields.candidates, `${at}candidates`, voted);
  if (candidates === undefined || voted === undefined || total === undefined) return undefined;
  return { total, voted, candidates };
}

function readCandidates(
  reader: Reader,
  value: unknown,
  at: string,
  voted: number | undefined,
): Candidate[] | undefined {
  const list = reader.list(value, at);
  if (list === undefined) return undefined;
  const read = list.flatMap((entry, i): Candidate[] => {
    const place = `${at}[${i}]`;
    const fields = reader.fields(entry, place, ['id', 'votes']);
    if (fields === undefined) return [];
    const id = reader.id(fields.id, `${place}.id`);
    const votes = reader.integer(fields.votes, `${place}.votes`, 0);
    requireWithin(reader, `${place}.votes`, votes, 'voted', voted);
    return id === undefined || votes === undefined ? [] : [{ id, votes }];
  });
  requireOnce(reader, read, at);
  return read.length === list.length ? read : undefined;
}

/** Each ballot has at most one vote for each seat: more votes than that cannot have been cast. */
function requireBallots(reader: Reader, { candidates, voted }: Round, at: string, seats: number): void {
  const sum = candidates.reduce((votes, candidate) => votes + BigInt(candidate.votes), 0n);
  const most = BigInt(voted) * BigInt(seats);
  if (sum <= most) return;
  reader.fault(
    'votes_add_up',
    at,
    text(
      `得票合计 ${sum}，多于 ${voted} 张选票 × ${seats} 个名额 = ${most}：请重新计票。`,
      `${sum} votes are more than ${voted} ballots × ${seats} seats = ${most}: count again.`,
    ),
  );
}
