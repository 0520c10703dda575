import { type Reason, type Text, text } from '#packages/kernel';
import { leastMeeting, meets, showFraction } from './exact.ts';
import { cite } from './law.ts';
import type { Basis, Demand, RulingEdition } from './rule.ts';

/** How many of whom must sign to demand it: any one of these is enough. */
export interface SignaturesNeeded {
  readonly basis: Basis;
  readonly who: Text;
  readonly needs: string;
  readonly total: number;
  /** The smallest number of signatures that is enough. */
  readonly least: number;
  readonly article: string;
}

/** How many people there are of each kind; what is not known is left out. */
export type Totals = Partial<Record<Basis, number>>;

/** "How many signatures are needed?", for every group of people whose number is known and above 0. */
export function signaturesNeeded({ demands }: RulingEdition, totals: Totals): SignaturesNeeded[] {
  return demands.flatMap((demand) => {
    const total = totals[demand.basis] ?? 0;
    if (total <= 0) return [];
    const { basis, who, needs, article } = demand;
    return [
      { basis, who, needs: showFraction(needs), total, least: leastMeeting(demand, total), article: cite(article) },
    ];
  });
}

const isEnough = (demand: Demand, signatures: Totals, totals: Totals): boolean =>
  meets(demand, signatures[demand.basis] ?? 0, totals[demand.basis] ?? 0);

/** Whether those who signed may demand it: one kind of people is enough, kinds are never added up. */
export const isDemanded = ({ demands }: RulingEdition, signatures: Totals, totals: Totals): boolean =>
  demands.some((demand) => isEnough(demand, signatures, totals));

/** Whom a representatives' meeting is made of. */
export interface Members {
  readonly members: number;
  readonly representatives: number;
  /** Women among the representatives. */
  readonly women: number;
}

const PARTS: Record<'representatives' | 'women', Text> = {
  representatives: text('代表', 'representatives'),
  women: text('妇女代表', 'women representatives'),
};

/** Why a representatives' meeting is not made as the law says (居 28, 村 29). */
export function reasonsAgainstMembers({ composition = [] }: RulingEdition, made: Members): Reason[] {
  return composition
    .filter((part) => !meets(part, made[part.id], made.members))
    .map((part) => {
      const needs = showFraction(part.needs);
      const least = made.members > 0 ? leastMeeting(part, made.members) : 1;
      const article = cite(part.article);
      return {
        rule: `enough_${part.id}`,
        field: part.id,
        text: text(
          `${PARTS[part.id].zh}应当占组成人员的 ${needs} 以上（${article}）：${made.members} 人中至少 ${least} 人，现有 ${made[part.id]} 人。`,
          `At least ${needs} of the members are ${PARTS[part.id].en} (${article}): ${least} of ${made.members}, not ${made[part.id]}.`,
        ),
      };
    });
}
