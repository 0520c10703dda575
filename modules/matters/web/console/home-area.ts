import { ancestor, isAreaCode } from '#packages/kernel';

const LEVELS = ['grid', 'community', 'street'] as const;

/** The smallest area that holds all of somebody's: where their map begins; empty for the whole district. */
export function homeArea(areas: readonly string[]): string {
  const [first = ''] = [...areas].sort((a, b) => a.length - b.length);
  if (!isAreaCode(first)) return '';
  const shared = LEVELS.filter((level) => first.length >= { grid: 15, community: 12, street: 9 }[level])
    .map((level) => ancestor(first, level))
    .find((code) => areas.every((area) => area.startsWith(code)));
  return shared ?? '';
}
