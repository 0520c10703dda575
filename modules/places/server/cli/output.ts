import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type CrsId, OUTPUT_FORMATS, type OutputFeature, type OutputFormat, writeLayer } from '#packages/geo-formats';
import { BadInput, type CliIo, say } from './input.ts';

const BY_ENDING: ReadonlyMap<string, OutputFormat> = new Map([
  ['.json', 'geojson'],
  ...Object.entries(OUTPUT_FORMATS).map(([format, { ending }]) => [`.${ending}`, format as OutputFormat] as const),
]);

/** The format that the ending of a file's name means. Throws BadInput for one that is not written. */
export function formatOf(path: string): OutputFormat {
  const format = BY_ENDING.get(extname(path).toLowerCase());
  if (format !== undefined) return format;
  throw new BadInput([`${path}: 不能识别的扩展名 Unknown ending: ${[...BY_ENDING.keys()].join(' ')}`]);
}

/** Writes a layer in the format of its name; notes go to the error output. */
export async function writeLayerFile(
  io: CliIo,
  path: string,
  features: readonly OutputFeature[],
  crs: CrsId | undefined,
): Promise<void> {
  const name = basename(path, extname(path));
  const { bytes, notes } = await writeLayer(features, formatOf(path), { name, ...(crs && { crs }) });
  await writeWhole(path, bytes);
  for (const note of notes) io.err(`${basename(path)}: ${say(note)}`);
}

export const writeJsonFile = (path: string, value: unknown): Promise<void> =>
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);

/** A file appears under its name only when it is whole. Throws BadInput when it cannot be written. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new BadInput([`${path}: 不能写入 Cannot be written (${(error as NodeJS.ErrnoException).code})`]);
  }
}
