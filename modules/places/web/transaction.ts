import { useRef } from 'react';
import { v4 as newTransaction } from 'uuid';

/** Each write has a transaction id of its own; a retry of the same write has the same, so that nothing is recorded twice. */
export function useTransaction(): (write: unknown) => string {
  const last = useRef({ write: '', id: '' });
  return (write) => {
    const written = JSON.stringify(write);
    if (last.current.write !== written) last.current = { write: written, id: newTransaction() };
    return last.current.id;
  };
}
