import { expect, it } from 'vitest';
import { labelsOf, sumByCode } from './layers.ts';

it('counts of grids add up to those of their communities and streets', () => {
  const counts = [
    { grid: '320508001001001', count: 2 },
    { grid: '320508001001002', count: 3 },
    { grid: '320508001002001', count: 5 },
  ];
  expect([...sumByCode(counts, 12)]).toEqual([
    ['320508001001', 5],
    ['320508001002', 5],
  ]);
  expect(sumByCode(counts, 9).get('320508001')).toBe(10);
});

it('labels carry the count of their area, 0 where nothing is counted', () => {
  const ring = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 0],
  ];
  const area = (code: string) => ({
    type: 'Feature' as const,
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
    properties: { code, name: `社区${code}` },
  });
  const labels = labelsOf({ type: 'FeatureCollection', features: [area('1'), area('2')] }, new Map([['1', 7]]));
  expect(labels.features.map(({ properties }) => properties?.count)).toEqual([7, 0]);
});
