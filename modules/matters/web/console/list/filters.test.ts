import { expect, it } from 'vitest';
import { type Filters, isNarrowed, queryOf, readFilters, writeFilters } from './filters.ts';

const read = (search: string) => readFilters(new URLSearchParams(search));

it('what is written is read again', () => {
  const filters: Filters = {
    q: '路灯 不亮',
    stage: ['reported', 'handling'],
    category: '0101',
    area: '320508017',
    overdue: true,
  };
  expect(readFilters(writeFilters(filters))).toEqual(filters);
});

it('what is not understood is left out', () => {
  expect(read('stage=nonsense&stage=closed&category=1&area=x&overdue=1&q=%20')).toEqual({
    stage: ['closed'],
    overdue: false,
  });
});

it('an empty filter has an empty address and asks for nothing', () => {
  expect(writeFilters(read('')).toString()).toBe('');
  expect(queryOf(read(''))).toEqual({});
  expect(isNarrowed(read(''))).toBe(false);
  expect(isNarrowed(read('overdue=true'))).toBe(true);
});
