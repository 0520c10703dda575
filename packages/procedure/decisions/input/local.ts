import { text } from '#packages/kernel';
import { findFraction, type Threshold } from '../exact.ts';
import type { LocalCondition, LocalRule } from '../local.ts';
import { Reader } from '../reader.ts';
import type { DecisionRule, RequirementId } from '../rule.ts';
import { RULES } from '../rules.ts';

const LOCAL_FIELDS = ['rule', 'source', 'from', 'until', 'conditions', 'notice_days', 'most_proxies', 'demands'];
const REQUIREMENTS = [
  'quorum',
  'turnout',
  'participation',
  'majority',
  'approval',
  'unanimity',
  'runoff-share',
] as const satisfies readonly RequirementId[];

/** Reads a local rule as it is written in a file (README.md, "Local rules"). Throws a Problem with all reasons. */
export function readLocalRule(value: unknown, rules: readonly DecisionRule[] = RULES): LocalRule {
  const reader = new Reader();
  const fields = reader.fields(value, '', LOCAL_FIELDS);
  const read = fields && readLocalFields(reader, fields, rules);
  return reader.finish(read, text('地方规则有误。', 'The local rule is wrong.'));
}

function readLocalFields(
  reader: Reader,
  fields: Readonly<Record<string, unknown>>,
  rules: readonly DecisionRule[],
): LocalRule | undefined {
  const ids = rules.map(({ id }) => id);
  const rule = reader.oneOf(fields.rule, 'rule', ids);
  const source = reader.id(fields.source, 'source');
  const from = reader.date(fields.from, 'from');
  const until = fields.until === undefined ? undefined : reader.date(fields.until, 'until');
  const whole = (key: string) => (fields[key] === undefined ? undefined : reader.integer(fields[key], key, 0));
  const [noticeDays, mostProxies] = [whole('notice_days'), whole('most_proxies')];
  const conditions = readConditions(reader, fields.conditions);
  const demands = fields.demands === undefined ? undefined : readDemands(reader, fields.demands);
  if (rule === undefined || source === undefined || from === undefined) return undefined;
  if (until !== undefined && until < from) {
    reader.fault('ends_after_start', 'until', text(`早于 ${from}：请改正。`, `It is before ${from}: correct it.`));
  }
  return {
    rule,
    source,
    from,
    conditions,
    ...(until && { until }),
    ...(noticeDays !== undefined && { noticeDays }),
    ...(mostProxies !== undefined && { mostProxies }),
    ...(demands && { demands }),
  };
}

const OPS = ['gt', 'gte'] as const;

function readThreshold(reader: Reader, fields: Readonly<Record<string, unknown>>, at: string): Threshold | undefined {
  const op = reader.oneOf(fields.op, `${at}.op`, OPS);
  const needs = typeof fields.needs === 'string' ? findFraction(fields.needs) : undefined;
  if (needs === undefined) {
    reader.fault(
      'is_fraction',
      `${at}.needs`,
      text('应为不大于一的分数，如 "3/4"。', 'It must be a fraction up to one, like "3/4".'),
    );
  }
  return op === undefined || needs === undefined ? undefined : { op, needs };
}

function readConditions(reader: Reader, value: unknown): LocalCondition[] {
  if (value === undefined) return [];
  return (reader.list(value, 'conditions') ?? []).flatMap((entry, i): LocalCondition[] => {
    const at = `conditions[${i}]`;
    const fields = reader.fields(entry, at, ['id', 'op', 'needs', 'of']);
    if (fields === undefined) return [];
    const id = reader.oneOf(fields.id, `${at}.id`, REQUIREMENTS);
    const of = fields.of === undefined ? undefined : reader.oneOf(fields.of, `${at}.of`, ['total', 'present'] as const);
    const threshold = readThreshold(reader, fields, at);
    return id === undefined || threshold === undefined ? [] : [{ id, ...threshold, ...(of && { of }) }];
  });
}

const DEMAND_BASES = ['residents', 'households', 'representatives', 'villagers', 'voters', 'groups', 'owners'] as const;

function readDemands(reader: Reader, value: unknown) {
  return (reader.list(value, 'demands') ?? []).flatMap((entry, i) => {
    const at = `demands[${i}]`;
    const fields = reader.fields(entry, at, ['basis', 'op', 'needs']);
    if (fields === undefined) return [];
    const basis = reader.oneOf(fields.basis, `${at}.basis`, DEMAND_BASES);
    const threshold = readThreshold(reader, fields, at);
    return basis === undefined || threshold === undefined ? [] : [{ basis, ...threshold }];
  });
}
