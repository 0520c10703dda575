export type { LonLat, MapPoint } from './controller.ts';
export { type Bounds, boundsOf, labelPoint } from './geometry.ts';
export { type AreaLayer, type GridCount, type LayerName, loadLayer } from './layers.ts';
export { MapView, type MapViewProps } from './MapView.tsx';
export { gridName, placeName } from './place-name.ts';
export { Sketch } from './Sketch.tsx';
export { useAreaBounds } from './use-area-bounds.ts';
