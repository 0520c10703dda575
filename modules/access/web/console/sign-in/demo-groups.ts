import { type Text, text } from '#packages/kernel';
import type { Role } from '../../../contract.ts';

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  readonly areaName: string;
}

const GROUPS: readonly { readonly label: Text; readonly roles: readonly Role[] }[] = [
  { label: text('网格', 'Grid'), roles: ['grid_worker', 'grid_head'] },
  { label: text('社区', 'Community'), roles: ['community_secretary', 'community_staff'] },
  { label: text('街道和部门', 'Street and departments'), roles: ['street_staff', 'department_staff'] },
  { label: text('区级', 'District'), roles: ['district_centre', 'auditor', 'administrator'] },
];

/** Accounts to try, by the level at which people work; residents have no console and are left out. */
export const groupAccounts = (accounts: readonly DemoAccount[]) =>
  GROUPS.map(({ label, roles }) => ({ label, accounts: accounts.filter(({ role }) => roles.includes(role)) })).filter(
    (group) => group.accounts.length > 0,
  );
