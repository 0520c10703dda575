import { cellsFromGeoJson } from '#packages/coverage';
import { type AreaLayer, loadLayer } from '#packages/web-kit/map';
import type { AreaShape } from '../../../core/published.ts';

const PARENT_DIGITS = { district: 0, street: 6, community: 9 } as const;

function shapesOf(layer: AreaLayer, level: AreaShape['level']): AreaShape[] {
  const names = new Map(layer.features.map(({ properties }) => [properties.code, properties.name]));
  return cellsFromGeoJson(layer).map(({ id, polygons }) => ({
    code: id,
    name: names.get(id) ?? id,
    level,
    parent: id.slice(0, PARENT_DIGITS[level]) || null,
    polygons,
  }));
}

/** District, streets and communities as the map has them: exact to the lattice. */
export async function loadAreas(): Promise<AreaShape[]> {
  const levels = ['district', 'street', 'community'] as const;
  const layers = await Promise.all(levels.map((level) => loadLayer(level)));
  return layers.flatMap((layer, i) => shapesOf(layer, levels[i]));
}
