import { expect, it } from 'vitest';
import { boxOf, pathOf } from './shape.ts';

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [120, 0],
      [121, 0],
      [121, 1],
      [120, 1],
      [120, 0],
    ],
  ],
};

it('the window of a geometry, also of a collection', () => {
  const box = { west: 120, south: 0, east: 121, north: 1 };
  expect(boxOf(square)).toEqual(box);
  expect(boxOf({ type: 'GeometryCollection', geometries: [square] })).toEqual(box);
  expect(boxOf({ type: 'GeometryCollection', geometries: [] })).toBeUndefined();
});

it('a square fills the drawing, north is up', () => {
  expect(pathOf(square)).toBe('M5.0 95.0L95.0 95.0L95.0 5.0L5.0 5.0L5.0 95.0');
});

it('a point is drawn too', () => {
  expect(pathOf({ type: 'Point', coordinates: [120, 31] })).toBe('M50.0 50.0h0.1');
});
