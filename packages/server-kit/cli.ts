import type { Text } from '#packages/kernel';

/** Where a command writes: each call is a line. */
export interface CliIo {
  out(line: string): void;
  err(line: string): void;
}

/** Input that a command cannot work with; each line says what, and where. */
export class BadInputLines extends Error {
  override readonly name = 'BadInput';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Both languages on one line: a terminal does not say which one it wants. */
export const say = ({ zh, en }: Text): string => `${zh} ${en}`;

/** Whether `parseArgs` of Node refused what was typed. */
export const isUsageFault = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
