import type { Geometry } from 'geojson';
import { type Polygon, polygonsToGeoJson, toDegrees } from '#packages/coverage';
import type { LayerFeature } from '#packages/geo-formats';
import type { MapShape, ShapeSet, ShapeStyle } from '#packages/web-kit/map';
import type { SourceLayer } from './layer.ts';
import { CHANGE_STYLE, CHOSEN_STYLE, colourOf, FAULT_LOOKS, FOCUS_STYLE, GRID_STYLE, SETTLED_STYLE } from './looks.ts';
import type { Conflict, WorkFault, WorkingGrid } from './work.ts';
import type { Workspace } from './workspace.ts';

const MANY_LABELS = 3000;

/** Shapes are made once for each array that they come from, so that the map is told only of what is new. */
function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const areaOf = (polygons: readonly Polygon[]): Geometry => polygonsToGeoJson(polygons);

/** The geometry of a feature in degrees; null for one that is nowhere. */
export function geometryOf({ shape }: Pick<LayerFeature, 'shape'>): Geometry | null {
  if (shape.kind === 'area') return shape.polygons.length === 0 ? null : areaOf(shape.polygons);
  if (shape.kind === 'line') return { type: 'MultiLineString', coordinates: shape.lines.map(positions) };
  if (shape.kind === 'point') return { type: 'MultiPoint', coordinates: positions(shape.points) };
  return null;
}

const positions = (flat: Int32Array): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [toDegrees(flat[2 * i]), toDegrees(flat[2 * i + 1])]);

/** Features as they lie in their file, in one style. */
export const shapesOfFeatures = (features: readonly LayerFeature[], style: ShapeStyle): MapShape[] =>
  features.flatMap((feature, i) => {
    const geometry = geometryOf(feature);
    return geometry === null ? [] : [{ id: String(i), geometry, style }];
  });

const layerStyle = (colour: number): ShapeStyle => ({
  fill: colourOf(colour),
  opacity: 0.08,
  line: colourOf(colour),
  width: 1.8,
  radius: 3,
});

const shapesOfLayer = once((layer: SourceLayer): MapShape[] =>
  shapesOfFeatures(layer.features, layerStyle(layer.colour)),
);

const outlinesOfLayer = once((layer: SourceLayer): MapShape[] => {
  const { line, width } = layerStyle(layer.colour);
  return shapesOfFeatures(layer.features, { line, width: (width ?? 1) - 0.6, dashed: layer.colour % 2 === 1 });
});

const shapesOfGrids = once((grids: readonly WorkingGrid[]): MapShape[] =>
  grids.map(({ code, name, polygons }) => ({
    id: code,
    geometry: areaOf(polygons),
    style: GRID_STYLE,
    ...(grids.length <= MANY_LABELS && name !== '' && { label: name }),
  })),
);

const shapesOfFaults = once((faults: readonly WorkFault[]): MapShape[] =>
  faults.flatMap(({ kind, where }, i) =>
    where === null ? [] : [{ id: String(i), geometry: where, style: FAULT_LOOKS[kind].style }],
  ),
);

const shapesOfConflicts = once((conflicts: readonly Conflict[]): MapShape[] =>
  conflicts.map(({ key, where, why }) => ({
    id: key,
    geometry: where,
    style: why === 'decision' ? SETTLED_STYLE : CHANGE_STYLE,
  })),
);

const focusOf = (where: Geometry | null | undefined): MapShape[] =>
  where ? [{ id: 'focus', geometry: where, style: FOCUS_STYLE }] : [];

const chosenGrids = ({ grids, selection }: Workspace): MapShape[] => {
  const chosen = new Set(selection.grids);
  return grids
    .filter(({ code }) => chosen.has(code))
    .map(({ code, polygons }) => ({ id: code, geometry: areaOf(polygons), style: CHOSEN_STYLE }));
};

/** The lowest priority lies lowest. */
const layerSets = (layers: readonly SourceLayer[], shapesOf: (layer: SourceLayer) => MapShape[]): ShapeSet[] =>
  layers
    .filter(({ visible }) => visible)
    .toReversed()
    .map((layer) => ({ id: `layer-${layer.id}`, shapes: shapesOf(layer), inert: true }));

/** What the map shows in each step, from below. */
export function setsOf(workspace: Workspace, panel: readonly MapShape[]): ShapeSet[] {
  const { step, layers, grids, faults, conflicts, selection } = workspace;
  const isMerging = step === 'layers' || ((step === 'faults' || step === 'unify') && conflicts === null);
  const sets: ShapeSet[] = [];
  if (step === 'layers' || !isMerging || layers.length === 0) {
    sets.push({ id: 'grids', shapes: shapesOfGrids(grids), inert: step === 'layers' || step === 'faults' });
  }
  if (isMerging) sets.push(...layerSets(layers, step === 'layers' ? shapesOfLayer : outlinesOfLayer));
  if (step === 'faults' && faults !== null) {
    sets.push({ id: 'faults', shapes: shapesOfFaults(faults) });
    const fault = selection.fault === null ? undefined : faults[selection.fault];
    sets.push({ id: 'focus', shapes: focusOf(fault?.where), inert: true });
  }
  if (step === 'unify' && conflicts !== null) {
    sets.push({ id: 'conflicts', shapes: shapesOfConflicts(conflicts) });
    const conflict = conflicts.find(({ key }) => key === selection.conflict);
    sets.push({ id: 'focus', shapes: focusOf(conflict?.where), inert: true });
  }
  if (step === 'divide' || step === 'edit') sets.push({ id: 'chosen', shapes: chosenGrids(workspace), inert: true });
  sets.push({ id: 'panel', shapes: panel, inert: true });
  return sets;
}
