import type { Engine, Running, Tasks } from './engine.ts';
import { type Call, errorOf, type Reply } from './wire.ts';

/** The part of a Worker that is used, so that a test can stand in for it. */
export interface Port {
  postMessage(call: Call): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

interface Waiting {
  readonly call: Call;
  readonly running: Running;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * An engine over a worker. Work runs in the order of the calls. Stopping a call ends the worker, since geometry cannot
 * be interrupted, and gives what else was waiting to a new one. `close` ends it for good.
 */
export function openEngine(open: () => Port): { readonly engine: Engine; readonly close: () => void } {
  const waiting = new Map<number, Waiting>();
  let port: Port | undefined;
  let last = 0;

  const take = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  };
  const hear = (reply: Reply): void => {
    if ('fraction' in reply) waiting.get(reply.id)?.running.onProgress?.(reply.fraction);
    else if ('answer' in reply) take(reply.id)?.resolve(reply.answer as never);
    else take(reply.id)?.reject(errorOf(reply.refusal));
  };
  const start = (): Port => {
    const made = open();
    made.addEventListener('message', ({ data }) => {
      if (made === port) hear(data);
    });
    made.addEventListener('error', () => {
      if (made !== port) return;
      port = undefined;
      for (const { call } of [...waiting.values()]) take(call.id)?.reject(new Error('the worker ended'));
    });
    return made;
  };
  const stop = (id: number): void => {
    const stopped = take(id);
    if (stopped === undefined) return;
    port?.terminate();
    port = waiting.size > 0 ? start() : undefined;
    for (const { call } of waiting.values()) port?.postMessage(call);
    stopped.reject(new DOMException('stopped', 'AbortError'));
  };
  const call = <T extends keyof Tasks>(task: T, request: Tasks[T]['request'], running: Running = {}) =>
    new Promise<Tasks[T]['answer']>((resolve, reject) => {
      const { signal } = running;
      if (signal?.aborted) return reject(new DOMException('stopped', 'AbortError'));
      last += 1;
      const made: Call = { id: last, task, request };
      waiting.set(made.id, { call: made, running, resolve, reject });
      signal?.addEventListener('abort', () => stop(made.id), { once: true });
      port ??= start();
      port.postMessage(made);
    });

  return {
    engine: {
      read: (request, running) => call('read', request, running),
      inspect: (request, running) => call('inspect', request, running),
      check: (request, running) => call('check', request, running),
      unify: (request, running) => call('unify', request, running),
      divide: (request, running) => call('divide', request, running),
      edit: (request, running) => call('edit', request, running),
      diff: (request, running) => call('diff', request, running),
    },
    close: () => {
      port?.terminate();
      port = undefined;
      waiting.clear();
    },
  };
}

/** The worker of the page: a bundle of its own, loaded when something is first asked of it. */
export const openWorker = (): Port =>
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'grid-workbench' });
