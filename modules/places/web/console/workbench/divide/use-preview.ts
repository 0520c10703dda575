import { useEffect, useMemo, useRef } from 'react';
import { polygonsToGeoJson } from '#packages/coverage';
import type { Range } from '#packages/coverage/divide';
import { boundsOfAny } from '#packages/web-kit/map';
import type { PanelProps } from '../panel.ts';
import { type PreviewView, previewShapes } from './preview.ts';
import type { Division } from './result.ts';

/** The divisions beside the grids of today on the map, which goes to the communities when others are chosen. */
export function usePreview(
  { workspace: { areas }, map: { show, fit: fitTo } }: Pick<PanelProps, 'workspace' | 'map'>,
  chosen: readonly string[],
  divisions: readonly Division[],
  range: Range,
  view: PreviewView,
): void {
  const communities = useMemo(() => areas.filter(({ code }) => chosen.includes(code)), [areas, chosen]);
  useEffect(() => {
    show(previewShapes(communities, divisions, range, view));
  }, [show, communities, divisions, range, view]);
  const fitted = useRef('');
  useEffect(() => {
    const key = chosen.join();
    if (key === fitted.current) return;
    fitted.current = key;
    const bounds = boundsOfAny(communities.map(({ polygons }) => polygonsToGeoJson(polygons)));
    if (bounds) fitTo(bounds);
  }, [communities, chosen, fitTo]);
}
