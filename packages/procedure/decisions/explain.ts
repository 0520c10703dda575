import { type Text, text } from '#packages/kernel';
import type { DecisionCase } from './case.ts';
import type { Condition } from './condition.ts';
import { findFraction, leastMeeting } from './exact.ts';
import type { Verdict } from './verdict.ts';

const LABELS: Readonly<Record<string, Text>> = {
  quorum: text('到会', 'present'),
  turnout: text('参加投票', 'taking part in the vote'),
  'runoff-turnout': text('参加另行选举投票', 'taking part in the run-off'),
  'participation-area': text('参与表决的面积', 'area taking part'),
  'participation-number': text('参与表决的人数', 'owners taking part'),
  participation: text('参与表决', 'taking part'),
  majority: text('赞成', 'in favour'),
  'approval-area': text('同意的面积', 'area in favour'),
  'approval-number': text('同意的人数', 'owners in favour'),
  approval: text('同意', 'in favour'),
  unanimity: text('一致同意', 'in favour, without exception'),
  seats: text('选出名额', 'seats filled'),
};

/** What a condition is about: `到会`, or for a candidate `得票：甲`. */
export function labelOf({ id }: Pick<Condition, 'id'>): Text {
  const known = Object.hasOwn(LABELS, id) ? LABELS[id] : undefined;
  if (known !== undefined) return known;
  const [kind, candidate] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  return kind === 'runoff-share'
    ? text(`另行选举得票：${candidate}`, `votes in the run-off: ${candidate}`)
    : text(`得票：${candidate}`, `votes: ${candidate}`);
}

/** `超过 1/2`, `2/3 以上`, `全部`. */
export function needsOf({ needs, op }: Pick<Condition, 'needs' | 'op'>): Text {
  if (needs === '1/1') return text('全部', 'all');
  return op === 'gt' ? text(`超过 ${needs}`, `more than ${needs}`) : text(`${needs} 以上`, `at least ${needs}`);
}

/** Areas are in cm². */
const UNIT = (id: string): Text => (id.endsWith('-area') ? text(' 平方厘米', ' cm²') : text('', ''));

/** A digit stands off from the words before it. */
const spaced = (words: string): string => (/^\d/.test(words) ? ` ${words}` : words);

/** The smallest number that would do, for a condition that is not met. */
function lack(condition: Condition): Text {
  const { id, numerator, denominator, op } = condition;
  const label = labelOf(condition);
  const needed = needsOf(condition);
  const unit = UNIT(id);
  const share = `${numerator}/${denominator}`;
  const needs = findFraction(condition.needs);
  if (needs === undefined || denominator === 0) {
    return text(`${label.zh} ${share}，应为${spaced(needed.zh)}`, `${label.en}: ${share}, it must be ${needed.en}`);
  }
  const least = leastMeeting({ op, needs }, denominator);
  return text(
    `${label.zh} ${share}，应为${spaced(needed.zh)}（至少 ${least}${unit.zh}）`,
    `${label.en}: ${share}, it must be ${needed.en} (${least}${unit.en} or more)`,
  );
}

const listed = (sentences: readonly Text[]): Text =>
  text(sentences.map(({ zh }) => zh).join('；'), sentences.map(({ en }) => en).join('; '));

const isValidity = ({ id }: Condition): boolean => /^(quorum|turnout|participation)/.test(id);

/** One sentence: what the result is, and why. */
export function explain(verdict: Verdict, { kind }: Pick<DecisionCase, 'kind'>): Text {
  const unmet = verdict.conditions.filter(({ met }) => !met);
  if (!verdict.valid) {
    const why = listed(unmet.filter(isValidity).map(lack));
    return text(`无效，不能作出决定：${why.zh}。`, `Not valid, nothing is decided: ${why.en}.`);
  }
  if (kind === 'election') return explainElection(verdict);
  if (verdict.passed) {
    const why = listed(verdict.conditions.map(reached));
    return text(`通过：${why.zh}。`, `Passed: ${why.en}.`);
  }
  const why = listed(unmet.map(lack));
  return text(`有效，未通过：${why.zh}。`, `Valid, not passed: ${why.en}.`);
}

function reached(condition: Condition): Text {
  const { numerator, denominator } = condition;
  const [label, needed] = [labelOf(condition), needsOf(condition)];
  return text(
    `${label.zh} ${numerator}/${denominator}，达到“${needed.zh}”`,
    `${label.en} ${numerator}/${denominator}, ${needed.en}`,
  );
}

function explainElection({ passed, elected = [], runoff }: Verdict): Text {
  const won =
    elected.length > 0
      ? text(`当选：${elected.join('、')}`, `Elected: ${elected.join(', ')}`)
      : text('无人当选', 'Nobody is elected');
  if (passed)
    return text(`选举有效，名额选满。${won.zh}。`, `The election is valid and all seats are filled. ${won.en}.`);
  const next = runoff === undefined || runoff.elected !== undefined ? undefined : nextVote(runoff);
  const rest = next ?? text('名额没有选满', 'Seats are left');
  return text(`选举有效，${won.zh}；${rest.zh}。`, `The election is valid. ${won.en}. ${rest.en}.`);
}

function nextVote({ seats, candidates, ...share }: NonNullable<Verdict['runoff']>): Text {
  const needed = needsOf(share);
  if (candidates.length <= seats) {
    return text(
      `还缺 ${seats} 名，得票的落选者只有 ${candidates.length} 人，候选人应当多于名额：须重新提名，另行选举`,
      `${seats} seats are left and only ${candidates.length} runners-up had votes, too few for a choice: name candidates anew for the run-off`,
    );
  }
  return text(
    `还缺 ${seats} 名，另行选举，候选人：${candidates.join('、')}；以得票多的当选，且须达已投选票的 ${needed.zh}`,
    `${seats} seats are left: run-off among ${candidates.join(', ')}; the most votes win, with ${needed.en} of the votes cast`,
  );
}
