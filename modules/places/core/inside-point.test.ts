import { expect, it } from 'vitest';
import { buildLocator } from '#packages/coverage';
import { insidePoint } from './inside-point.ts';

const ring = (...points: number[]) => Int32Array.from(points);

it.each([
  ['a square', [[ring(0, 0, 100, 0, 100, 100, 0, 100)]]],
  ['a horseshoe, empty in its middle', [[ring(0, 0, 100, 0, 100, 100, 90, 100, 90, 10, 10, 10, 10, 100, 0, 100)]]],
  [
    'a square with a hole in its middle',
    [[ring(0, 0, 100, 0, 100, 100, 0, 100), ring(20, 20, 20, 80, 80, 80, 80, 20)]],
  ],
  ['two parts', [[ring(0, 0, 9, 0, 9, 9, 0, 9)], [ring(50, 50, 100, 50, 100, 100, 50, 100)]]],
  ['a thin slanted strip', [[ring(0, 0, 3, 0, 103, 100, 100, 100)]]],
])('%s has a point inside', (_, polygons) => {
  const { x, y } = insidePoint(polygons);
  expect(buildLocator([{ id: 'a', polygons }]).locate(x, y)).toBe(0);
});

it('of two parts the larger one has it', () => {
  const small = [ring(0, 0, 9, 0, 9, 9, 0, 9)];
  const large = [ring(50, 50, 100, 50, 100, 100, 50, 100)];
  expect(insidePoint([small, large])).toEqual({ x: 75, y: 75 });
});

it('a line has none', () => {
  expect(() => insidePoint([[ring(0, 0, 100, 0, 50, 0)]])).toThrow(RangeError);
});
