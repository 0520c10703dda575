import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { AreaLayer, LayerName } from './layers.ts';
import { labelsOf } from './layers.ts';
import { PALETTE, RAMP } from './palette.ts';

export type Layers = Readonly<Record<LayerName, AreaLayer>>;

/** Fonts of the system: labels are drawn in the browser, no glyph server is asked. */
export const LABEL_FONTS = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
export const FONT = ['Noto Sans CJK SC'];

const kindIs = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];
const byZoom = (...stops: readonly (readonly [zoom: number, value: number])[]): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.6], ['zoom'], ...stops.flat()] as ExpressionSpecification;

const COUNT: ExpressionSpecification = ['coalesce', ['feature-state', 'count'], 0];
const rampColour = ['step', COUNT, 'rgba(0,0,0,0)', ...RAMP.flat()] as ExpressionSpecification;

/** Levels at which bubbles and names are shown: streets from afar, then communities, then grids. */
export const LEVELS = [
  { layer: 'street', digits: 9, from: 0, to: 12.6 },
  { layer: 'community', digits: 12, from: 12.6, to: 14.4 },
  { layer: 'grid', digits: 15, from: 14.4, to: 24 },
] as const satisfies readonly { layer: LayerName; digits: number; from: number; to: number }[];

const base: LayerSpecification[] = [
  { id: 'outside', type: 'background', paint: { 'background-color': PALETTE.outside } },
  { id: 'land', type: 'fill', source: 'district', paint: { 'fill-color': PALETTE.land } },
  { id: 'park', type: 'fill', source: 'base', filter: kindIs('park'), paint: { 'fill-color': PALETTE.park } },
  {
    id: 'river',
    type: 'line',
    source: 'base',
    filter: kindIs('river'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': PALETTE.water, 'line-width': byZoom([10, 1.5], [13, 5], [16, 18]) },
  },
  ...roads('road', byZoom([12, 0.4], [14, 2], [17, 10]), byZoom([12, 0.8], [14, 3], [17, 12])),
  ...roads('main', byZoom([10, 0.8], [13, 3], [17, 18]), byZoom([10, 1.4], [13, 4.4], [17, 20])),
];

function roads(kind: string, width: ExpressionSpecification, edge: ExpressionSpecification): LayerSpecification[] {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const line = (id: string, color: string, thick: ExpressionSpecification): LayerSpecification => ({
    id,
    type: 'line',
    source: 'base',
    filter: kindIs(kind),
    layout,
    paint: { 'line-color': color, 'line-width': thick },
  });
  return [line(`${kind}-edge`, PALETTE.roadEdge, edge), line(kind, PALETTE.road, width)];
}

const border = (source: LayerName, color: string, width: ExpressionSpecification, from = 0): LayerSpecification => ({
  id: `${source}-line`,
  type: 'line',
  source,
  minzoom: from,
  layout: { 'line-join': 'round' },
  paint: { 'line-color': color, 'line-width': width },
});

const areas: LayerSpecification[] = [
  { id: 'grid-fill', type: 'fill', source: 'grid', paint: { 'fill-color': rampColour, 'fill-opacity': 0.72 } },
  {
    id: 'grid-chosen',
    type: 'fill',
    source: 'grid',
    filter: ['==', ['get', 'code'], ''],
    paint: { 'fill-color': PALETTE.highlight, 'fill-opacity': 0.14 },
  },
  border('grid', PALETTE.gridLine, byZoom([12, 0.4], [15, 1.2]), 12),
  border('community', PALETTE.communityLine, byZoom([10, 0.4], [13, 1], [16, 2])),
  border('street', PALETTE.streetLine, byZoom([10, 0.9], [13, 1.8], [16, 3])),
  border('district', PALETTE.districtLine, byZoom([9, 1.6], [13, 3])),
  {
    id: 'grid-chosen-line',
    type: 'line',
    source: 'grid',
    filter: ['==', ['get', 'code'], ''],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': PALETTE.highlight, 'line-width': 3 },
  },
];

function marksOf({ layer, from, to }: (typeof LEVELS)[number]): LayerSpecification[] {
  const at = { source: `${layer}-labels`, minzoom: from, maxzoom: to };
  const counted: ExpressionSpecification = ['>', ['get', 'count'], 0];
  const radius = ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1, 12, 5, 17, 20, 26, 60, 34];
  return [
    {
      id: `${layer}-name`,
      type: 'symbol',
      ...at,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': layer === 'street' ? 15 : 13,
        'text-offset': ['case', counted, ['literal', [0, 2]], ['literal', [0, 0]]],
        'text-max-width': 9,
        'text-padding': 6,
      },
      paint: {
        'text-color': layer === 'street' ? PALETTE.labelStrong : PALETTE.label,
        'text-halo-color': PALETTE.halo,
        'text-halo-width': 1.6,
      },
    },
    {
      id: `${layer}-bubble`,
      type: 'circle',
      ...at,
      filter: counted,
      paint: {
        'circle-radius': radius as ExpressionSpecification,
        'circle-color': PALETTE.bubble,
        'circle-stroke-color': PALETTE.halo,
        'circle-stroke-width': 2,
      },
    },
    {
      id: `${layer}-number`,
      type: 'symbol',
      ...at,
      filter: counted,
      layout: {
        'text-field': ['to-string', ['get', 'count']],
        'text-font': FONT,
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': '#ffffff' },
    },
  ];
}

const points: LayerSpecification[] = [
  {
    id: 'points',
    type: 'circle',
    source: 'points',
    paint: {
      'circle-radius': byZoom([11, 4], [15, 8]),
      'circle-color': ['case', ['get', 'urgent'], PALETTE.pointUrgent, PALETTE.point],
      'circle-stroke-color': PALETTE.halo,
      'circle-stroke-width': 2,
    },
  },
];

const raster = (tiles: string): LayerSpecification[] => [{ id: 'tiles', type: 'raster', source: tiles }];

/** The style of the district's map: own vector data, over raster tiles where the installation has a source of them. */
export function styleOf(layers: Layers, tiles: string | null): StyleSpecification {
  const area = (name: LayerName) => ({ type: 'geojson', data: layers[name], promoteId: 'code' }) as const;
  const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
  const labels = (name: LayerName) => ({ type: 'geojson', data: labelsOf(layers[name]) }) as const;
  return {
    version: 8,
    sources: {
      district: area('district'),
      street: area('street'),
      community: area('community'),
      grid: area('grid'),
      base: { type: 'geojson', data: layers.base },
      'street-labels': labels('street'),
      'community-labels': labels('community'),
      'grid-labels': labels('grid'),
      points: { type: 'geojson', data: nothing },
      ...(tiles !== null && { tiles: { type: 'raster', tiles: [tiles], tileSize: 256 } }),
    },
    layers: [...(tiles === null ? base : raster('tiles')), ...areas, ...points, ...LEVELS.flatMap(marksOf)],
  };
}
