/** Parts of bench/coverage.ts and bench/curves.ts: how runs are timed. */

/** With --cpu the process's own time is counted, for machines that others use at the same time. */
const isCpuTime = process.argv.includes('--cpu');

/** Milliseconds from some start. */
export function now(): number {
  if (!isCpuTime) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export type Work = () => unknown;

/** The best of some runs of each, turn by turn, in milliseconds: what the machine does when it is left alone. */
export async function bestOfEach(rounds: number, ...works: readonly Work[]): Promise<number[]> {
  const least = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [i, work] of works.entries()) {
      const start = now();
      await work();
      least[i] = Math.min(least[i], now() - start);
    }
  }
  return least;
}

/** The best of some runs in milliseconds. */
export const best = async (rounds: number, work: Work): Promise<number> => (await bestOfEach(rounds, work))[0];

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const millions = (points: number, ms: number): string => `${(points / ms / 1000).toFixed(2)} M/s`;
export const times = (value: number): string => `${value.toFixed(1)}x`;
