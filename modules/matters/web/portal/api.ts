import { useQuery } from '@tanstack/react-query';
import type { Locale } from '#packages/kernel';
import { createClient, currentLocale, useLocale } from '#packages/web-kit';
import type { PlacesApi } from '../../../places/contract.ts';
import type { MattersApi } from '../../contract.ts';

export const matters = createClient<MattersApi>(currentLocale);
export const places = createClient<PlacesApi>(currentLocale);

const HOUR = 3_600_000;

/** All kinds of matters, two levels. */
export const useCategories = () =>
  useQuery({ queryKey: ['categories'], queryFn: () => matters('GET /api/categories'), staleTime: HOUR });

type Tree = NonNullable<ReturnType<typeof useCategories>['data']>;

/** Name of a kind in words; empty until the kinds are known. */
export function nameOfCategory(tree: Tree | undefined, code: string, locale: Locale): string {
  const kinds = tree?.flatMap((group) => group.kinds) ?? [];
  return kinds.find((kind) => kind.code === code)?.name[locale] ?? '';
}

export function useCategoryName(): (code: string) => string {
  const { data } = useCategories();
  const locale = useLocale();
  return (code) => nameOfCategory(data, code, locale);
}

/** Streets and communities by name. */
export const useAreas = () =>
  useQuery({ queryKey: ['areas'], queryFn: () => places('GET /api/areas'), staleTime: HOUR });
