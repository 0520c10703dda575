import type { Person } from '../../../../access/contract.ts';

/** Ids of the departments that somebody works for. */
export const departmentsOf = ({ grants }: Person): string[] => [
  ...new Set(
    grants.flatMap(({ role, organisation }) => (role === 'department_staff' && organisation ? [organisation] : [])),
  ),
];
