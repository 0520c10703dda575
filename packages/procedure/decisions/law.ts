import { type Text, text } from '#packages/kernel';

/** The laws that decisions follow, by a short id. */
export type LawId = 'residents' | 'villagers' | 'civil-code' | 'property-regulations' | 'court-interpretation';

/** An article of a law; the edition is that of the rule which cites it. */
export interface Article {
  readonly law: LawId;
  readonly article: number;
}

/** `short` is how an article is cited in a verdict: `居 27`. */
export const LAWS: Record<LawId, { readonly short: string; readonly title: Text }> = {
  residents: {
    short: '居',
    title: text('城市居民委员会组织法', 'Organic Law of the Urban Residents’ Committees'),
  },
  villagers: { short: '村', title: text('村民委员会组织法', 'Organic Law of the Villagers’ Committees') },
  'civil-code': { short: '民法典', title: text('民法典', 'Civil Code') },
  'property-regulations': { short: '物业管理条例', title: text('物业管理条例', 'Regulations on Property Management') },
  'court-interpretation': {
    short: '区分所有权解释',
    title: text(
      '最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释',
      'Interpretation of the Supreme People’s Court on condominium disputes (2020)',
    ),
  },
};

export const article = (law: LawId, number: number): Article => ({ law, article: number });

/** `居 27`. */
export const cite = ({ law, article: number }: Article): string => `${LAWS[law].short} ${number}`;

const DIGITS = '零一二三四五六七八九';

/** A number from 1 to 9999 in Chinese, as articles are numbered: 二百七十八, 一千二百五十九. */
export function chineseNumber(number: number): string {
  const digits = [...String(number)].map(Number);
  const words = digits.map((digit, at) => {
    const unit = ['', '十', '百', '千'][digits.length - 1 - at];
    return digit === 0 ? '零' : DIGITS[digit] + unit;
  });
  const joined = words.join('').replace(/零+/g, '零').replace(/零$/, '');
  return joined.replace(/^一十/, '十');
}

/** `《城市居民委员会组织法》第二十七条`. */
export const citeFully = ({ law, article: number }: Article): Text =>
  text(`《${LAWS[law].title.zh}》第${chineseNumber(number)}条`, `${LAWS[law].title.en}, Art. ${number}`);
