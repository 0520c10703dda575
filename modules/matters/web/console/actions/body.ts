import type { Term } from '#packages/procedure';
import type { Ground } from '../../../core/objection.ts';
import type { Level, Trigger } from '../../../core/supervision.ts';
import { readTrackingCode } from '../../../core/tracking-code.ts';
import type { Branch } from './branches.ts';
import { FORMS, type StaffAction } from './forms.ts';

/** What is filled in; the words stay when another action is chosen after a conflict. */
export interface Values {
  readonly category?: string;
  readonly branch?: Branch;
  readonly ground?: Ground;
  readonly unit?: string;
  /** Of a dispatch: the standard, the helpers, whether the district catches it, and why it differs from the catalogue. */
  readonly standard?: string;
  readonly co: readonly string[];
  readonly caught: boolean;
  readonly differs: boolean;
  readonly why: string;
  /** Of a whistle: who is called for what; of an answer to it: whose part it is; of its appraisal: how both sides did. */
  readonly parts: readonly PartDraft[];
  readonly part?: string;
  readonly justified?: boolean;
  readonly came: readonly string[];
  readonly level?: Level;
  readonly trigger?: Trigger;
  /** Item of the list of duties; `UNLISTED` for anything else, which the server refuses with the way to the list. */
  readonly duty?: string;
  readonly term: Term;
  /** Tracking code of the matter to merge into, as it was typed. */
  readonly into: string;
  readonly words: string;
}

export interface PartDraft {
  readonly unit?: string;
  readonly task: string;
  readonly term: Term;
}

export const UNLISTED = 'unlisted';

export const EMPTY_PART: PartDraft = { task: '', term: { amount: 2, unit: 'work_day' } };

export const EMPTY: Values = {
  parts: [EMPTY_PART, EMPTY_PART],
  came: [],
  co: [],
  caught: false,
  differs: false,
  why: '',
  term: { amount: 2, unit: 'work_day' },
  into: '',
  words: '',
};

const FILLED = {
  category: ({ category }: Values) => category !== undefined,
  branch: ({ branch }: Values) => branch !== undefined,
  ground: ({ ground }: Values) => ground !== undefined,
  dispatch: ({ unit, differs, why }: Values) => unit !== undefined && (!differs || why.trim() !== ''),
  parts: ({ parts }: Values) => parts.length > 0 && parts.every(({ unit, task }) => unit && task.trim() !== ''),
  part: ({ part }: Values) => part !== undefined,
  appraisal: ({ justified }: Values) => justified !== undefined,
  duty: ({ duty }: Values) => duty !== undefined,
  level: ({ level, trigger }: Values) => level !== undefined && trigger !== undefined,
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
  ground: ({ ground }: Values) => ({ ground }),
  dispatch: ({ unit, standard, co, caught, differs, why }: Values) => ({
    unit,
    ...(standard !== undefined && !caught && { standard }),
    ...(co.length > 0 && { co }),
    ...(caught && { caught }),
    ...(differs && { reason: why.trim() }),
  }),
  parts: ({ parts }: Values) => ({ parts: parts.map((part) => ({ ...part, task: part.task.trim() })) }),
  part: ({ part }: Values) => ({ unit: part }),
  appraisal: ({ justified, came }: Values) => ({ justified, came }),
  duty: ({ duty }: Values) => (duty === UNLISTED ? {} : { item: duty }),
  level: ({ level, trigger }: Values) => ({ level, trigger }),
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
