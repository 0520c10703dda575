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
    let isDone = false;
    setError(null);
    setJob({ label, fraction: null, stop });
    try {
      const onProgress = (fraction: number) => isLast() && setJob({ label, fraction, stop });
      return await work({ signal: control.signal, onProgress: onceAFrame(onProgress, () => isLast() && !isDone) });
    } catch (failure) {
      if (!isStopped(failure)) setError(failure);
      return undefined;
    } finally {
      isDone = true;
      if (isLast()) setJob(null);
    }
  }, []);
  return { job, error, run };
}

/** Quick work reports more often than a screen is drawn: of each frame the latest counts. */
function onceAFrame(report: (fraction: number) => void, isWanted: () => boolean): (fraction: number) => void {
  let latest: number | undefined;
  return (fraction) => {
    if (latest === undefined) {
      requestAnimationFrame(() => {
        if (latest !== undefined && isWanted()) report(latest);
        latest = undefined;
      });
    }
    latest = fraction;
  };
}
