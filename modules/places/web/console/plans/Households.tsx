import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { USUAL_HOUSEHOLDS } from '../../../contract.ts';
import type { PlanPage } from '../../../core/api.ts';
import styles from './plan.module.css';
import { Rows } from './Rows.tsx';

const [GRID, MICRO] = [USUAL_HOUSEHOLDS.grid, USUAL_HOUSEHOLDS.micro];

const WORDS = {
  title: text('户数提醒', 'Households to look at'),
  usual: text(
    `常规为每个网格 ${GRID[0]} 至 ${GRID[1]} 户，微网格 ${MICRO[0]} 至 ${MICRO[1]} 户。只是提醒，不影响办理。`,
    `Usual are ${GRID[0]} to ${GRID[1]} households in a grid, ${MICRO[0]} to ${MICRO[1]} in a micro-grid. A reminder: the plan may go on.`,
  ),
  households: (n: number) => text(`${n} 户`, `${n} households`),
};

/** Grids with more or fewer households than usual. */
export function Households({ plan: { warned } }: { readonly plan: PlanPage }) {
  const words = useWords(WORDS);
  if (warned.length === 0) return null;
  return (
    <section className={styles.block} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className={styles.soft}>{words.usual}</p>
      <Rows
        rows={warned.map(({ code, name, households }) => (
          <li key={code}>
            <span>{name}</span>
            <span className={styles.number}>{words.households(households)}</span>
          </li>
        ))}
      >
        {(shown) => <ul className={styles.lines}>{shown}</ul>}
      </Rows>
    </section>
  );
}
