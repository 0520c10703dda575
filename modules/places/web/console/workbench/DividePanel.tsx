import { Alert, Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { CommunityPicker } from './divide/CommunityPicker.tsx';
import styles from './divide/divide.module.css';
import { Histogram } from './divide/Histogram.tsx';
import type { PreviewView } from './divide/preview.ts';
import { Report } from './divide/Report.tsx';
import { changeOf, type Division, sumOf } from './divide/result.ts';
import { SettingsForm } from './divide/SettingsForm.tsx';
import { USUAL_SETTINGS } from './divide/settings.ts';
import { type DivisionState, useDivision } from './divide/use-division.ts';
import { usePreview } from './divide/use-preview.ts';
import type { WorkPanelProps } from './panel.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import shared from './workbench.module.css';

const WORDS = {
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
const NONE: readonly string[] = [];

const acceptedAs = (divisions: readonly Division[]): Text => {
  const names = divisions.map(({ community }) => community.name);
  const shown = names.slice(0, 3).join('、');
  return names.length > 3
    ? text(`划分 ${shown} 等 ${names.length} 个社区`, `Divide ${shown} and ${names.length - 3} more`)
    : text(`划分 ${shown}`, `Divide ${shown}`);
};

/** Divides communities into balanced grids; every change of the settings runs again, and nothing is kept before it is accepted. */
export function DividePanel(props: WorkPanelProps) {
  const words = useWords(WORDS);
  const { workspace, dispatch } = props;
  const [chosen, setChosen] = useState(NONE);
  const [settings, setSettings] = useState(USUAL_SETTINGS);
  const [accepted, setAccepted] = useState<Text | null>(null);
  const [view, setView] = useState<PreviewView>('both');
  const { divisions, state, isCounted, again } = useDivision(props, chosen, settings);
  usePreview(props, chosen, divisions, settings.range, view);
  useUndoKeys(dispatch);

  // A click on a grid of the map takes its community in or leaves it out.
  const clicked = workspace.selection.grids[0]?.slice(0, 12);
  useEffect(() => {
    if (clicked === undefined) return;
    setChosen((codes) => (codes.includes(clicked) ? codes.filter((code) => code !== clicked) : [...codes, clicked]));
    dispatch({ type: 'select', selection: { grids: [] } });
  }, [clicked, dispatch]);
  useEffect(() => {
    if (chosen.length > 0) setAccepted(null);
  }, [chosen]);

  const accept = () => {
    dispatch({ type: 'change_grids', ...changeOf(divisions), done: acceptedAs(divisions) });
    setAccepted(WORDS.accepted(divisions.length, divisions.flatMap(({ grids }) => grids).length));
    setChosen(NONE);
  };
  const undo = () => {
    dispatch({ type: 'undo' });
    setAccepted(null);
  };
  return (
    <div className={shared.stack}>
      <CommunityPicker {...{ workspace, chosen }} onChange={setChosen} />
      {!isCounted && <Alert type="warning" showIcon title={words.nobody} />}
      {accepted && <Accepted done={accepted} onUndo={undo} onEdit={() => dispatch({ type: 'go', step: 'edit' })} />}
      <SettingsForm {...{ workspace, settings }} onChange={setSettings} />
      {divisions.length > 0 && <Result {...{ divisions, state }} range={settings.range} />}
      {chosen.length > 0 && (
        <div className={styles.foot}>
          <Segmented
            aria-label={words.view}
            value={view}
            options={VIEWS.map((value) => ({ value, label: words[value] }))}
            onChange={(value: PreviewView) => setView(value)}
          />
          {state === 'stopped' ? (
            <Button onClick={again}>{words.again}</Button>
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

interface ResultProps {
  readonly divisions: readonly Division[];
  readonly state: DivisionState;
  readonly range: typeof USUAL_SETTINGS.range;
}

function Result({ divisions, state, range }: ResultProps) {
  const words = useWords(WORDS);
  const sum = sumOf(divisions);
  return (
    <section className={shared.block} aria-label={words.result}>
      <h2 className={shared.heading}>{words.result}</h2>
      <div className={styles.result} aria-busy={state === 'waiting'} aria-live="polite">
        <Histogram loads={sum.loads} range={range} />
        <Report sum={sum} range={range} gridsBefore={divisions.flatMap(({ before }) => before).length} />
      </div>
    </section>
  );
}

interface AcceptedProps {
  readonly done: Text;
  readonly onUndo: () => void;
  readonly onEdit: () => void;
}

function Accepted({ done, onUndo, onEdit }: AcceptedProps) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Alert
      type="success"
      showIcon
      title={say(done)}
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
