import { useSyncExternalStore } from 'react';

/** The grid that a resident calls theirs: remembered on the device alone. */
const NAME = 'gongzhi.grid';
const listeners = new Set<() => void>();

const read = (): string | null => localStorage.getItem(NAME);

export function rememberGrid(code: string | null): void {
  if (code === null) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, code);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Code of the remembered grid, or null. */
export const useMyGrid = (): string | null => useSyncExternalStore(subscribe, read, () => null);
