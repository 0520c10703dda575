import type { Text } from '#packages/kernel';
import type { CrsId } from './crs/known.ts';
import type { DescribedCrs } from './crs/well-known-text.ts';
import { Faults, refuse } from './error.ts';
import type { Limits } from './limits.ts';

export const FORMATS = ['geojson', 'shapefile', 'kml', 'flatgeobuf', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** A file as it comes from a form or a disk: its name without a folder, and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Positions in the file's own system: x0, y0, x1, y1, ...; rings keep their repeated last point. */
export type RawShape =
  | { readonly kind: 'area'; readonly polygons: readonly (readonly Float64Array[])[] }
  /** Rings in any order: outer ones run clockwise, holes counter-clockwise. */
  | { readonly kind: 'rings'; readonly rings: readonly Float64Array[] }
  | { readonly kind: 'line'; readonly lines: readonly Float64Array[] }
  | { readonly kind: 'point'; readonly points: Float64Array }
  | { readonly kind: 'none' };

export type Properties = Readonly<Record<string, unknown>>;

export interface RawFeature {
  /** How people find it in their file: its place, and its code or name if it has one. */
  readonly title: string;
  readonly id: string | number | undefined;
  readonly properties: Properties;
  readonly shape: RawShape;
}

/** What a file says of its coordinate system: nothing, what its format prescribes, or what stands in it. */
export type StatedCrs =
  | { readonly by: 'nobody' }
  | { readonly by: 'standard'; readonly id: CrsId }
  | { readonly by: 'file'; readonly id: CrsId }
  | { readonly by: 'file'; readonly described: DescribedCrs }
  | { readonly by: 'file'; readonly unsupported: Text };

/** How the text of attributes was decoded, and who said so. */
export interface Encoding {
  readonly name: string;
  readonly source: 'given' | 'stated' | 'detected';
}

/** A layer as it stands in its file. */
export interface RawLayer {
  readonly format: Format;
  readonly features: readonly RawFeature[];
  readonly crs: StatedCrs;
  readonly encoding?: Encoding;
  /** What a person should know and need not mend. */
  readonly notes: readonly Text[];
}

export interface ReadingOptions {
  /** The encoding of attributes, when the file does not say or is wrong: gb18030, utf-8, ... */
  readonly encoding?: string;
}

/** What every reader is given: the file's name for refusals, the limits, and a place for the refusals of features. */
export class Reading {
  readonly file: string;
  readonly limits: Limits;
  readonly options: ReadingOptions;
  readonly faults = new Faults();
  /** Shapes whose outer rings run the wrong way round, and were read so. */
  reversedShapes = 0;
  #vertices = 0;

  constructor(file: string, limits: Limits, options: ReadingOptions) {
    this.file = file;
    this.limits = limits;
    this.options = options;
  }

  /** Counts positions before they are stored. @throws FormatError `too_large` */
  takeVertices(count: number): void {
    this.#vertices += count;
    const most = this.limits.vertices;
    if (this.#vertices > most) {
      throw refuse(this.file, 'too_large', `坐标点超过 ${most} 个。`, `There are more than ${most} positions.`);
    }
  }

  /** @throws FormatError `too_large` */
  requireFeatures(count: number): void {
    const most = this.limits.features;
    if (count > most)
      throw refuse(this.file, 'too_large', `要素超过 ${most} 个。`, `There are more than ${most} features.`);
  }
}

/** Title of the feature that stands at `index`. */
export function titleOf(properties: Properties, index: number): string {
  const known = ['code', 'CODE', '编码', 'name', 'NAME', 'Name', '名称'];
  const label = known
    .map((key) => (Object.hasOwn(properties, key) ? properties[key] : undefined))
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, 60);
  return label ? `#${index + 1} ${label}` : `#${index + 1}`;
}

export type Reader = (file: SourceFile, reading: Reading) => Promise<RawLayer> | RawLayer;
