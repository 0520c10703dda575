import type { Cell } from '#packages/coverage';
import { type Text, text } from '#packages/kernel';
import { projectionFile } from './crs/esri.ts';
import { type CrsId, crsName } from './crs/known.ts';
import type { Properties } from './raw.ts';
import type { Output, OutputFeature } from './write/output.ts';

export type { OutputFeature } from './write/output.ts';

export const OUTPUT_FORMATS = {
  geojson: { ending: 'geojson', mediaType: 'application/geo+json' },
  shapefile: { ending: 'zip', mediaType: 'application/zip' },
  kml: { ending: 'kml', mediaType: 'application/vnd.google-earth.kml+xml' },
  kmz: { ending: 'kmz', mediaType: 'application/vnd.google-earth.kmz' },
  flatgeobuf: { ending: 'fgb', mediaType: 'application/flatgeobuf' },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
} as const;
export type OutputFormat = keyof typeof OUTPUT_FORMATS;

export interface WriteOptions {
  /** The name of the layer, and of the files in an archive. */
  readonly name: string;
  /** Default `wgs84`; GeoJSON and KML have no other. */
  readonly crs?: CrsId;
}

export interface WrittenLayer {
  readonly bytes: Uint8Array;
  /** What a person should know: names that were shortened, a coordinate system that the file cannot state. */
  readonly notes: readonly Text[];
}

/** Cells as features to be written. */
export const featuresOf = (cells: readonly (Cell & { readonly properties?: Properties })[]): OutputFeature[] =>
  cells.map(({ id, properties, polygons }) => ({
    id,
    ...(properties && { properties }),
    shape: polygons.length === 0 ? { kind: 'none' } : { kind: 'area', polygons },
  }));

/**
 * Writes a layer. Read again (in the same system) it has the same coordinates on the lattice, whatever the format.
 * @throws FormatError `cannot_write` for what a format cannot hold; nothing is cut off
 */
export async function writeLayer(
  features: readonly OutputFeature[],
  format: OutputFormat,
  { name, crs = 'wgs84' }: WriteOptions,
): Promise<WrittenLayer> {
  return WRITERS[format]({ name, features, crs });
}

const WRITERS: Readonly<Record<OutputFormat, (output: Output) => Promise<WrittenLayer>>> = {
  geojson: async (output) => plain((await import('./write/geojson.ts')).writeGeoJson(output)),
  kml: async (output) => plain((await import('./write/kml.ts')).writeKml(output)),
  kmz: async (output) => {
    const [{ writeKml }, { pack }] = await Promise.all([import('./write/kml.ts'), import('./archive.ts')]);
    return plain(await pack({ 'doc.kml': writeKml(output) }));
  },
  csv: async (output) => withUnstatedCrs(output, (await import('./write/csv.ts')).writeCsv(output), false),
  flatgeobuf: async (output) =>
    withUnstatedCrs(output, (await import('./write/flatgeobuf.ts')).writeFlatGeobuf(output), isNamed(output.crs)),
  shapefile: writeShapefile,
};

const plain = (bytes: Uint8Array): WrittenLayer => ({ bytes, notes: [] });

/** Whether a file can say that it is in this system. */
const isNamed = (crs: CrsId): boolean => projectionFile(crs) !== undefined;

function withUnstatedCrs(
  { crs }: Output,
  bytes: Uint8Array,
  isStated: boolean,
  notes: readonly Text[] = [],
): WrittenLayer {
  if (isStated) return { bytes, notes };
  const name = crsName(crs);
  const note = text(
    `文件不能说明坐标系，读取时须说明是“${name.zh}”。`,
    `The file cannot state its coordinate system: whoever reads it must be told that it is "${name.en}".`,
  );
  return { bytes, notes: [...notes, note] };
}

async function writeShapefile(output: Output): Promise<WrittenLayer> {
  const [{ writeShapes }, { writeTable }, { pack }] = await Promise.all([
    import('./write/shp.ts'),
    import('./write/dbf.ts'),
    import('./archive.ts'),
  ]);
  const { shp, shx } = writeShapes(output);
  const table = writeTable(output);
  const prj = projectionFile(output.crs);
  const encode = (value: string): Uint8Array => new TextEncoder().encode(value);
  const stem = output.name.replaceAll(/[/\\:*?"<>|]/g, '_') || 'layer';
  const bytes = await pack({
    [`${stem}.shp`]: shp,
    [`${stem}.shx`]: shx,
    [`${stem}.dbf`]: table.bytes,
    [`${stem}.cpg`]: encode('UTF-8'),
    ...(prj && { [`${stem}.prj`]: encode(prj) }),
  });
  return withUnstatedCrs(output, bytes, prj !== undefined, table.notes);
}
