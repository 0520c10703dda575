import { type Point, polygonsToGeoJson, toDegrees } from '#packages/coverage';
import type { MapShape, ShapeStyle } from '#packages/web-kit/map';
import type { Draft } from './use-proposals.ts';

const MOVED: ShapeStyle = { fill: '#c2570c', opacity: 0.3, pattern: 'hatch', line: '#a8460a', width: 1.5 };
const AFTER: ShapeStyle = { line: '#17313a', width: 3 };

/** A draft on the map: the places that change hands, with their households, and the grids of which they are as they will be. */
export function draftShapes({ put, moves }: Draft): MapShape[] {
  const parties = new Set(moves.flatMap(({ from, to }) => [from, to]));
  const drawn = put.filter(({ code }) => parties.size === 0 || parties.has(code));
  return [
    ...moves.map(({ from, to, where, households }, i): MapShape => {
      return { id: `move ${i} ${from} ${to}`, geometry: where, style: MOVED, label: String(households) };
    }),
    ...drawn.map(({ code, polygons }): MapShape => {
      return { id: `after ${code}`, geometry: polygonsToGeoJson(polygons), style: AFTER };
    }),
  ];
}

/** The vertex that is marked. */
export function vertexShapes(at: Point | null): MapShape[] {
  if (at === null) return [];
  const coordinates = [toDegrees(at[0]), toDegrees(at[1])];
  return [
    { id: 'vertex', geometry: { type: 'Point', coordinates }, style: { fill: '#ffd54a', line: '#17313a', radius: 11 } },
  ];
}
