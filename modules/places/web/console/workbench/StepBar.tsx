import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import styles from './workbench.module.css';
import { gridLayers, STEPS, type Step, type Workspace } from './workspace.ts';

const WORDS = { steps: text('步骤', 'Steps') };

const LABELS: Readonly<Record<Step, Text>> = {
  layers: text('图层', 'Layers'),
  faults: text('问题', 'Faults'),
  unify: text('合并', 'Merge'),
  divide: text('划分', 'Divide'),
  edit: text('编辑', 'Edit'),
  save: text('存为草案', 'Save'),
};

/** What there has to be before a step makes sense. */
const CAN_OPEN: Readonly<Record<Step, (workspace: Workspace) => boolean>> = {
  layers: () => true,
  faults: (workspace) => workspace.grids.length > 0 || gridLayers(workspace).length > 0,
  unify: (workspace) => workspace.grids.length > 0 || gridLayers(workspace).length > 0,
  divide: () => true,
  edit: ({ grids }) => grids.length > 0,
  save: ({ grids }) => grids.length > 0,
};

interface Props {
  readonly workspace: Workspace;
  readonly onGo: (step: Step) => void;
}

/** The steps in their order; each may be opened again. */
export function StepBar({ workspace, onGo }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const count = workspace.faults?.length ?? 0;
  return (
    <nav className={styles.steps} aria-label={words.steps}>
      <ol>
        {STEPS.map((step, i) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === workspace.step ? 'step' : undefined}
              disabled={!CAN_OPEN[step](workspace)}
              onClick={() => onGo(step)}
            >
              <span className={styles.number} aria-hidden="true">
                {i + 1}
              </span>
              {say(LABELS[step])}
              {step === 'faults' && count > 0 && <span className={styles.count}>{count}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
