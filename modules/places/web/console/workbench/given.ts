import { type Text, text } from '#packages/kernel';

/** A decision as a step of the history. */
export const givenTo = (to: string | null, nameOf: (code: string) => string): Text =>
  to === null
    ? text('撤销一处决定', 'Withdraw a decision')
    : text(`一处归“${nameOf(to)}”`, `Give a place to "${nameOf(to)}"`);
