/** Parts of bench/curves.ts: the drawing. Two fields side by side, time and memory, both axes logarithmic. */

export interface Curve {
  readonly name: string;
  readonly zh: string;
  readonly measurements: readonly { readonly size: number; readonly seconds: number; readonly megabytes: number }[];
}

/** Dark enough on white, and told apart by people who do not see all colours (Okabe and Ito 2008). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#6b5300'];
const FIELD = { width: 420, height: 340, left: 70, top: 70, between: 110 };
const LEGEND_ROW = 22;

interface Axis {
  readonly low: number;
  readonly high: number;
}

/** Whole decades around some values. */
function decades(values: readonly number[]): Axis {
  const positive = values.filter((value) => value > 0);
  return {
    low: Math.floor(Math.log10(Math.min(...positive)) + 1e-9),
    high: Math.ceil(Math.log10(Math.max(...positive)) - 1e-9),
  };
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function label(x: number, y: number, text: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(text)}</text>`;
}

const line = (x1: number, y1: number, x2: number, y2: number, colour: string): string =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${colour}"/>`;

/** 0.001, 0.1, 1, 1,000 and so on, without an exponent. */
const decadeText = (power: number): string =>
  power < 0 ? (10 ** power).toFixed(-power) : (10 ** power).toLocaleString('en');

function field(
  left: number,
  title: string,
  curves: readonly Curve[],
  quantity: (one: Curve['measurements'][number]) => number,
): string {
  const all = curves.flatMap(({ measurements }) => measurements);
  const across = decades(all.map(({ size }) => size));
  const up = decades(all.map(quantity));
  const { width, height, top } = FIELD;
  const x = (size: number): number =>
    left + ((Math.log10(size) - across.low) / Math.max(1, across.high - across.low)) * width;
  const y = (value: number): number =>
    top + height - ((Math.log10(value) - up.low) / Math.max(1, up.high - up.low)) * height;
  const parts = [label(left, top - 16, title, 'font-size="15" font-weight="600"')];
  for (let power = across.low; power <= across.high; power++) {
    parts.push(line(x(10 ** power), top, x(10 ** power), top + height, '#dddddd'));
    parts.push(label(x(10 ** power), top + height + 20, decadeText(power), 'text-anchor="middle"'));
  }
  for (let power = up.low; power <= up.high; power++) {
    parts.push(line(left, y(10 ** power), left + width, y(10 ** power), '#dddddd'));
    parts.push(label(left - 8, y(10 ** power) + 4, decadeText(power), 'text-anchor="end"'));
  }
  parts.push(label(left + width / 2, top + height + 42, '多边形数 polygons', 'text-anchor="middle" fill="#555555"'));
  curves.forEach(({ measurements }, i) => {
    const seen = measurements.filter((one) => quantity(one) > 0);
    const points = seen.map((one) => `${x(one.size).toFixed(1)},${y(quantity(one)).toFixed(1)}`);
    parts.push(`<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS[i]}" stroke-width="2"/>`);
    for (const point of points) {
      const [cx, cy] = point.split(',');
      parts.push(`<circle cx="${cx}" cy="${cy}" r="3.2" fill="${COLOURS[i]}"/>`);
    }
  });
  return parts.join('\n');
}

function legend(curves: readonly Curve[], top: number): string {
  return curves
    .map(({ name, zh }, i) => {
      const x = FIELD.left + (i % 3) * 310;
      const y = top + Math.floor(i / 3) * LEGEND_ROW;
      return `<rect x="${x}" y="${y - 9}" width="18" height="6" fill="${COLOURS[i]}"/>${label(x + 26, y, `${zh} ${name}`)}`;
    })
    .join('\n');
}

/** The drawing as SVG, white, with labels in Chinese and English. */
export function drawCurves(curves: readonly Curve[]): string {
  const { width, height, left, top, between } = FIELD;
  const whole = { width: left + 2 * width + between + 30, height: top + height + 70 + 2 * LEGEND_ROW + 20 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" width="${whole.width}" height="${whole.height}" font-family="Noto Sans SC, Noto Sans, sans-serif" font-size="13" fill="#222222">`,
    `<title>${escaped('网格引擎的时间与内存 Time and memory of the coverage engine')}</title>`,
    `<rect width="${whole.width}" height="${whole.height}" fill="#ffffff"/>`,
    label(
      left,
      26,
      '网格引擎：时间与内存随多边形数的增长 Coverage engine: how time and memory grow',
      'font-size="17" font-weight="600"',
    ),
    field(left, '时间（秒） seconds', curves, ({ seconds }) => seconds),
    field(
      left + width + between,
      '内存峰值（MB），含输入 peak memory with the input',
      curves,
      ({ megabytes }) => megabytes,
    ),
    legend(curves, top + height + 74),
    '</svg>',
    '',
  ].join('\n');
}
