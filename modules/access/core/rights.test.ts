import { expect, it } from 'vitest';
import { capacityOf, rightsAfter } from './rights.ts';

const right = (grant: string) => ({ grant, role: 'grid_worker', area: '320508017003001', organisation: null }) as const;
const resident = { role: 'resident', area: '320508', organisation: null } as const;
const worker = { role: 'grid_worker', area: '320508017003001', organisation: 'o' } as const;

it('what was given and not withdrawn is in force', () => {
  const entries = [
    { action: 'give', facts: right('a') },
    { action: 'give', facts: right('b') },
    { action: 'withdraw', facts: right('a') },
  ];
  expect([...rightsAfter(entries)]).toEqual([['b', right('b')]]);
  expect(rightsAfter([]).size).toBe(0);
});

it('whoever has an office acts in it, everybody else as a resident', () => {
  expect(capacityOf({ person: 'p', name: '王', grants: [resident, worker] })).toEqual({
    role: 'grid_worker',
    organisation: 'o',
  });
  expect(capacityOf({ person: 'p', name: '王', grants: [resident] }).role).toBe('resident');
  expect(capacityOf({ person: 'p', name: '王', grants: [] })).toEqual({ role: 'resident', organisation: null });
});
