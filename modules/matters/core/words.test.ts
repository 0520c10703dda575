import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from './words.ts';

it('pairs of signs, runs of letters, each once', () => {
  expect(wordsOf('路灯坏了，路灯！A3区 LED')).toEqual(['路灯', '灯坏', '坏了', 'a3', '区', 'led']);
});

it('whatever stretch of a text is asked for, its words are words of the text', () => {
  const han = fc.array(fc.constantFrom(...'弄堂里第二盏路灯不亮了晚上黑漆漆'), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (signs, a, b) => {
      const from = a % (signs.length - 1);
      const to = from + 2 + (b % (signs.length - from - 1));
      const words = new Set(wordsOf(signs.join('')));
      return wordsOf(signs.slice(from, to).join('')).every((word) => words.has(word));
    }),
  );
});
