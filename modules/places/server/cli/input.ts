import { CoverageError } from '#packages/coverage';
import { CRS_CHOICES, type CrsId, FormatError, findCrs } from '#packages/geo-formats';
import type { Text } from '#packages/kernel';

/** Where a command writes: each call is a line. */
export interface CliIo {
  out(line: string): void;
  err(line: string): void;
}

export const GOOD = 0;
export const BAD = 1;
export const BAD_INPUT = 2;

/** Input that cannot be worked with; each line says what, and where. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Both languages on one line: a terminal does not say which one it wants. */
export const say = ({ zh, en }: Text): string => `${zh} ${en}`;

/** Runs a command; bad input goes to the error output, with the exit code for it. */
export async function guarded(io: CliIo, usage: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInput) error.lines.forEach(io.err);
    else if (error instanceof FormatError) for (const { file, text } of error.faults) io.err(`${file}: ${say(text)}`);
    else if (error instanceof CoverageError) io.err(say(error.text));
    else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
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
