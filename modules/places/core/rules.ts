import { type Reason, type Text, text } from '#packages/kernel';
import type { Rule } from '#packages/procedure';
import type { PlanAction } from './lifecycle.ts';
import type { PlanState } from './plan-state.ts';

/**
 * The shortest notice that may be given where the settings say nothing else, the one that is proposed, and the longest, in days: no law
 * names them.
 */
export const LEAST_NOTICE_DAYS = 5;
export const NOTICE_DAYS = 7;
export const MOST_NOTICE_DAYS = 60;

/** What the rules of a plan's steps look at. */
export interface PlanRuleInput {
  readonly state: PlanState;
  /** Today in Shanghai, YYYY-MM-DD. */
  readonly today: string;
  /** Days of notice that are asked for. */
  readonly days?: number;
  /** The fewest days that the settings allow. */
  readonly leastDays?: number;
  /** The street that approves. */
  readonly street?: string;
  /** The day from which the plan is to take effect. */
  readonly effective?: string;
  /** Number of the comment that is answered. */
  readonly comment?: number;
  /** Id of the plan in force; null where there is none. */
  readonly inForce?: string | null;
}

type PlanRule = Rule<PlanRuleInput>;

const rule = (id: string, words: Text, broken: PlanRule['broken'], field?: string): PlanRule => ({
  id,
  text: words,
  broken,
  ...(field !== undefined && { field }),
});

export const planIsSound = rule(
  'plan_is_sound',
  text(
    '方案还有重叠、缝隙或遗漏等问题，请先改正图层，再重新上传。',
    'The plan still has overlaps, gaps, omissions or other faults: mend the layer and upload it again.',
  ),
  ({ state }) => state.faults > 0,
);

export const planHasGrids = rule(
  'plan_has_grids',
  text('方案中没有网格。', 'The plan has no grids.'),
  ({ state }) => state.grids === 0,
);

export const noticeIsLongEnough = rule(
  'notice_is_long_enough',
  text(
    `公示期太短或太长：一般至少 ${LEAST_NOTICE_DAYS} 天，最多 ${MOST_NOTICE_DAYS} 天。`,
    `The notice is too short or too long: usually at least ${LEAST_NOTICE_DAYS}, at most ${MOST_NOTICE_DAYS} days.`,
  ),
  ({ days = 0, leastDays = LEAST_NOTICE_DAYS }) => days < leastDays || days > MOST_NOTICE_DAYS,
  'days',
);

export const noticeIsOpen = rule(
  'notice_is_open',
  text('公示期已经结束。', 'The notice has ended.'),
  ({ state, today }) => state.notice !== null && today > state.notice.until,
);

export const noticeIsOver = rule(
  'notice_is_over',
  text('公示期还没有结束。', 'The notice has not ended yet.'),
  ({ state, today }) => state.notice === null || today <= state.notice.until,
);

export const commentsAreAnswered = rule(
  'comments_are_answered',
  text('还有居民意见没有答复。', 'There are comments of residents that nobody has answered.'),
  ({ state }) => state.unanswered.length > 0,
);

export const commentWaits = rule(
  'comment_waits_for_an_answer',
  text('没有这条意见，或它已经答复过了。', 'There is no such comment, or it has been answered.'),
  ({ state, comment }) => !state.unanswered.includes(comment ?? 0),
);

export const streetIsConcerned = rule(
  'street_is_concerned',
  text('这个方案没有改动您街道的网格，不需要您街道同意。', 'The plan does not change the grids of your street.'),
  ({ state, street }) => !state.approvals.some((one) => one.street === street),
);

export const streetHasNotApproved = rule(
  'street_has_not_approved',
  text('您的街道已经同意过了。', 'Your street has approved already.'),
  ({ state, street }) => state.approvals.some((one) => one.street === street && one.at !== null),
);

export const effectiveIsNotPast = rule(
  'effective_day_is_not_past',
  text('生效日期不能早于今天。', 'The day of effect is not before today.'),
  ({ today, effective = '' }) => effective < today,
  'effective',
);

export const dayHasCome = rule(
  'day_of_effect_has_come',
  text('还没有到生效日期。', 'The day of effect has not come.'),
  ({ state, today }) => state.effective === null || state.effective > today,
);

export const comparedPlanIsInForce = rule(
  'compared_plan_is_in_force',
  text(
    '公示以后，另有一个方案生效了：居民和街道看到的比较已经过时。请撤回，重做后再公示。',
    'Another plan has taken effect since the notice: what residents and streets compared it with is past. Withdraw it, draw it anew and put it on notice again.',
  ),
  ({ state, inForce }) => state.against !== undefined && state.against !== inForce,
);

const SOUND = [planIsSound, planHasGrids];
const APPROVAL = [noticeIsOver, commentsAreAnswered, streetIsConcerned, streetHasNotApproved, comparedPlanIsInForce];

/** The rules of each step beyond stage and policy; all that are broken are told. */
export const PLAN_RULES: Partial<Record<PlanAction, readonly PlanRule[]>> = {
  check: SOUND,
  publish: SOUND,
  announce: [...SOUND, noticeIsLongEnough],
  comment: [noticeIsOpen],
  answer: [commentWaits],
  endorse: APPROVAL,
  approve: APPROVAL,
  file: [effectiveIsNotPast, comparedPlanIsInForce],
  enter_into_force: [dayHasCome, comparedPlanIsInForce],
};

/** A plan that changes nothing concerns nobody, and nobody could approve it. */
export const noChange: Reason = {
  rule: 'plan_changes_something',
  text: text('这个方案与现行方案没有区别。', 'The plan does not differ from the one in force.'),
};

/** 滨州网格条例 6(3): departments work on the grids there are and do not divide again. */
export const noSecondDivision: Reason = {
  rule: 'no_second_division',
  text: text(
    '全区只有一张网：部门依托已划分的网格开展工作，不再另行划分（滨州网格条例第六条第三款）。',
    'There is one grid: departments work on the grids there are and do not divide again (Binzhou grid regulation, art. 6(3)).',
  ),
};
