import type { Term } from '#packages/procedure';
import { readTrackingCode } from '../../../core/tracking-code.ts';
import type { Branch } from './branches.ts';
import { FORMS, type StaffAction } from './forms.ts';

/** What is filled in; the words stay when another action is chosen after a conflict. */
export interface Values {
  readonly category?: string;
  readonly branch?: Branch;
  readonly unit?: string;
  readonly term: Term;
  /** Tracking code of the matter to merge into, as it was typed. */
  readonly into: string;
  readonly words: string;
}

export const EMPTY: Values = { term: { amount: 2, unit: 'work_day' }, into: '', words: '' };

const FILLED = {
  category: ({ category }: Values) => category !== undefined,
  branch: ({ branch }: Values) => branch !== undefined,
  unit: ({ unit }: Values) => unit !== undefined,
  term: ({ term }: Values) => term.amount >= 1 && term.amount <= 60,
  into: ({ into }: Values) => readTrackingCode(into) !== undefined,
};

/** Whether everything that the action asks for is filled in. */
export function isComplete(action: StaffAction, values: Values): boolean {
  const { fields, words } = FORMS[action];
  return fields.every((field) =>
    field === 'words' ? !words?.required || values.words.trim() !== '' : FILLED[field](values),
  );
}

const SENT = {
  category: ({ category }: Values) => ({ category }),
  branch: ({ branch }: Values) => ({ branch }),
  unit: ({ unit }: Values) => ({ unit }),
  term: ({ term }: Values) => ({ by: term }),
  into: ({ into }: Values) => ({ into: readTrackingCode(into) }),
};

/** The body of the request without transaction and version: what the action asks for and nothing else. */
export function bodyOf(action: StaffAction, values: Values): Record<string, unknown> {
  const { fields, words } = FORMS[action];
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    if (field !== 'words') Object.assign(body, SENT[field](values));
    else if (words && values.words.trim() !== '') body[words.as] = values.words.trim();
  }
  return body;
}
