import type { Workspace } from './workspace.ts';

/** Names for people instead of codes: of grids as the layers and the working coverage have them, and of areas. */
export function namer(workspace: Pick<Workspace, 'areas' | 'layers' | 'grids' | 'ground'>): (code: string) => string {
  const names = new Map<string, string>();
  const learn = (code: string, name: string): void => {
    if (name !== '' && !names.has(code)) names.set(code, name);
  };
  for (const { code, name } of workspace.grids) learn(code, name);
  for (const { content } of workspace.layers) {
    if (content.kind === 'grids') for (const { code, name } of content.grids) learn(code, name);
  }
  for (const { code, name } of [...workspace.ground, ...workspace.areas]) learn(code, name);
  const community = (code: string): string => names.get(code.slice(0, 12)) ?? '';
  return (code) => names.get(code) ?? (code.length > 12 ? `${community(code)} ${code.slice(12)}` : code);
}

/** Square metres as people read them. */
export function areaText(areaM2: number): string {
  if (areaM2 === 0) return '';
  if (areaM2 >= 1e5) return `${(areaM2 / 1e6).toFixed(2)} km²`;
  if (areaM2 >= 10) return `${Math.round(areaM2).toLocaleString('en')} m²`;
  return areaM2 >= 0.01 ? `${areaM2.toFixed(2)} m²` : '<0.01 m²';
}
