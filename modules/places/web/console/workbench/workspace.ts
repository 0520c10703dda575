import type { UnifyRule } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import type { AreaShape } from '../../../core/published.ts';
import type { Claims } from './engine.ts';
import type { SourceLayer } from './layer.ts';
import type { Conflict, Verdict, WorkFault, WorkingGrid } from './work.ts';

export const STEPS = ['layers', 'faults', 'unify', 'divide', 'edit', 'save'] as const;
export type Step = (typeof STEPS)[number];

/** What may be taken back: the grids, what was decided about the conflicts between layers, and what the last merging told. */
export interface Work {
  /** The working coverage; empty until a plan was opened or layers were merged. */
  readonly grids: readonly WorkingGrid[];
  /** The grids of the plan that was opened: what communities keep that no layer draws. */
  readonly ground: readonly WorkingGrid[];
  /** Who gets a contested place, by the key of the conflict: a person's word. */
  readonly decisions: ReadonlyMap<string, string>;
  /** Every place that changed hands when the layers were merged last; null as long as they have not been. */
  readonly conflicts: readonly Conflict[] | null;
}

/** One state to which one may go back, with what was done after it. */
export interface Past {
  readonly work: Work;
  readonly done: Text;
}

export interface Selection {
  /** Codes of grids. */
  readonly grids: readonly string[];
  /** Place of a fault in `faults`. */
  readonly fault: number | null;
  /** Key of a conflict. */
  readonly conflict: string | null;
}

export interface UnifyChoice {
  readonly rule: UnifyRule;
  readonly toleranceM: number;
}

/** The plan that was opened, or is redrawn by saving. */
export interface OpenPlan {
  readonly id: string | null;
  readonly name: string;
}

/** All that the workbench holds; nothing of it is on the server before it is saved. */
export interface Workspace extends Work {
  readonly step: Step;
  /** District, streets and communities, exact. */
  readonly areas: readonly AreaShape[];
  /** In the order of their priority. */
  readonly layers: readonly SourceLayer[];
  readonly plan: OpenPlan | null;
  readonly choice: UnifyChoice;
  /** What the check found in the grids, or in the layers as long as there are no grids; null until checked. */
  readonly faults: readonly WorkFault[] | null;
  /** What merging the layers would make of them, by the rule that is chosen; known with the faults of layers. */
  readonly preview: readonly Conflict[];
  /** Whether the working coverage is without any fault; null until checked. */
  readonly verdict: Verdict | null;
  readonly selection: Selection;
  readonly past: readonly Past[];
  readonly future: readonly Past[];
}

export type WorkspaceAction =
  | { readonly type: 'know_areas'; readonly areas: readonly AreaShape[] }
  | { readonly type: 'go'; readonly step: Step }
  | { readonly type: 'add_layer'; readonly layer: SourceLayer }
  | { readonly type: 'change_layer'; readonly id: string; readonly change: Partial<Omit<SourceLayer, 'id'>> }
  | { readonly type: 'move_layer'; readonly id: string; readonly to: number }
  | { readonly type: 'remove_layer'; readonly id: string }
  | { readonly type: 'open_plan'; readonly plan: OpenPlan; readonly grids: readonly WorkingGrid[] }
  | { readonly type: 'choose'; readonly choice: Partial<UnifyChoice> }
  | { readonly type: 'decide'; readonly decisions: ReadonlyMap<string, string | null>; readonly done: Text }
  | {
      readonly type: 'unified';
      readonly grids: readonly WorkingGrid[];
      readonly conflicts: readonly Conflict[];
      /** The communities that were merged; the grids of others stay. All when absent. */
      readonly only?: readonly string[];
      readonly decisions?: ReadonlyMap<string, string>;
      readonly done: Text;
    }
  /** Grids that replace others: those in `remove` go, those in `put` come or are drawn anew. One step of the history. */
  | {
      readonly type: 'change_grids';
      readonly remove: readonly string[];
      readonly put: readonly WorkingGrid[];
      readonly done: Text;
    }
  | {
      readonly type: 'checked';
      readonly faults: readonly WorkFault[];
      readonly verdict: Verdict | null;
      readonly preview?: readonly Conflict[];
    }
  | { readonly type: 'select'; readonly selection: Partial<Selection> }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

const NOTHING: Selection = { grids: [], fault: null, conflict: null };

/** So many steps can be taken back; grids that did not change are shared between them. */
export const MOST_STEPS = 100;

export const EMPTY: Workspace = {
  step: 'layers',
  areas: [],
  layers: [],
  plan: null,
  choice: { rule: 'priority', toleranceM: 0.5 },
  grids: [],
  ground: [],
  decisions: new Map(),
  conflicts: null,
  faults: null,
  preview: [],
  verdict: null,
  selection: NOTHING,
  past: [],
  future: [],
};

type Handlers = {
  [T in WorkspaceAction['type']]: (
    workspace: Workspace,
    action: Extract<WorkspaceAction, { type: T }>,
  ) => Partial<Workspace>;
};

/** What is known of faults holds for the grids or layers that were checked, and for no others. */
const UNCHECKED = { faults: null, preview: [], verdict: null, selection: NOTHING } as const;
/** Layers that are others than those that were merged have to be merged again. */
const UNMERGED = { ...UNCHECKED, conflicts: null } as const;

const HANDLERS: Handlers = {
  know_areas: (_, { areas }) => ({ areas }),
  go: (_, { step }) => ({ step, selection: NOTHING }),
  add_layer: ({ layers }, { layer }) => ({ ...UNMERGED, layers: [...layers, layer] }),
  change_layer: ({ layers }, { id, change }) => ({
    ...('content' in change ? UNMERGED : {}),
    layers: layers.map((layer) => (layer.id === id ? { ...layer, ...change } : layer)),
  }),
  move_layer: ({ layers }, { id, to }) => ({ ...UNMERGED, layers: moved(layers, id, to) }),
  remove_layer: ({ layers }, { id }) => ({ ...UNMERGED, layers: layers.filter((layer) => layer.id !== id) }),
  open_plan: (workspace, { plan, grids }) => ({
    ...UNCHECKED,
    plan,
    ...step(workspace, { grids, ground: grids, decisions: new Map(), conflicts: null }, opened(plan.name)),
  }),
  choose: ({ choice }, { choice: change }) => ({ choice: { ...choice, ...change } }),
  decide: (workspace, { decisions, done }) => {
    const merged = new Map(workspace.decisions);
    for (const [key, to] of decisions) {
      if (to === null) merged.delete(key);
      else merged.set(key, to);
    }
    return step(workspace, { ...workOf(workspace), decisions: merged }, done);
  },
  unified: (workspace, { grids, conflicts, only, decisions = workspace.decisions, done }) => {
    const again = only && new Set(only);
    const isKept = ({ community }: { community: string }) => again !== undefined && !again.has(community);
    const kept = workspace.grids.filter(isKept);
    const work: Work = {
      grids: inOrder([...kept, ...grids]),
      ground: workspace.ground,
      decisions,
      conflicts: [...(workspace.conflicts ?? []).filter(isKept), ...conflicts],
    };
    return { ...UNCHECKED, ...step(workspace, work, done) };
  },
  change_grids: (workspace, { remove, put, done }) => ({
    ...UNCHECKED,
    ...step(workspace, { ...workOf(workspace), grids: replaced(workspace.grids, remove, put) }, done),
  }),
  checked: (_, { faults, verdict, preview = [] }) => ({ faults, verdict, preview }),
  select: ({ selection }, { selection: change }) => ({ selection: { ...selection, ...change } }),
  undo: (workspace) => {
    const last = workspace.past.at(-1);
    if (last === undefined) return {};
    const undone = { work: workOf(workspace), done: last.done };
    return {
      ...UNCHECKED,
      ...last.work,
      past: workspace.past.slice(0, -1),
      future: [undone, ...workspace.future],
    };
  },
  redo: (workspace) => {
    const [next, ...future] = workspace.future;
    if (next === undefined) return {};
    return {
      ...UNCHECKED,
      ...next.work,
      past: [...workspace.past, { work: workOf(workspace), done: next.done }],
      future,
    };
  },
};

/** Pure: the same workspace and action give the same workspace; nothing that was given is changed. */
export function reduce(workspace: Workspace, action: WorkspaceAction): Workspace {
  const handle = HANDLERS[action.type] as (workspace: Workspace, action: WorkspaceAction) => Partial<Workspace>;
  return { ...workspace, ...handle(workspace, action) };
}

const workOf = ({ grids, ground, decisions, conflicts }: Workspace): Work => ({ grids, ground, decisions, conflicts });

/** Layers of grids, the one with priority first. */
export const gridLayers = ({ layers }: Workspace): readonly Claims[] =>
  layers.flatMap(({ owner, name, content }) =>
    content.kind === 'grids' ? [{ name: owner || name, grids: content.grids }] : [],
  );

/** Whether the layers are looked at, which are still to be merged, or the grids. */
export const looksAtLayers = (workspace: Workspace): boolean =>
  workspace.conflicts === null && gridLayers(workspace).length > 0;

const step = (workspace: Workspace, next: Work, done: Text): Partial<Workspace> => ({
  ...next,
  past: [...workspace.past, { work: workOf(workspace), done }].slice(-MOST_STEPS),
  future: [],
});

const opened = (name: string): Text => text(`打开“${name}”`, `Open "${name}"`);

function moved(layers: readonly SourceLayer[], id: string, to: number): readonly SourceLayer[] {
  const layer = layers.find((one) => one.id === id);
  if (layer === undefined) return layers;
  const others = layers.filter((one) => one !== layer);
  const at = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, at), layer, ...others.slice(at)];
}

/** In the order of codes, so that a grid that was divided keeps its parts beside it. */
function replaced(
  grids: readonly WorkingGrid[],
  remove: readonly string[],
  put: readonly WorkingGrid[],
): readonly WorkingGrid[] {
  const gone = new Set([...remove, ...put.map(({ code }) => code)]);
  return inOrder([...grids.filter(({ code }) => !gone.has(code)), ...put]);
}

const inOrder = (grids: readonly WorkingGrid[]): readonly WorkingGrid[] =>
  grids.toSorted((a, b) => (a.code < b.code ? -1 : 1));
