import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ComponentType, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { type Bounds, type MapShape, MapView, type ShapeAt } from '#packages/web-kit/map';
import { places } from '../api.ts';
import { loadAreas } from './areas.ts';
import { DividePanel } from './DividePanel.tsx';
import { EditPanel } from './EditPanel.tsx';
import { FaultsPanel } from './FaultsPanel.tsx';
import { JobBar } from './JobBar.tsx';
import { LayersPanel } from './LayersPanel.tsx';
import type { WorkbenchMap, WorkPanelProps } from './panel.ts';
import { Refusal } from './Refusal.tsx';
import { SavePanel } from './SavePanel.tsx';
import { StepBar } from './StepBar.tsx';
import { setsOf } from './shapes.ts';
import { UnifyPanel } from './UnifyPanel.tsx';
import { useEngine } from './use-engine.ts';
import { useJob } from './use-job.ts';
import { useOpenPlan } from './use-open-plan.ts';
import styles from './workbench.module.css';
import { EMPTY, reduce, type Step } from './workspace.ts';

const WORDS = {
  title: text('网格工作台', 'Grid workbench'),
  map: text('图层、问题与网格', 'Layers, faults and grids'),
  undo: text('撤销', 'Undo'),
  redo: text('重做', 'Redo'),
  what: (verb: string, done: string) => text(`${verb}：${done}`, `${verb}: ${done}`),
  panel: text('步骤', 'Step'),
  areas: text('读取区域界线…', 'Loading the borders of areas…'),
  plan: text('读取方案…', 'Loading the plan…'),
};

const PANELS: Readonly<Record<Step, ComponentType<WorkPanelProps>>> = {
  layers: LayersPanel,
  faults: FaultsPanel,
  unify: UnifyPanel,
  divide: DividePanel,
  edit: EditPanel,
  save: SavePanel,
};

const NO_SHAPES: readonly MapShape[] = [];

/** From the layers of departments to a plan without a fault. Everything happens in the browser until it is saved. */
export default function Workbench() {
  const words = useWords(WORDS);
  const [workspace, dispatch] = useReducer(reduce, EMPTY);
  const engine = useEngine();
  const { job, error, run } = useJob();
  const [instance, setInstance] = useState<WorkbenchMap['instance']>(null);
  const [panelShapes, show] = useState(NO_SHAPES);
  const { step, areas, selection } = workspace;

  useEffect(() => {
    void run(words.areas, loadAreas).then((loaded) => loaded && dispatch({ type: 'know_areas', areas: loaded }));
  }, [run, words.areas]);
  useAskedPlan({ workspace, dispatch, engine, run });
  useWarningBeforeLeaving(workspace.past.length > 0);

  const fit = useCallback(
    ([west, south, east, north]: Bounds) => {
      instance?.fitBounds([west, south, east, north], { padding: 48, maxZoom: 21, duration: 400 });
    },
    [instance],
  );
  const map = useMemo(() => ({ instance, show, fit }), [instance, fit]);
  const choose = (shape: ShapeAt | null): void => {
    if (shape?.set === 'faults') dispatch({ type: 'select', selection: { fault: Number(shape.id) } });
    else if (shape?.set === 'conflicts') dispatch({ type: 'select', selection: { conflict: shape.id } });
    else if (shape?.set === 'grids') {
      const others = shape.more ? selection.grids.filter((code) => code !== shape.id) : [];
      const isTaken = shape.more && selection.grids.includes(shape.id);
      dispatch({ type: 'select', selection: { grids: isTaken ? others : [...others, shape.id] } });
    }
  };

  const go = (next: Step): void => {
    show(NO_SHAPES);
    dispatch({ type: 'go', step: next });
  };
  const sets = useMemo(() => setsOf(workspace, panelShapes), [workspace, panelShapes]);

  const Panel = PANELS[step];
  return (
    <Screen
      title={words.title}
      layout="fixed"
      note={workspace.plan?.name}
      extra={<History {...{ workspace, dispatch }} />}
    >
      <div className={styles.bench}>
        <MapView
          label={words.map}
          className={styles.map}
          grids={workspace.grids.length > 0 || workspace.layers.length > 0 ? 'hidden' : 'shown'}
          shapes={sets}
          onShape={choose}
          onMap={setInstance}
        />
        <section className={styles.side} aria-label={words.panel}>
          <StepBar workspace={workspace} onGo={go} />
          {job && <JobBar job={job} />}
          <div className={styles.panel}>
            {error !== null && <Refusal error={error} />}
            {areas.length > 0 && <Panel {...{ workspace, dispatch, engine, map, run }} busy={job !== null} />}
          </div>
        </section>
      </div>
    </Screen>
  );
}

/** The plan that the address asks for, opened once the areas are known. */
function useAskedPlan(props: Pick<WorkPanelProps, 'workspace' | 'dispatch' | 'engine' | 'run'>): void {
  const id = new URLSearchParams(useSearch()).get('plan');
  const open = useOpenPlan(props);
  const asked = useRef<string | null>(null);
  const isReady = props.workspace.areas.length > 0;
  const { run } = props;
  const words = useWords(WORDS);
  useEffect(() => {
    if (id === null || !isReady || asked.current === id) return;
    asked.current = id;
    void run(words.plan, () => places('GET /api/grid-plans/:id', { params: { id } })).then(
      (plan) => plan && open({ id, name: plan.name }),
    );
  }, [id, isReady, open, run, words.plan]);
}

/** The browser asks before it forgets what is not saved. */
function useWarningBeforeLeaving(hasWork: boolean): void {
  useEffect(() => {
    if (!hasWork) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [hasWork]);
}

function History({ workspace: { past, future }, dispatch }: Pick<WorkPanelProps, 'workspace' | 'dispatch'>) {
  const words = useWords(WORDS);
  const say = useText();
  const [last, next] = [past.at(-1), future[0]];
  return (
    <>
      <Tooltip title={last && words.what(words.undo, say(last.done))}>
        <Button icon={<UndoOutlined aria-hidden />} disabled={!last} onClick={() => dispatch({ type: 'undo' })}>
          {words.undo}
        </Button>
      </Tooltip>
      <Tooltip title={next && words.what(words.redo, say(next.done))}>
        <Button icon={<RedoOutlined aria-hidden />} disabled={!next} onClick={() => dispatch({ type: 'redo' })}>
          {words.redo}
        </Button>
      </Tooltip>
    </>
  );
}
