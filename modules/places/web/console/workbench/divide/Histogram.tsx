import type { Range } from '#packages/coverage/divide';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import styles from './divide.module.css';
import { type Bin, binsOf, spreadOf } from './histogram.ts';

const WORDS = {
  said: (count: number, mean: number, least: number, most: number, within: number) =>
    text(
      `${count} 个网格的户数分布：平均 ${mean} 户，最少 ${least} 户，最多 ${most} 户，${within} 个在范围内`,
      `Households of ${count} grids: ${mean} on average, from ${least} to ${most}, ${within} within the range`,
    ),
  mean: (value: number) => text(`平均 ${value}`, `mean ${value}`),
  below: (count: number) => text(`偏少 ${count}`, `${count} below`),
  within: (count: number) => text(`范围内 ${count}`, `${count} in range`),
  above: (count: number) => text(`偏多 ${count}`, `${count} above`),
  spread: (value: number) => text(`标准差 ${value} 户`, `standard deviation ${value}`),
  bar: (from: number, to: number, count: number) =>
    text(`${from}–${to} 户：${count} 个网格`, `${from} to ${to} households: ${count} grids`),
};

const WIDTH = 420;
const HEIGHT = 150;
const FLOOR = 122;
const CEILING = 18;
const SIDES = ['below', 'within', 'above'] as const;

interface Props {
  readonly loads: readonly number[];
  readonly range: Range;
}

/** How many grids have how many households: bars by how they lie to the legal range, which is the band behind them. */
export function Histogram({ loads, range }: Props) {
  const words = useWords(WORDS);
  const bins = binsOf(loads, range);
  const { count, mean, deviation, least, most, below, within, above } = spreadOf(loads, range);
  const [from, to] = [bins[0].from, bins[bins.length - 1].to];
  const at = (load: number): number => ((load - from) / (to - from)) * WIDTH;
  const middle = at(mean);
  return (
    <figure className={styles.histogram}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={words.said(count, Math.round(mean), least, most, within)}
      >
        <rect
          className={styles.band}
          x={at(range.min)}
          y={CEILING}
          width={at(range.max) - at(range.min)}
          height={FLOOR - CEILING}
        />
        <Bars bins={bins} say={words.bar} />
        <path className={styles.floor} d={`M0 ${FLOOR}.5H${WIDTH}`} />
        <path className={styles.mean} d={`M${middle} ${CEILING - 4}V${FLOOR}`} />
        <text className={styles.meanText} x={clamp(middle, 40)} y={CEILING - 7}>
          {words.mean(Math.round(mean))}
        </text>
        {[range.min, range.max].map((end) => (
          <text key={end} x={clamp(at(end), 16)} y={FLOOR + 18}>
            {end}
          </text>
        ))}
      </svg>
      <figcaption>
        <span data-side="within">{words.within(within)}</span>
        <span data-side="below">{words.below(below)}</span>
        <span data-side="above">{words.above(above)}</span>
        <small>{words.spread(Math.round(deviation))}</small>
      </figcaption>
    </figure>
  );
}

const clamp = (x: number, room: number): number => Math.max(room, Math.min(WIDTH - room, x));

interface BarsProps {
  readonly bins: readonly Bin[];
  readonly say: (from: number, to: number, count: number) => string;
}

function Bars({ bins, say }: BarsProps) {
  const tallest = Math.max(1, ...bins.map(({ below, within, above }) => below + within + above));
  const width = WIDTH / bins.length;
  return bins.map((bin, i) => {
    const total = bin.below + bin.within + bin.above;
    let top = FLOOR;
    return (
      <g key={bin.from}>
        <title>{say(bin.from, bin.to - 1, total)}</title>
        {SIDES.map((side) => {
          const height = (bin[side] / tallest) * (FLOOR - CEILING - 6);
          top -= height;
          return (
            <rect
              key={side}
              data-side={side}
              x={i * width + 1}
              y={top}
              width={Math.max(1, width - 2)}
              height={height}
              rx={height > 4 ? 2 : 0}
            />
          );
        })}
      </g>
    );
  });
}
