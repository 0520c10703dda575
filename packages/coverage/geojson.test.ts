import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { CoverageError } from './error.ts';
import { boundaryFromGeoJson, cellsFromGeoJson, cellsToGeoJson } from './geojson.ts';
import { syntheticDistrict } from './synthetic.ts';

const feature = (id: string, coordinates: unknown, type = 'Polygon'): unknown => ({
  type: 'Feature',
  id,
  properties: {},
  geometry: { type, coordinates },
});
const collection = (...features: unknown[]): unknown => ({ type: 'FeatureCollection', features });
const ring = (x: number, y: number): number[][] => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y],
];

function refusal(input: unknown): string {
  try {
    cellsFromGeoJson(input);
  } catch (error) {
    if (error instanceof CoverageError)
      return [error.code, error.feature, error.place?.join(' ')].filter(Boolean).join(' ');
    throw error;
  }
  return 'accepted';
}

it('what is written is read back exactly', () => {
  const { cells } = syntheticDistrict({ columns: 3, rows: 3, bends: 3, seed: 1 });
  const text = JSON.stringify(cellsToGeoJson(cells, (cell) => ({ name: cell.id })));
  expect(cellsFromGeoJson(JSON.parse(text))).toEqual(cells);
});

it('holes run clockwise in what is written, and a MultiPolygon keeps its parts', () => {
  const hole = [
    [0.2, 0.2],
    [0.4, 0.2],
    [0.4, 0.4],
    [0.2, 0.2],
  ];
  const [cell] = cellsFromGeoJson(
    collection(
      feature(
        'a',
        [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
            hole,
          ],
          [ring(5, 5)],
        ],
        'MultiPolygon',
      ),
    ),
  );
  const { geometry } = cellsToGeoJson([cell]).features[0];
  expect(geometry?.coordinates).toEqual([
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      [...hole].reverse(),
    ],
    [ring(5, 5)],
  ]);
});

it('a feature without geometry is a cell without polygons: an omission', () => {
  const cells = cellsFromGeoJson(
    collection({ type: 'Feature', properties: { id: 7 }, geometry: null }, feature('b', [])),
  );
  expect(cells).toEqual([
    { id: '7', polygons: [] },
    { id: 'b', polygons: [] },
  ]);
  expect(check(cells).counts.omission).toBe(2);
});

it('points that only rounding has made equal are one point; a repeated point stays to be reported', () => {
  const near = [
    [0, 0],
    [1, 0],
    [1.00000001, 0],
    [1, 1],
    [0, 0],
  ];
  expect([...cellsFromGeoJson(collection(feature('a', [near])))[0].polygons[0][0]]).toEqual([0, 0, 1e7, 0, 1e7, 1e7]);
  const repeated = [
    [0, 0],
    [1, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  expect(check(cellsFromGeoJson(collection(feature('a', [repeated])))).faults[0].detail).toBe('repeated_point');
});

it('a boundary is read from a geometry, a feature or a collection', () => {
  const polygon = { type: 'Polygon', coordinates: [ring(0, 0)] };
  const expected = boundaryFromGeoJson(polygon);
  expect(boundaryFromGeoJson(feature('a', [ring(0, 0)]))).toEqual(expected);
  expect(boundaryFromGeoJson(collection(feature('a', [ring(0, 0)])))).toEqual(expected);
  expect(() => boundaryFromGeoJson(collection())).toThrow('no polygon');
});

describe('hostile input is refused with the feature and the place', () => {
  it.each([
    ['nothing', undefined, 'not_geojson'],
    ['text', 'FeatureCollection', 'not_geojson'],
    ['a truncated collection', { type: 'FeatureCollection' }, 'not_geojson'],
    ['something else among the features', collection(5), 'not_geojson #1'],
    ['no id', collection({ type: 'Feature', geometry: null, properties: null }), 'missing_id #1'],
    ['an id twice', collection(feature('a', [ring(0, 0)]), feature('a', [ring(3, 3)])), 'duplicate_id a'],
    ['a point', collection(feature('a', [1, 2], 'Point')), 'not_a_polygon a'],
    ['rings that are none', collection(feature('a', [7])), 'not_a_polygon a'],
    [
      'NaN',
      collection(
        feature('a', [
          [
            [0, 0],
            [Number.NaN, 0],
            [1, 1],
            [0, 0],
          ],
        ]),
      ),
      'not_a_number a NaN 0',
    ],
    ['a missing coordinate', collection(feature('a', [[[0, 0], [1], [1, 1], [0, 0]]])), 'not_a_number a'],
    [
      'infinity',
      collection(
        feature('a', [
          [
            [0, 0],
            [1, Infinity],
            [1, 1],
            [0, 0],
          ],
        ]),
      ),
      'not_a_number a 1 Infinity',
    ],
    [
      'out of range',
      collection(
        feature('a', [
          [
            [0, 0],
            [12145.3, 3120.9],
            [1, 1],
            [0, 0],
          ],
        ]),
      ),
      'out_of_range a 12145.3 3120.9',
    ],
    [
      'swapped axes',
      collection(
        feature('a', [
          [
            [31.2, 121.4],
            [31.3, 121.4],
            [31.3, 121.5],
            [31.2, 121.4],
          ],
        ]),
      ),
      'swapped_axes a 31.2 121.4',
    ],
    [
      'swapped axes in the west',
      collection(
        feature('a', [
          [
            [43.8, 87.6],
            [43.9, 87.6],
            [43.9, 87.7],
            [43.8, 87.6],
          ],
        ]),
      ),
      'swapped_axes a 43.8 87.6',
    ],
    [
      'too few points',
      collection(
        feature('a', [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ]),
      ),
      'too_few_points a 0 0',
    ],
    [
      'a ring that is not closed',
      collection(
        feature('a', [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ]),
      ),
      'ring_not_closed a 0 0',
    ],
  ])('%s', (_, input, expected) => {
    expect(refusal(input)).toBe(expected);
  });

  it('a ring around half the globe', () => {
    const cells = cellsFromGeoJson(
      collection(
        feature('a', [
          [
            [0, 0],
            [90, 0],
            [90, 40],
            [0, 0],
          ],
        ]),
      ),
    );
    expect(() => check(cells)).toThrow('wider than 6.7 degrees');
  });

  it('anything at all is read or refused, never something else', () => {
    const anything = fc.anything({ maxDepth: 3 });
    fc.assert(
      fc.property(anything, anything, (coordinates, id) => {
        refusal(coordinates);
        refusal(collection({ type: 'Feature', id, geometry: { type: 'Polygon', coordinates } }));
        refusal(collection(feature('a', [[coordinates, coordinates, coordinates, coordinates]])));
      }),
      { numRuns: 500 },
    );
  });
});
