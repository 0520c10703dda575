import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CRS, type Crs } from '../contract.ts';
import { fromWgs84, toWgs84 } from './crs.ts';

const E7 = 1e7;
const china = fc.tuple(fc.integer({ min: 74 * E7, max: 135 * E7 }), fc.integer({ min: 4 * E7, max: 53 * E7 }));
const systems = Object.keys(CRS) as Crs[];

it.each(systems)('%s: every position on the lattice in China comes back exactly', (crs) => {
  fc.assert(
    fc.property(china, ([x, y]) => {
      const back = toWgs84(fromWgs84({ lon: x / E7, lat: y / E7 }, crs), crs);
      return Math.round(back.lon * E7) === x && Math.round(back.lat * E7) === y;
    }),
    { numRuns: 2000 },
  );
});

it('the meridian and parallel where the formula has a cusp come back too', () => {
  for (const [lon, lat] of [
    [105, 35],
    [105.0000001, 35.0000001],
    [104.9999999, 34.9999999],
  ]) {
    const back = toWgs84(fromWgs84({ lon, lat }, 'gcj02'), 'gcj02');
    expect([Math.round(back.lon * E7), Math.round(back.lat * E7)]).toEqual([
      Math.round(lon * E7),
      Math.round(lat * E7),
    ]);
  }
});

it('Suzhou on a GCJ-02 map is drawn some 470 m away, on a BD-09 map some 1,200 m', () => {
  const pagoda = { lon: 120.6155, lat: 31.3317 };
  const metres = (crs: Crs) => {
    const { lon, lat } = fromWgs84(pagoda, crs);
    return Math.hypot((lon - pagoda.lon) * 95_200, (lat - pagoda.lat) * 110_900);
  };
  expect(metres('wgs84')).toBe(0);
  expect(metres('gcj02')).toBeGreaterThan(400);
  expect(metres('gcj02')).toBeLessThan(600);
  expect(metres('bd09')).toBeGreaterThan(900);
});

it('where the formula jumps there may be no such position: said, never guessed', () => {
  const edge = fc.tuple(
    fc.integer({ min: 72_003 * 1e4, max: 72_012 * 1e4 }),
    fc.integer({ min: 4 * E7, max: 53 * E7 }),
  );
  fc.assert(
    fc.property(edge, ([x, y]) => {
      const asked = { lon: x / E7, lat: y / E7 };
      try {
        const { lon, lat } = fromWgs84(toWgs84(asked, 'gcj02'), 'gcj02');
        return Math.abs(lon - asked.lon) < 1e-8 && Math.abs(lat - asked.lat) < 1e-8;
      } catch (error) {
        return error instanceof RangeError;
      }
    }),
  );
});
