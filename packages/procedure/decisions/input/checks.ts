import { text } from '#packages/kernel';
import type { Reader } from '../reader.ts';

/** Nobody can take part who is not on the roll. */
export function requireWithin(
  reader: Reader,
  at: string,
  part: number | undefined,
  wholeAt: string,
  whole: number | undefined,
): void {
  if (part === undefined || whole === undefined || part <= whole) return;
  reader.fault(
    'is_within_roll',
    at,
    text(
      `${part} 多于 ${wholeAt} 的 ${whole}：请核对名册和签到。`,
      `${part} is more than the ${whole} of ${wholeAt}: check the roll and the attendance.`,
    ),
  );
}

/** Nobody is on a list twice. */
export function requireOnce(reader: Reader, entries: readonly { readonly id: string }[], at: string): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) {
      reader.fault(
        'is_listed_once',
        at,
        text(
          `“${id}”出现两次：一人只能列一次，请合并或改正。`,
          `“${id}” is listed twice: everybody is listed once; merge or correct the entries.`,
        ),
      );
    }
    seen.add(id);
  }
}
