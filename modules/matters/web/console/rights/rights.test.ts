import { expect, it } from 'vitest';
import { hasRight } from './rights.ts';

it('the table is what the policy says', () => {
  expect(hasRight('auditor', 'see')).toBe(true);
  expect(hasRight('auditor', 'contact')).toBe(false);
  expect(hasRight('grid_worker', 'dispatch')).toBe(false);
  expect(hasRight('community_staff', 'dispatch')).toBe(true);
  expect(hasRight('unit', 'finish')).toBe(true);
  expect(hasRight('administrator', 'accept')).toBe(false);
});
