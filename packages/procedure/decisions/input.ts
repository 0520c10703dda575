import { text } from '#packages/kernel';
import type { DecisionCase } from './case.ts';
import { readEdition } from './input/basis.ts';
import { readCounts } from './input/counts.ts';
import { readElection } from './input/election.ts';
import { readOwners } from './input/owners.ts';
import { Reader } from './reader.ts';
import type { DecisionRule, RulingEdition } from './rule.ts';
import { findRule, RULES } from './rules.ts';

const COMMON = ['rule', 'date'];
const KNOWN = {
  meeting: [...COMMON, 'counts'],
  election: [...COMMON, 'mode', 'total', 'voted', 'seats', 'candidates', 'runoff'],
  owners: [...COMMON, 'owners'],
};

/**
 * Reads the input of a verdict (README.md, "Input"). Throws a Problem of kind `invalid` with all reasons at once: fields that are missing,
 * unknown or no whole numbers, counts that do not add up, a basis that the rule does not admit, a date without an edition.
 */
export function readCase(value: unknown, rules: readonly DecisionRule[] = RULES): DecisionCase {
  const reader = new Reader();
  const all = Object.values(KNOWN).flat();
  const id = (value as { rule?: unknown } | null)?.rule;
  const rule = typeof id === 'string' ? findRule(id, rules) : undefined;
  const fields = reader.fields(value, '', rule ? KNOWN[rule.kind] : [...new Set(all)]);
  let read: DecisionCase | undefined;
  if (fields !== undefined) {
    reader.oneOf(
      id,
      'rule',
      rules.map((known) => known.id),
    );
    const date = reader.date(fields.date, 'date');
    if (rule !== undefined) {
      const edition = date === undefined ? undefined : readEdition(reader, rule, date);
      read = readBody(reader, rule, fields, date, edition);
    }
  }
  return reader.finish(read, text('输入有误，未作判定。', 'The input is wrong: there is no verdict.'));
}

type Fields = Readonly<Record<string, unknown>>;

function readBody(
  reader: Reader,
  rule: DecisionRule,
  fields: Fields,
  date: string | undefined,
  edition: RulingEdition | undefined,
): DecisionCase | undefined {
  const held = date !== undefined && edition !== undefined ? { rule, date, edition } : undefined;
  switch (rule.kind) {
    case 'meeting': {
      const counts = readCounts(reader, fields.counts, edition);
      return held && counts && { ...held, kind: 'meeting', counts };
    }
    case 'election': {
      const election = readElection(reader, fields, held ?? {});
      return held && election && { ...held, kind: 'election', ...election };
    }
    case 'owners': {
      const owners = readOwners(reader, fields.owners);
      return held && owners && { ...held, kind: 'owners', owners };
    }
  }
}
