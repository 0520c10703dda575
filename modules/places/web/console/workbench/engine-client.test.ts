import { expect, it } from 'vitest';
import { CoverageError } from '#packages/coverage';
import { FormatError } from '#packages/geo-formats';
import { openEngine, type Port } from './engine-client.ts';
import { TASKS } from './tasks.ts';
import { answerCall, type Call, type Reply } from './wire.ts';

/** A worker that runs nowhere else: it answers when it is told to, unless it was ended. */
class LocalWorker implements Port {
  readonly calls: Call[] = [];
  isEnded = false;
  #hear: (event: { readonly data: Reply }) => void = () => undefined;
  #fail: () => void = () => undefined;

  postMessage(call: Call): void {
    this.calls.push(structuredClone(call));
  }

  addEventListener(
    ...[type, listener]: ['message', (event: { readonly data: Reply }) => void] | ['error', () => void]
  ): void {
    if (type === 'message') this.#hear = listener;
    else this.#fail = listener;
  }

  terminate(): void {
    this.isEnded = true;
  }

  async work(): Promise<void> {
    for (const call of this.calls.splice(0)) {
      await answerCall(TASKS, call, (reply) => this.#hear({ data: structuredClone(reply) }));
    }
  }

  crash(): void {
    this.#fail();
  }
}

function open() {
  const workers: LocalWorker[] = [];
  const { engine, close } = openEngine(() => {
    workers.push(new LocalWorker());
    return workers[workers.length - 1];
  });
  return { engine, close, workers };
}

const file = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
const POINTS = 'lon,lat,户数\n120.6,31.3,12\n';
const nothing = { before: [], after: [] };

it('what the worker answers arrives; no worker is started before something is asked', async () => {
  const { engine, workers } = open();
  expect(workers).toHaveLength(0);
  const reading = engine.read({ file: file('a.csv', POINTS), options: { crs: 'wgs84' } });
  await workers[0].work();
  const { status } = await reading;
  expect(status).toBe('read');
});

it('a refusal comes back as the error that it was, with file and reason', async () => {
  const { engine, workers } = open();
  const empty = engine.read({ file: file('空.geojson', ''), options: {} });
  const missing = engine.edit({ grids: [], areas: [], operations: [{ op: 'merge', ids: ['a', 'b'] }] });
  const settled = Promise.allSettled([empty, missing]);
  await workers[0].work();
  const [first, second] = (await settled).map((one) => (one.status === 'rejected' ? one.reason : null));
  expect(first).toBeInstanceOf(FormatError);
  expect(first.faults[0]).toMatchObject({ file: '空.geojson', code: 'empty_file' });
  expect(second).toBeInstanceOf(CoverageError);
  expect(second.code).toBe('unknown_cell');
});

it('stopping ends the worker; what else was waiting is done by a new one', async () => {
  const { engine, workers } = open();
  const control = new AbortController();
  const stopped = engine.diff(nothing, { signal: control.signal });
  const other = engine.diff(nothing);
  control.abort();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  await workers[1].work();
  expect((await other).unchanged).toBe(0);
});

it('a stopped worker that still answers is not heard', async () => {
  const { engine, workers } = open();
  const control = new AbortController();
  const stopped = engine.diff(nothing, { signal: control.signal });
  control.abort();
  await workers[0].work();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});

it('work that was stopped before it began never reaches a worker', async () => {
  const { engine, workers } = open();
  const asked = engine.diff(nothing, { signal: AbortSignal.abort() });
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers).toHaveLength(0);
});

it('a worker that breaks down fails what it had; the next call gets a new one', async () => {
  const { engine, workers } = open();
  const lost = engine.diff(nothing);
  workers[0].crash();
  await expect(lost).rejects.toThrow('worker');
  const next = engine.diff(nothing);
  await workers[1].work();
  expect((await next).flows).toEqual([]);
});
