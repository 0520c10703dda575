import { expect, it } from 'vitest';
import type { AreaShape, GridShape } from './published.ts';
import { GRIDS, ringOf, smallDistrict, UNIT } from './small-district.ts';
import { checkGridLayer } from './soundness.ts';

type Rectangle = (typeof GRIDS)[number]['at'];

const areas: AreaShape[] = smallDistrict().areas.map(({ cell, ...area }) => ({ ...area, polygons: cell.polygons }));

/** The grids of the drawing; some redrawn, some taken away (null). */
const grids = (changed: Record<string, Rectangle | null> = {}): GridShape[] =>
  GRIDS.flatMap(({ at, ...grid }): GridShape[] => {
    const drawn = changed[grid.code] === undefined ? at : changed[grid.code];
    return drawn ? [{ ...grid, kind: 'comprehensive', sector: null, polygons: [[ringOf(drawn)]] }] : [];
  });

const faults = (layer: readonly GridShape[]) =>
  checkGridLayer(layer, areas).faults.map(({ kind, ids }) => `${kind} ${ids.join(' ')}`);

const [WEST, MIDDLE, SOUTH, NORTH] = GRIDS.map(({ code }) => code);

it('the drawing is sound, and its area is that of the district', () => {
  const { faults: found, areaM2 } = checkGridLayer(grids(), areas);
  expect(found).toEqual([]);
  expect(areaM2 / 1e6).toBeCloseTo(4 * 0.952 * 2 * 1.1088, 1);
});

it('grids that overlap are told with the place and its area', () => {
  const { faults: found } = checkGridLayer(grids({ [WEST]: [0, 0, 2, 2], [MIDDLE]: [1, 0, 2, 2] }), areas);
  const overlap = found.find(({ kind }) => kind === 'overlap');
  expect(overlap?.ids).toEqual([WEST, MIDDLE]);
  expect(overlap?.where?.type).toBe('Polygon');
  expect((overlap?.areaM2 ?? 0) / 1e6).toBeCloseTo(0.952 * 2 * 1.1088, 1);
});

it('a grid left away leaves a gap', () => {
  expect(faults(grids({ [NORTH]: null }))).toEqual([expect.stringMatching(/^gap/)]);
});

it('a community without grids is left out', () => {
  const found = faults(grids({ [SOUTH]: null, [NORTH]: null }));
  expect(found).toContain('omission 320508002001');
  expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^gap/)]));
});

it('a grid that reaches out of the district is outside', () => {
  expect(faults(grids({ [NORTH]: [2, 1, 4, 3] }))).toContain(`outside ${NORTH}`);
});

it('grids that cover the district but cross the border of their community are outside it', () => {
  const found = faults(grids({ [MIDDLE]: [1, 0, 3, 2], [SOUTH]: [3, 0, 4, 1], [NORTH]: [3, 1, 4, 2] }));
  expect(found).toEqual([`outside ${MIDDLE}`]);
});

it('a vertex that the neighbour does not have is told, even when nothing overlaps', () => {
  const bent = grids();
  const [ring] = bent[0].polygons[0];
  bent[0] = {
    ...bent[0],
    polygons: [[Int32Array.of(...ring.slice(0, 4), ring[2], ring[3] + UNIT / 2, ...ring.slice(4))]],
  };
  expect(faults(bent)).toEqual([expect.stringMatching(/^mismatched_edge/)]);
});
