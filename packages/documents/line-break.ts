/**
 * Where a line of Chinese may end, after GB/T 15834-2011 (5.1) and the rules of CLREQ: no closing mark at the start of a line, no
 * opening mark at its end, a dash or an ellipsis of two signs stays whole, Latin words and numbers stay whole.
 */
const CLOSING = new Set('，。、；：？！）】》〉」』”’〕］｝〗…—～·％‰℃％%)]},.;:!?々%ー〞＞');
const OPENING = new Set('（【《〈「『“‘〔［｛〖([{￥$＜');
/** Full-width marks whose right half is empty: at the end of a line they take half a sign. */
const HALF_AT_END = new Set('，。、；：）】》〉」』”’〕］｝〗');

const MARK = /^\p{M}$/u;
const LATIN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d_@#&*+=/\\'"~^|.,:;!?%$()[\]{}<>²³-]$/u;
const WORD = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]$/u;
const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const JOINED = new Set('…—');

export const isLatin = (sign: string): boolean => LATIN.test(sign);

/** A quarter-sign of air between Han signs and Latin words or numbers is customary; an eighth is set. */
export const airBetween = (a: string, b: string): number =>
  (HAN.test(a) && WORD.test(b)) || (WORD.test(a) && HAN.test(b)) ? 0.125 : 0;

/** Whether justification may widen the gap between two signs: everywhere but inside a Latin word or a joined pair. */
export const isStretchable = (a: string, b: string): boolean =>
  a === ' ' || !((LATIN.test(a) && (LATIN.test(b) || b === ' ')) || MARK.test(b) || (JOINED.has(a) && a === b));

export function mayBreak(a: string, b: string): boolean {
  if (b === ' ' || MARK.test(b)) return false;
  if (CLOSING.has(b)) return false;
  if (a === ' ') return true;
  if (OPENING.has(a)) return false;
  if (LATIN.test(a) && LATIN.test(b)) return (a === '-' || a === '/') && WORD.test(b);
  return true;
}

export interface MeasuredSign {
  readonly sign: string;
  /** Points. */
  readonly width: number;
  readonly size: number;
}

/** Signs `start` to `end` (exclusive) of the paragraph; `width` without spaces at the end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** The paragraph, or a forced line, ends here: not justified. */
  readonly last: boolean;
}

const airAfter = (signs: readonly MeasuredSign[], at: number): number =>
  at + 1 < signs.length ? airBetween(signs[at].sign, signs[at + 1].sign) * signs[at].size : 0;

/** Width of what was set, when its last sign ends the line. */
const endWidth = ({ sign, width, size }: MeasuredSign): number => {
  if (sign === ' ') return 0;
  return HALF_AT_END.has(sign) && width > 0.9 * size ? width - size / 2 : width;
};

/** Sets signs into lines: each as full as the rules allow. `room(n)` is the width of line n. A sign `\n` forces a line. */
export function breakLines(signs: readonly MeasuredSign[], room: (line: number) => number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < signs.length) {
    const line = nextLine(signs, start, room(lines.length));
    lines.push(line);
    start = line.end;
    while (!line.last && signs[start]?.sign === ' ') start++;
  }
  const ended = lines.at(-1);
  if (!ended || (ended.last && signs.at(-1)?.sign === '\n')) {
    lines.push({ start: signs.length, end: signs.length, width: 0, last: true });
  }
  return lines;
}

function nextLine(signs: readonly MeasuredSign[], start: number, room: number): Line {
  let before = 0;
  let good: Line | undefined;
  for (let at = start; at < signs.length; at++) {
    const sign = signs[at];
    if (sign.sign === '\n') return { start, end: at + 1, width: before, last: true };
    const width = before + endWidth(sign);
    if (width > room + 0.001 && at > start && sign.sign !== ' ')
      return good ?? { start, end: at, width: before, last: false };
    const ends = at + 1 === signs.length;
    if (ends) return { start, end: at + 1, width, last: true };
    if (mayBreak(sign.sign, signs[at + 1].sign)) good = { start, end: at + 1, width, last: false };
    before += sign.width + airAfter(signs, at);
  }
  throw new RangeError('a line without signs');
}
