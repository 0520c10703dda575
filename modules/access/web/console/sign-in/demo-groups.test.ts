import { expect, it } from 'vitest';
import { type DemoAccount, groupAccounts } from './demo-groups.ts';

const account = (username: string, role: DemoAccount['role']): DemoAccount => ({
  username,
  role,
  password: 'p',
  name: username,
  areaName: '',
});

it('accounts are grouped by level, residents left out, empty groups too', () => {
  const groups = groupAccounts([
    account('admin', 'administrator'),
    account('resident', 'resident'),
    account('grid', 'grid_worker'),
    account('centre', 'district_centre'),
  ]);
  expect(groups.map(({ accounts }) => accounts.map(({ username }) => username))).toEqual([
    ['grid'],
    ['admin', 'centre'],
  ]);
});
