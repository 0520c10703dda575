import type { Geometry } from 'geojson';
import type { Bounds } from '#packages/web-kit/map';
import { boxOf } from '../shape.ts';

/** About 20 metres, in degrees. */
const ROOM = 0.0002;

/** A window around a place, with room to see what lies beside it. */
export function roomAround(where: Geometry): Bounds {
  const { west, south, east, north } = boxOf(where) ?? { west: 0, south: 0, east: 0, north: 0 };
  const room = Math.max(ROOM, (east - west) / 4, (north - south) / 4);
  return [west - room, south - room, east + room, north + room];
}
