import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { E7_PER_DEGREE, type Ring } from './lattice.ts';
import { areaM2Of, middleY, widthInMetres } from './metres.ts';

const degrees = (value: number): number => Math.round(value * E7_PER_DEGREE);
const box = (lon: number, lat: number, width: number, height: number): Ring =>
  Int32Array.from(
    [lon, lat, lon + width, lat, lon + width, lat + height, lon, lat + height].map((value) => degrees(value)),
  );
/** The same ring from its k-th vertex on, possibly the other way round. */
function turned(ring: Ring, k: number, backwards: boolean): Ring {
  const n = ring.length / 2;
  return Int32Array.from({ length: ring.length }, (_, i) => {
    const vertex = (k + (backwards ? n - (i >> 1) : i >> 1)) % n;
    return ring[2 * vertex + (i & 1)];
  });
}

describe('areas in square metres', () => {
  it('does not depend on where a ring starts or which way it runs', () => {
    const coordinate = fc.integer({ min: 0, max: 3_000_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 }),
        fc.nat(20),
        fc.boolean(),
        (points, k, backwards) => {
          const ring = Int32Array.from(points.flatMap(([x, y]) => [1_206_000_000 + x, 313_000_000 + y]));
          const other = turned(ring, k, backwards);
          expect(areaM2Of([[other]])).toBe(areaM2Of([[ring]]));
          expect(check([{ id: 'a', polygons: [[other]] }]).areaM2).toBe(
            check([{ id: 'a', polygons: [[ring]] }]).areaM2,
          );
          expect(middleY(other)).toBe(middleY(ring));
        },
      ),
      { seed: 4 },
    );
  });

  /** The zone between two latitudes on the WGS 84 ellipsoid, in closed form (Snyder 1987, equation 3-12). */
  const zone = (south: number, north: number, width: number): number => {
    const e2 = 0.00669437999014;
    const e = Math.sqrt(e2);
    const b = 6_378_137 * Math.sqrt(1 - e2);
    const q = (latitude: number): number => {
      const s = Math.sin((latitude * Math.PI) / 180);
      return s / (1 - e2 * s * s) + Math.log((1 + e * s) / (1 - e * s)) / (2 * e);
    };
    return ((b * b) / 2) * (q(north) - q(south)) * ((width * Math.PI) / 180);
  };

  it.each([
    ['a grid in Hainan', 18, 0.003],
    ['a community in Suzhou', 31.3, 0.02],
    ['a district in Heilongjiang', 50, 0.35],
  ])('agrees with the ellipsoid for %s', (_what, south, height) => {
    const exact = zone(south, south + height, height);
    const radians = (height * Math.PI) / 180;
    expect(Math.abs(areaM2Of([[box(120, south, height, height)]]) / exact - 1)).toBeLessThan(1e-6 + radians ** 2 / 20);
  });

  it('keeps the bound that it states for a triangle, whose middle is not its centre of gravity', () => {
    const [south, height] = [45, 0.36];
    const triangle = Int32Array.from([120, south, 120.5, south, 120.2, south + height].map(degrees));
    let exact = 0;
    for (let k = 0; k < 1000; k++) {
      exact += zone(south + (height * k) / 1000, south + (height * (k + 1)) / 1000, 0.5 * (1 - (k + 0.5) / 1000));
    }
    const off = Math.abs(areaM2Of([[triangle]]) / exact - 1);
    expect(off).toBeLessThan(3.2e-3);
    expect(off).toBeGreaterThan(1e-5);
  });
});

it('measures how wide a strip is: about twice its width', () => {
  const strip = box(120, 31, 0.01, 0.00001);
  expect(widthInMetres([strip])).toBeCloseTo(2 * 1.1086, 2);
});
