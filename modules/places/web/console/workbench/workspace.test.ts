import fc from 'fast-check';
import { expect, it } from 'vitest';
import { text } from '#packages/kernel';
import type { SourceLayer } from './layer.ts';
import { type Conflict, newGrid } from './work.ts';
import { EMPTY, gridLayers, looksAtLayers, reduce, type Workspace, type WorkspaceAction } from './workspace.ts';

const done = text('改了', 'changed');
const square = (x: number) => [[Int32Array.from([x, 0, x + 10, 0, x + 10, 10, x, 10])]];
const grid = (code: string, x = 0) => newGrid(code, square(x));
const A = '320508001001001';
const B = '320508001001002';
const C = '320508001002001';

const layer = (id: string): SourceLayer => ({
  id,
  name: `${id}.geojson`,
  format: 'geojson',
  owner: id,
  colour: 0,
  visible: true,
  crs: text('WGS 84', 'WGS 84'),
  features: [],
  fields: { code: null, name: null, households: null },
  use: 'grids',
  content: { kind: 'grids', grids: [grid(A)] },
  notes: [],
});

const conflict = (code: string): Conflict => ({
  key: `${code.slice(0, 12)} 1 2 3 4`,
  community: code.slice(0, 12),
  from: [],
  to: code,
  areaM2: 1,
  widthM: 1,
  why: 'gap',
  where: { type: 'Polygon', coordinates: [] },
  claims: [],
  candidates: [],
});

const run = (...actions: WorkspaceAction[]): Workspace => actions.reduce(reduce, EMPTY);
const open: WorkspaceAction = { type: 'open_plan', plan: { id: null, name: '现行方案' }, grids: [grid(A), grid(C)] };

it('a plan that was opened is the ground, and can be taken back', () => {
  const opened = run(open);
  expect(opened.ground).toBe(opened.grids);
  expect(reduce(opened, { type: 'undo' }).grids).toEqual([]);
});

it('grids that replace others stand in the order of their codes; what did not change is the same object', () => {
  const before = run(open);
  const after = reduce(before, { type: 'change_grids', remove: [A], put: [grid(B)], done });
  expect(after.grids.map(({ code }) => code)).toEqual([B, C]);
  expect(after.grids[1]).toBe(before.grids[1]);
});

it('merging one community again leaves the grids and conflicts of others', () => {
  const merged = run(open, { type: 'unified', grids: [grid(A), grid(C)], conflicts: [conflict(A), conflict(C)], done });
  const again = reduce(merged, {
    type: 'unified',
    grids: [grid(A, 5)],
    conflicts: [],
    only: [A.slice(0, 12)],
    decisions: new Map([[conflict(A).key, A]]),
    done,
  });
  expect(again.grids.map(({ code }) => code)).toEqual([A, C]);
  expect(again.grids[1]).toBe(merged.grids.find(({ code }) => code === C));
  expect(again.conflicts?.map(({ to }) => to)).toEqual([C]);
  expect(again.decisions.size).toBe(1);
});

it('layers are looked at until they are merged, and again when one comes, goes or moves', () => {
  const loaded = run({ type: 'add_layer', layer: layer('a') }, { type: 'add_layer', layer: layer('b') });
  expect(looksAtLayers(loaded)).toBe(true);
  const merged = reduce(loaded, { type: 'unified', grids: [grid(A)], conflicts: [], done });
  expect(looksAtLayers(merged)).toBe(false);
  const moved = reduce(merged, { type: 'move_layer', id: 'b', to: 0 });
  expect(looksAtLayers(moved)).toBe(true);
  expect(gridLayers(moved).map(({ name }) => name)).toEqual(['b', 'a']);
});

it('a decision can be changed and withdrawn', () => {
  const key = conflict(A).key;
  const decide = (to: string | null): WorkspaceAction => ({ type: 'decide', decisions: new Map([[key, to]]), done });
  expect(run(decide(A)).decisions.get(key)).toBe(A);
  expect(run(decide(A), decide(B)).decisions.get(key)).toBe(B);
  expect(run(decide(A), decide(null)).decisions.size).toBe(0);
});

it('what was found by a check does not outlive the grids that were checked', () => {
  const checked = run(open, {
    type: 'checked',
    faults: [],
    verdict: { sound: true, grids: 2, areaM2: 1, exact: true },
  });
  expect(checked.verdict?.sound).toBe(true);
  const changes: WorkspaceAction[] = [
    { type: 'change_grids', remove: [A], put: [], done },
    { type: 'undo' },
    { type: 'add_layer', layer: layer('a') },
  ];
  for (const change of changes) expect(reduce(checked, change)).toMatchObject({ faults: null, verdict: null });
});

const action: fc.Arbitrary<WorkspaceAction> = fc.oneof(
  fc.constantFrom(A, B, C).map((code): WorkspaceAction => ({ type: 'change_grids', remove: [code], put: [], done })),
  fc
    .tuple(fc.constantFrom(A, B, C), fc.nat(9))
    .map(([code, x]): WorkspaceAction => ({ type: 'change_grids', remove: [], put: [grid(code, x)], done })),
  fc.constantFrom(A, B).map(
    (code): WorkspaceAction => ({
      type: 'decide',
      decisions: new Map([[conflict(code).key, code]]),
      done,
    }),
  ),
  fc.constant<WorkspaceAction>({ type: 'unified', grids: [grid(A), grid(B)], conflicts: [], done }),
);

it('whatever was done: as many steps back as were made, and forward again, and everything is as it was', () => {
  const workOf = ({ grids, ground, decisions, conflicts }: Workspace) => ({ grids, ground, decisions, conflicts });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
      const states = [run(open)];
      for (const one of actions) states.push(reduce(states[states.length - 1], one));
      let now = states[states.length - 1];
      for (let i = states.length - 2; i >= 0; i--) {
        now = reduce(now, { type: 'undo' });
        expect(workOf(now)).toEqual(workOf(states[i]));
      }
      for (let i = 1; i < states.length; i++) now = reduce(now, { type: 'redo' });
      expect(workOf(now)).toEqual(workOf(states[states.length - 1]));
    }),
  );
});
