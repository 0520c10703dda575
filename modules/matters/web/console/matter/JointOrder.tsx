import {
  BellOutlined,
  CheckCircleFilled,
  ClockCircleOutlined,
  MinusCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { type Text, text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { JointPage, PartPage } from '../../../core/joint-api.ts';
import styles from './joint.module.css';
import matter from './matter.module.css';

const WORDS = {
  title: text('联合办理（吹哨报到）', 'Joint order'),
  by: (name: string, time: string) => text(`${name} ${time} 吹哨`, `${name} whistled ${time}`),
  somebody: text('街道', 'The street'),
  left: (n: number, all: number) => text(`${all} 个单位，还有 ${n} 个未反馈`, `${n} of ${all} units still to report`),
  all: (n: number) => text(`${n} 个单位全部反馈`, `All ${n} units have reported`),
  justified: text('评估：吹哨合理', 'Appraised: the whistle was justified'),
  unjustified: text('评估：不该吹哨', 'Appraised: the whistle was not justified'),
};

const STATES = {
  onTime: (time: string) => text(`${time} 按时反馈`, `reported ${time}, on time`),
  late: (time: string) => text(`${time} 超时反馈`, `reported ${time}, late`),
  excused: (time: string) => text(`${time} 免除`, `released ${time}`),
  owed: (time: string) => text(`${time} 到期`, `due ${time}`),
  overdue: (time: string) => text(`已超时，${time} 到期`, `overdue since ${time}`),
  away: text('未到场', 'did not come'),
};

type Tone = 'good' | 'bad' | 'calm' | 'rests';

/** How a part stands, in a word and a colour. */
export function partState(
  { reportedAt, excusedAt, onTime, overdue, dueAt }: PartPage,
  at: (iso: string) => string,
): {
  tone: Tone;
  words: Text;
} {
  if (excusedAt !== null) return { tone: 'rests', words: STATES.excused(at(excusedAt)) };
  if (reportedAt !== null) {
    const say = onTime ? STATES.onTime : STATES.late;
    return { tone: onTime ? 'good' : 'bad', words: say(at(reportedAt)) };
  }
  return overdue ? { tone: 'bad', words: STATES.overdue(at(dueAt)) } : { tone: 'calm', words: STATES.owed(at(dueAt)) };
}

const ICONS = { good: CheckCircleFilled, bad: WarningFilled, calm: ClockCircleOutlined, rests: MinusCircleOutlined };

/** Who whistled, who was called for what, and how each answered. */
export function JointOrder({ joint }: { readonly joint: JointPage }) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const { by, at, parts, justified } = joint;
  const left = parts.filter(({ reportedAt, excusedAt }) => reportedAt === null && excusedAt === null).length;
  return (
    <section className={matter.block} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles.head}>
        <BellOutlined aria-hidden /> {words.by(by?.name ?? words.somebody, formatTime(at, locale))}
        <b data-open={left > 0}>{left > 0 ? words.left(left, parts.length) : words.all(parts.length)}</b>
      </p>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <PartLine key={part.unit.id} part={part} />
        ))}
      </ul>
      {justified !== null && <p className={styles.verdict}>{justified ? words.justified : words.unjustified}</p>}
    </section>
  );
}

function PartLine({ part }: { readonly part: PartPage }) {
  const words = useWords(STATES);
  const say = useText();
  const locale = useLocale();
  const { tone, words: state } = partState(part, (iso) => formatTime(iso, locale));
  const Icon = ICONS[tone];
  return (
    <li>
      <b>{part.unit.name}</b>
      <span className={styles.state} data-tone={tone}>
        <Icon aria-hidden /> {say(state)}
        {part.came === false && ` · ${words.away}`}
      </span>
      <p>{part.task}</p>
    </li>
  );
}
