import type { Map as MapLibre } from 'maplibre-gl';
import { type ComponentType, lazy, Suspense, useEffect, useId, useState } from 'react';
import { text } from '#packages/kernel';
import { loadPlatform, type Platform } from '../platform.ts';
import { useWords } from '../words.ts';
import type { LonLat, MapEvents, MapPoint } from './controller.ts';
import type { Bounds } from './geometry.ts';
import type { GridCount } from './layers.ts';
import type { MapCanvasProps } from './MapCanvas.tsx';
import { type MapFailure, MapFallback } from './MapFallback.tsx';
import styles from './map.module.css';
import type { ShapeSet } from './shapes.ts';

/** Stands in for map code that could not be loaded, e.g. because the network is away. */
function Unloaded({ onFail }: { readonly onFail: () => void }) {
  useEffect(onFail, [onFail]);
  return null;
}

const MapCanvas = lazy<ComponentType<MapCanvasProps>>(() =>
  import('./MapCanvas.tsx').catch(() => ({ default: Unloaded })),
);

export interface MapViewProps extends MapEvents {
  /** What the map is for, as its accessible name. */
  readonly label: string;
  /** A pin; it can be dragged when `onPick` is given. */
  readonly pin?: LonLat | null;
  /** Code of the grid that is drawn out. */
  readonly highlighted?: string | null;
  /** Counted by grid: colours, and bubbles by street, community or grid according to the zoom. */
  readonly counts?: readonly GridCount[];
  readonly points?: readonly MapPoint[];
  /** Areas, lines and points of the page's own, over the district; with them one may come very near. */
  readonly shapes?: readonly ShapeSet[];
  /** Whether the grids in force are drawn; a page that shows others hides them. */
  readonly grids?: 'shown' | 'hidden';
  /** The library's own map once it is drawn, for tools that draw on it; null when it goes. */
  readonly onMap?: (map: MapLibre | null) => void;
  /** Window to show; the whole district when absent. Moves the map whenever its values change. */
  readonly bounds?: Bounds | null;
  /** Class of the frame; its height is the page's affair, 320px when absent. */
  readonly className?: string;
}

const WORDS = {
  zoomIn: text('放大', 'Zoom in'),
  zoomOut: text('缩小', 'Zoom out'),
  pin: text('选定的位置', 'The chosen place'),
  loading: text('地图加载中…', 'Loading the map…'),
  illustrative: text('示意边界', 'Illustrative boundaries'),
  review: (number: string) => text(`审图号：${number}`, `Map review no. ${number}`),
  pickKeys: text(
    '键盘：方向键移动地图，加号、减号缩放，回车选定十字中心的位置。',
    'Keyboard: arrows move the map, plus and minus zoom, Enter chooses the place under the cross.',
  ),
  keys: text(
    '键盘：方向键移动地图，加号、减号缩放，回车选择十字中心的网格。',
    'Keyboard: arrows move the map, plus and minus zoom, Enter chooses the grid under the cross.',
  ),
  shapeKeys: text(
    '键盘：方向键移动地图，加号、减号缩放，回车选择十字中心的图形。',
    'Keyboard: arrows move the map, plus and minus zoom, Enter chooses the shape under the cross.',
  ),
};

function hasWebGL(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/**
 * The district's map, for portal and console alike. Loads its code when it is first shown; where the browser has no WebGL, a drawing and
 * lists of areas serve instead.
 */
export function MapView(props: MapViewProps) {
  const words = useWords(WORDS);
  const [platform, setPlatform] = useState<Platform | null>(null);
  const [failure, setFailure] = useState<MapFailure | null>(null);
  const keys = useId();
  const plain = failure !== null;
  const fail = () => setFailure('loading');

  useEffect(() => {
    if (!hasWebGL()) setFailure('webgl');
    else if (failure === null) loadPlatform().then(setPlatform, () => setFailure('loading'));
  }, [failure]);

  const { title, ...spoken } = { title: props.label, ...words };
  return (
    <div className={`${styles.frame} ${props.className ?? styles.middling}`}>
      {plain && <MapFallback {...props} failure={failure} onRetry={() => setFailure(null)} />}
      {!plain && platform && (
        <Suspense fallback={<p className={styles.loading}>{words.loading}</p>}>
          <MapCanvas {...props} platform={platform} words={{ title, ...spoken }} keys={keys} onFail={fail} />
        </Suspense>
      )}
      {!plain && (props.onPick || props.onGrid || props.onShape) && (
        <span className={styles.cross} aria-hidden="true" />
      )}
      {!plain && (
        <p id={keys} className={styles.keys}>
          {props.onPick ? words.pickKeys : props.onShape ? words.shapeKeys : words.keys}
        </p>
      )}
      <p className={styles.note}>
        {words.illustrative}
        {platform?.mapReview && <span> · {words.review(platform.mapReview)}</span>}
      </p>
    </div>
  );
}
