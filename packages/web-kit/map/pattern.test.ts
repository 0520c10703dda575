import { expect, it } from 'vitest';
import { PATTERNS, patternImage } from './pattern.ts';

it('each pattern is drawn in its colour, with room between its strokes, and none looks like another', () => {
  const drawn = PATTERNS.map((pattern) => patternImage(`${pattern} #b5432a`)?.data ?? new Uint8Array());
  for (const data of drawn) {
    const inked = data.filter((_, i) => i % 4 === 3 && data[i] > 0).length;
    expect(inked).toBeGreaterThan(0);
    expect(inked).toBeLessThan(data.length / 4 / 2);
    const first = data.findIndex((value, i) => i % 4 === 3 && value > 0) - 3;
    expect([...data.subarray(first, first + 4)]).toEqual([0xb5, 0x43, 0x2a, 255]);
  }
  expect(new Set(drawn.map((data) => data.join())).size).toBe(PATTERNS.length);
});

it('an image that is no pattern is none of ours', () => {
  expect(patternImage('marker')).toBeUndefined();
  expect(patternImage('hatch red')).toBeUndefined();
});
