import type { Text } from '#packages/kernel';

/** A longitude and a latitude in degrees, in this order (GeoJSON). */
export type LonLat = readonly [lon: number, lat: number];

/** What can be wrong with an input, so that it cannot even be checked. */
export type CoverageErrorCode =
  | 'not_geojson'
  | 'not_a_polygon'
  | 'not_a_number'
  | 'out_of_range'
  | 'swapped_axes'
  | 'too_few_points'
  | 'ring_not_closed'
  | 'duplicate_id'
  | 'missing_id'
  | 'too_large'
  | 'empty'
  | 'unknown_cell'
  | 'bad_index'
  | 'edit_refused'
  | 'cancelled';

/** Input that this package refuses: which feature, where, and a sentence for the person who brought it. */
export class CoverageError extends Error {
  override readonly name = 'CoverageError';
  readonly code: CoverageErrorCode;
  readonly text: Text;
  /** The name of the feature or cell that is wrong, if it is one. */
  readonly feature: string | undefined;
  readonly place: LonLat | undefined;

  constructor(code: CoverageErrorCode, text: Text, where: { feature?: string; place?: LonLat } = {}) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.feature = where.feature;
    this.place = where.place;
  }
}
