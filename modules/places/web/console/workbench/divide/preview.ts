import { polygonsToGeoJson } from '#packages/coverage';
import type { Range } from '#packages/coverage/divide';
import type { MapShape, ShapeStyle } from '#packages/web-kit/map';
import type { AreaShape } from '../../../../core/published.ts';
import { sideOf } from './histogram.ts';
import type { Division } from './result.ts';

/** What of a division the map shows: the new grids, the old ones over them, or the old ones alone. */
export type PreviewView = 'new' | 'both' | 'old';

/** The same colours as the bars: within the range, too few, too many. */
export const SIDE_COLOURS = { within: '#0f5561', below: '#b07908', above: '#b5432a' } as const;

const OUTLINE: ShapeStyle = { line: '#17313a', width: 3.2 };
const FORMER: ShapeStyle = { line: '#b5432a', width: 2, dashed: true };

/** Fills of neighbours differ a little, so that grids are told apart without reading their borders. */
const SHADES = [0.42, 0.3, 0.5, 0.36] as const;

export function previewShapes(
  communities: readonly AreaShape[],
  divisions: readonly Division[],
  range: Range,
  view: PreviewView,
): MapShape[] {
  const made = divisions.flatMap(({ grids }) => grids);
  const former = divisions.flatMap(({ before }) => before);
  return [
    ...(view === 'old'
      ? []
      : made.map(({ code, polygons, households }, i): MapShape => {
          const colour = SIDE_COLOURS[sideOf(households, range)];
          const opacity = view === 'new' ? SHADES[i % SHADES.length] + 0.18 : SHADES[i % SHADES.length];
          const style = { fill: colour, opacity, line: '#ffffff', width: 2.6 };
          return { id: `new ${code}`, geometry: polygonsToGeoJson(polygons), style, label: String(households) };
        })),
    ...(view === 'new'
      ? []
      : former.map(({ code, polygons }): MapShape => {
          return { id: `old ${code}`, geometry: polygonsToGeoJson(polygons), style: FORMER };
        })),
    ...communities.map(({ code, polygons }): MapShape => {
      return { id: `community ${code}`, geometry: polygonsToGeoJson(polygons), style: OUTLINE };
    }),
  ];
}
