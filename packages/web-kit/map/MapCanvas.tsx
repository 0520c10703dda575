import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import type { Platform } from '../platform.ts';
import { createMap, loadLayers, type MapController, type MapWords } from './controller.ts';
import type { MapViewProps } from './MapView.tsx';
import styles from './map.module.css';

export interface MapCanvasProps extends MapViewProps {
  readonly platform: Platform;
  readonly words: MapWords;
  /** Id of the sentence that tells the keys. */
  readonly keys: string;
  readonly onFail: () => void;
}

/** The map itself: its own chunk, loaded when a map is first shown. */
export default function MapCanvas(props: MapCanvasProps) {
  const { platform, words, keys, onFail, bounds, pin, counts, highlighted, points } = props;
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
        events: () => latest.current,
      });
      setMap(made);
    };
    make().catch(onFail);
    return () => {
      gone = true;
      made?.destroy();
    };
  }, []);

  useEffect(() => map?.setPin(pin ?? null), [map, pin]);
  useEffect(() => map?.setCounts(counts ?? []), [map, counts]);
  useEffect(() => map?.setHighlighted(highlighted ?? null), [map, highlighted]);
  useEffect(() => map?.setPoints(points ?? []), [map, points]);
  const window = bounds?.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: bounds are compared by value
  useEffect(() => {
    if (bounds) map?.fit(bounds);
  }, [map, window]);

  return <div ref={container} className={styles.canvas} data-ready={map !== null} />;
}
