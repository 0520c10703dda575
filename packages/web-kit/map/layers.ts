import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { labelPoint } from './geometry.ts';

export type LayerName = 'district' | 'street' | 'community' | 'grid' | 'base';

export interface AreaProperties {
  readonly code: string;
  readonly name: string;
  readonly households?: number;
}
export type AreaLayer = FeatureCollection<Geometry, AreaProperties>;

const loaded = new Map<LayerName, Promise<AreaLayer>>();

async function fetchLayer(name: LayerName): Promise<AreaLayer> {
  const response = await fetch(`/api/map/${name}`);
  if (!response.ok) throw new Error(`GET /api/map/${name}: ${response.status}`);
  return response.json();
}

/** A layer of the district's map, asked once a page; asked again after a failure. */
export function loadLayer(name: LayerName): Promise<AreaLayer> {
  let layer = loaded.get(name);
  if (layer === undefined) {
    layer = fetchLayer(name).catch((error: unknown) => {
      loaded.delete(name);
      throw error;
    });
    loaded.set(name, layer);
  }
  return layer;
}

export interface GridCount {
  readonly grid: string;
  readonly count: number;
}

/** Counts of grids added up by the first `digits` of their codes: of a street (9), a community (12), a grid (15). */
export function sumByCode(counts: readonly GridCount[], digits: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { grid, count } of counts) {
    const code = grid.slice(0, digits);
    sums.set(code, (sums.get(code) ?? 0) + count);
  }
  return sums;
}

/** A point in each area, carrying its name and what is counted there: for labels and bubbles. */
export function labelsOf(layer: AreaLayer, counts?: ReadonlyMap<string, number>): FeatureCollection {
  const features = layer.features.flatMap(({ geometry, properties }): Feature[] => {
    const coordinates = labelPoint(geometry);
    if (coordinates === null) return [];
    const count = counts?.get(properties.code) ?? 0;
    const { code, name } = properties;
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { code, name, count } }];
  });
  return { type: 'FeatureCollection', features };
}
