const DIGITS = [...'零一二三四五六七八九'];
const UNITS = ['', '十', '百', '千'];

const group = (value: number): string =>
  [...String(value)]
    .map(Number)
    .map((digit, index, digits) => (digit === 0 ? '零' : DIGITS[digit] + UNITS[digits.length - 1 - index]))
    .join('')
    .replace(/零+$/, '')
    .replace(/零+/g, '零');

/** A whole number in Chinese words, 0 to 99,999,999: 12 is 十二, 205 is 二百零五. Throws RangeError for others. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 100_000_000) throw new RangeError(`not counted here: ${value}`);
  if (value < 20) return value < 10 ? DIGITS[value] : `十${value === 10 ? '' : DIGITS[value - 10]}`;
  if (value < 10_000) return group(value);
  const [thousands, rest] = [Math.floor(value / 10_000), value % 10_000];
  const link = rest > 0 && rest < 1000 ? '零' : '';
  return `${chineseNumber(thousands)}万${link}${rest > 0 ? group(rest) : ''}`;
}

/** Digits one by one, as years are said: 2026 is 二〇二六. */
export const chineseDigits = (digits: string): string =>
  digits.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]);
