import { type Text, text } from '#packages/kernel';
import { PHOTO_LIMIT } from './draft.ts';

/** Longest side in pixels of what is uploaded: enough to read a sign, small enough for a weak network. */
export const LONGEST = 1600;
export const PREVIEW = 240;
const MEGABYTE = 1 << 20;
export const BYTES = 20 * MEGABYTE;

type Candidate = Pick<File, 'name' | 'type' | 'size'>;

export interface Admitted<F> {
  readonly taken: readonly F[];
  /** One sentence for each that was not taken. */
  readonly refused: readonly Text[];
}

function whyNot({ name, type, size }: Candidate): Text | undefined {
  if (!type.startsWith('image/')) return text(`“${name}”不是图片`, `“${name}” is not a picture`);
  if (size > BYTES) return text(`“${name}”超过 20 MB`, `“${name}” is larger than 20 MB`);
  return undefined;
}

/** Which of the chosen files are taken when `already` photos are there. */
export function admit<F extends Candidate>(files: readonly F[], already: number): Admitted<F> {
  const judged = files.map((file) => ({ file, why: whyNot(file) }));
  const fit = judged.filter(({ why }) => why === undefined).map(({ file }) => file);
  const room = Math.max(PHOTO_LIMIT - already, 0);
  const refused = judged.flatMap(({ why }) => why ?? []);
  const over = fit.length - room;
  return {
    taken: fit.slice(0, room),
    refused:
      over > 0
        ? [
            ...refused,
            text(`最多 ${PHOTO_LIMIT} 张，有 ${over} 张没有加入`, `At most ${PHOTO_LIMIT}: ${over} left out`),
          ]
        : refused,
  };
}

/** The size to which an image is brought: its shape kept, never enlarged. */
export function scaled(width: number, height: number, longest: number): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
