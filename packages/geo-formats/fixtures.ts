import { pack } from './archive.ts';
import { readLayer } from './index.ts';
import type { Layer, LayerReading, ReadOptions } from './read.ts';

const TWO_BYTES = 0x8140;

/** Text in GBK, which no library here writes: the decoder's table turned round. */
export function gbk(written: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytes: number[] = [];
  for (const sign of written) {
    if (sign < '\u0080') bytes.push(sign.charCodeAt(0));
    else {
      let code = TWO_BYTES;
      while (code <= 0xfefe && decoder.decode(Uint8Array.of(code >> 8, code & 0xff)) !== sign) code++;
      bytes.push(code >> 8, code & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

export const utf8 = (written: string): Uint8Array => new TextEncoder().encode(written);

/** A .dbf table of text columns, in any encoding. */
export function dbf(names: readonly Uint8Array[], rows: readonly (readonly Uint8Array[])[], driver = 0): Uint8Array {
  const width = 40;
  const [headerLength, rowLength] = [32 * (names.length + 1) + 1, 1 + width * names.length];
  const bytes = new Uint8Array(headerLength + rowLength * rows.length).fill(0x20, headerLength);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  bytes[29] = driver;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, rowLength, true);
  names.forEach((name, i) => {
    bytes.set(name, 32 * (i + 1));
    bytes[32 * (i + 1) + 11] = 0x43;
    bytes[32 * (i + 1) + 16] = width;
  });
  bytes[headerLength - 1] = 0x0d;
  rows.forEach((row, r) => {
    row.forEach((cell, i) => {
      bytes.set(cell, headerLength + r * rowLength + 1 + i * width);
    });
  });
  return bytes;
}

/** A .shp file of polygons, each a list of rings as they stand: x, y, x, y, ... */
export function shp(records: readonly (readonly (readonly number[])[])[]): Uint8Array {
  const bodies = records.map((rings) => {
    const points = rings.flat();
    const bytes = new Uint8Array(44 + 4 * rings.length + 8 * points.length);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, 5, true);
    view.setInt32(36, rings.length, true);
    view.setInt32(40, points.length / 2, true);
    let start = 0;
    rings.forEach((ring, i) => {
      view.setInt32(44 + 4 * i, start, true);
      start += ring.length / 2;
    });
    points.forEach((value, i) => {
      view.setFloat64(44 + 4 * rings.length + 8 * i, value, true);
    });
    return bytes;
  });
  const bytes = new Uint8Array(bodies.reduce((sum, body) => sum + 8 + body.length, 100));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(32, 5, true);
  let at = 100;
  bodies.forEach((body, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, body.length / 2);
    bytes.set(body, at + 8);
    at += 8 + body.length;
  });
  return bytes;
}

/** A clockwise square with its corner at x, y, as a Shapefile has outer rings. */
export const square = (x: number, y: number, size: number): number[] => [
  ...[x, y, x, y + size, x + size, y + size],
  ...[x + size, y, x, y],
];

export const zipped = pack;

/** Reads a layer that says what it is. */
export async function layerOf(name: string, bytes: Uint8Array, options?: ReadOptions): Promise<Layer> {
  const reading = await readLayer({ name, bytes }, options);
  if (reading.status !== 'read') throw new Error(reading.status);
  return reading.layer;
}

/** Reads a layer whose coordinate system has to be asked for. */
export async function questionOf(
  name: string,
  bytes: Uint8Array,
  options?: ReadOptions,
): Promise<LayerReading & { status: 'needs_crs' }> {
  const reading = await readLayer({ name, bytes }, options);
  if (reading.status !== 'needs_crs') throw new Error(reading.status);
  return reading;
}
