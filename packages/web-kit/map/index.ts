export type { LonLat, MapPoint } from './controller.ts';
export { type Bounds, boundsOf, boundsOfAny, labelPoint } from './geometry.ts';
export { type AreaLayer, type GridCount, type LayerName, loadLayer } from './layers.ts';
export { MapView, type MapViewProps } from './MapView.tsx';
export type { Pattern } from './pattern.ts';
export { gridName, placeName } from './place-name.ts';
export { Sketch } from './Sketch.tsx';
export type { MapShape, ShapeAt, ShapeSet, ShapeStyle } from './shapes.ts';
export { useAreaBounds } from './use-area-bounds.ts';
