import type { FeatureCollection, Polygon, Position } from 'geojson';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromWgs84 } from '../core/crs.ts';
import { readDemoDistrict } from '../seeds/district.ts';
import { seedPlaces } from './seed.ts';
import { type SmallTown, smallTown, upload } from './small-town.ts';

const demo = readDemoDistrict();
let town: SmallTown;
beforeAll(async () => {
  town = await smallTown(demo);
});
afterAll(() => town.close());

const layer = async (name: string) => (await town.app.inject(`/api/map/${name}`)).json() as FeatureCollection;
const turned = (collection: FeatureCollection): FeatureCollection => ({
  ...collection,
  features: collection.features.map((feature) => ({
    ...feature,
    geometry: {
      type: 'Polygon',
      coordinates: (feature.geometry as Polygon).coordinates.map((ring) => ring.map(toGcj02)),
    },
  })),
});
function toGcj02([lon, lat]: Position): Position {
  const drawn = fromWgs84({ lon, lat }, 'gcj02');
  return [drawn.lon, drawn.lat];
}

it('the demo district is held whole', async () => {
  expect(town.places.queries.district()).toMatchObject({ code: '320508', name: '姑苏区' });
  expect(town.places.queries.grids()).toHaveLength(demo.grids.length);
  expect((await layer('community')).features).toHaveLength(171);
  expect((await layer('base')).features.length).toBeGreaterThan(0);
});

it('the point inside each grid lies in that grid', () => {
  const { queries } = town.places;
  for (const { code, inside } of queries.grids()) {
    expect(queries.locate(inside)).toMatchObject({ inside: true, grid: { code } });
  }
});

it('every corner of every grid, on the outline too, lies in exactly one grid', () => {
  const { queries } = town.places;
  for (const { cell } of demo.grids.slice(0, 100)) {
    const [ring] = cell.polygons[0];
    for (let i = 0; i < ring.length; i += 2) {
      const place = { lon: ring[i] / 1e7, lat: ring[i + 1] / 1e7 };
      const located = queries.locate(place);
      expect(located).toEqual(queries.locate(place));
      expect(located.inside).toBe(true);
    }
  }
});

it('the grid layer as it is published can be uploaded again without a fault, also by way of GCJ-02', async () => {
  const published = await layer('grid');
  for (const [crs, content] of [
    ['wgs84', published],
    ['gcj02', turned(published)],
  ] as const) {
    const answer = await upload(town.app, 'streetStaff', { file: JSON.stringify(content), crs, name: `原样 ${crs}` });
    expect(answer.json()).toMatchObject({ grids: demo.grids.length, faults: [], plan: { faults: 0 } });
    const { id } = answer.json().plan;
    const headers = { 'x-person': 'centre' };
    const [kept, changes] = await Promise.all(
      ['layer', 'changes'].map((part) => town.app.inject({ url: `/api/grid-plans/${id}/${part}`, headers })),
    );
    expect(kept.json()).toEqual(published);
    expect(changes.json()).toMatchObject({ added: [], removed: [], changed: [], redrawn: [], moves: [] });
  }
});

it('a district is filled once: the second time is refused and changes nothing', async () => {
  await expect(seedPlaces(town.database, demo)).rejects.toMatchObject({ code: '23505' });
});
