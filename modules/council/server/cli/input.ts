import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem, type Reason } from '#packages/kernel';
import { BadInputLines as BadInput, type CliIo, isUsageFault, say } from '#packages/server-kit';

export { BadInput, type CliIo, say };

/** Exit codes: decided, not decided, input that cannot be worked with. */
export const PASSED = 0;
export const NOT_PASSED = 1;
export const BAD_INPUT = 2;

const lineOf = ({ field, text }: Reason): string => `  ${field === undefined ? '' : `${field}: `}${say(text)}`;

/** Runs a command; bad input goes to the error output, with the exit code for it. `json`: the reasons are printed as data too. */
export async function guarded(io: CliIo, usage: string, json: boolean, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'invalid') {
      io.err(say(error.title));
      for (const reason of error.reasons) io.err(lineOf(reason));
      if (json) io.out(JSON.stringify({ reasons: error.reasons }));
    } else if (error instanceof BadInput) error.lines.forEach(io.err);
    else if (isUsageFault(error)) {
      io.err(error.message);
      io.err(usage);
    } else throw error;
    return BAD_INPUT;
  }
}

const MOST_BYTES = 256 * 2 ** 20;

/** Throws BadInput for a file that cannot be opened, is too large, or is no JSON. */
export async function readJson(path: string): Promise<unknown> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size <= MOST_BYTES) return JSON.parse(stripMark(await readFile(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : (error as NodeJS.ErrnoException).code;
    throw new BadInput([`${name}: 不能读作 JSON Cannot be read as JSON (${reason})`]);
  }
  throw new BadInput([
    `${name}: 文件超过 ${MOST_BYTES / 2 ** 20} MB The file is larger than ${MOST_BYTES / 2 ** 20} MB`,
  ]);
}

/** Editors on Windows begin a file with a byte order mark. */
const stripMark = (content: string): string => content.replace(/^\uFEFF/, '');
