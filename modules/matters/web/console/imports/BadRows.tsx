import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { ImportPage } from '../../../core/api.ts';
import styles from './imports.module.css';

const WORDS = {
  title: (n: number) => text(`${n} 处问题`, `${n} faults`),
  first: (n: number) => text(`以下是前 ${n} 处`, `The first ${n}`),
  row: text('行', 'Row'),
  column: text('列', 'Column'),
  why: text('问题', 'What is wrong'),
};

/** Rows that cannot be imported as they are: which row of the sheet, which column, why. */
export function BadRows({ list: { bad, badCount } }: { readonly list: ImportPage }) {
  const words = useWords(WORDS);
  return (
    <section className={styles.block}>
      <h2>{words.title(badCount)}</h2>
      {bad.length < badCount && <p className={styles.soft}>{words.first(bad.length)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.title(badCount)}>
        <table className={styles.bad}>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {bad.map(({ row, column, why }) => (
              <tr key={`${row} ${column} ${why}`}>
                <td>{row}</td>
                <td>{column}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
