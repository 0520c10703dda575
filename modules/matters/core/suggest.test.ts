import { expect, it } from 'vitest';
import { CATEGORIES, CATEGORY_GROUPS, findCategory } from './categories.ts';
import { suggestCategories } from './suggest.ts';

const first = (text: string) => suggestCategories(text)[0]?.category.name.zh;

it('says the kind that the words speak for, and which words', () => {
  expect(first('弄堂里第二盏路灯不亮了')).toBe('路灯照明');
  expect(first('隔壁工地夜里十一点还在施工，噪音太大')).toBe('施工噪音');
  expect(first('电梯又困人了')).toBe('电梯');
  expect(suggestCategories('楼道堆放杂物')[0].words).toContain('楼道');
});

it('says nothing where no word speaks for a kind', () => {
  expect(suggestCategories('嗯')).toEqual([]);
});

it('kinds: codes are unique, each lies in a group, each has words and a term', () => {
  expect(new Set(CATEGORIES.map(({ code }) => code)).size).toBe(CATEGORIES.length);
  for (const { code, parent, words, term } of CATEGORIES) {
    expect(CATEGORY_GROUPS.map((group) => group.code)).toContain(parent);
    expect(code.slice(0, 2)).toBe(parent);
    expect(words.length).toBeGreaterThan(2);
    expect(term.amount).toBeGreaterThan(0);
  }
  expect(findCategory('9999')).toBeUndefined();
});
