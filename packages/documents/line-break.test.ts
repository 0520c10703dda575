import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, isLatin, type MeasuredSign } from './line-break.ts';

const SIZE = 10;
const measured = (words: string): MeasuredSign[] =>
  [...words].map((sign) => ({ sign, size: SIZE, width: sign === '\n' ? 0 : isLatin(sign) || sign === ' ' ? 5 : SIZE }));

const set = (words: string, width: number): string[] => {
  const signs = measured(words);
  return breakLines(signs, () => width).map(({ start, end }) =>
    signs
      .slice(start, end)
      .map(({ sign }) => sign)
      .join(''),
  );
};

describe('where a line ends', () => {
  it('no closing mark begins a line, no opening mark ends one', () => {
    expect(set('一二三四五六，七', 60)).toEqual(['一二三四五', '六，七']);
    expect(set('一二三四五（六七）', 60)).toEqual(['一二三四五', '（六七）']);
  });

  it('a mark at the end of a line takes half a sign', () => {
    expect(set('一二三四五，六', 55)).toEqual(['一二三四五，', '六']);
  });

  it('Latin words and numbers stay whole, and spaces end with their line', () => {
    expect(set('电话 12345 是热线', 45)).toEqual(['电话 ', '12345 是', '热线']);
    expect(set('one two three', 40)).toEqual(['one two ', 'three']);
  });

  it('a word longer than the line is cut; a long address breaks at its slashes', () => {
    expect(set('abcdefghij', 25)).toEqual(['abcde', 'fghij']);
    expect(set('https://a.cn/grids/notice', 70)).toEqual(['https://a.cn/', 'grids/notice']);
  });

  it('a dash and an ellipsis of two signs are not divided', () => {
    expect(set('一二三四——五', 50)).toEqual(['一二三', '四——五']);
    expect(set('一二三四……五', 50)).toEqual(['一二三', '四……五']);
  });

  it('a forced line ends a line, and an empty paragraph is one line', () => {
    expect(set('一\n\n二', 50)).toEqual(['一\n', '\n', '二']);
    expect(set('一\n', 50)).toEqual(['一\n', '']);
    expect(set('', 50)).toEqual(['']);
  });
});

const sign = fc.constantFrom(...'的一是在不了有和人这，。、；：（）《》“”！…—%￥ abcXYZ0189-/.');

it('whatever is set: nothing is lost, no line is too long, and marks stand where they may', () => {
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 120 }), fc.integer({ min: 60, max: 300 }), (signs, width) => {
      const words = signs.join('');
      const lines = set(words, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
      for (const { width: taken } of breakLines(measured(words), () => width))
        expect(taken).toBeLessThanOrEqual(width + 0.001);
    }),
  );
});

it('running text never begins a line with a closing mark nor ends one with an opening mark', () => {
  const clause = fc
    .tuple(
      fc.stringMatching(/^[的一是在不了有和人这]{1,9}$/),
      fc.constantFrom('，', '。', '（甲）', '《乙》', '、', 'abc12', '……'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.array(clause, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 60, max: 300 }),
      (clauses, width) => {
        for (const line of set(clauses.join(''), width)) {
          expect(line).not.toMatch(/^[，。、）》…]/);
          expect(line).not.toMatch(/[（《]$/);
        }
      },
    ),
  );
});
