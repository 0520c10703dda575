import { useQuery } from '@tanstack/react-query';

/** An area above the grids, as GET /api/areas answers. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly level: 'district' | 'street' | 'community' | 'grid';
  readonly parent: string | null;
  readonly grids: number;
  readonly households: number;
}

async function load(): Promise<readonly AreaRow[]> {
  const response = await fetch('/api/areas');
  if (!response.ok) throw new Error(`GET /api/areas: ${response.status}`);
  return response.json();
}

/** District, streets and communities: asked once a visit, for names are read instead of codes. */
export const useAreas = () => useQuery({ queryKey: ['areas'], queryFn: load, staleTime: Number.POSITIVE_INFINITY });

export interface AreaNode {
  readonly value: string;
  readonly label: string;
  readonly children?: AreaNode[];
}

/** The areas as a tree for a picker: those that lie in one of the scopes, and those above them to find the way. */
export function treeOf(areas: readonly AreaRow[], scopes: readonly string[]): AreaNode[] {
  const isOnTheWay = ({ code }: AreaRow) => scopes.some((scope) => code.startsWith(scope) || scope.startsWith(code));
  const shown = areas.filter(isOnTheWay);
  const below = (parent: string | null): AreaNode[] =>
    shown
      .filter((area) => area.parent === parent)
      .map(({ code, name }) => {
        const children = below(code);
        return { value: code, label: name, ...(children.length > 0 && { children }) };
      });
  return below(null);
}

/** Name of an area with the street in front of a community's; empty while unknown. */
export function nameOfArea(areas: readonly AreaRow[], code: string): string {
  const name = (at: string) => areas.find((area) => area.code === at)?.name ?? '';
  return code.length >= 12 ? `${name(code.slice(0, 9))} ${name(code.slice(0, 12))}` : name(code);
}
