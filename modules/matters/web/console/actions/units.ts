import type { Organisation, OrganisationKind } from '../../../../access/contract.ts';

interface Asked {
  readonly grid: string;
  /** What the catalogue proposes. */
  readonly proposed: string | null;
  /** The unit that returned the matter: another one must be chosen. */
  readonly except: string | null;
}

/** A body whose kind handles nothing itself. */
const STEERS_ONLY: readonly OrganisationKind[] = ['party'];

/** Units that may be given the matter: those that serve the grid, the proposed one first, then the closest; the server decides. */
export function unitChoices(organisations: readonly Organisation[], { grid, except, proposed }: Asked): Organisation[] {
  const first = ({ id }: Organisation) => Number(id === proposed);
  return organisations
    .filter(({ id, kind, area }) => !STEERS_ONLY.includes(kind) && grid.startsWith(area) && id !== except)
    .sort((a, b) => first(b) - first(a) || b.area.length - a.area.length);
}
