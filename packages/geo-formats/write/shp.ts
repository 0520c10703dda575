import { cannotWrite, closedRings, type Output } from './output.ts';

const HEADER = 100;
const POLYGON = 5;

interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

const emptyBox = (): Box => ({ minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity });

function widen(box: Box, ring: Float64Array): void {
  for (let i = 0; i < ring.length; i += 2) {
    box.minX = Math.min(box.minX, ring[i]);
    box.minY = Math.min(box.minY, ring[i + 1]);
    box.maxX = Math.max(box.maxX, ring[i]);
    box.maxY = Math.max(box.maxY, ring[i + 1]);
  }
}

/** The polygons of a layer as .shp and .shx (ESRI Shapefile Technical Description, 1998). @throws FormatError `cannot_write` */
export function writeShapes(output: Output): { shp: Uint8Array; shx: Uint8Array } {
  const whole = emptyBox();
  const records = output.features.map(({ id, shape }) => {
    if (shape.kind === 'none') return nullRecord();
    if (shape.kind === 'area') {
      const rings = shape.polygons.flatMap((polygon) => closedRings(polygon, output.crs, 'clockwise'));
      for (const ring of rings) widen(whole, ring);
      return rings.length > 0 ? polygonRecord(rings) : nullRecord();
    }
    throw cannotWrite(output.name, id, 'Shapefile 只写面', 'only polygons are written to a Shapefile');
  });
  const length = records.reduce((sum, record) => sum + 8 + record.length, HEADER);
  const shp = header(length, whole);
  const shx = header(HEADER + 8 * records.length, whole);
  const [shpView, shxView] = [new DataView(shp.buffer), new DataView(shx.buffer)];
  let at = HEADER;
  records.forEach((record, index) => {
    shpView.setInt32(at, index + 1);
    shpView.setInt32(at + 4, record.length / 2);
    shp.set(record, at + 8);
    shxView.setInt32(HEADER + 8 * index, at / 2);
    shxView.setInt32(HEADER + 8 * index + 4, record.length / 2);
    at += 8 + record.length;
  });
  return { shp, shx };
}

const nullRecord = (): Uint8Array => new Uint8Array(4);

function polygonRecord(rings: readonly Float64Array[]): Uint8Array {
  const points = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const bytes = new Uint8Array(44 + 4 * rings.length + 16 * points);
  const view = new DataView(bytes.buffer);
  const box = emptyBox();
  for (const ring of rings) widen(box, ring);
  view.setInt32(0, POLYGON, true);
  writeBox(view, 4, box);
  view.setInt32(36, rings.length, true);
  view.setInt32(40, points, true);
  let start = 0;
  let at = 44 + 4 * rings.length;
  rings.forEach((ring, index) => {
    view.setInt32(44 + 4 * index, start, true);
    for (const value of ring) {
      view.setFloat64(at, value, true);
      at += 8;
    }
    start += ring.length / 2;
  });
  return bytes;
}

function writeBox(view: DataView, at: number, { minX, minY, maxX, maxY }: Box): void {
  [minX, minY, maxX, maxY].forEach((value, i) => {
    view.setFloat64(at + 8 * i, Number.isFinite(value) ? value : 0, true);
  });
}

function header(length: number, box: Box): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, POLYGON, true);
  writeBox(view, 36, box);
  return bytes;
}
