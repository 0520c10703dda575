import { expect, it } from 'vitest';
import { gridName, placeName } from './place-name.ts';

it('the community is said once', () => {
  const grid = { street: '平江街道', community: '观前社区', name: '观前社区第二网格' };
  expect(placeName(grid)).toBe('平江街道 · 观前社区第二网格');
  expect(placeName({ ...grid, name: '第二网格' })).toBe('平江街道 · 观前社区 · 第二网格');
  expect(gridName({ street: '', community: '', name: '320508001001001' })).toBe('320508001001001');
});
