import { text } from '#packages/kernel';
import { article } from '../law.ts';
import { appraise, carryOut, discuss, POSTED_DAYS, propose, resolve, review, suggest } from './steps.ts';
import type { DecisionTemplate } from './template.ts';

type Setting = 'community' | 'village';
const EDITION = '2026-01';

/** 五议, from a suggestion: 建议, 提议, 商议, 审议, 决议; the resolution and its result are posted. */
const fiveStepsFromSuggestion = (setting: Setting): DecisionTemplate => ({
  id: `five-steps-suggestion-${setting}`,
  edition: EDITION,
  title: text('五议决策法（建议、提议、商议、审议、决议）', 'Five steps, from a suggestion to a resolution'),
  setting,
  binding: 'legal',
  steps: [suggest, propose, discuss, review, resolve(setting), carryOut],
});

/** 五议, to an appraisal: 提议, 商议, 审议, 决议, 评议. */
const fiveStepsToAppraisal = (setting: Setting): DecisionTemplate => ({
  id: `five-steps-appraisal-${setting}`,
  edition: EDITION,
  title: text('五议决策法（提议、商议、审议、决议、评议）', 'Five steps, from a proposal to an appraisal'),
  setting,
  binding: 'legal',
  steps: [propose, discuss, review, resolve(setting), carryOut, appraise],
});

/** 四议两公开: four steps, and the resolution and its result posted. */
const fourSteps = (setting: Setting): DecisionTemplate => ({
  id: `four-steps-${setting}`,
  edition: EDITION,
  title: text('四议两公开', 'Four steps, two disclosures'),
  setting,
  binding: 'legal',
  steps: [propose, discuss, review, resolve(setting), carryOut],
});

const outcome = [{ what: 'outcome', days: POSTED_DAYS }] as const;

/** Statutory deliberation (居 32, 村 33): what is agreed is carried out or supervised, and posted; what needs a meeting goes to one. */
const deliberation = (setting: Setting): DecisionTemplate => ({
  id: `deliberation-${setting}`,
  edition: EDITION,
  title: text('协商议事（议事会、听证会、恳谈会）', 'Deliberation (council, hearing, talk)'),
  setting,
  binding: 'opinion',
  basis: setting === 'community' ? article('residents', 32) : article('villagers', 33),
  steps: [
    {
      id: 'issue',
      title: text('提出议题', 'Issue'),
      actor: 'residents',
      act: { id: 'raise', label: text('确定议题和参加方', 'Settle the issue and who takes part') },
    },
    {
      id: 'talk',
      title: text('组织协商', 'Deliberation'),
      actor: 'deliberation',
      act: { id: 'agree', label: text('形成协商意见', 'Agree') },
      publishes: outcome,
      mayRefer: true,
      returnsTo: 'issue',
    },
    {
      id: 'follow_up',
      title: text('组织实施或者监督落实', 'Carrying out'),
      actor: 'committee',
      act: { id: 'follow_up', label: text('落实并反馈', 'Carried out and told') },
      publishes: outcome,
    },
  ],
});

const both = (make: (setting: Setting) => DecisionTemplate) => [make('community'), make('village')];

/** What a community begins with; it adopts one, and may make it stricter. */
export const TEMPLATES: readonly DecisionTemplate[] = [
  ...both(fiveStepsFromSuggestion),
  ...both(fiveStepsToAppraisal),
  ...both(fourSteps),
  ...both(deliberation),
];
