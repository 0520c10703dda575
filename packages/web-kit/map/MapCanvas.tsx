import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import type { Platform } from '../platform.ts';
import { createMap, loadLayers, type MapController, type MapWords } from './controller.ts';
import type { MapViewProps } from './MapView.tsx';
import styles from './map.module.css';
import type { ShapeSet } from './shapes.ts';

export interface MapCanvasProps extends MapViewProps {
  readonly platform: Platform;
  readonly words: MapWords;
  /** Id of the sentence that tells the keys. */
  readonly keys: string;
  readonly onFail: () => void;
}

const NO_SHAPES: readonly ShapeSet[] = [];

/** The map itself: its own chunk, loaded when a map is first shown. */
export default function MapCanvas(props: MapCanvasProps) {
  const { platform, words, keys, onFail, bounds, pin, counts, highlighted, points, shapes, grids } = props;
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [map, setMap] = useState<MapController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once a container; what changes later has its own effect
  useEffect(() => {
    let made: MapController | undefined;
    let gone = false;
    const make = async () => {
      const layers = await loadLayers();
      if (gone || container.current === null) return;
      const start = latest.current.bounds ?? null;
      const { tiles } = platform;
      made = createMap({
        container: container.current,
        layers,
        tiles,
        words,
        bounds: start,
        keys,
        closeUp: latest.current.shapes !== undefined,
        events: () => latest.current,
      });
      setMap(made);
      made.whenDrawn((drawn) => gone || latest.current.onMap?.(drawn));
    };
    make().catch(onFail);
    return () => {
      gone = true;
      latest.current.onMap?.(null);
      made?.destroy();
    };
  }, []);

  useEffect(() => map?.setPin(pin ?? null), [map, pin]);
  useEffect(() => map?.setCounts(counts ?? []), [map, counts]);
  useEffect(() => map?.setHighlighted(highlighted ?? null), [map, highlighted]);
  useEffect(() => map?.setPoints(points ?? []), [map, points]);
  useEffect(() => map?.setShapes(shapes ?? NO_SHAPES), [map, shapes]);
  useEffect(() => map?.setGrids(grids !== 'hidden'), [map, grids]);
  const window = bounds?.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: bounds are compared by value
  useEffect(() => {
    if (bounds) map?.fit(bounds);
  }, [map, window]);

  return <div ref={container} className={styles.canvas} data-ready={map !== null} />;
}
