import type { Env } from '#packages/server-kit';

/** Exit codes: 0 good, 1 the thing that was checked is bad, 2 bad input. */
export type ExitCode = 0 | 1 | 2;

/** One command of `npx gongzhi`. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], env: Env) => Promise<ExitCode>;
}

/** What the person typed is wrong: told in one line, exit code 2. */
export class BadInput extends Error {}

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** A progress line that overwrites itself on a terminal; in a log, one line for each tenth. */
export function progressBar(label: string): (share: number) => void {
  let shown = -1;
  return (share) => {
    const percent = Math.floor(Math.min(1, share) * 100);
    if (process.stderr.isTTY) {
      const filled = Math.floor(percent / 4);
      process.stderr.write(
        `\r${label} [${'='.repeat(filled)}${' '.repeat(25 - filled)}] ${percent}%${percent === 100 ? '\n' : ''}`,
      );
    } else if (Math.floor(percent / 10) > shown) {
      shown = Math.floor(percent / 10);
      process.stderr.write(`${label} ${percent}%\n`);
    }
  };
}
