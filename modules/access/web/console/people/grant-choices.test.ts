import { expect, it } from 'vitest';
import type { Organisation, Person } from '../../../contract.ts';
import { grantBody, needsGrid, organisationsFor } from './grant-choices.ts';

const secretary: Person = {
  person: 'p',
  name: '陈',
  grants: [{ role: 'community_secretary', area: '320508017003', organisation: 'o' }],
};

it('a grant is sent once role and area are known, the organisation only where there is one', () => {
  expect(grantBody({ role: 'grid_worker' })).toBeUndefined();
  expect(grantBody({ role: 'grid_worker', area: '320508017003001' })).toEqual({
    role: 'grid_worker',
    area: '320508017003001',
  });
});

it('a secretary chooses a grid in their own community and in no other', () => {
  expect(needsGrid(secretary, '320508017003')).toBe(true);
  expect(needsGrid(secretary, '320508017004')).toBe(false);
  expect(needsGrid(secretary, '320508017')).toBe(false);
});

it('organisations are those that serve the area, the closest first', () => {
  const body = (id: string, area: string): Organisation => ({ id, name: id, kind: 'street', area });
  const all = [body('district', '320508'), body('other', '320508011'), body('committee', '320508017003')];
  expect(organisationsFor(all, '320508017003001').map(({ id }) => id)).toEqual(['committee', 'district']);
});
