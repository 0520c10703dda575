/** What is read at most. A file beyond is refused before it costs memory or time. */
export interface Limits {
  /** Bytes of the file as it comes. */
  readonly bytes: number;
  /** Bytes of an archive's files together, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked to packed bytes of a file, once it is larger than `ratioFrom` bytes. Deflate reaches 1032; layers stay below 40. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
  readonly features: number;
  /** Positions in all: five times a city of 50,000 grids. */
  readonly vertices: number;
  /** Rings times points that are looked at to put the holes of one shape into its outer rings. */
  readonly nestingWork: number;
}

export const LIMITS: Limits = {
  bytes: 400 * 2 ** 20,
  unpackedBytes: 400 * 2 ** 20,
  ratio: 200,
  ratioFrom: 8 * 2 ** 20,
  entries: 1000,
  features: 1_000_000,
  vertices: 5_000_000,
  nestingWork: 2e9,
};
