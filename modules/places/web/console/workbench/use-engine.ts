import { useEffect, useRef } from 'react';
import type { Engine } from './engine.ts';
import { openEngine, openWorker } from './engine-client.ts';

/** The engine of a screen; its worker ends with the screen. */
export function useEngine(): Engine {
  const opened = useRef<ReturnType<typeof openEngine> | null>(null);
  opened.current ??= openEngine(openWorker);
  const current = opened.current;
  useEffect(() => () => current.close(), [current]);
  return current.engine;
}
