import type { Range } from '#packages/coverage/divide';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import shared from '../workbench.module.css';
import styles from './divide.module.css';
import { spreadOf } from './histogram.ts';
import type { DivisionSum } from './result.ts';

const WORDS = {
  grids: (grids: number, households: string) =>
    text(`${grids} 个网格，共 ${households} 户`, `${grids} grids, ${households} households`),
  before: (grids: number) => text(`现有 ${grids} 个`, `${grids} today`),
  balance: text('均衡', 'Balance'),
  balanceOf: (mean: number, least: number, most: number) =>
    text(`平均 ${mean} 户，最少 ${least} 户，最多 ${most} 户`, `${mean} on average, from ${least} to ${most}`),
  off: (share: string) => text(`最多偏离平均 ${share}`, `at most ${share} off the mean`),
  form: text('形状', 'Shape'),
  formOf: (mean: string, least: string) =>
    text(
      `紧凑度平均 ${mean}，最低 ${least}（正方形为 0.79）`,
      `compactness ${mean} on average, ${least} at least (a square has 0.79)`,
    ),
  border: text('边界', 'Borders'),
  borderOf: (km: string, share: string) =>
    text(`内部边界 ${km} 公里，其中 ${share} 沿道路或河流`, `${km} km between grids, ${share} along roads or rivers`),
  borderOnly: (km: string) => text(`内部边界 ${km} 公里`, `${km} km between grids`),
  noBorder: text('没有内部边界', 'no border inside'),
  river: text('河流', 'Rivers'),
  main: text('主干路', 'Main roads'),
  road: text('道路', 'Roads'),
  compound: text('小区', 'Compounds'),
  crossed: (km: string, share: string) =>
    text(`${km} 公里穿过网格内部，其余 ${share} 是边界`, `${km} km run through a grid, the other ${share} are borders`),
  uncut: text('没有穿过任何网格', 'none runs through a grid'),
  cut: (names: string) => text(`被切开的小区：${names}`, `cut by a border: ${names}`),
  stability: text('稳定', 'Stability'),
  moved: (households: string, share: string) =>
    text(`${households} 户换到别的网格，占 ${share}`, `${households} households come into another grid, ${share}`),
  still: text('没有住户需要换网格', 'no household comes into another grid'),
  problems: (count: number) => text(`做不到的地方（${count}）`, `What is impossible (${count})`),
  more: (count: number) => text(`另有 ${count} 处`, `${count} more`),
};

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
const km = (metres: number): string => (metres / 1000).toFixed(metres < 10_000 ? 2 : 1);
const SHOWN = 6;

interface Props {
  readonly sum: DivisionSum;
  readonly range: Range;
  readonly gridsBefore: number;
}

/** The figures of a division in words. */
export function Report({ sum, range, gridsBefore }: Props) {
  const words = useWords(WORDS);
  const { loads, households, compactness, borderM, alongM, followed, cutCompounds, moved } = sum;
  const { mean, least, most } = spreadOf(loads, range);
  const off = Math.max(most / mean - 1, 1 - least / mean);
  return (
    <div className={styles.report}>
      <p className={shared.total}>
        {words.grids(loads.length, households.toLocaleString('en'))}
        <small>{words.before(gridsBefore)}</small>
      </p>
      <dl>
        <dt>{words.balance}</dt>
        <dd>
          {words.balanceOf(Math.round(mean), least, most)}
          <small>{words.off(percent(off))}</small>
        </dd>
        <dt>{words.form}</dt>
        <dd>{words.formOf(compactness.mean.toFixed(2), compactness.least.toFixed(2))}</dd>
        <dt>{words.border}</dt>
        <dd>{borderText(words, borderM, alongM)}</dd>
        {followed.map(({ kind, followedM, crossedM }) => (
          <Line key={kind} name={words[kind]}>
            {crossedM < 20 ? words.uncut : words.crossed(km(crossedM), percent(followedM / (followedM + crossedM)))}
          </Line>
        ))}
        {cutCompounds.length > 0 && <Line name={words.compound}>{words.cut(cutCompounds.join('、'))}</Line>}
        {moved !== null && (
          <Line name={words.stability}>
            {moved === 0
              ? words.still
              : words.moved(moved.toLocaleString('en'), percent(moved / Math.max(1, households)))}
          </Line>
        )}
      </dl>
      <Problems problems={sum.problems} />
    </div>
  );
}

function borderText(words: ReturnType<typeof useWords<typeof WORDS>>, metres: number, along: number | null): string {
  if (metres === 0) return words.noBorder;
  return along === null ? words.borderOnly(km(metres)) : words.borderOf(km(metres), percent(along / metres));
}

function Line({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Problems({ problems }: Pick<DivisionSum, 'problems'>) {
  const words = useWords(WORDS);
  const say = useText();
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems} role="note">
      <h3>{words.problems(problems.length)}</h3>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={problem.zh}>{say(problem)}</li>
        ))}
        {problems.length > SHOWN && <li>{words.more(problems.length - SHOWN)}</li>}
      </ul>
    </div>
  );
}
