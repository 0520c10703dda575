import proj4 from 'proj4';
import { type CrsId, PROJECTED } from './known.ts';
import { SHIFTED, type Shifted, shift, unshift } from './shifted.ts';

/** Turns positions of a coordinate system into WGS 84 degrees and back. Longitude or easting first. */
export interface Transform {
  /** @throws NoSuchPlace */
  readonly toDegrees: (x: number, y: number) => readonly [lon: number, lat: number];
  readonly fromDegrees: (lon: number, lat: number) => readonly [x: number, y: number];
}

const IDENTITY: Transform = { toDegrees: (x, y) => [x, y], fromDegrees: (lon, lat) => [lon, lat] };

const isShifted = (crs: CrsId): crs is Shifted => Object.hasOwn(SHIFTED, crs);

/** How a named system is turned. @throws RangeError for an EPSG code that is not among the known ones. */
export function transformOf(crs: CrsId): Transform {
  if (crs === 'wgs84' || crs === 'cgcs2000') return IDENTITY;
  if (isShifted(crs)) return { toDegrees: (x, y) => unshift([x, y], crs), fromDegrees: (x, y) => shift([x, y], crs) };
  const system = PROJECTED.get(crs);
  if (system === undefined) throw new RangeError(`unknown coordinate system ${crs}`);
  return byProj4(system.definition);
}

/**
 * A system by its proj4 definition or well-known text (a .prj file). Positions that the projection does not reach become
 * NaN or infinite. @throws Error when proj4 does not understand it.
 */
export function byProj4(definition: string): Transform {
  const converter = proj4(definition, 'WGS84');
  return {
    toDegrees: (x, y) => converter.forward([x, y]) as [number, number],
    fromDegrees: (lon, lat) => converter.inverse([lon, lat]) as [number, number],
  };
}
