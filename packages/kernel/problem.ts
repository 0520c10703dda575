import type { Text } from './text.ts';

/** What went wrong, in the words of the domain; `server-kit` knows which HTTP status each is. */
export type ProblemKind =
  | 'invalid' // the input is not well-formed or breaks a rule that its sender can mend
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict' // the state has moved on, or does not allow it now
  | 'too_large'
  | 'too_many'
  | 'unavailable';

/** One reason of a refusal: the rule that refused, its sentence, and the field or row that it speaks of. */
export interface Reason {
  readonly rule: string;
  readonly text: Text;
  readonly field?: string;
}

/** Something that the person can do instead. */
export interface Possible {
  readonly action: string;
  readonly text: Text;
}

export interface ProblemDetails {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly title: Text;
  readonly reasons?: readonly Reason[];
  readonly possible?: readonly Possible[];
}

/** A refusal: all reasons at once, and what is possible instead. Served as RFC 9457 problem details. */
export class Problem extends Error implements ProblemDetails {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly title: Text;
  readonly reasons: readonly Reason[];
  readonly possible: readonly Possible[];

  constructor(details: ProblemDetails) {
    super(`${details.code}: ${details.title.en}`);
    this.name = 'Problem';
    this.code = details.code;
    this.kind = details.kind;
    this.title = details.title;
    this.reasons = details.reasons ?? [];
    this.possible = details.possible ?? [];
  }
}

type Catalogue = Record<string, { kind: ProblemKind; title: Text }>;
type Extra = Pick<ProblemDetails, 'reasons' | 'possible'>;

/** Turns a module's catalogue of problems into constructors: `problems.unknown_category({ reasons })`. */
export function defineProblems<C extends Catalogue>(catalogue: C): { [K in keyof C]: (extra?: Extra) => Problem } {
  const entries = Object.entries(catalogue).map(([code, { kind, title }]) => [
    code,
    (extra: Extra = {}) => new Problem({ code, kind, title, ...extra }),
  ]);
  return Object.fromEntries(entries);
}
