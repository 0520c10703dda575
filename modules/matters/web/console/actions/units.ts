import { type Text, text } from '#packages/kernel';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind } from '../../../../access/contract.ts';
import { getCategory } from '../../../core/categories.ts';

export interface UnitChoice {
  readonly unit: Organisation;
  /** Why it is suggested; absent where it is not. */
  readonly why?: Text;
}

interface Asked {
  readonly category: string;
  readonly grid: string;
  /** The unit that returned the matter: another one must be chosen. */
  readonly except: string | null;
}

/** A body whose kind handles nothing itself. */
const STEERS_ONLY: readonly OrganisationKind[] = ['party'];

/**
 * Units that may be given the matter: those that serve the grid. First the one that the list of duties names for this kind, then the
 * closest; the server decides in the end.
 */
export function unitChoices(organisations: readonly Organisation[], { category, grid, except }: Asked): UnitChoice[] {
  const { name, responsible } = getCategory(category);
  const serving = organisations.filter(
    ({ id, kind, area }) => !STEERS_ONLY.includes(kind) && grid.startsWith(area) && id !== except,
  );
  const suits = (unit: Organisation) => unit.kind === responsible;
  const kind = ORGANISATION_KINDS[responsible as OrganisationKind];
  const why = text(
    `按派单目录，“${name.zh}”由${kind?.zh ?? ''}负责`,
    `By the list of duties, “${name.en}” is for: ${kind?.en ?? ''}`,
  );
  return serving
    .sort((a, b) => Number(suits(b)) - Number(suits(a)) || b.area.length - a.area.length)
    .map((unit) => (suits(unit) ? { unit, why } : { unit }));
}
