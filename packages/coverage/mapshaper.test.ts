import type { Feature, FeatureCollection, Polygon as GeoJsonPolygon, GeometryCollection, MultiPolygon } from 'geojson';
import mapshaper from 'mapshaper';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { cellsToGeoJson } from './geojson.ts';
import type { Cell, Polygon } from './lattice.ts';
import { hasSameShape } from './same-shape.ts';
import { corrupt, syntheticDistrict } from './synthetic.ts';
import { unify } from './unify.ts';

/** What mapshaper, which shares no line with this package, makes of GeoJSON that this package writes. */
async function run(cells: readonly Cell[], command: string): Promise<string> {
  const files = { 'in.json': JSON.stringify(cellsToGeoJson(cells)) };
  const out = await mapshaper.applyCommands(
    `-i in.json ${command} -o out.json format=geojson precision=0.0000001`,
    files,
  );
  return new TextDecoder().decode(out['out.json']);
}

/**
 * How many tiles the borders make when laid over each other: in a coverage without enclosed gaps as many as there are
 * polygons, each overlap and each gap being one more.
 */
async function tilesTooMany(cells: readonly Cell[]): Promise<number> {
  const mosaic = JSON.parse(await run(cells, '-mosaic')) as FeatureCollection | GeometryCollection;
  const tiles = 'features' in mosaic ? mosaic.features.length : mosaic.geometries.length;
  return tiles - cells.reduce((sum, { polygons }) => sum + polygons.length, 0);
}

/** The cells that `-clean` gives another shape. */
async function changedByCleaning(cells: readonly Cell[]): Promise<string[]> {
  const cleaned = JSON.parse(await run(cells, '-clean')) as FeatureCollection<GeoJsonPolygon | MultiPolygon>;
  const byId = new Map(cleaned.features.map((feature) => [idOf(feature), feature]));
  return cells
    .filter((cell) => {
      const feature = byId.get(cell.id);
      return feature === undefined || !hasSameShape(cell, { id: cell.id, polygons: polygonsOf(feature.geometry) });
    })
    .map(({ id }) => id);
}

const idOf = ({ id, properties }: Feature): string => String(properties?.id ?? id);

const polygonsOf = (geometry: GeoJsonPolygon | MultiPolygon): Polygon[] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) =>
    rings.map((ring) =>
      Int32Array.from(ring.slice(0, -1).flatMap(([x, y]) => [Math.round(x * 1e7), Math.round(y * 1e7)])),
    ),
  );

describe('mapshaper agrees', () => {
  it('that a coverage has as many tiles as cells, and that corrupted cells have not', async () => {
    const { cells } = syntheticDistrict({ columns: 15, rows: 15, bends: 4, seed: 8 });
    expect(await tilesTooMany(cells)).toBe(0);
    expect(await changedByCleaning(cells)).toEqual([]);
    const bad = corrupt(cells, 3);
    expect(await tilesTooMany(bad)).toBeGreaterThan(0);
    expect((await changedByCleaning(bad)).length).toBeGreaterThan(0);
  });

  it('that what unify makes of two layers that do not match needs no cleaning', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const { cells, boundary } = syntheticDistrict({ columns: 8, rows: 8, bends: 3, seed });
      const other = syntheticDistrict({ columns: 7, rows: 7, bends: 3, seed: seed + 50, side: 30_000 });
      const layers = [
        { name: 'first', cells: corrupt(cells, seed).filter((_, i) => i % 4 !== 0) },
        { name: 'second', cells: other.cells.map((cell) => ({ ...cell, id: `second ${cell.id}` })) },
      ];
      const unified = unify(layers, { boundary });
      expect(check(unified.cells, { boundary: unified.boundary }).valid).toBe(true);
      expect(await tilesTooMany(unified.cells)).toBe(0);
      expect(await changedByCleaning(unified.cells)).toEqual([]);
    }
  });
});
