import type { Text } from '#packages/kernel';
import { text } from '#packages/kernel';
import { CATEGORIES, CATEGORY_GROUPS, findCategory } from '../../core/categories.ts';

const UNKNOWN = text('未知类别', 'Unknown kind');

/** Name of a kind or of a group of kinds. */
export function nameOfCategory(code: string): Text {
  const found = code.length === 2 ? CATEGORY_GROUPS.find((group) => group.code === code) : findCategory(code);
  return found?.name ?? UNKNOWN;
}

export const groupOfCategory = (code: string): Text => nameOfCategory(code.slice(0, 2));

export interface CategoryOption {
  readonly value: string;
  readonly label: string;
  readonly children?: CategoryOption[];
}

/** Two levels of kinds for a picker. */
export const categoryOptions = (say: (text: Text) => string): CategoryOption[] =>
  CATEGORY_GROUPS.map(({ code, name }) => ({
    value: code,
    label: say(name),
    children: CATEGORIES.filter(({ parent }) => parent === code).map((kind) => ({
      value: kind.code,
      label: say(kind.name),
    })),
  }));
