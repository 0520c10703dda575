import type { FeatureCollection, Position } from 'geojson';
import { type Polygon, toE7 } from '#packages/coverage';
import type { Barrier, BarrierKind } from '#packages/coverage/divide';
import { type Text, text } from '#packages/kernel';

export const BARRIER_KINDS: Readonly<Record<BarrierKind, Text>> = {
  river: text('河流', 'rivers'),
  main: text('主干路', 'main roads'),
  road: text('道路', 'roads'),
  compound: text('小区', 'compounds'),
};

const isLineKind = (kind: unknown): kind is Exclude<BarrierKind, 'compound'> =>
  kind === 'river' || kind === 'main' || kind === 'road';

/** Rivers and roads of the district's base map. */
export function baseBarriers(base: FeatureCollection): Barrier[] {
  return base.features.flatMap(({ geometry, properties }, i): Barrier[] => {
    const kind: unknown = properties?.kind;
    if (!isLineKind(kind)) return [];
    const lines =
      geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'MultiLineString'
          ? geometry.coordinates
          : [];
    return lines.map(lineOf).flatMap((line, k) => (line.length >= 4 ? [{ id: `${kind}-${i}-${k}`, kind, line }] : []));
  });
}

/** On the lattice; points that rounding has made equal to their predecessor are one point. */
function lineOf(positions: readonly Position[]): Int32Array {
  const line: number[] = [];
  for (const [lon, lat] of positions) {
    const [x, y] = [toE7(lon), toE7(lat)];
    if (x !== line[line.length - 2] || y !== line[line.length - 1]) line.push(x, y);
  }
  return Int32Array.from(line);
}

/** The barriers whose window meets that of a shape: the others cannot matter to its division. */
export function barriersNear(barriers: readonly Barrier[], polygons: readonly Polygon[]): Barrier[] {
  const own = boxOf(polygons.map(([outer]) => outer));
  return barriers.filter(({ line }) => {
    const box = boxOf([line]);
    return box[0] <= own[2] && box[2] >= own[0] && box[1] <= own[3] && box[3] >= own[1];
  });
}

function boxOf(lines: readonly Int32Array[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]);
      box[1] = Math.min(box[1], line[i + 1]);
      box[2] = Math.max(box[2], line[i]);
      box[3] = Math.max(box[3], line[i + 1]);
    }
  }
  return box;
}
