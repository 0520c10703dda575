import type { Geometry } from 'geojson';
import type { MapShape, ShapeSet, ShapeStyle } from '#packages/web-kit/map';
import type { PlanChanges } from '../../core/api.ts';
import type { PlanLayer } from './plan-layer.ts';

/** What the map shows: the plan before, the plan after, or what moves between them. */
export type CompareView = 'changes' | 'before' | 'after';

export interface Compared {
  /** Absent for a first plan, which has none before it. */
  readonly before: PlanLayer | undefined;
  readonly after: PlanLayer;
  readonly changes: PlanChanges;
}

export const COLOURS = {
  quiet: '#9fb0ae',
  before: '#57696f',
  after: '#0f5561',
  changed: '#8fbfc4',
  moved: '#e08a63',
  movedLine: '#b5432a',
} as const;

const QUIET: ShapeStyle = { fill: '#ffffff', opacity: 0.02, line: COLOURS.quiet, width: 0.7 };
const BEFORE: ShapeStyle = { fill: COLOURS.before, opacity: 0.14, line: COLOURS.before, width: 1.6, dashed: true };
const AFTER: ShapeStyle = { fill: COLOURS.changed, opacity: 0.4, line: COLOURS.after, width: 1.8 };
const MOVED: ShapeStyle = { fill: COLOURS.moved, opacity: 0.62, line: COLOURS.movedLine, width: 1 };

/** Codes of grids whose place is another: those of the earlier plan and those of the later one. */
export const changedCodes = ({ added, removed, changed }: PlanChanges): ReadonlySet<string> =>
  new Set([...added, ...removed, ...changed].map(({ code }) => code));

const gridShapes = (layer: PlanLayer, style: ShapeStyle, changed: ReadonlySet<string>): MapShape[] =>
  layer.features.map(({ geometry, properties: { code, name } }) => ({
    id: code,
    geometry,
    ...(changed.has(code) ? { style, label: name } : { style: QUIET }),
  }));

const movedShapes = ({ moves }: PlanChanges): MapShape[] =>
  moves.flatMap(({ from, to, where }, i) =>
    where === null ? [] : [{ id: `${from ?? ''} ${to ?? ''} ${i}`, geometry: where as Geometry, style: MOVED }],
  );

/** Borders alone, for the plan before under the plan after. */
const outlines = (layer: PlanLayer, changed: ReadonlySet<string>): MapShape[] =>
  layer.features
    .filter(({ properties }) => changed.has(properties.code))
    .map(({ geometry, properties: { code } }) => ({
      id: code,
      geometry,
      style: { line: COLOURS.before, width: 1.6, dashed: true },
    }));

/** The map's sets of shapes for one view. Grids answer to the pointer, and their names lie over what moves. */
export function comparisonShapes(view: CompareView, { before, after, changes }: Compared): ShapeSet[] {
  const changed = changedCodes(changes);
  if (view === 'before' && before) return [{ id: 'before', shapes: gridShapes(before, BEFORE, changed) }];
  if (view === 'after') return [{ id: 'after', shapes: gridShapes(after, AFTER, changed) }];
  return [
    { id: 'moved', shapes: movedShapes(changes), inert: true },
    { id: 'after', shapes: gridShapes(after, { ...AFTER, opacity: 0.16 }, changed) },
    ...(before ? [{ id: 'former', shapes: outlines(before, changed), inert: true }] : []),
  ];
}

/** What the map should look at: all that moves, else all that is new. */
export const whereItChanges = ({ after, changes }: Pick<Compared, 'after' | 'changes'>): Geometry[] => {
  const moved = changes.moves.flatMap(({ where }) => (where === null ? [] : [where as Geometry]));
  if (moved.length > 0) return moved;
  const changed = changedCodes(changes);
  return after.features.filter(({ properties }) => changed.has(properties.code)).map(({ geometry }) => geometry);
};
