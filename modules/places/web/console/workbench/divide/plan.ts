import { dissolve } from '#packages/coverage';
import type { Barrier } from '#packages/coverage/divide';
import { type AreaShape, cellOf } from '../../../../core/published.ts';
import type { DivideRequest } from '../engine.ts';
import type { WorkingGrid } from '../work.ts';
import type { Workspace } from '../workspace.ts';
import { barriersNear } from './barriers.ts';
import { demandByArea, householdsOf, spreadDemand } from './demand.ts';
import type { DivideSettings } from './settings.ts';

/** One community that is to be divided: what of it, and what stays. */
export interface Task {
  readonly community: AreaShape;
  /** The grids that the new ones replace. */
  readonly before: readonly WorkingGrid[];
  /** Dedicated grids that stay. */
  readonly kept: readonly WorkingGrid[];
  readonly households: number;
  readonly request: DivideRequest;
}

type Given = Pick<Workspace, 'areas' | 'grids' | 'ground' | 'layers'>;

/** The grids of today: those that are worked on, or those of the plan that was opened. */
export const gridsOfToday = ({ grids, ground }: Given): readonly WorkingGrid[] => (grids.length > 0 ? grids : ground);

/**
 * What the engine is asked, a community at a time, in the order of the codes. Communities that have nothing but
 * dedicated grids are left out. `base`: the barriers of the base map.
 */
export function tasksOf(
  workspace: Given,
  chosen: readonly string[],
  settings: DivideSettings,
  base: readonly Barrier[],
): Task[] {
  const parts = chosen.toSorted().flatMap((code) => partOf(workspace, code, settings.keepDedicated));
  const demand = demandOf(workspace, settings);
  const demands =
    demand === undefined
      ? parts.map(({ before }) => spreadDemand(before))
      : demandByArea(
          demand,
          parts.map(({ region }) => region),
        );
  const barriers = [...(settings.base ? base : []), ...layerBarriers(workspace, settings.barriers)];
  const blocks = blocksOf(workspace, settings);
  return parts.map(({ community, region, before, kept }, i) => ({
    community,
    before,
    kept,
    households: householdsOf(demands[i]),
    request: {
      communities: [region],
      demand: demands[i],
      barriers: [
        ...barriersNear(barriers, region.polygons),
        ...(settings.mode === 'keep' ? formerBorders(before) : []),
      ],
      ...(blocks && { blocks }),
      target: settings.target,
      range: settings.range,
      seed: settings.seed,
      ...(settings.mode === 'keep' && before.length > 0 && { previous: before }),
    },
  }));
}

interface Part {
  readonly community: AreaShape;
  readonly region: AreaShape;
  readonly before: readonly WorkingGrid[];
  readonly kept: readonly WorkingGrid[];
}

function partOf(workspace: Given, code: string, keepDedicated: boolean): Part[] {
  const community = workspace.areas.find((area) => area.level === 'community' && area.code === code);
  if (community === undefined) return [];
  const own = gridsOfToday(workspace).filter((grid) => grid.community === code);
  const kept = keepDedicated ? own.filter(({ kind }) => kind === 'dedicated') : [];
  const before = own.filter((grid) => !kept.includes(grid));
  if (kept.length === 0) return [{ community, region: community, before, kept }];
  if (before.length === 0) return [];
  return [{ community, region: { ...community, polygons: dissolve(before.map(cellOf)) }, before, kept }];
}

function demandOf({ layers }: Given, { demand }: DivideSettings) {
  const content = layers.find(({ id }) => id === demand)?.content;
  return content?.kind === 'demand' ? content.demand : undefined;
}

/** Borders of today as lines that borders may follow: a grid that can stay stays to the last corner. */
const formerBorders = (grids: readonly WorkingGrid[]): Barrier[] =>
  grids.flatMap(({ code, polygons }) =>
    polygons.flat().map((ring, i): Barrier => {
      return { id: `border ${code} ${i}`, kind: 'road', line: Int32Array.from([...ring, ring[0], ring[1]]) };
    }),
  );

function layerBarriers({ layers }: Given, ids: readonly string[]): Barrier[] {
  return layers.flatMap(({ id, content }) =>
    ids.includes(id) && content.kind === 'barriers'
      ? content.barriers.map((one) => ({ ...one, id: `${id} ${one.id}` }))
      : [],
  );
}

const blocksOf = ({ layers }: Given, { blocks }: DivideSettings): readonly WorkingGrid[] | undefined => {
  const content = layers.find(({ id }) => id === blocks)?.content;
  return content?.kind === 'grids' ? content.grids : undefined;
};

/** Whether there is anything to count households from. */
export const hasHouseholds = (workspace: Given, { demand }: DivideSettings): boolean =>
  demand !== null || gridsOfToday(workspace).some(({ households }) => households > 0);

/** Layers of areas that may be blocks. */
export const blockLayers = ({ layers }: Workspace) => layers.filter(({ content }) => content.kind === 'grids');
