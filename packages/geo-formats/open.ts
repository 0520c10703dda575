import { listArchive, nestedArchive, type PackedFile } from './archive.ts';
import { type FormatError, refuse } from './error.ts';
import type { RawLayer, Reader, Reading, SourceFile } from './raw.ts';
import type { ShapefileParts } from './read/shapefile.ts';
import { type FileKind, sniff } from './sniff.ts';

/** Readers are loaded when they are needed, so that a page which only turns coordinates does not carry them. */
const READERS: Readonly<Record<FileKind, () => Promise<Reader>>> = {
  geojson: async () => (await import('./read/geojson.ts')).readGeoJson,
  kml: async () => (await import('./read/kml.ts')).readKml,
  flatgeobuf: async () => (await import('./read/flatgeobuf.ts')).readFlatGeobuf,
  csv: async () => (await import('./read/csv.ts')).readCsv,
  shapefile: async () => readBareShapes,
  archive: async () => readArchive,
};

/** Takes a file apart, whatever its format. @throws FormatError */
export async function openLayer(file: SourceFile, reading: Reading): Promise<RawLayer> {
  const most = reading.limits.bytes;
  if (file.bytes.length > most) {
    const mebibytes = Math.floor(most / 2 ** 20);
    throw refuse(file.name, 'too_large', `文件超过 ${mebibytes} MB。`, `The file is larger than ${mebibytes} MB.`);
  }
  const read = await READERS[sniff(file)]();
  return read(file, reading);
}

async function readShapefile(parts: ShapefileParts, reading: Reading): Promise<RawLayer> {
  const reader = await import('./read/shapefile.ts');
  return reader.readShapefile(parts, reading);
}

const readBareShapes = ({ bytes }: SourceFile, reading: Reading): Promise<RawLayer> =>
  readShapefile({ shp: bytes }, reading);

const LAYER_FILES = /\.(shp|kml|geojson|json|fgb|csv)$/i;

async function readArchive(file: SourceFile, reading: Reading): Promise<RawLayer> {
  const files = await listArchive(file, reading.limits);
  const layers = files.filter(({ path }) => LAYER_FILES.test(path));
  const [layer] = layers;
  if (layer === undefined) throw noLayer(file.name, files);
  if (layers.length > 1) throw severalLayers(file.name, layers);
  const bytes = await layer.unpack();
  if (!/\.shp$/i.test(layer.path)) {
    const kind = sniff({ name: `${file.name}/${layer.path}`, bytes });
    if (kind === 'archive') throw nestedArchive(file.name, layer.path);
    return (await READERS[kind]())({ name: file.name, bytes }, reading);
  }
  const stem = layer.path.slice(0, -4).toLowerCase();
  const part = (ending: string): Promise<Uint8Array> | undefined =>
    files.find(({ path }) => path.toLowerCase() === `${stem}.${ending}`)?.unpack();
  return readShapefile({ shp: bytes, dbf: await part('dbf'), prj: await part('prj'), cpg: await part('cpg') }, reading);
}

const list = (files: readonly PackedFile[]): string =>
  files
    .slice(0, 10)
    .map(({ path }) => path.slice(0, 80))
    .join(', ');

const noLayer = (file: string, files: readonly PackedFile[]): FormatError =>
  refuse(
    file,
    'no_layer',
    `压缩包里没有图层（.shp、.kml、.geojson、.fgb 或 .csv）：${list(files)}`,
    `The archive holds no layer (.shp, .kml, .geojson, .fgb or .csv): ${list(files)}`,
  );

const severalLayers = (file: string, layers: readonly PackedFile[]): FormatError =>
  refuse(
    file,
    'several_layers',
    `压缩包里有不止一个图层，请分别打包：${list(layers)}`,
    `The archive holds more than one layer, pack them one by one: ${list(layers)}`,
  );
