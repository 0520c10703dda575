import { type Reason, type Text, text } from '#packages/kernel';
import { type Article, article, cite } from '../law.ts';
import { reasonsAgainstLocal } from '../local.ts';
import { isSilent, type RuleId, type RulingEdition } from '../rule.ts';
import { findEdition, getRule } from '../rules.ts';
import type { DecisionTemplate, Posted, TemplateStep } from './template.ts';

/** What the law of a setting asks of a procedure since 2026. */
interface Floor {
  /** Bodies whose votes bind. */
  readonly bodies: readonly RuleId[];
  readonly partyFirst?: Article;
  readonly deliberation?: Article;
  readonly posted?: { readonly days: number; readonly article: Article };
}

const FLOORS: Record<DecisionTemplate['setting'], Floor> = {
  community: {
    bodies: [
      'residents-meeting',
      'residents-representatives',
      'residents-committee-election',
      'residents-committee-recall',
    ],
    partyFirst: article('residents', 30),
    deliberation: article('residents', 32),
    posted: { days: 15, article: article('residents', 34) },
  },
  village: {
    bodies: [
      'villagers-meeting',
      'villagers-representatives',
      'villagers-group',
      'village-committee-election',
      'village-committee-recall',
    ],
    partyFirst: article('villagers', 28),
    deliberation: article('villagers', 33),
    posted: { days: 15, article: article('villagers', 35) },
  },
  owners: { bodies: ['owners-ordinary', 'owners-special', 'dwelling-to-business'] },
};

/** First day of the editions that ask for the Party organisation's discussion and for fifteen days. */
const FLOOR_FROM = '2026-01-01';

const reason = (rule: string, field: string, sentence: Text): Reason => ({ rule, field, text: sentence });

/** Every reason why a template may not be used on a day, each with the article; none: it may. */
export function checkTemplate(template: DecisionTemplate, date: string): Reason[] {
  const floor = FLOORS[template.setting];
  const current = date >= FLOOR_FROM;
  return [
    ...checkShape(template),
    ...checkVotes(template, floor, date),
    ...(current ? checkPartyFirst(template, floor) : []),
    ...(current ? checkReferral(template, floor) : []),
    ...(current ? checkPosted(template, floor) : []),
  ];
}

/** A procedure has steps, each once, with an action of its own, and is sent back only to what came before. */
function checkShape({ steps }: DecisionTemplate): Reason[] {
  const reasons: Reason[] = [];
  if (steps.length === 0) {
    reasons.push(reason('has_steps', 'steps', text('至少要有一个步骤。', 'There must be at least one step.')));
  }
  steps.forEach(({ id, act, returnsTo }, i) => {
    const before = steps.slice(0, i);
    if (before.some((step) => step.id === id || step.act.id === act.id)) {
      reasons.push(
        reason('step_is_named_once', `steps[${i}]`, text(`步骤“${id}”重复。`, `The step “${id}” comes twice.`)),
      );
    }
    if (returnsTo !== undefined && !before.some((step) => step.id === returnsTo)) {
      reasons.push(
        reason(
          'returns_to_earlier_step',
          `steps[${i}].returnsTo`,
          text(`“${returnsTo}”不在本步骤之前。`, `“${returnsTo}” does not come before this step.`),
        ),
      );
    }
  });
  return reasons;
}

/** What binds is decided by a body that the law names; opinions are not called a vote by law. */
function checkVotes(template: DecisionTemplate, floor: Floor, date: string): Reason[] {
  const { steps, binding } = template;
  const votes = steps.flatMap((step, i) => (step.vote?.rules.length ? [{ step, at: `steps[${i}]` }] : []));
  if (binding === 'legal' && votes.length === 0) {
    return [
      reason(
        'legal_body_decides',
        'steps',
        text(
          '没有法定的表决步骤：只能征求意见，没有约束力。',
          'No step is a vote by the law: it can only ask for opinions, which bind nobody.',
        ),
      ),
    ];
  }
  if (binding === 'opinion' && votes.length > 0) {
    return votes.map(({ at }) =>
      reason(
        'opinion_is_no_legal_vote',
        at,
        text('征求意见不能代替法定的表决。', 'Asking for opinions does not stand for a vote by the law.'),
      ),
    );
  }
  return votes.flatMap(({ step, at }) => checkVote(step, at, floor, date));
}

function checkVote(step: TemplateStep, at: string, { bodies }: Floor, date: string): Reason[] {
  return (step.vote?.rules ?? []).flatMap((id) => {
    if (!bodies.includes(id)) {
      return [
        reason(
          'body_belongs_to_setting',
          `${at}.vote`,
          text(
            `“${id}”不是这里的表决主体：可以是 ${bodies.join('、')}。`,
            `“${id}” does not decide here: ${bodies.join(', ')} may.`,
          ),
        ),
      ];
    }
    const edition = findEdition(getRule(id), date);
    if (edition === undefined || isSilent(edition)) {
      const why = edition?.silent ?? text('这一天没有有效的版本。', 'No edition was in force on the day.');
      const cited = edition === undefined ? '' : `（${cite(edition.article)}）`;
      return [reason('edition_rules', `${at}.vote`, text(`${id}：${why.zh}${cited}`, `${id}: ${why.en}${cited}`))];
    }
    return checkAgainstEdition(step, at, id, edition, date);
  });
}

function checkAgainstEdition(
  { noticeDays, vote }: TemplateStep,
  at: string,
  rule: RuleId,
  edition: RulingEdition,
  date: string,
): Reason[] {
  const local = {
    rule,
    source: 'template',
    from: date,
    conditions: vote?.stricter?.conditions ?? [],
    ...(noticeDays !== undefined && { noticeDays }),
  };
  return reasonsAgainstLocal(edition, local).map((found) => ({ ...found, field: `${at}.${found.field}` }));
}

/** Important matters are discussed by the Party organisation before the meeting decides (居 30, 村 28). */
function checkPartyFirst({ steps }: DecisionTemplate, { partyFirst }: Floor): Reason[] {
  const decided = steps.findIndex(({ vote }) => vote !== undefined);
  if (partyFirst === undefined || decided === -1) return [];
  if (steps.slice(0, decided).some(({ actor }) => actor === 'party')) return [];
  return [
    reason(
      'party_discusses_first',
      `steps[${decided}]`,
      text(
        `需由会议决定的重要事项，应当先经党组织研究讨论（${cite(partyFirst)}）。`,
        `What the meeting decides is first discussed by the Party organisation (${cite(partyFirst)}).`,
      ),
    ),
  ];
}

/** Deliberation by the law ends before a meeting where it needs one (居 32, 村 33). */
function checkReferral({ basis, steps }: DecisionTemplate, { deliberation }: Floor): Reason[] {
  if (deliberation === undefined || basis === undefined || cite(basis) !== cite(deliberation)) return [];
  if (steps.some(({ mayRefer }) => mayRefer === true)) return [];
  return [
    reason(
      'meeting_is_possible',
      'steps',
      text(
        `需要提交会议的，应当召集会议讨论决定（${cite(deliberation)}）：要有一个可以提交会议的步骤。`,
        `What needs a meeting is decided by one (${cite(deliberation)}): a step must be able to bring it there.`,
      ),
    ),
  ];
}

const POSTED: Record<'resolution' | 'result' | 'outcome', Text> = {
  resolution: text('会议的决定', 'what the meeting decided'),
  result: text('实施情况', 'how it was carried out'),
  outcome: text('协商的事项及其落实情况', 'what was agreed and what became of it'),
};

/** The decision and how it is carried out, or the outcome of deliberation, are posted, for fifteen days (居 34, 村 35). */
function checkPosted({ steps, binding }: DecisionTemplate, { posted }: Floor): Reason[] {
  if (posted === undefined) return [];
  const owed: readonly (keyof typeof POSTED)[] = binding === 'legal' ? ['resolution', 'result'] : ['outcome'];
  const found = steps.flatMap(({ publishes = [] }) => publishes);
  const missing = owed.filter((what) => !found.some((publication) => publication.what === what));
  return [
    ...missing.map((what) =>
      reason(
        'result_is_posted',
        'steps',
        text(
          `应当公布${POSTED[what].zh}（${cite(posted.article)}）。`,
          `What is missing: posting ${POSTED[what].en} (${cite(posted.article)}).`,
        ),
      ),
    ),
    ...steps.flatMap((step, i) => shortPosts(step, i, owed, posted)),
  ];
}

const shortPosts = (
  { publishes = [] }: TemplateStep,
  i: number,
  owed: readonly Posted[],
  { days, article: cited }: NonNullable<Floor['posted']>,
): Reason[] =>
  publishes
    .filter((publication) => owed.includes(publication.what) && publication.days < days)
    .map((publication) =>
      reason(
        'posted_long_enough',
        `steps[${i}].publishes`,
        text(
          `公布 ${publication.days} 日，少于 ${days} 日（${cite(cited)}）。`,
          `Posted for ${publication.days} days, fewer than ${days} (${cite(cited)}).`,
        ),
      ),
    );
