import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { BadInput } from './input.ts';

/** Throws BadInput for a file that cannot be opened or is no JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : (error as NodeJS.ErrnoException).code;
    throw new BadInput([`${basename(path)}: 不能读作 JSON Cannot be read as JSON (${reason})`]);
  }
}
