import { type Text, text } from '#packages/kernel';

const SQUARE_KM = 1_000_000;

/** An area in words: square metres with separators, square kilometres from one up. */
export function areaWords(m2: number): Text {
  if (m2 >= SQUARE_KM) {
    const km2 = (m2 / SQUARE_KM).toFixed(2);
    return text(`${km2} 平方公里`, `${km2} km²`);
  }
  if (m2 < 1) return text('不足 1 平方米', 'less than 1 m²');
  const whole = Math.round(m2).toLocaleString('en');
  return text(`${whole} 平方米`, `${whole} m²`);
}
