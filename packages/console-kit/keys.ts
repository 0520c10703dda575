import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TYPING = 'input, textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="slider"]';
const OPEN_DIALOG = '.ant-modal-wrap:not([style*="display: none"]) .ant-modal, .ant-drawer-open';

const isTyping = (event: KeyboardEvent) => event.target instanceof Element && event.target.closest(TYPING) !== null;

/** Single keys for the whole page; silent while somebody types, holds a modifier, or has a dialog open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = latest.current[event.key];
      if (!act || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event) || document.querySelector(OPEN_DIALOG)) return;
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
