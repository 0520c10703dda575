import type { Locale } from '#packages/kernel';

const ZONE = 'Asia/Shanghai';
const tag = (locale: Locale) => (locale === 'zh' ? 'zh-CN' : 'en-GB');

/** 11月24日 19:26, with the year where it is not this one. */
export function formatTime(iso: string, locale: Locale, now = new Date()): string {
  const date = new Date(iso);
  const year = date.getFullYear() === now.getFullYear() ? undefined : ('numeric' as const);
  const options = { year, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return new Intl.DateTimeFormat(tag(locale), { ...options, timeZone: ZONE }).format(date);
}

export const formatDay = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tag(locale), { dateStyle: 'medium', timeZone: ZONE }).format(new Date(iso));

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "3小时前", "in 2 days": the largest unit that fits. */
export function formatDistance(iso: string, locale: Locale, now = Date.now()): string {
  const distance = Date.parse(iso) - now;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? UNITS[2];
  return new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' }).format(Math.trunc(distance / size), unit);
}
