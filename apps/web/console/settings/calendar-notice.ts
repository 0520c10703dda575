import { type Text, text } from '#packages/kernel';

export interface CalendarNotice {
  readonly urgent: boolean;
  readonly text: Text;
}

const SOON_DAYS = 60;

/** Whether the working calendar reaches far enough: deadlines beyond it count weekends only. */
export function calendarNotice(knownUntil: string, now: Date): CalendarNotice {
  const days = (Date.parse(`${knownUntil}T23:59:59+08:00`) - now.getTime()) / 86_400_000;
  const next = Number(knownUntil.slice(0, 4)) + 1;
  if (days < 0) {
    return {
      urgent: true,
      text: text(
        `工作日历只到 ${knownUntil}，现在的时限只按周末计算。请尽快更新日历。`,
        `The working calendar ends on ${knownUntil}: terms now count weekends only. Update it soon.`,
      ),
    };
  }
  return {
    urgent: days <= SOON_DAYS,
    text: text(
      `${next} 年的放假安排尚未载入；跨年的时限标为“暂定”，国务院办公厅通知公布后须更新。`,
      `The holidays of ${next} are not loaded: terms that reach into it are provisional until the State Council office announces them.`,
    ),
  };
}
