import type { FeatureCollection } from 'geojson';

/** Lattice units of one square of the drawing: about 1 km. */
export const UNIT = 100_000;
/** South-west corner of the drawing, near Suzhou. */
export const ORIGIN = { x: 1_206_000_000, y: 313_000_000 };

type Rectangle = readonly [west: number, south: number, east: number, north: number];

/** A ring round a rectangle of the drawing, with a vertex at every square's corner, so that neighbours share theirs. */
export function ringOf([west, south, east, north]: Rectangle): Int32Array {
  const points: number[] = [];
  const add = (x: number, y: number) => points.push(ORIGIN.x + x * UNIT, ORIGIN.y + y * UNIT);
  for (let x = west; x < east; x++) add(x, south);
  for (let y = south; y < north; y++) add(east, y);
  for (let x = east; x > west; x--) add(x, north);
  for (let y = north; y > south; y--) add(west, y);
  return Int32Array.from(points);
}

export const DISTRICT = '320508';
export const STREETS = ['320508001', '320508002'] as const;
export const COMMUNITIES = ['320508001001', '320508002001'] as const;

/**
 * A district small enough to be drawn by hand, 4 squares by 2. Street 001 is the western half, 002 the eastern one, each with one
 * community of two grids; in the west they lie side by side, in the east one above the other:
 *
 *     +-----+-----+-----------+
 *     |     |     |    002    |
 *     | 001 | 002 +-----------+
 *     |     |     |    001    |
 *     +-----+-----+-----------+
 */
export const GRIDS: readonly { code: string; name: string; households: number; at: Rectangle }[] = [
  { code: '320508001001001', name: '西社区第一网格', households: 310, at: [0, 0, 1, 2] },
  { code: '320508001001002', name: '西社区第二网格', households: 320, at: [1, 0, 2, 2] },
  { code: '320508002001001', name: '东社区第一网格', households: 330, at: [2, 0, 4, 1] },
  { code: '320508002001002', name: '东社区第二网格', households: 340, at: [2, 1, 4, 2] },
];

const AREAS = [
  { code: DISTRICT, name: '小区划', at: [0, 0, 4, 2] },
  { code: STREETS[0], name: '西街道', at: [0, 0, 2, 2] },
  { code: STREETS[1], name: '东街道', at: [2, 0, 4, 2] },
  { code: COMMUNITIES[0], name: '西社区', at: [0, 0, 2, 2] },
  { code: COMMUNITIES[1], name: '东社区', at: [2, 0, 4, 2] },
] as const;

const LEVELS = { 6: 'district', 9: 'street', 12: 'community' } as const;
const PARENTS = { 6: 0, 9: 6, 12: 9 } as const;

/** What seeds a district, in the shape that the demo district has. */
export function smallDistrict() {
  return {
    areas: AREAS.map(({ code, name, at }) => {
      const length = code.length as keyof typeof LEVELS;
      const parent = code.slice(0, PARENTS[length]) || null;
      const cell = { id: code, polygons: [[ringOf(at)]] };
      return { code, name, official: name, level: LEVELS[length], parent, cell };
    }),
    grids: GRIDS.map(({ at, ...grid }) => ({
      ...grid,
      kind: 'comprehensive' as const,
      community: grid.code.slice(0, 12),
      cell: { id: grid.code, polygons: [[ringOf(at)]] },
    })),
    base: { type: 'FeatureCollection' as const, features: [] },
  };
}

/** A layer as somebody would upload it; `change` may redraw a grid or take it away. */
export function layerOf(
  change: (grid: (typeof GRIDS)[number]) => Rectangle | undefined = ({ at }) => at,
): FeatureCollection {
  const features = GRIDS.flatMap((grid) => {
    const at = change(grid);
    return at ? [featureOf(grid, at)] : [];
  });
  return { type: 'FeatureCollection', features };
}

export function featureOf(
  { code, name, households }: Omit<(typeof GRIDS)[number], 'at'>,
  at: Rectangle,
): FeatureCollection['features'][number] {
  const ring = ringOf(at);
  const positions = Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i] / 1e7, ring[2 * i + 1] / 1e7]);
  return {
    type: 'Feature',
    properties: { code, name, kind: 'comprehensive', households },
    geometry: { type: 'Polygon', coordinates: [[...positions, positions[0]]] },
  };
}

/** A place in the drawing, in degrees. */
export const at = (x: number, y: number) => ({ lon: (ORIGIN.x + x * UNIT) / 1e7, lat: (ORIGIN.y + y * UNIT) / 1e7 });
