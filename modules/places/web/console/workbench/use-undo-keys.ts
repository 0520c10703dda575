import { type Dispatch, useEffect } from 'react';
import type { WorkspaceAction } from './workspace.ts';

const TYPING = 'input, textarea, [contenteditable]';

/** Ctrl+Z or Command+Z takes back, with Shift (or Ctrl+Y) does again; what is typed in a field has an undo of its own. */
export function useUndoKeys(dispatch: Dispatch<WorkspaceAction>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      const key = event.key.toLowerCase();
      const action = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
      if (action === undefined) return;
      event.preventDefault();
      dispatch({ type: action });
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [dispatch]);
}
