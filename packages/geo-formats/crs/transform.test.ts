import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toE7 } from '#packages/coverage';
import { PROJECTED } from './known.ts';
import { transformOf } from './transform.ts';

it('the codes of EPSG: a belt for each meridian, with and without its zone number', () => {
  expect(PROJECTED.get('EPSG:4513')).toMatchObject({ meridian: 75, falseEasting: 25_500_000, degreesWide: 3 });
  expect(PROJECTED.get('EPSG:4533')).toMatchObject({ meridian: 135, falseEasting: 45_500_000 });
  expect(PROJECTED.get('EPSG:4534')).toMatchObject({ meridian: 75, falseEasting: 500_000 });
  expect(PROJECTED.get('EPSG:4554')).toMatchObject({ meridian: 135, falseEasting: 500_000 });
  expect(PROJECTED.get('EPSG:4491')).toMatchObject({ meridian: 75, falseEasting: 13_500_000, degreesWide: 6 });
  expect(PROJECTED.get('EPSG:4512')).toMatchObject({ meridian: 135, falseEasting: 500_000, degreesWide: 6 });
});

it('the central meridian has its false easting; the equator to 31.3 N is 3,464,266 m on GRS 80', () => {
  const [x, y] = transformOf('EPSG:4549').fromDegrees(120, 31.3);
  expect(x).toBeCloseTo(500_000, 6);
  expect(y).toBeCloseTo(meridianArc(31.3), 3);
});

/** Length of the meridian on GRS 80 by the series of Helmert (1880), metres. */
function meridianArc(latitude: number): number {
  const [a, f] = [6_378_137, 1 / 298.257222101];
  const n = f / (2 - f);
  const phi = (latitude * Math.PI) / 180;
  const terms =
    (1 + n ** 2 / 4 + n ** 4 / 64) * phi -
    (3 / 2) * (n - n ** 3 / 8) * Math.sin(2 * phi) +
    (15 / 16) * (n ** 2 - n ** 4 / 4) * Math.sin(4 * phi) -
    (35 / 48) * n ** 3 * Math.sin(6 * phi) +
    (315 / 512) * n ** 4 * Math.sin(8 * phi);
  return (a / (1 + n)) * terms;
}

it('every position on the lattice within three degrees of the meridian comes back exactly, in every belt', () => {
  const belts = fc.constantFrom(...PROJECTED.values());
  const offset = fc.integer({ min: -3e7, max: 3e7 });
  const latitude = fc.integer({ min: 3e7, max: 54e7 });
  fc.assert(
    fc.property(belts, offset, latitude, ({ id, meridian }, dx, y) => {
      const x = meridian * 1e7 + dx;
      const { toDegrees, fromDegrees } = transformOf(id);
      const [lon, lat] = toDegrees(...fromDegrees(x / 1e7, y / 1e7));
      return toE7(lon) === x && toE7(lat) === y;
    }),
    { numRuns: 2000 },
  );
});
