import { useEffect, useState } from 'react';
import { v4 } from 'uuid';
import { type Draft, hasContent, newDraft, readDraft } from './draft.ts';

const NAME = 'gongzhi.draft';
const KEY_BYTES = 24;

/** A key of 192 bits in the signs of base64url. */
function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

const fresh = (): Draft => newDraft(v4(), makeKey());

/**
 * The draft of this tab. It lives in the session store, so that it survives a reload and ends with the tab: it may hold a telephone
 * number, and phones are lent.
 */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => readDraft(sessionStorage.getItem(NAME)) ?? fresh());
  useEffect(() => {
    if (hasContent(draft)) sessionStorage.setItem(NAME, JSON.stringify(draft));
  }, [draft]);
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const discard = () => {
    sessionStorage.removeItem(NAME);
    setDraft(fresh());
  };
  return { draft, change, discard };
}

export type ChangeDraft = ReturnType<typeof useDraft>['change'];

export interface StepProps {
  readonly draft: Draft;
  readonly change: ChangeDraft;
}
