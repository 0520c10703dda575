import { chineseDigits, chineseNumber } from './chinese-number.ts';

function partsOf(day: string): readonly [year: string, month: number, day: number] {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const isDay = year !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  if (!isDay) throw new RangeError(`not a day: ${day}`);
  return [year, Number(month), Number(date)];
}

/** 2026-11-05 as 2026年11月5日, the form of official documents (GB/T 9704-2012, 7.3.5.4). Throws RangeError for what is no day. */
export function officialDate(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** 2026-11-05 as 二〇二六年十一月五日, the form of agreements and certificates. Throws RangeError for what is no day. */
export function chineseDate(day: string): string {
  const [year, month, date] = partsOf(day);
  return `${chineseDigits(year)}年${chineseNumber(month)}月${chineseNumber(date)}日`;
}
