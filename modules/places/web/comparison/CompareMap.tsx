import { useId, useMemo, useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { type Bounds, boundsOfAny, MapView, type MapViewProps } from '#packages/web-kit/map';
import { type Compared, type CompareView, comparisonShapes, whereItChanges } from './change-shapes.ts';
import styles from './compare.module.css';

const WORDS = {
  map: text('调整前后对照图', 'Map of before and after'),
  view: text('看哪一个', 'What to show'),
  changes: text('变化', 'Changes'),
  before: text('调整前', 'Before'),
  after: text('调整后', 'After'),
  legend: text('图例', 'Legend'),
  moved: text('划到另一网格的地方', 'moves to another grid'),
  former: text('原来的边界', 'border before'),
  newBorder: text('调整后的网格', 'grid after'),
  same: text('不变的网格', 'unchanged'),
};

interface Props extends Pick<MapViewProps, 'pin' | 'onPick' | 'className'> {
  readonly compared: Compared;
  /** Window to go to; where the plans differ when absent. */
  readonly bounds?: Bounds | null;
  /** A grid was clicked. */
  readonly onGrid?: (code: string) => void;
}

/** Room around what changes, in degrees: some 200 metres. */
const ROOM = 0.002;

const withRoom = ([west, south, east, north]: Bounds): Bounds => [west - ROOM, south - ROOM, east + ROOM, north + ROOM];

/** Two plans on one map: what moves between them, or one of them alone. */
export function CompareMap({ compared, bounds, onGrid, ...rest }: Props) {
  const words = useWords(WORDS);
  const [view, setView] = useState<CompareView>('changes');
  const shapes = useMemo(() => comparisonShapes(view, compared), [view, compared]);
  const home = useMemo(() => {
    const found = boundsOfAny(whereItChanges(compared));
    return found && withRoom(found);
  }, [compared]);
  return (
    <div className={styles.compare}>
      {compared.before && <ViewChoice view={view} onChange={setView} />}
      <MapView
        {...rest}
        label={words.map}
        grids="hidden"
        shapes={shapes}
        bounds={bounds ?? home}
        onShape={onGrid && ((shape) => shape && onGrid(shape.id))}
      />
      <Legend view={view} />
    </div>
  );
}

interface ViewChoiceProps {
  readonly view: CompareView;
  readonly onChange: (view: CompareView) => void;
}

function ViewChoice({ view, onChange }: ViewChoiceProps) {
  const words = useWords(WORDS);
  const name = useId();
  return (
    <fieldset className={styles.views}>
      <legend className={styles.hidden}>{words.view}</legend>
      {(['changes', 'before', 'after'] as const).map((one) => (
        <label key={one} data-chosen={one === view}>
          <input type="radio" name={name} checked={one === view} onChange={() => onChange(one)} />
          {words[one]}
        </label>
      ))}
    </fieldset>
  );
}

function Legend({ view }: { readonly view: CompareView }) {
  const words = useWords(WORDS);
  const entries = {
    changes: ['moved', 'former', 'newBorder', 'same'],
    before: ['former', 'same'],
    after: ['newBorder', 'same'],
  } as const;
  return (
    <ul className={styles.legend} aria-label={words.legend}>
      {entries[view].map((entry) => (
        <li key={entry}>
          <i data-kind={entry} aria-hidden="true" />
          {words[entry]}
        </li>
      ))}
    </ul>
  );
}
