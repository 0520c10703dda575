import { type Text, text } from '#packages/kernel';
import { type CrsId, crsName, PROJECTED, type Projected } from './known.ts';
import { NoSuchPlace } from './shifted.ts';
import { transformOf } from './transform.ts';

/** The least box around the positions of a file, in its own numbers. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A coordinate system that a file without one may be in, why, and where its middle would then lie. */
export interface CrsCandidate {
  readonly id: CrsId;
  readonly name: Text;
  readonly why: Text;
  /** WGS 84 degrees: shown on a map, a person recognises the place. */
  readonly centre: readonly [lon: number, lat: number];
}

/** Mainland and islands, degrees. */
const CHINA = { minX: 73, maxX: 136, minY: 3, maxY: 54 };
/** Northings of China in metres. */
const NORTHINGS = { min: 300_000, max: 6_100_000 };
/** Half the width of a belt in metres at 3 degrees of latitude, with room for what reaches over its edge. */
const HALF_WIDTH = { 3: 220_000, 6: 400_000 } as const;

const isWithin = (inner: Bounds, outer: Bounds): boolean =>
  inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY;

const swap = ({ minX, minY, maxX, maxY }: Bounds): Bounds => ({ minX: minY, minY: minX, maxX: maxY, maxY: maxX });

const isDegrees = (bounds: Bounds): boolean => isWithin(bounds, { minX: -180, maxX: 180, minY: -90, maxY: 90 });

const fitsBelt = (bounds: Bounds, { falseEasting, degreesWide }: Projected): boolean =>
  isWithin(bounds, {
    minX: falseEasting - HALF_WIDTH[degreesWide],
    maxX: falseEasting + HALF_WIDTH[degreesWide],
    minY: NORTHINGS.min,
    maxY: NORTHINGS.max,
  });

const beltsFor = (bounds: Bounds): Projected[] => [...PROJECTED.values()].filter((belt) => fitsBelt(bounds, belt));

/** Whether the numbers make sense only with the axes exchanged: latitude, or the northing of a survey, came first. */
export function areAxesSwapped(bounds: Bounds): boolean {
  if (isDegrees(bounds)) return !isWithin(bounds, CHINA) && isWithin(swap(bounds), CHINA);
  return beltsFor(bounds).length === 0 && (isDegrees(swap(bounds)) || beltsFor(swap(bounds)).length > 0);
}

/**
 * The systems that fit the numbers, likeliest first; none is chosen. With a place that the layer must be near, belts that
 * would put it more than 2 degrees away are left out, and the nearest comes first.
 */
export function findCandidates(bounds: Bounds, near?: readonly [lon: number, lat: number]): CrsCandidate[] {
  if (isDegrees(bounds)) return degreeCandidates(bounds);
  const found = beltsFor(bounds).flatMap((belt) => candidate(belt.id, bounds, reasonFor(belt)));
  if (near === undefined) return found;
  const distance = ({ centre }: CrsCandidate): number => Math.hypot(centre[0] - near[0], centre[1] - near[1]);
  return found.filter((one) => distance(one) <= 2).sort((a, b) => distance(a) - distance(b));
}

const degreeCandidates = (bounds: Bounds): CrsCandidate[] =>
  isWithin(bounds, CHINA)
    ? (['cgcs2000', 'wgs84', 'gcj02', 'bd09'] as const).flatMap((id) => candidate(id, bounds, degreesInChina))
    : candidate('wgs84', bounds, degreesElsewhere);

const degreesInChina = text(
  '坐标是中国境内的经纬度；从数值看不出是哪一种，相差可达一千多米。',
  'The numbers are degrees in China; they do not tell which system, and systems lie up to 1.2 km apart.',
);
const degreesElsewhere = text('坐标是经纬度，不在中国境内。', 'The numbers are degrees outside China.');

function reasonFor({ falseEasting, degreesWide }: Projected): Text {
  const zone = Math.floor(falseEasting / 1e6);
  return zone > 0
    ? text(
        `东坐标以 ${zone} 开头，即 ${degreesWide} 度带第 ${zone} 带。`,
        `Eastings begin with ${zone}: ${degreesWide}-degree zone ${zone}.`,
      )
    : text(
        '东坐标没有带号，中央经线须另外说明。',
        'Eastings have no zone number: the central meridian must be stated.',
      );
}

function candidate(id: CrsId, bounds: Bounds, why: Text): CrsCandidate[] {
  try {
    const [lon, lat] = transformOf(id).toDegrees((bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2);
    return [{ id, name: crsName(id), why, centre: [round(lon), round(lat)] }];
  } catch (error) {
    if (error instanceof NoSuchPlace) return [];
    throw error;
  }
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
