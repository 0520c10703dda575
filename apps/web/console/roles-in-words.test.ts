import { expect, it } from 'vitest';
import { rolesInWords } from './roles-in-words.ts';

const worker = { role: 'grid_worker', areaName: '第一网格' } as const;
const resident = { role: 'resident', areaName: '姑苏区' } as const;

it('the first role of office with its area, and how many more', () => {
  expect(rolesInWords([resident, worker], 'zh')).toBe('网格员 · 第一网格');
  expect(rolesInWords([worker, worker, worker], 'zh')).toBe('网格员 · 第一网格 等 3 个角色');
  expect(rolesInWords([worker, worker], 'en')).toBe('Grid worker · 第一网格 and 1 more');
});

it('whoever has no role of office is a resident', () => {
  expect(rolesInWords([], 'en')).toBe('Resident');
});
