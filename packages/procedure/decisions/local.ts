import { type Reason, type Text, text } from '#packages/kernel';
import { compareStrictness, type Threshold } from './exact.ts';
import { cite } from './law.ts';
import { Reader } from './reader.ts';
import type { DecisionRule, Electorate, Requirement, RequirementId, RulingEdition } from './rule.ts';
import { isSilent } from './rule.ts';
import { RULES } from './rules.ts';

/** One condition that a local rule asks for; `of` may turn a share of those present into one of all. */
export interface LocalCondition extends Threshold {
  readonly id: RequirementId;
  readonly of?: 'total' | 'present';
}

/**
 * A stricter rule of a province, city, community or compound, with its source. It asks for more than the law, never for less: neither of the
 * decision, nor of the rights of those who take part in it.
 */
export interface LocalRule {
  readonly rule: DecisionRule['id'];
  /** Where it is written: `苏州市××办法 12`. */
  readonly source: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until?: string;
  readonly conditions: readonly LocalCondition[];
  /** Days of notice: as many as the law's, or more. */
  readonly noticeDays?: number;
  /** Principals of one holder of proxies: as many as the law's, or fewer. */
  readonly mostProxies?: number;
  /** Who may demand a meeting: the law's share or a smaller one, by basis. */
  readonly demands?: readonly (Threshold & { readonly basis: Electorate['basis'] })[];
}

const showThreshold = ({ op, needs }: Threshold): Text => {
  const written = `${needs.numerator}/${needs.denominator}`;
  return op === 'gt' ? text(`超过 ${written}`, `more than ${written}`) : text(`${written} 以上`, `at least ${written}`);
};

const requirementsOf = ({ electorates, passes, runoff }: RulingEdition): Requirement[] => [
  ...electorates.flatMap(({ validity }) => validity ?? []),
  passes,
  ...(runoff ? [runoff] : []),
];

const below = (field: string, zh: string, en: string): Reason => ({
  rule: 'not_below_legal_floor',
  field,
  text: text(zh, en),
});

/** Every reason why a local rule falls below the floor of an edition; none: it may be used. */
export function reasonsAgainstLocal(edition: RulingEdition, local: LocalRule): Reason[] {
  return [
    ...local.conditions.flatMap((condition) => againstCondition(edition, condition)),
    ...againstNotice(edition, local),
    ...againstProxies(edition, local),
    ...(local.demands ?? []).flatMap((demand) => againstDemand(edition, demand)),
  ];
}

function againstCondition(edition: RulingEdition, condition: LocalCondition): Reason[] {
  const floors = requirementsOf(edition).filter(({ id }) => id === condition.id);
  const field = `conditions.${condition.id}`;
  if (floors.length === 0) {
    const known = [...new Set(requirementsOf(edition).map(({ id }) => id))].join(', ');
    return [
      {
        rule: 'is_condition_of_rule',
        field,
        text: text(`本规则没有这个条件：可以是 ${known}。`, `The rule has no such condition: it may be ${known}.`),
      },
    ];
  }
  return floors.flatMap((floor) => againstFloor(floor, condition, field));
}

function againstFloor(floor: Requirement, condition: LocalCondition, field: string): Reason[] {
  const reasons: Reason[] = [];
  if (compareStrictness(condition, floor) < 0) {
    const [own, law] = [showThreshold(condition), showThreshold(floor)];
    reasons.push(
      below(
        field,
        `“${own.zh}”低于法定的“${law.zh}”（${cite(floor.article)}）：只能更严，不能更宽。`,
        `“${own.en}” is below the “${law.en}” of the law (${cite(floor.article)}): it may be stricter, not looser.`,
      ),
    );
  }
  if (condition.of === 'present' && floor.of === 'total') {
    reasons.push(
      below(
        field,
        `法律按全体计算（${cite(floor.article)}），不能改为按到会人员计算。`,
        `The law counts all (${cite(floor.article)}): those present alone are fewer.`,
      ),
    );
  }
  return reasons;
}

function againstNotice({ notice }: RulingEdition, { noticeDays }: LocalRule): Reason[] {
  if (notice === undefined || noticeDays === undefined || noticeDays >= notice.days) return [];
  return [
    below(
      'noticeDays',
      `通知期 ${noticeDays} 日短于法定的 ${notice.days} 日（${cite(notice.article)}）。`,
      `${noticeDays} days of notice are fewer than the ${notice.days} of the law (${cite(notice.article)}).`,
    ),
  ];
}

function againstProxies({ proxies }: RulingEdition, { mostProxies }: LocalRule): Reason[] {
  if (proxies?.most === undefined || mostProxies === undefined || mostProxies <= proxies.most) return [];
  return [
    below(
      'mostProxies',
      `每人接受 ${mostProxies} 份委托，多于法定的 ${proxies.most} 份（${cite(proxies.article)}）。`,
      `${mostProxies} proxies for one holder are more than the ${proxies.most} of the law (${cite(proxies.article)}).`,
    ),
  ];
}

/** To demand a meeting is a right: a local rule may make it easier, not harder. */
function againstDemand({ demands }: RulingEdition, demand: Threshold & { readonly basis: string }): Reason[] {
  const floor = demands.find(({ basis }) => basis === demand.basis);
  if (floor === undefined || compareStrictness(demand, floor) <= 0) return [];
  const [own, law] = [showThreshold(demand), showThreshold(floor)];
  return [
    below(
      `demands.${demand.basis}`,
      `提议的门槛“${own.zh}”高于法定的“${law.zh}”（${cite(floor.article)}）：只能更低。`,
      `Demanding it by “${own.en}” is harder than the “${law.en}” of the law (${cite(floor.article)}): it may only be easier.`,
    ),
  ];
}

const stricter = (requirement: Requirement, { source, conditions }: LocalRule): Requirement => {
  const own = conditions.find(({ id }) => id === requirement.id);
  return own === undefined ? requirement : { ...requirement, ...own, source };
};

/** The edition as a local rule makes it stricter; its conditions cite the local source. The rule has been checked. */
export function withLocalRule(edition: RulingEdition, local: LocalRule): RulingEdition {
  const { electorates, passes, runoff, notice, proxies, demands } = edition;
  return {
    ...edition,
    electorates: electorates.map((electorate) =>
      electorate.validity === undefined
        ? electorate
        : { ...electorate, validity: stricter(electorate.validity, local) },
    ),
    passes: stricter(passes, local),
    ...(runoff && { runoff: stricter(runoff, local) }),
    ...(notice && { notice: { ...notice, days: local.noticeDays ?? notice.days } }),
    ...(proxies && { proxies: { ...proxies, ...(local.mostProxies !== undefined && { most: local.mostProxies }) } }),
    demands: demands.map((demand) => ({ ...demand, ...local.demands?.find(({ basis }) => basis === demand.basis) })),
  };
}

const overlaps = (one: { from: string; until?: string }, other: { from: string; until?: string }): boolean =>
  one.from <= (other.until ?? '9999-12-31') && other.from <= (one.until ?? '9999-12-31');

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** An edition cut into the days before, during and after a local rule. */
function cutEdition(edition: RulingEdition, local: LocalRule): RulingEdition[] {
  const from = later(edition.from, local.from);
  const until = earlier(edition.until, local.until);
  return [
    ...(edition.from < from ? [{ ...edition, until: dayBefore(from) }] : []),
    { ...withLocalRule(edition, local), from, ...(until !== undefined && { until }) },
    ...(until !== undefined && until !== edition.until ? [{ ...edition, from: dayAfter(until) }] : []),
  ];
}

/**
 * The rules with a local one in force from its first to its last day. Throws a Problem with every reason where it falls below the floor of
 * an edition in whose time it is in force.
 */
export function addLocalRule(local: LocalRule, rules: readonly DecisionRule[] = RULES): DecisionRule[] {
  const reader = new Reader();
  const made = rules.map((rule) => {
    if (rule.id !== local.rule) return rule;
    const editions = rule.editions.flatMap((edition) => {
      if (isSilent(edition) || !overlaps(edition, local)) return [edition];
      reader.reasons.push(...reasonsAgainstLocal(edition, local));
      return cutEdition(edition, local);
    });
    return { ...rule, editions };
  });
  return reader.finish(
    made,
    text('地方规则低于法定要求，不能采用。', 'The local rule is below the law and cannot be used.'),
  );
}
