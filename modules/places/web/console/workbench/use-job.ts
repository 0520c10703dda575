import { useCallback, useEffect, useRef, useState } from 'react';
import type { Running } from './engine.ts';

/** A piece of work that is under way: what it is called, how far it is (null while it cannot tell), how to stop it. */
export interface Job {
  readonly label: string;
  readonly fraction: number | null;
  readonly stop: () => void;
}

export type RunJob = <T>(label: string, work: (running: Running) => Promise<T>) => Promise<T | undefined>;

const isStopped = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Runs one piece of work after another, and keeps the last failure until the next. Work that was stopped gives undefined. */
export function useJob(): { readonly job: Job | null; readonly error: unknown; readonly run: RunJob } {
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stopLast = useRef<() => void>(() => undefined);
  useEffect(() => () => stopLast.current(), []);
  const run = useCallback<RunJob>(async (label, work) => {
    const control = new AbortController();
    const stop = () => control.abort();
    stopLast.current();
    stopLast.current = stop;
    const isLast = () => stopLast.current === stop;
    setError(null);
    setJob({ label, fraction: null, stop });
    try {
      const onProgress = (fraction: number) => isLast() && setJob({ label, fraction, stop });
      return await work({ signal: control.signal, onProgress });
    } catch (failure) {
      if (!isStopped(failure)) setError(failure);
      return undefined;
    } finally {
      if (isLast()) setJob(null);
    }
  }, []);
  return { job, error, run };
}
