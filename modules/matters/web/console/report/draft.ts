import type { ReportBody } from '../../../core/api.ts';

/** The limits of the server; their types keep them equal without bringing the schemas to the browser. */
type Limit<K extends 'TEXT_LIMIT' | 'PHOTO_LIMIT'> = typeof import('../../../core/api.ts')[K];
export const TEXT_LIMIT: Limit<'TEXT_LIMIT'> = 8000;
export const PHOTO_LIMIT: Limit<'PHOTO_LIMIT'> = 6;

export interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** A report that staff are writing. */
export interface Draft {
  readonly place: Place | null;
  readonly category?: string;
  readonly text: string;
  readonly address: string;
  readonly photos: readonly string[];
  readonly name: string;
  readonly phone: string;
  /** For somebody who called or came by; otherwise from one's own round. */
  readonly onBehalf: boolean;
}

export const emptyDraft = (onBehalf: boolean): Draft => ({
  place: null,
  text: '',
  address: '',
  photos: [],
  name: '',
  phone: '',
  onBehalf,
});

export type Missing = 'place' | 'text' | 'category' | 'phone';

const PHONE = /^[0-9+ -]{5,20}$/;

/** What is still to be filled in or mended before it can be sent. */
export function missingOf({ place, text, category, phone, onBehalf }: Draft): Missing[] {
  const missing: Missing[] = [];
  if (text.trim() === '') missing.push('text');
  if (category === undefined) missing.push('category');
  if (place === null) missing.push('place');
  if (onBehalf && phone.trim() !== '' && !PHONE.test(phone.trim())) missing.push('phone');
  return missing;
}

/** The body of the report; contact details belong to whom it is written for, never to oneself. */
export function bodyOf(draft: Draft, transaction: string): ReportBody {
  const { place, category, text, address, photos, name, phone, onBehalf } = draft;
  if (place === null || category === undefined) throw new RangeError('a report needs a place and a kind');
  const contact = { ...(name.trim() && { name: name.trim() }), ...(phone.trim() && { phone: phone.trim() }) };
  return {
    transaction,
    place,
    category,
    text: text.trim(),
    ...(address.trim() && { address: address.trim() }),
    ...(photos.length > 0 && { photos: [...photos] }),
    ...(onBehalf && Object.keys(contact).length > 0 && { contact }),
    ...(onBehalf && { onBehalf: true }),
  };
}
