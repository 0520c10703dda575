import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { Drawing, DrawingEvents } from './drawing.ts';

/** The drawing tools on the map of the workbench: loaded with the panel that needs them, and gone with it. */
export function useDrawing(map: MapLibre | null, events: DrawingEvents): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const latest = useRef(events);
  latest.current = events;
  useEffect(() => {
    if (map === null) return;
    let started: Drawing | undefined;
    let isGone = false;
    void import('./drawing.ts').then(({ startDrawing }) => {
      if (isGone) return;
      started = startDrawing(map, () => latest.current);
      setDrawing(started);
    });
    return () => {
      isGone = true;
      started?.stop();
      setDrawing(null);
    };
  }, [map]);
  return drawing;
}
