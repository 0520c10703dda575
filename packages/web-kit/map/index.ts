export type { LonLat, MapPoint } from './controller.ts';
export { type Bounds, boundsOf, labelPoint } from './geometry.ts';
export { type AreaLayer, type GridCount, type LayerName, loadLayer } from './layers.ts';
export { MapView, type MapViewProps } from './MapView.tsx';
export { Sketch } from './Sketch.tsx';
