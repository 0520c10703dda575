/** Parts of bench/coverage.ts: the peers beside which the coverage engine is measured. */
import Flatbush from 'flatbush';
import initGeos from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import mapshaper from 'mapshaper';
import { type Cell, cellsToGeoJson } from '../packages/coverage/index.ts';

/**
 * What GEOS 3.15 needs when compiled for the machine, for 50,000 polygons of the same kind on two shared cores of the
 * sort these measurements are made on: stated, not measured in this run, as it is no npm package. The faster of the two
 * figures that were seen (1.44 to 1.91 s, 1.46 to 1.62 s, 11.6 to 12.5 s, 11.4 to 11.9 s; 0.45 to 0.48 million/s).
 */
export const GEOS_NATIVE = {
  source:
    'GEOS 3.15 native, 50,000 polygons, measured once (GEOSCoverageIsValid, GEOSCoverageClean, STRtree + prepared)',
  checkCleanMs: 1_440,
  checkCorruptedMs: 1_460,
  unifyCleanMs: 11_600,
  unifyCorruptedMs: 11_400,
  locatePerSecond: 480_000,
} as const;

const geos = await initGeos();

/** GEOS in WebAssembly: its coverage validator on these cells, ready to run, and how to let the memory go. */
export function geosValidator(cells: readonly Cell[]): { run: () => unknown; free: () => void } {
  const collection = geojsonToGeosGeom(cellsToGeoJson(cells), geos);
  return {
    run: () => geos.GEOSCoverageIsValid(collection, 0, 0),
    free: () => geos.GEOSGeom_destroy(collection),
  };
}

/** mapshaper's commands on these cells; the text is made beforehand, reading and writing it is part of the run. */
export function mapshaperRun(cells: readonly Cell[], commands: string): () => Promise<unknown> {
  const files = { 'in.json': JSON.stringify(cellsToGeoJson(cells)) };
  return () => mapshaper.applyCommands(`-i in.json ${commands} -o out.json format=geojson`, files);
}

/** Boxes in a packed R-tree, then an exact ray cast: what is usually done. */
export function flatbushLocator(cells: readonly Cell[]): (x: number, y: number) => number {
  const index = new Flatbush(cells.length, 16, Int32Array);
  for (const { polygons } of cells) {
    const ring = polygons[0][0];
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
    index.add(box[0], box[1], box[2], box[3]);
  }
  index.finish();
  return (x, y) => {
    for (const cell of index.search(x, y, x, y)) if (isInRing(cells[cell].polygons[0][0], x, y)) return cell;
    return -1;
  };
}

function isInRing(ring: Int32Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [yi, yj] = [ring[i + 1], ring[j + 1]];
    if (yi > y === yj > y) continue;
    const side = (ring[j] - ring[i]) * (y - yi) - (yj - yi) * (x - ring[i]);
    if (yj > yi ? side <= 0 : side >= 0) inside = !inside;
  }
  return inside;
}
