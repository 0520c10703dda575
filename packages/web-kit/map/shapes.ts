import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type {
  ExpressionSpecification,
  GeoJSONSource,
  LayerSpecification,
  MapGeoJSONFeature,
  Map as MapLibre,
} from 'maplibre-gl';
import { labelPoint } from './geometry.ts';
import { type Pattern, patternImage } from './pattern.ts';
import { FONT } from './style.ts';

/** How a shape looks. What is absent is not drawn. */
export interface ShapeStyle {
  /** Colour of the area, or of a point. */
  readonly fill?: string;
  /** 0 to 1; default 0.35. */
  readonly opacity?: number;
  /** Drawn over the colour of the area, in the colour of the line. */
  readonly pattern?: Pattern;
  readonly line?: string;
  /** Pixels; default 1.5. */
  readonly width?: number;
  readonly dashed?: boolean;
  /** Radius of a point in pixels; default 6. */
  readonly radius?: number;
}

/** Something on the map that can be pointed at: an area, a line, a point, in degrees. */
export interface MapShape {
  /** Unique within its set. */
  readonly id: string;
  readonly geometry: Geometry;
  readonly style: ShapeStyle;
  /** Written in an area, where there is room. */
  readonly label?: string;
}

/** Shapes that come and go together. Sets are drawn in their order; one that is the same object as before is left alone. */
export interface ShapeSet {
  readonly id: string;
  readonly shapes: readonly MapShape[];
  /** Whether the pointer goes through it. */
  readonly inert?: boolean;
}

/** A shape under the pointer. */
export interface ShapeAt {
  readonly set: string;
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  /** Whether it should come to what is chosen, instead of replacing it: Shift, Ctrl or Command was held. */
  readonly more: boolean;
}

const sourceOf = (set: string): string => `shapes ${set}`;
const PARTS = ['fill', 'pattern', 'line', 'dashed', 'point', 'label'] as const;
const layerOf = (set: string, part: (typeof PARTS)[number]): string => `shapes-${part} ${set}`;
/** The layers that answer to the pointer: a label and a pattern lie on what does already. */
const TARGETS = ['point', 'fill', 'line', 'dashed'] as const;

const get = (name: string): ExpressionSpecification => ['get', name];
const isSet = (name: string): ExpressionSpecification => ['has', name];
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

/** From afar thousands of borders would be one dark patch. */
const WIDTH_BY_ZOOM: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  11,
  ['*', get('width'), 0.4],
  14.5,
  get('width'),
];

function layersOf(set: string): LayerSpecification[] {
  const source = sourceOf(set);
  const line = { 'line-color': get('line'), 'line-width': WIDTH_BY_ZOOM };
  const isLine = (dashed: boolean): ExpressionSpecification => ['all', isSet('line'), ['==', get('dashed'), dashed]];
  return [
    {
      id: layerOf(set, 'fill'),
      type: 'fill',
      source,
      filter: ['all', isArea, isSet('fill')],
      paint: { 'fill-color': get('fill'), 'fill-opacity': get('opacity') },
    },
    {
      id: layerOf(set, 'pattern'),
      type: 'fill',
      source,
      filter: ['all', isArea, isSet('pattern')],
      paint: { 'fill-pattern': get('pattern') },
    },
    {
      id: layerOf(set, 'line'),
      type: 'line',
      source,
      filter: isLine(false),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: line,
    },
    {
      id: layerOf(set, 'dashed'),
      type: 'line',
      source,
      filter: isLine(true),
      layout: { 'line-join': 'round' },
      paint: { ...line, 'line-dasharray': [3, 2] },
    },
    {
      id: layerOf(set, 'point'),
      type: 'circle',
      source,
      filter: ['all', isPoint, ['!', isSet('label')]],
      paint: {
        'circle-color': get('fill'),
        'circle-radius': get('radius'),
        'circle-stroke-color': ['coalesce', get('line'), '#ffffff'],
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: layerOf(set, 'label'),
      type: 'symbol',
      source,
      minzoom: 13.6,
      filter: isSet('label'),
      layout: { 'text-field': get('label'), 'text-font': FONT, 'text-size': 12, 'text-padding': 4 },
      paint: { 'text-color': '#17313a', 'text-halo-color': '#ffffff', 'text-halo-width': 1.4 },
    },
  ];
}

function featuresOf({ id, geometry, style, label }: MapShape): Feature[] {
  const { fill, opacity = 0.35, pattern, line, width = 1.5, dashed = false, radius = 6 } = style;
  const properties = {
    id,
    opacity,
    width,
    dashed,
    radius,
    ...(fill !== undefined && { fill }),
    ...(line !== undefined && { line }),
    ...(pattern !== undefined && { pattern: `${pattern} ${line ?? fill ?? '#17313a'}` }),
  };
  const shape: Feature = { type: 'Feature', geometry, properties };
  const at = label === undefined ? null : labelPoint(geometry);
  return at === null
    ? [shape]
    : [shape, { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { id, label } }];
}

const collectionOf = (shapes: readonly MapShape[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: shapes.flatMap(featuresOf),
});

/** The sets of shapes on one map. Names of the district's areas stay above them. */
export class ShapeLayers {
  readonly #map: MapLibre;
  #sets: readonly ShapeSet[] = [];

  constructor(map: MapLibre) {
    this.#map = map;
    map.setMissingStyleImageResolver((id) => {
      const image = patternImage(id);
      if (image !== undefined && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: 2 });
    });
  }

  /** Only to be called once the style is there. */
  set(sets: readonly ShapeSet[]): void {
    const before = new Map(this.#sets.map((set) => [set.id, set]));
    for (const { id } of this.#sets) if (!sets.some((set) => set.id === id)) this.#remove(id);
    for (const set of sets) {
      const known = before.get(set.id);
      if (known === undefined) this.#add(set);
      else if (known.shapes !== set.shapes)
        this.#map.getSource<GeoJSONSource>(sourceOf(set.id))?.setData(collectionOf(set.shapes));
    }
    this.#sets = sets;
    this.#order();
  }

  /** The uppermost shape at a point of the screen, points before areas, if it is in no inert set. */
  find(point: { readonly x: number; readonly y: number }): { readonly set: string; readonly id: string } | undefined {
    const layers = this.#sets
      .filter(({ inert }) => inert !== true)
      .flatMap(({ id }) => TARGETS.map((part) => layerOf(id, part)));
    if (layers.length === 0) return undefined;
    const near = 4;
    const box: [[number, number], [number, number]] = [
      [point.x - near, point.y - near],
      [point.x + near, point.y + near],
    ];
    const exact = this.#map.queryRenderedFeatures([point.x, point.y], { layers });
    // A sliver is thinner than a finger or a pointer: what lies beside it is found if nothing lies under it.
    const found = exact[0] ?? this.#map.queryRenderedFeatures(box, { layers })[0];
    return found && { set: setOf(found), id: String(found.properties.id) };
  }

  #add({ id, shapes }: ShapeSet): void {
    this.#map.addSource(sourceOf(id), { type: 'geojson', data: collectionOf(shapes), tolerance: 0.1 });
    for (const layer of layersOf(id)) this.#map.addLayer(layer, this.#ceiling());
  }

  #remove(id: string): void {
    for (const part of PARTS) this.#map.removeLayer(layerOf(id, part));
    this.#map.removeSource(sourceOf(id));
  }

  #order(): void {
    for (const { id } of this.#sets) for (const part of PARTS) this.#map.moveLayer(layerOf(id, part), this.#ceiling());
  }

  #ceiling(): string | undefined {
    return this.#map.getLayer('points') ? 'points' : undefined;
  }
}

const setOf = ({ source }: MapGeoJSONFeature): string => source.slice(sourceOf('').length);
