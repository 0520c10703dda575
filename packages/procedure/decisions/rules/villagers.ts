import { text } from '#packages/kernel';
import { article } from '../law.ts';
import type { DecisionRule, ProxyRule, RulingEdition } from '../rule.ts';
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

const law = 'villagers';
const at = (number: number) => article(law, number);

const OLD = {
  edition: '2018',
  law,
  editionTitle: text('村民委员会组织法（2018年修正）', 'Organic Law of the Villagers’ Committees (2018)'),
  from: FROM_2018,
  until: UNTIL_2025,
} as const;
const NEW = {
  edition: '2025',
  law,
  editionTitle: text('村民委员会组织法（2025年修正）', 'Organic Law of the Villagers’ Committees (2025)'),
  from: FROM_2026,
} as const;
type InForce = typeof OLD | typeof NEW;

/** The text did not change from 2018 to 2025, its numbers did: articles 21, 22 became 25, 26. */
const meeting = (edition: InForce, convened: number, held: number): RulingEdition => ({
  ...edition,
  electorates: [
    { basis: 'villagers', who: WHO.adultVillagers, validity: moreThanHalf('quorum', 'total', at(held)) },
    { basis: 'households', who: WHO.households, validity: share('quorum', 'gte', TWO_THIRDS, 'total', at(held)) },
  ],
  passes: moreThanHalf('majority', 'present', at(held)),
  measures: ['number'],
  demands: [
    { basis: 'villagers', who: WHO.villagers, op: 'gte', needs: TENTH, article: at(convened) },
    { basis: 'representatives', who: WHO.villageRepresentatives, op: 'gte', needs: THIRD, article: at(convened) },
  ],
});

const MEETING: DecisionRule = {
  id: 'villagers-meeting',
  kind: 'meeting',
  title: text('村民会议的决定', 'Decision of the villagers’ meeting'),
  body: text('村民会议', 'villagers’ meeting'),
  editions: [
    { ...meeting(OLD, 21, 22), notice: { days: 10, urgent: false, article: at(21) } },
    {
      ...meeting(NEW, 25, 26),
      notice: { days: 10, urgent: true, article: at(25) },
      everyMonths: { months: 12, article: at(25) },
    },
  ],
};

const representatives = (edition: InForce, made: number, held: number): RulingEdition => ({
  ...edition,
  electorates: [
    { basis: 'members', who: WHO.villageMembers, validity: share('quorum', 'gte', TWO_THIRDS, 'total', at(held)) },
    // The body is often called by its greater part; who counts is the same: all who belong to the meeting.
    {
      basis: 'representatives',
      who: WHO.villageMembers,
      validity: share('quorum', 'gte', TWO_THIRDS, 'total', at(held)),
    },
  ],
  passes: moreThanHalf('majority', 'present', at(held)),
  measures: ['number'],
  demands: [{ basis: 'representatives', who: WHO.villageRepresentatives, op: 'gte', needs: FIFTH, article: at(held) }],
  everyMonths: { months: 3, article: at(held) },
  composition: [
    { id: 'representatives', op: 'gte', needs: FOUR_FIFTHS, article: at(made) },
    { id: 'women', op: 'gte', needs: THIRD, article: at(made) },
  ],
  householdsPerRepresentative: { least: 5, most: 15, article: at(made) },
});

const REPRESENTATIVES: DecisionRule = {
  id: 'villagers-representatives',
  kind: 'meeting',
  title: text('村民代表会议的决定', 'Decision of the villagers’ representatives’ meeting'),
  body: text('村民代表会议', 'villagers’ representatives’ meeting'),
  editions: [representatives(OLD, 25, 26), representatives(NEW, 29, 30)],
};

const group = (edition: InForce, held: number): RulingEdition => ({
  ...edition,
  electorates: [
    { basis: 'villagers', who: WHO.groupVillagers, validity: share('quorum', 'gte', TWO_THIRDS, 'total', at(held)) },
    { basis: 'households', who: WHO.groupHouseholds, validity: share('quorum', 'gte', TWO_THIRDS, 'total', at(held)) },
  ],
  passes: moreThanHalf('majority', 'present', at(held)),
  measures: ['number'],
  demands: [],
});

const GROUP: DecisionRule = {
  id: 'villagers-group',
  kind: 'meeting',
  title: text('村民小组会议的决定', 'Decision of a villagers’ group meeting'),
  body: text('村民小组会议', 'villagers’ group meeting'),
  editions: [group(OLD, 28), group(NEW, 32)],
};

interface ElectionArticles {
  readonly roll: number;
  readonly held: number;
  readonly committee: number;
}
const election = (
  edition: InForce,
  { roll, held, committee }: ElectionArticles,
  proxies: ProxyRule,
): RulingEdition => ({
  ...edition,
  electorates: [{ basis: 'voters', who: WHO.villageVoters, validity: moreThanHalf('turnout', 'total', at(held)) }],
  passes: moreThanHalf('majority', 'present', at(held)),
  measures: ['number'],
  runoff: share('runoff-share', 'gte', THIRD, 'present', at(held)),
  demands: [],
  roll: { publishedBefore: 20, objections: 5, answers: 3, article: at(roll) },
  proxies,
  committee: { least: 3, most: 7, article: at(committee) },
  nomination: { voters: 1, article: at(held) },
});

const ELECTION: DecisionRule = {
  id: 'village-committee-election',
  kind: 'election',
  title: text('村民委员会选举', 'Election of the village committee'),
  body: text('登记参加选举的村民', 'registered voters of the village'),
  editions: [
    // 村(2018) 15: a close relative with the right to vote; neither a limit nor candidates are mentioned.
    election(
      OLD,
      { roll: 14, held: 15, committee: 6 },
      { candidates: true, holders: 'relatives', notFor: [], article: at(15) },
    ),
    election(
      NEW,
      { roll: 17, held: 18, committee: 8 },
      { most: 3, candidates: false, holders: 'voters', notFor: [], article: at(18) },
    ),
  ],
};

const recall = (edition: InForce, held: number): RulingEdition => ({
  ...edition,
  electorates: [{ basis: 'voters', who: WHO.villageVoters, validity: moreThanHalf('turnout', 'total', at(held)) }],
  passes: moreThanHalf('majority', 'present', at(held)),
  measures: ['number'],
  demands: [
    { basis: 'voters', who: WHO.entitledVillagers, op: 'gte', needs: FIFTH, article: at(held) },
    { basis: 'representatives', who: WHO.villageRepresentatives, op: 'gte', needs: THIRD, article: at(held) },
  ],
});

const RECALL: DecisionRule = {
  id: 'village-committee-recall',
  kind: 'meeting',
  title: text('罢免村民委员会成员', 'Recall of a member of the village committee'),
  body: text('登记参加选举的村民', 'registered voters of the village'),
  editions: [recall(OLD, 16), recall(NEW, 19)],
};

/** Rules of the 村民委员会组织法. */
export const VILLAGERS_RULES: readonly DecisionRule[] = [MEETING, REPRESENTATIVES, GROUP, ELECTION, RECALL];
