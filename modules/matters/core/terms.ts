import { type Text, text } from '#packages/kernel';
import type { Term } from '#packages/procedure';
import { getCategory } from './categories.ts';

/** What the running clock of a matter waits for; exactly one runs while a matter is open. */
export const CLOCKS = {
  accept: text('受理时限', 'Time to accept'),
  dispatch: text('派单时限', 'Time to dispatch'),
  handle: text('处置时限', 'Time to handle'),
  review: text('退单审核时限', 'Time to review a return'),
  verify: text('核实时限', 'Time to verify'),
  close: text('结案时限', 'Time to close'),
} as const satisfies Record<string, Text>;
export type ClockKind = keyof typeof CLOCKS;

/** Defaults of the demo district: accepted within two hours as Beijing asks of web reports (facts 2.1), the rest a proposal. */
const TERMS: Record<Exclude<ClockKind, 'handle'>, Term> = {
  accept: { amount: 2, unit: 'work_hour' },
  dispatch: { amount: 2, unit: 'work_hour' },
  review: { amount: 1, unit: 'work_day' },
  verify: { amount: 2, unit: 'work_day' },
  close: { amount: 1, unit: 'work_day' },
};

export const termOf = (kind: ClockKind, category: string): Term =>
  kind === 'handle' ? getCategory(category).term : TERMS[kind];

export const REOPEN_DAYS = 30;
