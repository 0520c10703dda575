import { type Text, text } from '#packages/kernel';
import type { Term, TimeUnit } from '#packages/procedure';
import type { Clock } from '../../core/api.ts';

export type Tone = 'overdue' | 'soon' | 'calm' | 'paused';

export interface ClockWords {
  readonly tone: Tone;
  readonly text: Text;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Less than this is left: it should be looked at now. */
const SOON = 4 * HOUR;

const plural = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** A length of time by its largest unit; less than a minute counts as one. */
export function spanOf(milliseconds: number): Text {
  const days = Math.floor(milliseconds / DAY);
  if (days >= 1) return text(`${days} 天`, plural(days, 'day'));
  const hours = Math.floor(milliseconds / HOUR);
  if (hours >= 1) return text(`${hours} 小时`, plural(hours, 'hour'));
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE));
  return text(`${minutes} 分钟`, `${minutes} min`);
}

/** How a clock stands, in words: what is left, by how much it is late, or that it is paused. */
export function clockWords({ dueAt, paused }: Pick<Clock, 'dueAt' | 'paused'>, now: number): ClockWords {
  if (paused) return { tone: 'paused', text: text('暂停计时', 'Clock stopped') };
  const left = Date.parse(dueAt) - now;
  if (left < 0) {
    const { zh, en } = spanOf(-left);
    return { tone: 'overdue', text: text(`超时 ${zh}`, `${en} late`) };
  }
  const { zh, en } = spanOf(left);
  return { tone: left <= SOON ? 'soon' : 'calm', text: text(`剩 ${zh}`, `${en} left`) };
}

export const UNIT_NAMES: Record<TimeUnit, Text> = {
  urgent_hour: text('紧急小时', 'urgent hours'),
  work_hour: text('工作小时', 'working hours'),
  work_day: text('个工作日', 'working days'),
  natural_day: text('个自然日', 'calendar days'),
};

export const termInWords = ({ amount, unit }: Term): Text =>
  text(`${amount} ${UNIT_NAMES[unit].zh}`, `${amount} ${UNIT_NAMES[unit].en}`);
