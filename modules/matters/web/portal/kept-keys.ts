/**
 * Reports made or joined on this device. The key of a report proves later, without an account, who made it; it leaves the device
 * only in the header of a request about that very report.
 */
export interface Kept {
  readonly code: string;
  /** Absent for a matter that was joined, not reported. */
  readonly key?: string;
  readonly category: string;
  /** ISO time */
  readonly at: string;
}

const NAME = 'gongzhi.reports';
const MOST = 100;

const isKept = (value: unknown): value is Kept => {
  const { code, category, at } = (value ?? {}) as Partial<Kept>;
  return [code, category, at].every((part) => typeof part === 'string');
};

/** What was kept, newest first; whatever is not readable is left out. */
export function readKept(stored: string | null): Kept[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(list) ? list.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** The list with one more in front; a matter is kept once, and never loses its key. */
export function withKept(list: readonly Kept[], added: Kept): Kept[] {
  const before = list.find(({ code }) => code === added.code);
  const key = added.key ?? before?.key;
  return [{ ...added, ...(key && { key }) }, ...list.filter(({ code }) => code !== added.code)].slice(0, MOST);
}

export const keptReports = (): Kept[] => readKept(localStorage.getItem(NAME));

export const keep = (added: Kept): void => localStorage.setItem(NAME, JSON.stringify(withKept(keptReports(), added)));

export const keyOf = (code: string): string | undefined => keptReports().find((kept) => kept.code === code)?.key;

/** The header that proves who reported; empty for others. */
export function proofOf(code: string): Record<string, string> {
  const key = keyOf(code);
  return key ? { 'x-matter-key': key } : {};
}
