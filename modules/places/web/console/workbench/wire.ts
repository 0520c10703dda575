import { CoverageError, type CoverageErrorCode, type LonLat } from '#packages/coverage';
import { FormatError, type FormatFault } from '#packages/geo-formats';
import type { Text } from '#packages/kernel';
import type { Tasks } from './engine.ts';

/** What goes to the worker. */
export interface Call<T extends keyof Tasks = keyof Tasks> {
  readonly id: number;
  readonly task: T;
  readonly request: Tasks[T]['request'];
}

/** What comes from it: any number of fractions, then one answer or refusal. */
export type Reply =
  | { readonly id: number; readonly fraction: number }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly refusal: Refusal };

/** An error as data: classes do not travel between threads. */
export type Refusal =
  | { readonly kind: 'format'; readonly faults: readonly FormatFault[] }
  | {
      readonly kind: 'coverage';
      readonly code: CoverageErrorCode;
      readonly text: Text;
      readonly feature?: string;
      readonly place?: LonLat;
    }
  | { readonly kind: 'fault'; readonly message: string };

export function refusalOf(error: unknown): Refusal {
  if (error instanceof FormatError) return { kind: 'format', faults: error.faults };
  if (error instanceof CoverageError) {
    const { code, text, feature, place } = error;
    return { kind: 'coverage', code, text, ...(feature && { feature }), ...(place && { place }) };
  }
  return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
}

export function errorOf(refusal: Refusal): Error {
  if (refusal.kind === 'format') return new FormatError(refusal.faults);
  if (refusal.kind === 'fault') return new Error(refusal.message);
  const { code, text, feature, place } = refusal;
  return new CoverageError(code, text, { ...(feature && { feature }), ...(place && { place }) });
}

/** Answers one call, in whatever thread. */
export async function answerCall(
  table: { readonly [T in keyof Tasks]: (request: never, onProgress: (fraction: number) => void) => unknown },
  { id, task, request }: Call,
  send: (reply: Reply) => void,
): Promise<void> {
  try {
    const answer = await table[task](request as never, (fraction) => send({ id, fraction }));
    send({ id, answer });
  } catch (error) {
    send({ id, refusal: refusalOf(error) });
  }
}
