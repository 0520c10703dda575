import type { Position } from 'geojson';
import { type Map as MapLibre, Popup } from 'maplibre-gl';
import {
  type SnapToCustom,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawRenderMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { type LonLat, type Point, type Ring, toDegrees, toE7 } from '#packages/coverage';
import { cornersOf } from './rings.ts';
import { type ScreenScale, type SnapIndex, snapIn } from './snapping.ts';

/** What the pointer does on the map. With `choose` and `merge` it draws nothing. */
export type Tool = 'choose' | 'split' | 'merge' | 'border' | 'transfer' | 'vertex';

export interface DrawingEvents {
  readonly onLine: (points: readonly Point[]) => void;
  readonly onArea: (points: readonly Point[]) => void;
  /** The outline of a grid before and after a vertex was moved, inserted or taken away. */
  readonly onRing: (before: readonly Point[], after: readonly Point[]) => void;
  /** A click while a tool is in hand that does not draw. */
  readonly onClick: (at: Point, scale: ScreenScale) => void;
}

export interface Drawing {
  /** Takes a tool in hand. `ring`: the outline whose vertices may be moved, for `vertex`. */
  use(tool: Tool, ring?: Ring): void;
  /** Gives up what is being drawn, and begins anew with the same tool. */
  clear(): void;
  /** Draws nothing, and lets clicks choose nothing, until a tool is taken in hand again. */
  pause(): void;
  /** Where points are taken to, for lines and areas and for vertices that are moved: the first that is near. */
  snapTo(drawn: readonly SnapIndex[], moved: readonly SnapIndex[]): void;
  /** Says something at a place; null takes it away. */
  say(sentence: string | null, place?: LonLat): void;
  stop(): void;
}

const INK = '#17313a';
const WARM = '#b5432a';
const WHITE = '#ffffff';
const SNAPPED = {
  snappingPointColor: '#ffd54a',
  snappingPointWidth: 7,
  snappingPointOutlineColor: INK,
  snappingPointOutlineWidth: 2,
} as const;
const CLOSING = {
  closingPointColor: WHITE,
  closingPointWidth: 6,
  closingPointOutlineColor: WARM,
  closingPointOutlineWidth: 3,
} as const;

const pointOf = ([lon, lat]: Position): Point => [toE7(lon), toE7(lat)];

/** Pixels per lattice step at a place. */
function scaleAt(
  project: (lon: number, lat: number) => { x: number; y: number },
  lon: number,
  lat: number,
): ScreenScale {
  const step = 1e-4;
  const [here, east, north] = [project(lon, lat), project(lon + step, lat), project(lon, lat + step)];
  return { x: Math.abs(east.x - here.x) / 1e3, y: Math.abs(north.y - here.y) / 1e3 };
}

/** Starts drawing on a map whose style is loaded. While a tool is in hand, clicks on the map choose nothing. */
export function startDrawing(map: MapLibre, events: () => DrawingEvents): Drawing {
  let tool: Tool = 'choose';
  let before: readonly Point[] = [];
  const indices: Record<'drawn' | 'moved', readonly SnapIndex[]> = { drawn: [], moved: [] };
  const snapWith =
    (which: 'drawn' | 'moved'): SnapToCustom =>
    ({ lng, lat }, { project }) => {
      const found = snapIn(indices[which], pointOf([lng, lat]), scaleAt(project, lng, lat));
      return found && [toDegrees(found.at[0]), toDegrees(found.at[1])];
    };
  const draw = makeDraw(map, snapWith('drawn'), snapWith('moved'));
  draw.start();
  draw.setMode('still');

  const reset = (): void => {
    draw.clear();
    if (tool === 'split' || tool === 'border') draw.setMode('linestring');
    else if (tool === 'transfer') draw.setMode('polygon');
    else if (tool === 'vertex' && before.length > 0) showRing(draw, before);
    else draw.setMode('still');
  };
  draw.on('finish', (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry;
    // The shape is read before the next frame: then the drawing may be cleared without being in its way.
    if (geometry?.type === 'LineString') {
      const points = geometry.coordinates.map(pointOf);
      queueMicrotask(() => events().onLine(points));
    } else if (geometry?.type === 'Polygon') {
      const points = geometry.coordinates[0].slice(0, -1).map(pointOf);
      const old = before;
      queueMicrotask(() => (tool === 'vertex' ? events().onRing(old, points) : events().onArea(points)));
    }
  });
  const silence = silenceMap(map, () => tool, events);
  let popup: Popup | undefined;
  return {
    use: (next, ring) => {
      tool = next;
      before = ring === undefined ? [] : cornersOf(ring);
      map.getContainer().toggleAttribute('data-drawing', next !== 'choose' && next !== 'merge');
      reset();
    },
    clear: reset,
    pause: () => {
      draw.clear();
      draw.setMode('still');
    },
    snapTo: (drawn, moved) => {
      indices.drawn = drawn;
      indices.moved = moved;
    },
    say: (sentence, place) => {
      popup?.remove();
      popup = sentence === null || place === undefined ? undefined : popupAt(map, place, sentence);
    },
    stop: () => {
      popup?.remove();
      silence();
      draw.stop();
    },
  };
}

function makeDraw(map: MapLibre, drawn: SnapToCustom, moved: SnapToCustom): TerraDraw {
  const line = { lineStringColor: WARM, lineStringWidth: 3, ...CLOSING, ...SNAPPED } as const;
  const area = {
    fillColor: WARM,
    fillOpacity: 0.18,
    outlineColor: WARM,
    outlineWidth: 3,
    ...CLOSING,
    ...SNAPPED,
  } as const;
  const vertex = {
    selectedPolygonColor: '#0f5561',
    selectedPolygonFillOpacity: 0.12,
    selectedPolygonOutlineColor: INK,
    selectedPolygonOutlineWidth: 2.5,
    selectionPointColor: WHITE,
    selectionPointWidth: 6,
    selectionPointOutlineColor: WARM,
    selectionPointOutlineWidth: 2.5,
    midPointColor: '#ffd54a',
    midPointWidth: 4,
    midPointOutlineColor: INK,
    midPointOutlineWidth: 1.5,
  } as const;
  const coordinates = {
    draggable: true,
    midpoints: { draggable: true },
    deletable: true,
    snappable: { toCustom: moved },
  };
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
    modes: [
      new TerraDrawLineStringMode({ snapping: { toCustom: drawn }, styles: line, pointerDistance: 14 }),
      new TerraDrawPolygonMode({ snapping: { toCustom: drawn }, styles: area, pointerDistance: 14 }),
      new TerraDrawSelectMode({
        flags: { polygon: { feature: { draggable: false, coordinates } } },
        // The key would take the whole grid away: vertices are deleted one by one.
        keyEvents: { deselect: null, delete: null, rotate: null, scale: null },
        allowManualDeselection: false,
        pointerDistance: 14,
        styles: vertex,
      }),
      new TerraDrawRenderMode({ modeName: 'still', styles: {} }),
    ],
  });
}

function showRing(draw: TerraDraw, corners: readonly Point[]): void {
  const ring = [...corners, corners[0]].map(([x, y]) => [toDegrees(x), toDegrees(y)]);
  const id = draw.getFeatureId();
  draw.addFeatures([
    { id, type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: { mode: 'polygon' } },
  ]);
  if (draw.hasFeature(id)) draw.selectFeature(id);
}

/** Keeps clicks and Enter from the map's own listeners while a tool is in hand. */
function silenceMap(map: MapLibre, tool: () => Tool, events: () => DrawingEvents): () => void {
  const container = map.getCanvasContainer();
  const click = (event: MouseEvent): void => {
    if (tool() === 'choose') return;
    event.stopPropagation();
    const { left, top } = container.getBoundingClientRect();
    const { lng, lat } = map.unproject([event.clientX - left, event.clientY - top]);
    const project = (lon: number, at: number) => map.project([lon, at]);
    events().onClick(pointOf([lng, lat]), scaleAt(project, lng, lat));
  };
  const key = (event: KeyboardEvent): void => {
    if (tool() !== 'choose' && (event.key === 'Enter' || event.key === ' ')) event.stopPropagation();
  };
  container.addEventListener('click', click, { capture: true });
  container.addEventListener('keydown', key, { capture: true });
  return () => {
    container.removeEventListener('click', click, { capture: true });
    container.removeEventListener('keydown', key, { capture: true });
  };
}

function popupAt(map: MapLibre, [lon, lat]: LonLat, sentence: string): Popup {
  const popup = new Popup({ closeButton: false, closeOnClick: false, maxWidth: '260px', focusAfterOpen: false });
  return popup.setLngLat([lon, lat]).setText(sentence).addTo(map);
}
