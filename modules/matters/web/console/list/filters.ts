import { STAGES, type Stage } from '../../../core/lifecycle.ts';

/** What a list of matters is narrowed to; the address holds it, so that a list can be kept and passed on. */
export interface Filters {
  readonly q?: string;
  readonly stage: readonly Stage[];
  readonly category?: string;
  readonly area?: string;
  readonly overdue: boolean;
}

const isStage = (value: string): value is Stage => value in STAGES;
const matching = (value: string | null, pattern: RegExp) => (value && pattern.test(value) ? value : undefined);

/** Filters of an address; what is not understood is left out. */
export function readFilters(search: URLSearchParams): Filters {
  return {
    q: search.get('q')?.trim().slice(0, 100) || undefined,
    stage: search.getAll('stage').filter(isStage),
    category: matching(search.get('category'), /^(\d{2}|\d{4})$/),
    area: matching(search.get('area'), /^\d{6,15}$/),
    overdue: search.get('overdue') === 'true',
  };
}

/** The address of filters, in a fixed order; nothing for what is not narrowed. */
export function writeFilters({ q, stage, category, area, overdue }: Filters): URLSearchParams {
  const search = new URLSearchParams();
  if (q) search.set('q', q);
  for (const one of stage) search.append('stage', one);
  if (category) search.set('category', category);
  if (area) search.set('area', area);
  if (overdue) search.set('overdue', 'true');
  return search;
}

export const isNarrowed = ({ q, stage, category, area, overdue }: Filters): boolean =>
  Boolean(q || stage.length > 0 || category || area || overdue);

/** What is asked of the server. */
export const queryOf = ({ q, stage, category, area, overdue }: Filters) => ({
  ...(q && { q }),
  ...(stage.length > 0 && { stage: [...stage] }),
  ...(category && { category }),
  ...(area && { area }),
  ...(overdue && { overdue }),
});
