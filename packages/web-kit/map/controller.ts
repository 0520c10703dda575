import {
  type GeoJSONSource,
  type LngLatBoundsLike,
  Map as MapLibre,
  type MapMouseEvent,
  Marker,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Bounds } from './geometry.ts';
import { boundsOf } from './geometry.ts';
import { type GridCount, labelsOf, loadLayer, sumByCode } from './layers.ts';
import { type ShapeAt, ShapeLayers, type ShapeSet } from './shapes.ts';
import { LABEL_FONTS, type Layers, LEVELS, styleOf } from './style.ts';

setWorkerUrl(workerUrl);

export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

export interface MapPoint extends LonLat {
  readonly id: string;
  /** Drawn in the warm colour. */
  readonly urgent?: boolean;
}

export interface MapEvents {
  /** A place was chosen: by a click, by the pin that was dragged, by Enter on the middle of the map. */
  onPick?: (place: LonLat) => void;
  onGrid?: (code: string) => void;
  onPoint?: (id: string) => void;
  /** A shape was clicked, or a place without any. */
  onShape?: (shape: ShapeAt | null) => void;
  /** The pointer came to a shape, or left it. */
  onHover?: (shape: ShapeAt | null) => void;
  /** The window that is shown, after it came to rest. */
  onView?: (bounds: Bounds, zoom: number) => void;
}

export interface MapWords {
  readonly title: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly pin: string;
}

/** The map as its component drives it: each setter may be called at any time and as often as wanted. */
export interface MapController {
  setPin(place: LonLat | null): void;
  setCounts(counts: readonly GridCount[]): void;
  setHighlighted(code: string | null): void;
  setPoints(points: readonly MapPoint[]): void;
  setShapes(sets: readonly ShapeSet[]): void;
  /** Whether the grids in force are drawn. */
  setGrids(shown: boolean): void;
  fit(bounds: Bounds): void;
  /** The library's own map, for tools that draw. Called once its style is there. */
  whenDrawn(use: (map: MapLibre) => void): void;
  resize(): void;
  destroy(): void;
}

export async function loadLayers(): Promise<Layers> {
  const [district, street, community, grid, base] = await Promise.all([
    loadLayer('district'),
    loadLayer('street'),
    loadLayer('community'),
    loadLayer('grid'),
    loadLayer('base'),
  ]);
  return { district, street, community, grid, base };
}

interface Options {
  readonly container: HTMLElement;
  readonly layers: Layers;
  readonly tiles: string | null;
  readonly words: MapWords;
  readonly bounds: Bounds | null;
  /** Id of the sentence that tells the keys. */
  readonly keys: string;
  /** Whether one may come as near as a hand's breadth, to see what is only centimetres wide. */
  readonly closeUp: boolean;
  /** Read at each event, so that a newer listener is heard. */
  readonly events: () => MapEvents;
}

const boxOf = ([west, south, east, north]: Bounds): LngLatBoundsLike => [west, south, east, north];

/** Room around the district that one may move into. */
function widen([west, south, east, north]: Bounds): LngLatBoundsLike {
  const [dx, dy] = [(east - west) / 2, (north - south) / 2];
  return [west - dx, south - dy, east + dx, north + dy];
}

function makeMap({ container, layers, tiles, words, bounds, closeUp }: Options): MapLibre {
  const district = boundsOf(layers.district.features.map(({ geometry }) => geometry));
  const start = bounds ?? district;
  const map = new MapLibre({
    container,
    style: styleOf(layers, tiles),
    localIdeographFontFamily: LABEL_FONTS,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    minZoom: 9,
    maxZoom: closeUp ? 23 : 18,
    ...(district && { maxBounds: widen(district) }),
    ...(start && { bounds: boxOf(start), fitBoundsOptions: { padding: 20, maxZoom: 16.5 } }),
    locale: {
      'Map.Title': words.title,
      'Marker.Title': words.pin,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  return map;
}

/** Makes the map in its container. Throws where the browser has no WebGL. */
export function createMap(options: Options): MapController {
  const map = makeMap(options);
  map.getCanvas().setAttribute('aria-describedby', options.keys);
  const pin = makePin(map, options.events);
  const shapes = new ShapeLayers(map);
  listen(map, shapes, options.events);
  const nearest = options.closeUp ? 21 : 16.5;
  const whenStyled = (act: () => void): void => {
    if (map.isStyleLoaded() || map.getSource('grid')) act();
    else map.once('load', act);
  };
  return {
    setPin: pin,
    setCounts: (counts) => whenStyled(() => showCounts(map, options.layers, counts)),
    setHighlighted: (code) => whenStyled(() => highlight(map, code)),
    setPoints: (points) => whenStyled(() => showPoints(map, points)),
    setShapes: (sets) => whenStyled(() => shapes.set(sets)),
    setGrids: (shown) => whenStyled(() => showGrids(map, shown)),
    fit: (bounds) => void map.fitBounds(boxOf(bounds), { padding: 40, maxZoom: nearest, duration: 500 }),
    whenDrawn: (use) => whenStyled(() => use(map)),
    resize: () => void map.resize(),
    destroy: () => map.remove(),
  };
}

function listen(map: MapLibre, shapes: ShapeLayers, events: () => MapEvents): void {
  map.on('click', (event) => {
    const { onShape } = events();
    if (onShape) onShape(shapeAt(shapes, event));
    else choose(map, event.point, events());
  });
  listenToPointer(map, shapes, events);
  map.on('moveend', () => {
    const bounds = map.getBounds();
    events().onView?.([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], map.getZoom());
  });
  listenToKeys(map, shapes, events);
}

/** The cursor, and whoever wants to know what lies under it: told when that is another shape than before. */
function listenToPointer(map: MapLibre, shapes: ShapeLayers, events: () => MapEvents): void {
  let hovered: ShapeAt | null = null;
  const hover = (shape: ShapeAt | null): void => {
    if (shape?.set === hovered?.set && shape?.id === hovered?.id) return;
    hovered = shape;
    events().onHover?.(shape);
  };
  map.on('mousemove', (event) => {
    const { onShape, onHover } = events();
    const shape = onShape || onHover ? shapeAt(shapes, event) : null;
    const isPointer = onShape ? shape !== null : isTarget(map, event, events());
    map.getCanvas().style.cursor = isPointer ? 'pointer' : '';
    if (onHover) hover(shape);
  });
  map.on('mouseout', () => hover(null));
}

function shapeAt(shapes: ShapeLayers, { point, lngLat, originalEvent: event }: MapMouseEvent): ShapeAt | null {
  const found = shapes.find(point);
  const more = event.shiftKey || event.ctrlKey || event.metaKey;
  return found === undefined ? null : { ...found, lon: lngLat.lng, lat: lngLat.lat, more };
}

/** Enter chooses what is under the cross in the middle; the cross is shown while the keyboard is used. */
function listenToKeys(map: MapLibre, shapes: ShapeLayers, events: () => MapEvents): void {
  const canvas = map.getCanvas();
  const showCross = (shown: boolean) => map.getContainer().toggleAttribute('data-keys', shown);
  canvas.addEventListener('keyup', () => showCross(true));
  canvas.addEventListener('blur', () => showCross(false));
  map.getContainer().addEventListener('pointerdown', () => showCross(false));
  canvas.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    const { onShape } = events();
    const centre = map.getCenter();
    const at = map.project(centre);
    if (!onShape) {
      choose(map, at, events());
      return;
    }
    const found = shapes.find(at);
    onShape(found === undefined ? null : { ...found, lon: centre.lng, lat: centre.lat, more: event.shiftKey });
  });
}

const CHOOSABLE = ['points', ...LEVELS.map(({ layer }) => `${layer}-bubble`), 'grid-fill'];

function isTarget(map: MapLibre, event: MapMouseEvent, { onPick, onGrid, onPoint }: MapEvents): boolean {
  if (onPick) return true;
  return Boolean(onGrid || onPoint) && featuresAt(map, event.point).length > 0;
}

const featuresAt = (map: MapLibre, point: { x: number; y: number }) =>
  map.getLayer('grid-fill') ? map.queryRenderedFeatures([point.x, point.y], { layers: CHOOSABLE }) : [];

/** What a click means: a place to pick; else a point, a bubble (of grids: choose, of larger areas: go closer), a grid. */
function choose(map: MapLibre, at: { x: number; y: number }, { onPick, onGrid, onPoint }: MapEvents): void {
  const place = map.unproject([at.x, at.y]);
  if (onPick) {
    onPick({ lon: place.lng, lat: place.lat });
    return;
  }
  const [feature] = featuresAt(map, at);
  if (feature === undefined) return;
  const { id, code } = feature.properties as { id?: string; code?: string };
  if (feature.layer.id === 'points' && id !== undefined) onPoint?.(id);
  else if (feature.layer.id === 'street-bubble' || feature.layer.id === 'community-bubble') {
    map.easeTo({ center: place, zoom: map.getZoom() + 2, duration: 500 });
  } else if (code !== undefined) onGrid?.(code);
}

function makePin(map: MapLibre, events: () => MapEvents): (place: LonLat | null) => void {
  let marker: Marker | null = null;
  return (place) => {
    if (place === null) {
      marker?.remove();
      marker = null;
      return;
    }
    marker ??= addMarker(map, place, events);
    marker.setLngLat([place.lon, place.lat]);
    comeNear(map, place);
  };
}

const NEAR = 15.5;

/** Close enough to see in which grid the pin stands, without moving a map that already is, nor to a place far outside the district. */
function comeNear(map: MapLibre, { lon, lat }: LonLat): void {
  if (map.getMaxBounds()?.contains([lon, lat]) === false) return;
  const near = map.getZoom() >= NEAR - 1;
  if (near && map.getBounds().contains([lon, lat])) return;
  map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), NEAR), duration: 600 });
}

function addMarker(map: MapLibre, place: LonLat, events: () => MapEvents): Marker {
  const marker = new Marker({ element: pinElement(), anchor: 'bottom', draggable: Boolean(events().onPick) });
  marker.on('dragend', () => {
    const { lng, lat } = marker.getLngLat();
    events().onPick?.({ lon: lng, lat });
  });
  return marker.setLngLat([place.lon, place.lat]).addTo(map);
}

const PIN = `<svg viewBox="0 0 36 46" width="36" height="46" aria-hidden="true">
<path d="M18 1C8.600 1 1 8.500 1 17.800 1 30 18 45 18 45s17-15 17-27.200C35 8.500 27.400 1 18 1z" fill="#b5432a" stroke="#fff" stroke-width="2"/>
<circle cx="18" cy="18" r="6.500" fill="#fff"/></svg>`;

function pinElement(): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = PIN;
  element.style.cursor = 'grab';
  return element;
}

function showCounts(map: MapLibre, layers: Layers, counts: readonly GridCount[]): void {
  map.removeFeatureState({ source: 'grid' });
  for (const { grid, count } of counts) map.setFeatureState({ source: 'grid', id: grid }, { count });
  for (const { layer, digits } of LEVELS) {
    const labels = labelsOf(layers[layer], sumByCode(counts, digits));
    map.getSource<GeoJSONSource>(`${layer}-labels`)?.setData(labels);
  }
}

function highlight(map: MapLibre, code: string | null): void {
  for (const layer of ['grid-chosen', 'grid-chosen-line']) map.setFilter(layer, ['==', ['get', 'code'], code ?? '']);
}

const GRID_LAYERS = ['grid-fill', 'grid-line', 'grid-name'];

function showGrids(map: MapLibre, shown: boolean): void {
  for (const layer of GRID_LAYERS) map.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none');
}

function showPoints(map: MapLibre, points: readonly MapPoint[]): void {
  const features = points.map(({ id, lon, lat, urgent = false }) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [lon, lat] },
    properties: { id, urgent },
  }));
  map.getSource<GeoJSONSource>('points')?.setData({ type: 'FeatureCollection', features });
}
