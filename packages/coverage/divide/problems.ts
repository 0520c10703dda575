import type { CountPlan } from './counts.ts';
import type { Problem } from './input.ts';
import type { Range } from './refine.ts';

const span = ({ min, max }: Range): string => `${min}–${max}`;

/** `of`: what is divided; `plan`: the best that can be done with it. */
export function noLegalCount(id: string, of: Extent, range: Range): Problem {
  const { count, rest, restCount } = of.plan;
  const mean = Math.round(rest / Math.max(1, restCount));
  const beside = restCount < count;
  const best =
    restCount === 0
      ? { zh: '因此并入不可分割的单元所在的网格', en: 'so they join the grid of a unit that must not be cut' }
      : { zh: `划成${restCount}个时平均${mean}户`, en: `${restCount} grids have ${mean} on average` };
  return {
    kind: 'no_legal_count',
    id,
    households: rest,
    bound: rest / Math.max(1, restCount),
    text: {
      zh: `${id || '该范围'}${beside ? '除不可分割的单元外' : ''}共${rest}户，无论划成几个网格，都不能使每个网格在${span(range)}户之间；${best.zh}。`,
      en: `${id || 'The area'} has ${rest} households${beside ? ' beside units that must not be cut' : ''}: no number of grids gives each ${span(range)}; ${best.en}.`,
    },
  };
}

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

/** What is divided as a whole: a community, or those of its parts that touch or are put together. */
export interface Extent {
  readonly plan: CountPlan;
  readonly households: number;
}

/** Why a grid has to be outside the range: it holds a unit that is, or what is divided is too small or in between. */
export type Forced =
  | { readonly by: 'unit'; readonly name: string; readonly households: number }
  | { readonly by: 'extent'; readonly extent: Extent };

export function outOfRange(id: string, households: number, range: Range, forced: Forced | undefined): Problem {
  const why = reasonOf(forced, range);
  return {
    kind: 'out_of_range',
    id,
    households,
    ...(why.bound === undefined ? {} : { bound: why.bound }),
    text: {
      zh: `网格${id}有${households}户，不在${span(range)}户之间：${why.zh}。`,
      en: `Grid ${id} has ${households} households, which is not within ${span(range)}: ${why.en}.`,
    },
  };
}

function reasonOf(forced: Forced | undefined, range: Range): { zh: string; en: string; bound?: number } {
  if (forced === undefined) {
    return {
      zh: '没有发现必然的原因，换一个种子或放宽阻隔线可能更好',
      en: 'nothing was found that forces this; another seed or fewer compounds may do better',
    };
  }
  if (forced.by === 'unit') {
    const { name, households } = forced;
    return {
      zh: `其中${name}不可分割，有${households}户，超过上限${range.max}户`,
      en: `it holds ${name}, which must not be cut and has ${households}; the limit is ${range.max}`,
      bound: households,
    };
  }
  const { rest, restCount, count } = forced.extent.plan;
  const bound = rest / Math.max(1, restCount);
  const beside = restCount < count;
  return {
    zh: `可划分的共${rest}户${beside ? '（不可分割的单元除外）' : ''}，划成${restCount}个网格平均${Math.round(bound)}户，没有合法的个数`,
    en: `${rest} households are to be divided${beside ? ' beside units that must not be cut' : ''}, ${Math.round(bound)} on average in ${restCount}, and no number of grids is legal`,
    bound,
  };
}

export const detached = (id: string, parts: number, groups: number, households: number): Problem => ({
  kind: 'detached',
  id,
  households,
  text: {
    zh: `${id || '该范围'}由互不相连的${parts}部分组成，${groups === parts ? '各部分分别划分' : `合为${groups}组划分，户数不足的部分与最近的部分合并`}。`,
    en: `${id || 'The area'} is in ${parts} parts that do not touch; ${groups === parts ? 'each is divided by itself' : `they are divided in ${groups} groups, as some are too small or too large by themselves`}.`,
  },
});

/** A grid that has several parts, as its community has. */
export const inParts = (id: string, parts: number, households: number): Problem => ({
  kind: 'detached',
  id,
  households,
  text: {
    zh: `网格${id}由互不相连的${parts}部分组成（${households}户）：其所在社区本不相连，单独划分则超出范围。`,
    en: `Grid ${id} is in ${parts} parts that do not touch (${households} households): its community is, and by themselves they would be out of range.`,
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
