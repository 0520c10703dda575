import type { ReportBody } from '../../../core/api.ts';

type Limit<K extends 'TEXT_LIMIT' | 'PHOTO_LIMIT'> = typeof import('../../../core/api.ts')[K];
/** The limits of the server; their types keep them equal without bringing the schemas to the phone. */
export const TEXT_LIMIT: Limit<'TEXT_LIMIT'> = 8000;
export const PHOTO_LIMIT: Limit<'PHOTO_LIMIT'> = 6;
export const ADDRESS_LIMIT = 120;

export const STEPS = ['where', 'what', 'kind', 'send'] as const;
export type Step = (typeof STEPS)[number];

export interface Place {
  readonly lon: number;
  readonly lat: number;
}

export interface GridName {
  readonly code: string;
  readonly name: string;
  readonly community: string;
  readonly street: string;
}

export interface DraftPhoto {
  readonly id: string;
  /** A small picture as a data URL, to be shown until the report is sent. */
  readonly preview: string;
}

/** A report that is being written. It survives a reload, and what is sent again is the same report to the server. */
export interface Draft {
  /** Given once for the whole draft: after a lost answer the server recognises it and records nothing twice. */
  readonly transaction: string;
  /** Proves later who reported; made here, so that it is known even when the answer is lost. */
  readonly key: string;
  readonly step: Step;
  readonly place: Place | null;
  /** The grid in which the place lies; null while unknown or outside the district. */
  readonly grid: GridName | null;
  readonly address: string;
  readonly text: string;
  readonly photos: readonly DraftPhoto[];
  readonly category: string | null;
  readonly name: string;
  readonly phone: string;
  readonly release: boolean;
}

export const newDraft = (transaction: string, key: string): Draft => ({
  transaction,
  key,
  step: 'where',
  place: null,
  grid: null,
  address: '',
  text: '',
  photos: [],
  category: null,
  name: '',
  phone: '',
  release: false,
});

/** Whether anything was written that would be a pity to lose. */
export const hasContent = ({ place, text, photos }: Draft): boolean =>
  place !== null || text.trim() !== '' || photos.length > 0;

/** A stored draft, or undefined where it cannot be one: another version's, or broken. */
export function readDraft(stored: string | null): Draft | undefined {
  try {
    const value = JSON.parse(stored ?? 'null') as Partial<Draft> | null;
    if (value === null) return undefined;
    const model = newDraft('', '');
    const same = (Object.keys(model) as (keyof Draft)[]).every(
      (key) => model[key] === null || typeof value[key] === typeof model[key],
    );
    return same && STEPS.includes(value.step as Step) && Array.isArray(value.photos) ? (value as Draft) : undefined;
  } catch {
    return undefined;
  }
}

/** What is still missing in a step; empty where one may go on. */
export type Missing = 'place' | 'district' | 'text' | 'category' | 'phone';

const PHONE = /^[0-9+ -]{5,20}$/;

const CHECKS: Record<Step, (draft: Draft) => Missing[]> = {
  where: ({ place, grid }) => (place === null ? ['place'] : grid === null ? ['district'] : []),
  what: ({ text }) => (text.trim() === '' ? ['text'] : []),
  kind: ({ category }) => (category === null ? ['category'] : []),
  send: ({ phone }) => (phone.trim() !== '' && !PHONE.test(phone.trim()) ? ['phone'] : []),
};

export const missingIn = (draft: Draft, step: Step): Missing[] => CHECKS[step](draft);

/** The first step that lacks something, at most the wanted one: a reload or an address never skips forward. */
export function reachable(draft: Draft, wanted: Step): Step {
  const before = STEPS.slice(0, STEPS.indexOf(wanted));
  return before.find((step) => missingIn(draft, step).length > 0) ?? wanted;
}

export const after = (step: Step): Step => STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)];
export const before = (step: Step): Step => STEPS[Math.max(STEPS.indexOf(step) - 1, 0)];

/** The report as it is sent. Throws RangeError while something is missing. */
export function bodyOf(draft: Draft): ReportBody {
  const missing = STEPS.flatMap((step) => missingIn(draft, step));
  const { transaction, key, place, category, photos, release } = draft;
  if (missing.length > 0 || place === null || category === null) throw new RangeError(`missing: ${missing.join()}`);
  const [text, address, name, phone] = [draft.text, draft.address, draft.name, draft.phone].map((s) => s.trim());
  return {
    transaction,
    key,
    place,
    category,
    text,
    ...(address && { address }),
    ...(photos.length > 0 && { photos: photos.map(({ id }) => id) }),
    ...((name || phone) && { contact: { ...(name && { name }), ...(phone && { phone }) } }),
    ...(release && { release }),
  };
}
