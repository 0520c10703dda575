export { type Bounds, type CrsCandidate, findCandidates } from './crs/candidates.ts';
export { CRS_CHOICES, type CrsId, crsName, findCrs } from './crs/known.ts';
export { NoSuchPlace, SHIFTED, type Shifted, shift, unshift } from './crs/shifted.ts';
export { type Transform, transformOf } from './crs/transform.ts';
export { type FilePlace, type FormatCode, FormatError, type FormatFault, MOST_FAULTS } from './error.ts';
export { LIMITS, type Limits } from './limits.ts';
export type { Shape } from './place.ts';
export { type Encoding, FORMATS, type Format, type Properties, type SourceFile } from './raw.ts';
export {
  type CrsUsed,
  cellsOf,
  type FeatureCell,
  type Layer,
  type LayerFeature,
  type LayerReading,
  type ReadOptions,
  readLayer,
} from './read.ts';
export {
  featuresOf,
  OUTPUT_FORMATS,
  type OutputFeature,
  type OutputFormat,
  type WriteOptions,
  type WrittenLayer,
  writeLayer,
} from './write.ts';
