import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 767px)');
const subscribe = (changed: () => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether the window is as narrow as a phone: cards instead of tables, pages instead of a split view. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
