import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { GridKind } from '../../contract.ts';

/** What `GET /api/grid-plans/:id/layer` says of each grid. */
export interface LayerGrid {
  readonly code: string;
  readonly name: string;
  readonly kind: GridKind;
  readonly households: number;
}

export type PlanLayer = FeatureCollection<Polygon | MultiPolygon, LayerGrid>;
export type PlanFeature = Feature<Polygon | MultiPolygon, LayerGrid>;

const ringsOf = ({ geometry }: PlanFeature): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Whether a place lies in the rings by the even-odd rule; on an edge it lies on one side or the other. */
function holds(rings: readonly Position[][], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

/** The grid of a plan in which a place lies; undefined outside of all. */
export const gridAt = (layer: PlanLayer, lon: number, lat: number): LayerGrid | undefined =>
  layer.features.find((feature) => holds(ringsOf(feature), lon, lat))?.properties;

/** Names of grids by code, of several layers; the later ones win. */
export const namesOf = (layers: readonly (PlanLayer | undefined)[]): ReadonlyMap<string, string> =>
  new Map(
    layers.flatMap(
      (layer) => layer?.features.map(({ properties }): [string, string] => [properties.code, properties.name]) ?? [],
    ),
  );
