import type { Problem } from './input.ts';
import type { Range } from './refine.ts';

const span = ({ min, max }: Range): string => `${min}–${max}`;

export const noLegalCount = (id: string, households: number, count: number, range: Range): Problem => ({
  kind: 'no_legal_count',
  id,
  households,
  bound: households / count,
  text: {
    zh: `${id || '该范围'}共${households}户，无论划成几个网格，都不能使每个网格在${span(range)}户之间；划成${count}个时平均${Math.round(households / count)}户。`,
    en: `${id || 'The area'} has ${households} households: no number of grids gives each ${span(range)}; ${count} grids have ${Math.round(households / count)} on average.`,
  },
});

export const indivisible = (id: string, households: number, range: Range): Problem => ({
  kind: 'indivisible',
  id,
  households,
  bound: households,
  text: {
    zh: `${id}不可分割，有${households}户，所在网格至少${households}户，超过上限${range.max}户。`,
    en: `${id} must not be cut and has ${households} households, so its grid has at least as many; the limit is ${range.max}.`,
  },
});

export const outOfRange = (id: string, households: number, range: Range): Problem => ({
  kind: 'out_of_range',
  id,
  households,
  text: {
    zh: `网格${id}有${households}户，不在${span(range)}户之间。`,
    en: `Grid ${id} has ${households} households, which is not within ${span(range)}.`,
  },
});

export const detached = (id: string, parts: number, households: number): Problem => ({
  kind: 'detached',
  id,
  households,
  text: {
    zh: `${id || '该范围'}由互不相连的${parts}部分组成，各部分分别划分。`,
    en: `${id || 'The area'} is in ${parts} parts that do not touch; each is divided by itself.`,
  },
});

export const unplaced = (points: number, households: number): Problem => ({
  kind: 'unplaced',
  id: '',
  households,
  text: {
    zh: `有${points}个点（${households}户）在边界之外，没有划入任何网格。`,
    en: `${points} points (${households} households) lie outside the boundary and are in no grid.`,
  },
});
