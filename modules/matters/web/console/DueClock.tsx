import { ClockCircleOutlined, HourglassOutlined, PauseCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ComponentType } from 'react';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { Clock } from '../../core/api.ts';
import { CLOCKS } from '../../core/terms.ts';
import { clockWords, type Tone } from './clock-words.ts';
import styles from './matters.module.css';

const WORDS = {
  due: (time: string) => text(`${time} 到期`, `due ${time}`),
  provisional: text('暂定：放假安排未公布', 'provisional: holidays not announced'),
};

const ICONS: Record<Tone, ComponentType<{ readonly 'aria-hidden'?: boolean }>> = {
  overdue: WarningFilled,
  soon: HourglassOutlined,
  calm: ClockCircleOutlined,
  paused: PauseCircleOutlined,
};

interface Props {
  readonly clock: Clock;
  /** With the kind of clock and the moment at which it runs out. */
  readonly full?: boolean;
}

/** A running clock in words, with icon and colour. */
export function DueClock({ clock, full = false }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { tone, text: state } = clockWords(clock, Date.now());
  const Icon = ICONS[tone];
  const moment = words.due(formatTime(clock.dueAt, locale));
  const notes = [say(CLOCKS[clock.kind]), tone !== 'paused' && moment, clock.provisional && words.provisional];
  const details = notes.filter(Boolean).join(' · ');
  return (
    <span className={styles.clock} data-tone={tone} title={full ? undefined : details}>
      <b>
        <Icon aria-hidden /> {say(state)}
      </b>
      {full && <span>{details}</span>}
    </span>
  );
}
