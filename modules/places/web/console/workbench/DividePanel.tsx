import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { polygonsToGeoJson } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { boundsOfAny, loadLayer } from '#packages/web-kit/map';
import { baseBarriers } from './divide/barriers.ts';
import { CommunityPicker } from './divide/CommunityPicker.tsx';
import styles from './divide/divide.module.css';
import { Histogram } from './divide/Histogram.tsx';
import { hasHouseholds, tasksOf } from './divide/plan.ts';
import { type PreviewView, previewShapes } from './divide/preview.ts';
import { Report } from './divide/Report.tsx';
import { changeOf, type Division, sumOf } from './divide/result.ts';
import { runTasks } from './divide/run.ts';
import { SettingsForm } from './divide/SettingsForm.tsx';
import { USUAL_SETTINGS } from './divide/settings.ts';
import type { WorkPanelProps } from './panel.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import shared from './workbench.module.css';

const WORDS = {
  dividing: text('划分网格…', 'Dividing…'),
  nobody: text(
    '还没有户数：请先在“图层”中打开一个方案，或载入户数点图层。',
    'There are no households yet: open a plan or load a layer of households under “Layers”.',
  ),
  result: text('划分结果', 'Result'),
  view: text('地图上显示', 'On the map'),
  new: text('新网格', 'New'),
  both: text('对照', 'Both'),
  old: text('现有网格', 'Today'),
  accept: text('采用这个划分', 'Accept'),
  again: text('重新计算', 'Run again'),
  accepted: (communities: number, grids: number) =>
    text(
      `已采用：${communities} 个社区划为 ${grids} 个网格`,
      communities === 1 ? `Accepted: ${grids} grids` : `Accepted: ${grids} grids in ${communities} communities`,
    ),
  undo: text('撤销', 'Undo'),
  edit: text('去编辑边界', 'Go on to the borders'),
};

const VIEWS = ['new', 'both', 'old'] as const;
/** A slider that moves starts the work when it rests for so long. */
const REST_MS = 250;

const acceptedAs = (divisions: readonly Division[]): Text => {
  const names = divisions.map(({ community }) => community.name);
  const shown = names.slice(0, 3).join('、');
  return names.length > 3
    ? text(`划分 ${shown} 等 ${names.length} 个社区`, `Divide ${shown} and ${names.length - 3} more`)
    : text(`划分 ${shown}`, `Divide ${shown}`);
};

/** Divides communities into balanced grids; every change of the settings runs again, and nothing is kept before it is accepted. */
export function DividePanel({ workspace, dispatch, engine, map, run }: WorkPanelProps) {
  const words = useWords(WORDS);
  const { areas, grids, ground, layers, selection } = workspace;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [settings, setSettings] = useState(USUAL_SETTINGS);
  const [divisions, setDivisions] = useState<readonly Division[]>([]);
  const [accepted, setAccepted] = useState<Text | null>(null);
  const [view, setView] = useState<PreviewView>('both');
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<'waiting' | 'fresh' | 'stopped'>('waiting');
  const base = useQuery({ queryKey: ['map', 'base'], queryFn: async () => baseBarriers(await loadLayer('base')) });
  const barriers = base.data;
  useUndoKeys(dispatch);

  // A click on a grid of the map takes its community in or leaves it out.
  const clicked = selection.grids[0]?.slice(0, 12);
  useEffect(() => {
    if (clicked === undefined) return;
    setChosen((codes) => (codes.includes(clicked) ? codes.filter((code) => code !== clicked) : [...codes, clicked]));
    dispatch({ type: 'select', selection: { grids: [] } });
  }, [clicked, dispatch]);

  const source = useMemo(() => ({ areas, grids, ground, layers }), [areas, grids, ground, layers]);
  const canRun = chosen.length > 0 && barriers !== undefined && hasHouseholds(source, settings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for the same again
  useEffect(() => {
    if (chosen.length === 0) setDivisions([]);
    if (!canRun) return;
    setAccepted(null);
    setState('waiting');
    let isLatest = true;
    const timer = setTimeout(() => {
      const tasks = tasksOf(source, chosen, settings, barriers);
      const taken = [...source.ground, ...source.grids].map(({ code }) => code);
      void run(words.dividing, (running) => runTasks(tasks, settings.mode, taken, engine, running)).then((made) => {
        if (!isLatest) return;
        if (made) setDivisions(made);
        setState(made ? 'fresh' : 'stopped');
      });
    }, REST_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [source, chosen, settings, barriers, canRun, engine, run, words.dividing, turn]);

  const { show, fit: fitTo } = map;
  const communities = useMemo(() => areas.filter(({ code }) => chosen.includes(code)), [areas, chosen]);
  useEffect(() => {
    show(previewShapes(communities, divisions, settings.range, view));
  }, [show, communities, divisions, settings.range, view]);
  const fitted = useRef('');
  useEffect(() => {
    const key = chosen.join();
    if (key === fitted.current) return;
    fitted.current = key;
    const bounds = boundsOfAny(communities.map(({ polygons }) => polygonsToGeoJson(polygons)));
    if (bounds) fitTo(bounds);
  }, [communities, chosen, fitTo]);

  const accept = () => {
    dispatch({ type: 'change_grids', ...changeOf(divisions), done: acceptedAs(divisions) });
    setAccepted(WORDS.accepted(divisions.length, divisions.flatMap((division) => division.grids).length));
    setDivisions([]);
    setChosen([]);
  };
  const sum = sumOf(divisions);
  return (
    <div className={shared.stack}>
      <CommunityPicker {...{ workspace, chosen }} onChange={setChosen} />
      {!hasHouseholds(source, settings) && <Alert type="warning" showIcon title={words.nobody} />}
      {accepted && (
        <Accepted
          done={accepted}
          onUndo={() => {
            dispatch({ type: 'undo' });
            setAccepted(null);
          }}
          onEdit={() => dispatch({ type: 'go', step: 'edit' })}
        />
      )}
      <SettingsForm {...{ workspace, settings }} onChange={setSettings} />
      {sum.loads.length > 0 && (
        <section className={shared.block} aria-label={words.result}>
          <h2 className={shared.heading}>{words.result}</h2>
          <div className={styles.result} aria-busy={state === 'waiting'} aria-live="polite">
            <Histogram loads={sum.loads} range={settings.range} />
            <Report sum={sum} range={settings.range} gridsBefore={divisions.flatMap(({ before }) => before).length} />
          </div>
        </section>
      )}
      {chosen.length > 0 && (
        <div className={styles.foot}>
          <Segmented
            aria-label={words.view}
            value={view}
            options={VIEWS.map((value) => ({ value, label: words[value] }))}
            onChange={(value: PreviewView) => setView(value)}
          />
          {state === 'stopped' ? (
            <Button onClick={() => setTurn((n) => n + 1)}>{words.again}</Button>
          ) : (
            <Button type="primary" disabled={state !== 'fresh' || divisions.length === 0} onClick={accept}>
              {words.accept}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface AcceptedProps {
  readonly done: Text;
  readonly onUndo: () => void;
  readonly onEdit: () => void;
}

function Accepted({ done, onUndo, onEdit }: AcceptedProps) {
  const words = useWords({ ...WORDS, done });
  return (
    <Alert
      type="success"
      showIcon
      title={words.done}
      description={
        <div className={shared.row}>
          <Button size="small" onClick={onUndo}>
            {words.undo}
          </Button>
          <Button size="small" onClick={onEdit}>
            {words.edit}
          </Button>
        </div>
      }
    />
  );
}
