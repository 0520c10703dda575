import type { MultiPolygon, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { boundsOf, boundsOfAny, labelPoint } from './geometry.ts';

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
};
/** A U: the middle of its box is outside. */
const horseshoe: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [9, 0],
      [9, 9],
      [5, 9],
      [5, 1],
      [1, 1],
      [1, 9],
      [0, 9],
      [0, 0],
    ],
  ],
};

it('a label stands inside its area, in the widest part', () => {
  expect(labelPoint(square)).toEqual([2, 2]);
  expect(labelPoint(horseshoe)).toEqual([7, 4.5]);
});

it('a label of several parts stands in the largest', () => {
  const parts: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [20, 20],
          [21, 20],
          [21, 21],
          [20, 20],
        ],
      ],
      square.coordinates,
    ],
  };
  expect(labelPoint(parts)).toEqual([2, 2]);
});

it('what is no area has neither label nor window', () => {
  expect(labelPoint({ type: 'Point', coordinates: [1, 1] })).toBeNull();
  expect(boundsOf([{ type: 'Point', coordinates: [1, 1] }])).toBeNull();
  expect(boundsOf([square, horseshoe])).toEqual([0, 0, 9, 9]);
});

it('the window of geometries of any type', () => {
  expect(boundsOfAny([square, { type: 'Point', coordinates: [9, -2] }])).toEqual([0, -2, 9, 4]);
  expect(
    boundsOfAny([{ type: 'GeometryCollection', geometries: [{ type: 'MultiPoint', coordinates: [[1, 2]] }] }]),
  ).toEqual([1, 2, 1, 2]);
  expect(boundsOfAny([])).toBeNull();
});
