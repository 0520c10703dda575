import { useEffect, useState } from 'react';
import { type Bounds, boundsOf } from './geometry.ts';
import { type LayerName, loadLayer } from './layers.ts';

const LAYERS: Record<number, LayerName> = { 9: 'street', 12: 'community', 15: 'grid' };

/** Window of an area by its code; of the district for an empty one; null until it is known, and where it cannot be known. */
export function useAreaBounds(area: string): Bounds | null {
  const [bounds, setBounds] = useState<Bounds | null>(null);
  useEffect(() => {
    let gone = false;
    loadLayer(LAYERS[area.length] ?? 'district')
      .then(({ features }) => features.filter(({ properties }) => properties.code.startsWith(area)))
      .then((found) => gone || setBounds(boundsOf(found.map(({ geometry }) => geometry))))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [area]);
  return bounds;
}
