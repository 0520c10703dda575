import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polygonArea2, ringArea2 } from '../lattice.ts';
import { cutAlong, type Point } from './cut.ts';
import { dissolve } from './dissolve.ts';
import { edgeKey, faceArea2, type Mesh, meshOfRing } from './mesh.ts';
import { seededRandom } from './random.ts';
import { faceAreaMetres, subdivide } from './subdivide.ts';

const square = (x: number, y: number, s: number): Int32Array => Int32Array.of(x, y, x + s, y, x + s, y + s, x, y + s);
const ringOf = (mesh: Mesh, face: number): Int32Array =>
  Int32Array.from(mesh.faces[face].flatMap((node) => [mesh.x[node], mesh.y[node]]));
const areas = (mesh: Mesh): number[] => mesh.faces.map((ring) => faceArea2(mesh, ring));

/** Every directed edge belongs to the face that the mesh says, and to no other. */
function expectConsistent(mesh: Mesh): void {
  let edges = 0;
  mesh.faces.forEach((ring, face) => {
    expect(new Set(ring).size).toBe(ring.length);
    expect(faceArea2(mesh, ring)).toBeGreaterThan(0);
    edges += ring.length;
    ring.forEach((node, i) => {
      expect(mesh.left.get(edgeKey(node, ring[(i + 1) % ring.length]))).toBe(face);
    });
  });
  expect(mesh.left.size).toBe(edges);
}

describe('cutting a mesh', () => {
  it('cuts a square in two along a line that crosses it', () => {
    const mesh = meshOfRing(square(0, 0, 100));
    cutAlong(
      mesh,
      [
        [-10, 40],
        [110, 40],
      ],
      'road',
      1,
    );
    expect(areas(mesh).sort((a, b) => a - b)).toEqual([8_000, 12_000]);
    expectConsistent(mesh);
  });

  it('leaves a square whole when the line ends inside it', () => {
    const mesh = meshOfRing(square(0, 0, 100));
    cutAlong(
      mesh,
      [
        [-10, 40],
        [60, 40],
      ],
      'road',
      1,
    );
    expect(areas(mesh)).toEqual([20_000]);
  });

  it('meets a corner that is nearer than the snap', () => {
    const mesh = meshOfRing(square(0, 0, 100));
    cutAlong(
      mesh,
      [
        [-10, -7],
        [110, 104],
      ],
      'road',
      8,
    );
    expect(mesh.x.length).toBe(4);
    expect(areas(mesh)).toEqual([10_000, 10_000]);
  });

  it('follows the bends of a line', () => {
    const mesh = meshOfRing(square(0, 0, 100));
    cutAlong(
      mesh,
      [
        [-10, 50],
        [50, 80],
        [110, 50],
      ],
      'river',
      1,
    );
    expectConsistent(mesh);
    expect(areas(mesh).reduce((a, b) => a + b)).toBe(20_000);
    expect([...mesh.kinds.values()].filter((kind) => kind === 'river').length).toBe(2);
  });

  it('cuts a ring with a bay in three where the line crosses the bay', () => {
    const mesh = meshOfRing([0, 0, 90, 0, 90, 90, 60, 90, 60, 30, 30, 30, 30, 90, 0, 90]);
    cutAlong(
      mesh,
      [
        [-10, 60],
        [100, 60],
      ],
      'road',
      1,
    );
    expect(areas(mesh).sort((a, b) => a - b)).toEqual([1_800, 1_800, 9_000]);
    expectConsistent(mesh);
  });

  it('keeps the area and the edges exact whatever is cut', () => {
    const point = fc.tuple(fc.integer({ min: -200, max: 1_200 }), fc.integer({ min: -200, max: 1_200 }));
    const lines = fc.array(fc.array(point, { minLength: 2, maxLength: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 20 }), (all, snap) => {
        const mesh = meshOfRing(square(0, 0, 1_000));
        for (const line of all) cutAlong(mesh, line as Point[], 'road', snap);
        expect(areas(mesh).reduce((a, b) => a + b)).toBe(
          dissolve(mesh.faces.map((_, f) => ringOf(mesh, f))).reduce((s, p) => s + polygonArea2(p), 0),
        );
        mesh.faces.forEach((ring, face) => {
          ring.forEach((node, i) => {
            expect(mesh.left.get(edgeKey(node, ring[(i + 1) % ring.length]))).toBe(face);
          });
        });
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});

describe('subdividing', () => {
  it('cuts until every face is small enough, and keeps the area', () => {
    const mesh = meshOfRing(square(0, 0, 100_000));
    const scale = { x: 0.0095, y: 0.0111 };
    subdivide(mesh, [0], {
      next: (_, area) => (area > 5_000 ? 'lane' : undefined),
      scale,
      random: seededRandom(2),
      snap: 5,
    });
    expect(mesh.faces.length).toBeGreaterThan(200);
    for (let face = 0; face < mesh.faces.length; face++)
      expect(faceAreaMetres(mesh, face, scale)).toBeLessThanOrEqual(5_000);
    expectConsistent(mesh);
  });
});

describe('dissolve', () => {
  it('unites two squares that share a side', () => {
    const [polygon, ...others] = dissolve([square(0, 0, 10), square(10, 0, 10)]);
    expect(others).toEqual([]);
    expect(ringArea2(polygon[0])).toBe(400);
    expect(polygon[0].length).toBe(12);
  });

  it('keeps squares apart that touch in a corner only', () => {
    expect(dissolve([square(0, 0, 10), square(10, 10, 10)]).map((polygon) => polygonArea2(polygon))).toEqual([
      200, 200,
    ]);
  });

  it('leaves a hole where nobody is, also when it touches the outer ring in a corner', () => {
    const around = [0, 10, 20].flatMap((x) => [0, 10, 20].map((y) => square(x, y, 10)));
    const [ring] = dissolve(around.filter((_, i) => i !== 4));
    expect(ring.length).toBe(2);
    expect([ringArea2(ring[0]), ringArea2(ring[1])]).toEqual([1_800, -200]);
    const [notched, ...others] = dissolve(around.filter((_, i) => i !== 4 && i !== 8));
    expect(others).toEqual([]);
    expect(polygonArea2(notched)).toBe(1_400);
  });

  it('refuses rings that do not come from one coverage', () => {
    expect(() => dissolve([square(0, 0, 10), square(0, 0, 10)])).not.toThrow();
    expect(() => dissolve([Int32Array.of(0, 0, 0, 10, 10, 10, 10, 0)])).toThrow('a hole lies in no polygon');
  });
});
