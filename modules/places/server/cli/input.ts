import { CoverageError } from '#packages/coverage';
import { CRS_CHOICES, type CrsId, FormatError, findCrs } from '#packages/geo-formats';
import { BadInputLines as BadInput, type CliIo, isUsageFault, say } from '#packages/server-kit';

export { BadInput, type CliIo, say };

export const GOOD = 0;
export const BAD = 1;
export const BAD_INPUT = 2;

/** Runs a command; bad input goes to the error output, with the exit code for it. */
export async function guarded(io: CliIo, usage: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInput) error.lines.forEach(io.err);
    else if (error instanceof FormatError) for (const { file, text } of error.faults) io.err(`${file}: ${say(text)}`);
    else if (error instanceof CoverageError) io.err(say(error.text));
    else if (isUsageFault(error)) {
      io.err(error.message);
      io.err(usage);
    } else throw error;
    return BAD_INPUT;
  }
}

/** The coordinate system that an option names. Throws BadInput for one that is unknown. */
export function crsOf(name: string): CrsId {
  const found = findCrs(name);
  if (found !== undefined) return found;
  throw new BadInput([`坐标系未知 Unknown coordinate system "${name}": ${CRS_CHOICES}`]);
}

/** A number that an option gives. Throws BadInput outside its range. */
export function numberOf(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= least && number <= most) return number;
  throw new BadInput([
    `--${option}: 应为 ${least} 到 ${most} 的数 It must be a number from ${least} to ${most} ("${value}")`,
  ]);
}

/** An option that must be there. Throws BadInput with the usage. */
export function required(value: string | undefined, usage: string): string {
  if (value) return value;
  throw new BadInput([usage]);
}
