import type { Feature } from 'geojson';

export type BaseKind = 'river' | 'main' | 'road' | 'park';

/** A line or an outline of the base map. */
export interface BaseLine {
  readonly kind: BaseKind;
  readonly name: string | null;
  readonly closed: boolean;
  /** E7: x0, y0, x1, y1, … */
  readonly points: Float64Array;
  /** west, south, east, north in E7 */
  readonly bounds: readonly [number, number, number, number];
}

const KINDS: readonly string[] = ['river', 'main', 'road', 'park'] satisfies BaseKind[];

type Chain = readonly (readonly number[])[];

function chainsOf({ geometry }: Feature): { chains: readonly Chain[]; closed: boolean } {
  switch (geometry?.type) {
    case 'LineString':
      return { chains: [geometry.coordinates], closed: false };
    case 'MultiLineString':
      return { chains: geometry.coordinates, closed: false };
    case 'Polygon':
      return { chains: geometry.coordinates.slice(0, 1), closed: true };
    case 'MultiPolygon':
      return { chains: geometry.coordinates.map(([outer]) => outer), closed: true };
    default:
      return { chains: [], closed: false };
  }
}

function lineOf(chain: Chain, kind: BaseKind, name: string | null, closed: boolean): BaseLine {
  const points = Float64Array.from(chain.flatMap(([lon, lat]) => [lon * 1e7, lat * 1e7]));
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    west = Math.min(west, points[at]);
    east = Math.max(east, points[at]);
    south = Math.min(south, points[at + 1]);
    north = Math.max(north, points[at + 1]);
  }
  return { kind, name, closed, points, bounds: [west, south, east, north] };
}

/** Waters, roads and parks of the base map (GeoJSON features with `kind`, and `name` where they have one); others are left out. */
export function baseLinesOf(features: readonly unknown[]): BaseLine[] {
  return (features as readonly Feature[]).flatMap((feature) => {
    const { kind, name } = feature.properties ?? {};
    if (!KINDS.includes(kind)) return [];
    const { chains, closed } = chainsOf(feature);
    const called = typeof name === 'string' && name.trim() !== '' ? name.trim() : null;
    return chains.map((chain) => lineOf(chain, kind as BaseKind, called, closed));
  });
}
