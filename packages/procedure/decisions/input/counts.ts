import { text } from '#packages/kernel';
import type { Counts } from '../case.ts';
import { findSum } from '../exact.ts';
import type { Reader } from '../reader.ts';
import type { RulingEdition } from '../rule.ts';
import { readBasis } from './basis.ts';
import { requireWithin } from './checks.ts';

const COUNTS = ['basis', 'total', 'present', 'for', 'against', 'abstain'];

/** Counts of a meeting or a recall. Votes may be fewer than those present: the rest did not vote. */
export function readCounts(reader: Reader, value: unknown, edition: RulingEdition | undefined): Counts | undefined {
  const fields = reader.fields(value, 'counts', COUNTS);
  if (fields === undefined) return undefined;
  const basis = readBasis(reader, fields.basis, 'counts.basis', edition);
  const total = reader.integer(fields.total, 'counts.total', 1);
  const present = reader.integer(fields.present, 'counts.present', 0);
  const yes = reader.integer(fields.for, 'counts.for', 0);
  const no = reader.integer(fields.against, 'counts.against', 0);
  const abstain = reader.integer(fields.abstain, 'counts.abstain', 0);
  requireWithin(reader, 'counts.present', present, 'counts.total', total);
  if (yes === undefined || no === undefined || abstain === undefined) return undefined;
  requireSum(reader, [yes, no, abstain], present);
  if (basis === undefined || total === undefined || present === undefined) return undefined;
  return { basis, total, present, for: yes, against: no, abstain };
}

function requireSum(reader: Reader, votes: readonly number[], present: number | undefined): void {
  if (present === undefined) return;
  const sum = findSum(votes);
  if (sum !== undefined && sum <= present) return;
  reader.fault(
    'votes_add_up',
    'counts',
    text(
      `赞成、反对、弃权合计 ${votes.join(' + ')}，多于到会的 ${present} 人：请重新计票。`,
      `For, against and abstentions (${votes.join(' + ')}) are more than the ${present} present: count again.`,
    ),
  );
}
