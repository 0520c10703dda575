import type { operations } from './core/api.ts';

export type { Action, Stage } from './core/lifecycle.ts';

/** The ledger stream of this module: what happened to a matter is read there by whoever wants to react to it. */
export const MATTER_STREAM = 'matter';

/** Publications of the dispatch catalogue (派单目录). */
export const CATALOGUE_STREAM = 'dispatch_catalogue';

/** Decisions about places where the same trouble comes back (反复发生): who makes proposals reads there what is to be proposed. */
export const CHRONIC_STREAM = 'chronic_place';

/** The module's HTTP operations, for typed clients in other modules' screens. */
export type MattersApi = typeof operations;
