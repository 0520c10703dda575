import type { Range } from '#packages/coverage/divide';

/** Whether the division begins anew, or keeps as many households as it can in the grid in which they are. */
export type DivideMode = 'anew' | 'keep';

export interface DivideSettings {
  readonly target: number;
  readonly range: Range;
  readonly seed: number;
  readonly mode: DivideMode;
  /** Id of the layer with households by building; null for those of the grids, spread over their areas. */
  readonly demand: string | null;
  /** Whether borders follow the roads and rivers of the base map. */
  readonly base: boolean;
  /** Ids of the layers whose lines and compounds are heeded. */
  readonly barriers: readonly string[];
  /** Id of the layer of blocks that must not be cut; null for none. */
  readonly blocks: string | null;
  /** Whether dedicated grids (专属网格) stay as they are. */
  readonly keepDedicated: boolean;
}

/** The numbers for comprehensive grids that the regulations of districts have: about 400, from 300 to 500 households. */
export const USUAL_SETTINGS: DivideSettings = {
  target: 400,
  range: { min: 300, max: 500 },
  seed: 1,
  mode: 'anew',
  demand: null,
  base: true,
  barriers: [],
  blocks: null,
  keepDedicated: true,
};

/** What the sliders offer. */
export const BOUNDS = { min: 50, max: 1000, step: 10 } as const;

const within = (value: number, { min, max }: Range): number => Math.max(min, Math.min(max, value));

/** Another target, within the legal range. */
export const withTarget = (settings: DivideSettings, target: number): DivideSettings => ({
  ...settings,
  target: within(Math.round(target), settings.range),
});

/** Another range; the target gives way to it. Either end may come first. */
export function withRange(settings: DivideSettings, one: number, other: number): DivideSettings {
  const [min, max] = [one, other].map((end) => within(Math.round(end), BOUNDS)).sort((a, b) => a - b);
  return { ...settings, range: { min, max }, target: within(settings.target, { min, max }) };
}
