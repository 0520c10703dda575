import styles from './bars.module.css';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** The part of `count` that is drawn strongly. */
  readonly part: number;
}

interface Props {
  readonly bars: readonly Bar[];
  readonly chosen: readonly string[];
  readonly onChoose: (key: string) => void;
  readonly say: (bar: Bar) => string;
}

/** Numbers as lengths; each is a button that filters by it. */
export function Bars({ bars, chosen, onChoose, say }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <button
            type="button"
            aria-pressed={chosen.includes(bar.key)}
            aria-label={say(bar)}
            onClick={() => onChoose(bar.key)}
          >
            <span className={styles.label}>{bar.label}</span>
            <span className={styles.count}>{bar.count}</span>
            <span className={styles.track}>
              <span className={styles.all} style={{ width: `${(bar.count / most) * 100}%` }} />
              <span className={styles.part} style={{ width: `${(bar.part / most) * 100}%` }} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
