import { text } from '#packages/kernel';
import { article } from '../law.ts';
import type { DecisionRule } from '../rule.ts';
import {
  FIFTH,
  FOUR_FIFTHS,
  FROM_2018,
  FROM_2026,
  moreThanHalf,
  share,
  TENTH,
  THIRD,
  TWO_THIRDS,
  UNTIL_2025,
  WHO,
} from './terms.ts';

const law = 'residents';
const at = (number: number) => article(law, number);

const OLD = {
  edition: '2018',
  law,
  editionTitle: text('城市居民委员会组织法（2018年修正）', 'Organic Law of the Urban Residents’ Committees (2018)'),
  from: FROM_2018,
  until: UNTIL_2025,
} as const;
const NEW = {
  edition: '2025',
  law,
  editionTitle: text('城市居民委员会组织法（2025年修订）', 'Organic Law of the Urban Residents’ Committees (2025)'),
  from: FROM_2026,
} as const;

/** 居(2018) 9, 10: adults, one of each household, or delegates of the groups; more than half of them, and more than half of those present. */
const MEETING_OF_2018 = {
  ...OLD,
  electorates: [
    { basis: 'residents', who: WHO.residents, validity: moreThanHalf('quorum', 'total', at(9)) },
    { basis: 'households', who: WHO.households, validity: moreThanHalf('quorum', 'total', at(9)) },
    { basis: 'representatives', who: WHO.groupDelegates, validity: moreThanHalf('quorum', 'total', at(9)) },
  ],
  passes: moreThanHalf('majority', 'present', at(9)),
  measures: ['number'],
  demands: [
    { basis: 'residents', who: WHO.residents, op: 'gte', needs: FIFTH, article: at(10) },
    { basis: 'households', who: WHO.households, op: 'gte', needs: FIFTH, article: at(10) },
    { basis: 'groups', who: WHO.groups, op: 'gte', needs: THIRD, article: at(10) },
  ],
} as const;

const MEETING: DecisionRule = {
  id: 'residents-meeting',
  kind: 'meeting',
  title: text('居民会议的决定', 'Decision of the residents’ meeting'),
  body: text('居民会议', 'residents’ meeting'),
  editions: [
    MEETING_OF_2018,
    {
      ...NEW,
      electorates: [
        { basis: 'residents', who: WHO.residents, validity: moreThanHalf('quorum', 'total', at(27)) },
        { basis: 'households', who: WHO.households, validity: moreThanHalf('quorum', 'total', at(27)) },
      ],
      passes: moreThanHalf('majority', 'present', at(27)),
      measures: ['number'],
      demands: [
        { basis: 'residents', who: WHO.residents, op: 'gte', needs: TENTH, article: at(26) },
        { basis: 'households', who: WHO.households, op: 'gte', needs: TENTH, article: at(26) },
        { basis: 'representatives', who: WHO.residentRepresentatives, op: 'gte', needs: THIRD, article: at(26) },
      ],
      notice: { days: 10, urgent: true, article: at(26) },
    },
  ],
};

const REPRESENTATIVES: DecisionRule = {
  id: 'residents-representatives',
  kind: 'meeting',
  title: text('居民代表会议的决定', 'Decision of the residents’ representatives’ meeting'),
  body: text('居民代表会议', 'residents’ representatives’ meeting'),
  editions: [
    {
      ...OLD,
      silent: text(
        '2018年版没有居民代表会议：只有居民会议，可以由每个居民小组选举的代表参加。请用规则 residents-meeting，口径 representatives。',
        'The 2018 edition has no residents’ representatives’ meeting, only the residents’ meeting, which delegates of the groups may attend. Use the rule residents-meeting with the basis representatives.',
      ),
      article: at(9),
    },
    {
      ...NEW,
      electorates: [
        {
          basis: 'members',
          who: WHO.residentMembers,
          validity: share('quorum', 'gte', TWO_THIRDS, 'total', at(29)),
        },
        // The body is often called by its greater part; who counts is the same: all who belong to the meeting.
        {
          basis: 'representatives',
          who: WHO.residentMembers,
          validity: share('quorum', 'gte', TWO_THIRDS, 'total', at(29)),
        },
      ],
      passes: moreThanHalf('majority', 'present', at(29)),
      measures: ['number'],
      demands: [
        { basis: 'representatives', who: WHO.residentRepresentatives, op: 'gte', needs: FIFTH, article: at(28) },
      ],
      everyMonths: { months: 6, article: at(28) },
      composition: [{ id: 'representatives', op: 'gte', needs: FOUR_FIFTHS, article: at(28) }],
      householdsPerRepresentative: { least: 20, most: 50, article: at(13) },
    },
  ],
};

const ELECTION: DecisionRule = {
  id: 'residents-committee-election',
  kind: 'election',
  title: text('居民委员会选举', 'Election of the residents’ committee'),
  body: text('居民委员会的选民', 'electorate of the residents’ committee'),
  editions: [
    {
      ...OLD,
      silent: text(
        '2018年版只规定由谁选举（选民、每户代表或者居民小组的代表），没有规定参加投票和当选的比例，由省级实施办法规定。',
        'The 2018 edition says who elects (voters, one of each household, or delegates of the groups), but neither how many must vote nor how many votes elect: provincial rules do.',
      ),
      article: at(8),
    },
    {
      ...NEW,
      electorates: [
        { basis: 'voters', who: WHO.residentVoters, validity: moreThanHalf('turnout', 'total', at(19)) },
        { basis: 'households', who: WHO.households, validity: moreThanHalf('turnout', 'total', at(19)) },
        {
          basis: 'representatives',
          who: WHO.residentRepresentatives,
          validity: share('turnout', 'gt', TWO_THIRDS, 'total', at(19)),
        },
      ],
      passes: moreThanHalf('majority', 'present', at(19)),
      measures: ['number'],
      runoff: share('runoff-share', 'gte', THIRD, 'present', at(19)),
      demands: [],
      roll: { publishedBefore: 20, objections: 5, answers: 3, article: at(17) },
      proxies: { most: 3, candidates: false, holders: 'voters', notFor: ['representatives'], article: at(19) },
      committee: { least: 5, most: 9, article: at(8) },
      nomination: { voters: 10, article: at(18) },
    },
  ],
};

const RECALL: DecisionRule = {
  id: 'residents-committee-recall',
  kind: 'meeting',
  title: text('罢免居民委员会成员', 'Recall of a member of the residents’ committee'),
  body: text('居民委员会的选民', 'electorate of the residents’ committee'),
  editions: [
    // 居(2018) 10: the residents' meeting replaces members, by its own quorum and majority.
    MEETING_OF_2018,
    {
      ...NEW,
      electorates: [
        { basis: 'voters', who: WHO.residentVoters, validity: moreThanHalf('turnout', 'total', at(20)) },
        { basis: 'households', who: WHO.households, validity: moreThanHalf('turnout', 'total', at(20)) },
        {
          basis: 'representatives',
          who: WHO.residentRepresentatives,
          validity: share('turnout', 'gt', TWO_THIRDS, 'total', at(20)),
        },
      ],
      passes: moreThanHalf('majority', 'present', at(20)),
      measures: ['number'],
      demands: [
        { basis: 'voters', who: WHO.entitledResidents, op: 'gte', needs: TENTH, article: at(20) },
        { basis: 'households', who: WHO.households, op: 'gte', needs: TENTH, article: at(20) },
        { basis: 'representatives', who: WHO.residentRepresentatives, op: 'gte', needs: THIRD, article: at(20) },
      ],
    },
  ],
};

/** Rules of the 城市居民委员会组织法. */
export const RESIDENTS_RULES: readonly DecisionRule[] = [MEETING, REPRESENTATIVES, ELECTION, RECALL];
