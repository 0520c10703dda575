import initGeos from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { beforeAll, describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { CoverageEditor } from './edit.ts';
import { cellsToGeoJson } from './geojson.ts';
import type { Cell } from './lattice.ts';
import { corrupt, syntheticDistrict } from './synthetic.ts';
import { unify } from './unify.ts';

/** What GEOS, which shares no line with this package, says about GeoJSON that this package writes. */
let geos: Awaited<ReturnType<typeof initGeos>>;
beforeAll(async () => {
  geos = await initGeos();
});

function geosFinds(cells: readonly Cell[]): { isCoverage: boolean; areValid: boolean } {
  const collection = geojsonToGeosGeom(cellsToGeoJson(cells), geos);
  const areValid = cells.every((_, i) => geos.GEOSisValid(geos.GEOSGetGeometryN(collection, i)) === 1);
  const isCoverage = geos.GEOSCoverageIsValid(collection, 0, 0) === 1;
  geos.GEOSGeom_destroy(collection);
  return { isCoverage, areValid };
}

const sound = { isCoverage: true, areValid: true };

describe('GEOS agrees', () => {
  it('on coverages that check, and on cells that do not', () => {
    const { cells } = syntheticDistrict({ columns: 15, rows: 15, bends: 4, seed: 8 });
    expect(check(cells).valid).toBe(true);
    expect(geosFinds(cells)).toEqual(sound);
    expect(geosFinds(corrupt(cells, 3)).isCoverage).toBe(false);
  });

  it('on what unify makes of two layers that do not match', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { cells, boundary } = syntheticDistrict({ columns: 8, rows: 8, bends: 3, seed });
      const other = syntheticDistrict({ columns: 7, rows: 7, bends: 3, seed: seed + 50, side: 30_000 });
      const layers = [
        { name: 'first', cells: corrupt(cells, seed).filter((_, i) => i % 4 !== 0) },
        { name: 'second', cells: other.cells.map((cell) => ({ ...cell, id: `second ${cell.id}` })) },
      ];
      expect(geosFinds(unify(layers, { boundary }).cells)).toEqual(sound);
    }
  });

  it('on an edited coverage', () => {
    const { cells, boundary } = syntheticDistrict({ columns: 5, rows: 5, bends: 3, seed: 9 });
    const editor = new CoverageEditor(cells, boundary);
    const ring = editor.cell('g12').polygons[0][0];
    editor.apply({ op: 'split', id: 'g12', line: [ring[0], ring[1] - 9000, ring[14], ring[15] + 9000], newId: 'half' });
    editor.apply({ op: 'merge', ids: ['g0', 'g1'] });
    expect(geosFinds(editor.cells)).toEqual(sound);
  });
});
