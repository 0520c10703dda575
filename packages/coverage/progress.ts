import { CoverageError } from './error.ts';

/** How long work can be followed and stopped by whoever started it. */
export interface Following {
  /**
   * Told how far the work is: from 0 to 1, never less than before, 1 exactly once at the end. Called some ten to a few
   * hundred times, from within the work, so it should be quick.
   */
  onProgress?(fraction: number): void;
  /**
   * Asked as often as progress is told; once it answers true, the work ends with CoverageError `cancelled`. In a worker it
   * may read a shared array, as no message arrives while the work goes on.
   */
  cancelled?(): boolean;
}

/** Tells how far a piece of work is, from 0 to 1. @throws CoverageError `cancelled` when it is to stop. */
export type Progress = (fraction: number) => void;

/** Follows work for those who want to know; steps of less than half a per cent are not told. */
export function followed({ onProgress, cancelled }: Following): Progress {
  let told = -1;
  return (fraction) => {
    if (cancelled?.() === true) throw isCancelled();
    const now = Math.min(1, fraction);
    if (now < told + SMALLEST_STEP && !(now === 1 && told < 1)) return;
    told = now;
    onProgress?.(now);
  };
}

const SMALLEST_STEP = 0.005;

/** The progress of one part of a piece of work, which runs from one fraction of it to another. */
export const partOf =
  (whole: Progress, from: number, to: number): Progress =>
  (fraction) =>
    whole(from + fraction * (to - from));

/** For work that nobody follows. */
export const unfollowed: Progress = () => {};

const isCancelled = (): CoverageError => new CoverageError('cancelled', { zh: '已取消。', en: 'This was cancelled.' });
