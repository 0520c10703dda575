import type { operations } from './core/api.ts';

/** The ledger stream of this module: one item of the list of duties, from its application to its exit. */
export const DUTY_STREAM = 'duty_list';

/** An item that may be assigned to grid workers. */
export interface ListedDuty {
  readonly id: string;
  readonly name: string;
  /** The department that asked for it and pays for it. */
  readonly owner: string;
  /** Day in China until which it is listed, that day included. */
  readonly until: string;
}

/** What other modules may ask; injected by the composition. */
export interface StaffingQueries {
  /** Items of the list that may be assigned in a grid of that kind today. */
  listedFor(kind: 'comprehensive' | 'dedicated'): Promise<readonly ListedDuty[]>;
}

/** The module's HTTP operations, for typed clients in other modules' screens. */
export type StaffingApi = typeof operations;
