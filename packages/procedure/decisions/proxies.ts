import { type Reason, text } from '#packages/kernel';
import { cite } from './law.ts';
import type { Basis, ProxyRule, RulingEdition } from './rule.ts';

/** One voter who is away asks another to vote for them. */
export interface VoteProxy {
  readonly principal: string;
  readonly holder: string;
  /** Given in writing. */
  readonly written: boolean;
  /** The holder is a close relative of the principal. */
  readonly relative?: boolean;
}

export interface ProxyContext {
  readonly mode: Basis;
  /** Ids on the frozen roll. */
  readonly roll: ReadonlySet<string>;
  readonly candidates: ReadonlySet<string>;
}

/** `before`: the proxies that stand so far; `all`: every one that was given. */
type Fault = (
  proxy: VoteProxy,
  rule: ProxyRule,
  context: ProxyContext,
  before: readonly VoteProxy[],
  all: readonly VoteProxy[],
) => boolean;

interface Check {
  readonly id: string;
  readonly broken: Fault;
  readonly say: (rule: ProxyRule, article: string) => Reason['text'];
}

/** Named rules of proxies; those that follow from one person, one ballot name no article. */
const CHECKS: readonly Check[] = [
  {
    id: 'proxy_is_written',
    broken: ({ written }) => !written,
    say: (_, article) => text(`应当书面委托（${article}）。`, `A proxy is given in writing (${article}).`),
  },
  {
    id: 'holder_is_no_candidate',
    broken: ({ holder }, { candidates }, context) => !candidates && context.candidates.has(holder),
    say: (_, article) => text(`候选人不得接受委托投票（${article}）。`, `A candidate holds no proxy (${article}).`),
  },
  {
    id: 'holder_has_room',
    broken: ({ holder }, { most }, _, before) =>
      most !== undefined && before.filter((earlier) => earlier.holder === holder).length >= most,
    say: ({ most }, article) =>
      text(
        `每人接受的委托不得超过 ${most} 人（${article}）。`,
        `Nobody holds proxies of more than ${most} (${article}).`,
      ),
  },
  {
    id: 'holder_is_relative',
    broken: ({ relative }, { holders }) => holders === 'relatives' && relative !== true,
    say: (_, article) =>
      text(`只能委托有选举权的近亲属（${article}）。`, `Only a close relative with the vote may hold it (${article}).`),
  },
  {
    id: 'principal_is_on_roll',
    broken: ({ principal }, _, { roll }) => !roll.has(principal),
    say: () => text('委托人不在名册上。', 'The principal is not on the roll.'),
  },
  {
    id: 'holder_is_on_roll',
    broken: ({ holder }, _, { roll }) => !roll.has(holder),
    say: (_, article) => text(`受托人不在名册上（${article}）。`, `The holder is not on the roll (${article}).`),
  },
  {
    id: 'principal_asks_another',
    broken: ({ principal, holder }) => principal === holder,
    say: () => text('不能委托自己。', 'Nobody is their own proxy.'),
  },
  {
    id: 'principal_asks_once',
    broken: ({ principal }, _, __, before) => before.some((earlier) => earlier.principal === principal),
    say: () =>
      text('委托人已经委托了别人：一人只有一票。', 'The principal has asked somebody already: everybody votes once.'),
  },
  {
    id: 'holder_votes_in_person',
    broken: ({ holder, principal }, _, __, ___, all) =>
      holder !== principal && all.some((other) => other.principal === holder),
    say: () =>
      text(
        '受托人自己也委托了别人：不能转委托。',
        'The holder has asked somebody else to vote: a proxy is not passed on.',
      ),
  },
];

/**
 * Every proxy that does not count, with every reason, in the order in which they came: the fourth for one holder is the one that is refused,
 * and one that is refused takes no room. `field` is `proxies[i]`.
 */
export function reasonsAgainstProxies(
  { proxies: rule }: RulingEdition,
  proxies: readonly VoteProxy[],
  context: ProxyContext,
): Reason[] {
  if (rule === undefined || rule.notFor.includes(context.mode)) return proxies.map((_, i) => notPossible(i, rule));
  const article = cite(rule.article);
  const accepted: VoteProxy[] = [];
  return proxies.flatMap((proxy, i) => {
    const broken = CHECKS.filter((check) => check.broken(proxy, rule, context, accepted, proxies));
    if (broken.length === 0) accepted.push(proxy);
    return broken.map(({ id, say }) => ({ rule: id, field: `proxies[${i}]`, text: say(rule, article) }));
  });
}

const notPossible = (i: number, rule: ProxyRule | undefined): Reason => ({
  rule: 'proxies_are_possible',
  field: `proxies[${i}]`,
  text:
    rule === undefined
      ? text('法律没有规定这里可以委托投票。', 'The law knows no proxies here.')
      : text(
          `采取代表选举方式的，不实行委托投票（${cite(rule.article)}）。`,
          `Where representatives elect there are no proxies (${cite(rule.article)}).`,
        ),
});
