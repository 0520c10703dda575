import { type Text, text } from '#packages/kernel';
import { fraction } from '../exact.ts';
import type { RuleId } from '../rule.ts';
import type { CustomVote, DecisionTemplate, TemplateStep } from './template.ts';

type Setting = DecisionTemplate['setting'];

/** The bodies that decide: the meeting, or by its authority that of the representatives (居 30, 村 28). */
const DECIDING: Record<'community' | 'village', readonly RuleId[]> = {
  community: ['residents-meeting', 'residents-representatives'],
  village: ['villagers-meeting', 'villagers-representatives'],
};
const BODY: Record<'community' | 'village', Text> = {
  community: text('居民会议或者居民代表会议', 'residents’ (representatives’) meeting'),
  village: text('村民会议或者村民代表会议', 'villagers’ (representatives’) meeting'),
};

/** 居 34, 村 35: at least so many days. */
export const POSTED_DAYS = 15;

/**
 * The assembly of Party members, as written rules of villages have it (五议五公开): the draft three days before, two thirds attend, half of all
 * who should attend agree. A custom, so a parameter: a community writes down its own.
 */
export const PARTY_ASSEMBLY: CustomVote = {
  attendance: { op: 'gte', needs: fraction(2, 3) },
  approval: { op: 'gte', needs: fraction(1, 2), of: 'total' },
  sentDaysBefore: 3,
  source: '五议五公开制度',
};

const post = (what: 'procedure' | 'process' | 'resolution' | 'result' | 'outcome') => [{ what, days: POSTED_DAYS }];

export const suggest: TemplateStep = {
  id: 'suggestion',
  title: text('建议', 'Suggestion'),
  actor: 'residents',
  act: { id: 'suggest', label: text('提出建议', 'Suggest') },
  publishes: post('procedure'),
};

export const propose: TemplateStep = {
  id: 'proposal',
  title: text('提议', 'Proposal'),
  actor: 'party',
  act: { id: 'propose', label: text('形成提议', 'Put forward') },
  publishes: post('process'),
};

export const discuss: TemplateStep = {
  id: 'discussion',
  title: text('商议', 'Discussion'),
  actor: 'joint_meeting',
  act: { id: 'discuss', label: text('商议形成方案', 'Agree on a draft') },
  publishes: post('process'),
  returnsTo: 'proposal',
};

export const review: TemplateStep = {
  id: 'review',
  title: text('审议', 'Review'),
  actor: 'party_assembly',
  act: { id: 'review', label: text('审议通过方案', 'Approve the draft') },
  custom: PARTY_ASSEMBLY,
  publishes: post('process'),
  returnsTo: 'discussion',
};

export const resolve = (setting: 'community' | 'village'): TemplateStep => ({
  id: 'resolution',
  title: text('决议', 'Resolution'),
  actor: 'deciding_body',
  act: { id: 'resolve', label: text(`${BODY[setting].zh}表决通过`, `Carried by the ${BODY[setting].en}`) },
  vote: { rules: DECIDING[setting] },
  noticeDays: 10,
  publishes: post('resolution'),
  returnsTo: 'discussion',
});

export const carryOut: TemplateStep = {
  id: 'execution',
  title: text('组织实施', 'Execution'),
  actor: 'committee',
  act: { id: 'carry_out', label: text('实施完成', 'Carried out') },
  publishes: post('result'),
};

export const appraise: TemplateStep = {
  id: 'appraisal',
  title: text('评议', 'Appraisal'),
  actor: 'supervisors',
  act: { id: 'appraise', label: text('评议实施结果', 'Appraise the result') },
  publishes: post('result'),
};

export const ACTORS: Record<Exclude<Setting, 'owners'>, Readonly<Record<TemplateStep['actor'], Text>>> = {
  community: {
    residents: text('居民、党员、居民代表', 'residents, Party members, representatives'),
    party: text('社区党组织', 'Party organisation of the community'),
    joint_meeting: text('社区“两委”联席会议', 'joint meeting of the Party and residents’ committees'),
    party_assembly: text('党员大会', 'assembly of Party members'),
    deciding_body: BODY.community,
    committee: text('居民委员会', 'residents’ committee'),
    deliberation: text('议事会、听证会、恳谈会', 'council, hearing or talk'),
    supervisors: text('居务监督委员会', 'supervision committee'),
  },
  village: {
    residents: text('村民、党员、村民代表', 'villagers, Party members, representatives'),
    party: text('村党组织', 'Party organisation of the village'),
    joint_meeting: text('村“两委”联席会议', 'joint meeting of the Party and village committees'),
    party_assembly: text('党员大会', 'assembly of Party members'),
    deciding_body: BODY.village,
    committee: text('村民委员会', 'village committee'),
    deliberation: text('议事会、听证会、恳谈会', 'council, hearing or talk'),
    supervisors: text('村务监督委员会', 'supervision committee'),
  },
};
