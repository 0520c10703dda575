/**
 * FlatGeobuf 3 (flatgeobuf.org): magic bytes, a header, an index that may be absent, features; header and features are
 * FlatBuffers tables with a size before them. Numbers below are the places of fields in their tables.
 */
export const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62] as const;
/** Magic bytes and the version of the patch. */
export const MAGIC_LENGTH = 8;

export const HEADER = {
  name: 0,
  geometryType: 2,
  columns: 7,
  featureCount: 8,
  indexNodeSize: 9,
  crs: 10,
  fields: 14,
} as const;
export const COLUMN = { name: 0, type: 1, fields: 11 } as const;
export const CRS = { organisation: 0, code: 1, name: 2, wkt: 4, codeText: 5, fields: 6 } as const;
export const FEATURE = { geometry: 0, properties: 1, columns: 2, fields: 3 } as const;
export const GEOMETRY = { ends: 0, xy: 1, z: 2, type: 6, parts: 7, fields: 8 } as const;

export const GEOMETRY_TYPES = {
  unknown: 0,
  point: 1,
  line: 2,
  polygon: 3,
  points: 4,
  lines: 5,
  polygons: 6,
} as const;

export const COLUMN_TYPES = [
  'byte',
  'ubyte',
  'bool',
  'short',
  'ushort',
  'int',
  'uint',
  'long',
  'ulong',
  'float',
  'double',
  'string',
  'json',
  'datetime',
  'binary',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** Bytes of the packed Hilbert R-tree over `count` features. */
export function indexBytes(count: number, nodeSize: number): number {
  if (nodeSize < 2 || count === 0) return 0;
  let nodes = count;
  for (let level = count; level > 1; ) {
    level = Math.ceil(level / nodeSize);
    nodes += level;
  }
  return nodes * 40;
}
