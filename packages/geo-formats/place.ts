import { type Polygon, type Ring, ringArea2, toDegrees, toE7 } from '#packages/coverage';
import { NoSuchPlace } from './crs/shifted.ts';
import type { Transform } from './crs/transform.ts';
import { type FilePlace, type FormatCode, type FormatError, refuse } from './error.ts';
import { nestRings } from './nest.ts';
import type { RawFeature, Reading } from './raw.ts';

/** A shape on the lattice of 1e-7 degree, WGS 84. Lines and points: x0, y0, x1, y1, ... */
export type Shape =
  | { readonly kind: 'area'; readonly polygons: readonly Polygon[] }
  | { readonly kind: 'line'; readonly lines: readonly Int32Array[] }
  | { readonly kind: 'point'; readonly points: Int32Array }
  | { readonly kind: 'none' };

/**
 * Puts one feature on the lattice. Points that only rounding has made equal to their predecessor are one point; what was
 * wrong before stays wrong, for the check to find.
 * @throws FormatError naming feature and place
 */
export function placeShape({ shape, title }: RawFeature, reading: Reading, transform: Transform): Shape {
  const placing = new Placing(reading, title, transform);
  switch (shape.kind) {
    case 'area':
      return area(shape.polygons.map((rings) => rings.map((ring) => placing.ring(ring))));
    case 'rings':
      return area(placing.nest(shape.rings.map((ring) => placing.ring(ring))));
    case 'line':
      return { kind: 'line', lines: shape.lines.map((line) => placing.line(line)) };
    case 'point':
      return { kind: 'point', points: placing.points(shape.points) };
    default:
      return shape;
  }
}

const area = (polygons: readonly Polygon[]): Shape => ({
  kind: 'area',
  polygons: polygons.map((rings) => rings.map((ring, i) => turned(ring, i > 0))),
});

/** Outer rings run counter-clockwise, holes clockwise: formats differ, and the direction says nothing more. */
const turned = (ring: Ring, isHole: boolean): Ring =>
  ringArea2(ring) < 0 === isHole ? ring : ring.map((_, i) => (i < 2 ? ring[i] : ring[ring.length - i + 2 * (i % 2)]));

class Placing {
  readonly #reading: Reading;
  readonly #title: string;
  readonly #transform: Transform;

  constructor(reading: Reading, title: string, transform: Transform) {
    this.#reading = reading;
    this.#title = title;
    this.#transform = transform;
  }

  ring(raw: Float64Array): Ring {
    const first: FilePlace = [raw[0], raw[1]];
    if (raw.length < 8)
      throw this.#refuse('too_few_points', '有一条环少于四个点', 'has a ring of fewer than four positions', first);
    for (const value of raw) if (!Number.isFinite(value)) throw this.#notANumber();
    if (raw[0] !== raw[raw.length - 2] || raw[1] !== raw[raw.length - 1]) {
      throw this.#refuse(
        'ring_not_closed',
        '有一条环没有闭合，数据可能不完整',
        'has a ring that does not end where it began; the data may be cut short',
        first,
      );
    }
    const points = this.points(raw.subarray(0, raw.length - 2));
    let n = 0;
    for (let i = 0; i < points.length; i += 2) {
      const previous = i === 0 ? raw.length - 2 : i - 2;
      const isSame = n > 0 && points[i] === points[n - 2] && points[i + 1] === points[n - 1];
      if (isSame && (raw[i] !== raw[previous] || raw[i + 1] !== raw[previous + 1])) continue;
      points[n++] = points[i];
      points[n++] = points[i + 1];
    }
    return points.slice(0, n);
  }

  /** The direction of a ring says what it is; where all run the wrong way round they are read so (some programs write them). */
  nest(rings: readonly Ring[]): readonly Polygon[] {
    const isOuter = rings.map((ring) => ringArea2(ring) <= 0);
    const isReversed = rings.length > 0 && !isOuter.includes(true);
    if (isReversed) this.#reading.reversedShapes++;
    const loose = rings.map((ring, i) => ({ ring, isOuter: isReversed || isOuter[i] }));
    const nested = nestRings(loose, this.#reading.limits.nestingWork);
    if ('polygons' in nested) return nested.polygons;
    if ('tooMuchWork' in nested)
      throw this.#refuse('too_complex', '的洞太多，无法处理', 'has too many holes to be put in order');
    const place: FilePlace = [toDegrees(nested.strayHole[0]), toDegrees(nested.strayHole[1])];
    throw this.#refuse(
      'stray_hole',
      '有一个洞不在任何外环之内',
      'has a hole that lies in none of its outer rings',
      place,
    );
  }

  line(raw: Float64Array): Int32Array {
    if (raw.length >= 4) return this.points(raw);
    throw this.#refuse('too_few_points', '有一条线少于两个点', 'has a line of fewer than two positions');
  }

  points(raw: Float64Array): Int32Array {
    const points = new Int32Array(raw.length);
    for (let i = 0; i + 1 < raw.length; i += 2) {
      const [lon, lat] = this.#position(raw[i], raw[i + 1]);
      points[i] = toE7(lon);
      points[i + 1] = toE7(lat);
    }
    return points;
  }

  #position(x: number, y: number): readonly [number, number] {
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw this.#notANumber([x, y]);
    const [lon, lat] = this.#toDegrees(x, y);
    if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
      // No district lies north of 73 degrees; western China, lon 73 to 90, looks like this when its axes are swapped.
      if (lat >= 73 && lon >= 3 && lon <= 54) throw this.#swapped([x, y]);
      return [lon, lat];
    }
    if (Math.abs(lon) <= 90 && Math.abs(lat) <= 180) throw this.#swapped([x, y]);
    throw this.#refuse(
      'out_of_range',
      '的坐标不在所述坐标系的范围内，请确认坐标系',
      'is not within its coordinate system; check which one it is',
      [x, y],
    );
  }

  #toDegrees(x: number, y: number): readonly [number, number] {
    try {
      return this.#transform.toDegrees(x, y);
    } catch (error) {
      if (!(error instanceof NoSuchPlace)) throw error;
      throw this.#refuse('no_such_place', `：${error.text.zh}`, `: ${error.text.en}`, [x, y]);
    }
  }

  #notANumber(place?: FilePlace): FormatError {
    return this.#refuse('not_a_number', '中有坐标不是有效数字', 'has a position that is not two finite numbers', place);
  }

  #swapped(place: FilePlace): FormatError {
    return this.#refuse(
      'swapped_axes',
      '的经纬度可能颠倒：应为先经度、后纬度',
      'has longitude and latitude swapped, it seems: longitude comes first',
      place,
    );
  }

  #refuse(code: FormatCode, zh: string, en: string, place?: FilePlace): FormatError {
    const at = place ? ` (${place.join(', ')})` : '';
    const [file, title] = [this.#reading.file, this.#title];
    return refuse(file, code, `要素 ${title}${at}${zh}。`, `Feature ${title}${at} ${en}.`, {
      feature: title,
      ...(place && { place }),
    });
  }
}
