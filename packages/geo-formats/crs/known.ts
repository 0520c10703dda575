import { type Text, text } from '#packages/kernel';
import { SHIFTED, type Shifted } from './shifted.ts';

/** A coordinate system that can be named: degrees, the shifted systems of web maps, or metres by EPSG code. */
export type CrsId = 'wgs84' | 'cgcs2000' | Shifted | `EPSG:${number}`;

/** A metric system: a Gauss-Krüger belt of CGCS2000, or a UTM zone of WGS 84. */
export interface Projected {
  readonly id: CrsId;
  readonly name: Text;
  /** Central meridian, degrees. */
  readonly meridian: number;
  /** Easting of the central meridian, metres; with a zone number it is zone * 1e6 + 500000. */
  readonly falseEasting: number;
  readonly degreesWide: 3 | 6;
  /** For proj4. */
  readonly definition: string;
}

const ELLIPSOID = '+ellps=GRS80 +units=m +no_defs';

/**
 * Gauss-Krüger belts of CGCS2000 (GB/T 17798; EPSG): six-degree belts by zone 13 to 23 (4491-4501) and by meridian 75 to 135 E
 * (4502-4512), three-degree belts by zone 25 to 45 (4513-4533) and by meridian 75 to 135 E (4534-4554).
 */
function gaussKrueger(): Projected[] {
  return ([6, 3] as const).flatMap((degreesWide) => {
    const [firstZone, lastZone, firstCode] = degreesWide === 6 ? [13, 23, 4491] : [25, 45, 4513];
    const count = lastZone - firstZone + 1;
    return Array.from({ length: 2 * count }, (_, i) => {
      const zone = firstZone + (i % count);
      const meridian = degreesWide === 6 ? zone * 6 - 3 : zone * 3;
      const withZone = i < count;
      const falseEasting = withZone ? zone * 1e6 + 500_000 : 500_000;
      const [zh, en] = withZone ? [`${zone} 带`, `zone ${zone}`] : [`中央经线 ${meridian}°E`, `CM ${meridian}E`];
      return {
        id: `EPSG:${firstCode + i}` as const,
        name: text(
          `CGCS2000 / ${degreesWide} 度带高斯投影 ${zh}`,
          `CGCS2000 / ${degreesWide}-degree Gauss-Kruger ${en}`,
        ),
        meridian,
        falseEasting,
        degreesWide,
        definition: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 ${ELLIPSOID}`,
      };
    });
  });
}

/** UTM zones of the northern hemisphere in which China lies: 43 to 53. */
const utm = (): Projected[] =>
  Array.from({ length: 11 }, (_, i) => {
    const zone = 43 + i;
    return {
      id: `EPSG:${32600 + zone}` as const,
      name: text(`WGS 84 / UTM ${zone} 带（北半球）`, `WGS 84 / UTM zone ${zone}N`),
      meridian: zone * 6 - 183,
      falseEasting: 500_000,
      degreesWide: 6 as const,
      definition: `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`,
    };
  });

export const PROJECTED: ReadonlyMap<string, Projected> = new Map(
  [...gaussKrueger(), ...utm()].map((system) => [system.id, system]),
);

/** WGS 84 and CGCS2000 differ by centimetres and are one here. */
const DEGREES: Readonly<Record<string, Text>> = {
  wgs84: text('WGS 84 经纬度', 'WGS 84, degrees'),
  cgcs2000: text('CGCS2000 经纬度', 'CGCS2000, degrees'),
  ...SHIFTED,
};

const ALIASES: Readonly<Record<string, CrsId>> = {
  'EPSG:4326': 'wgs84',
  'EPSG:4490': 'cgcs2000',
  'OGC:CRS84': 'wgs84',
};

/** The system that a person or a file means: `wgs84`, `EPSG:4547`, `4547`, `urn:ogc:def:crs:EPSG::4490`; undefined if unknown. */
export function findCrs(name: string): CrsId | undefined {
  const plain = name.trim().toLowerCase();
  if (Object.hasOwn(DEGREES, plain)) return plain as CrsId;
  const code = /^(?:urn:ogc:def:crs:)?(epsg|ogc)?:?(?:[\d.]*:)?(\d+|crs84)$/.exec(plain);
  if (!code) return undefined;
  const id = code[2] === 'crs84' ? 'OGC:CRS84' : `EPSG:${code[2]}`;
  return ALIASES[id] ?? PROJECTED.get(id)?.id;
}

export const crsName = (crs: CrsId): Text => DEGREES[crs] ?? PROJECTED.get(crs)?.name ?? text(crs, crs);

/** What can be named, in one line for a usage text. */
export const CRS_CHOICES = 'wgs84|cgcs2000|gcj02|bd09|EPSG:4513-4554 (…)';
