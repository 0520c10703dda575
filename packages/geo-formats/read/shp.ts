import { type FormatError, refuse } from '../error.ts';
import type { RawShape, Reading } from '../raw.ts';

/** Bytes of the file header, and of the header of a record. */
const HEADER = 100;
const RECORD_HEADER = 8;
const FILE_CODE = 9994;
/** Where the coordinates' count stands in a record of several points, and in one of several parts. */
const BOX = 36;

type Family = 'none' | 'point' | 'points' | 'lines' | 'areas';
/** Shape types with and without heights (1x) and measures (2x). */
const FAMILIES: Readonly<Record<number, Family>> = {
  0: 'none',
  1: 'point',
  11: 'point',
  21: 'point',
  3: 'lines',
  13: 'lines',
  23: 'lines',
  5: 'areas',
  15: 'areas',
  25: 'areas',
  8: 'points',
  18: 'points',
  28: 'points',
};

/**
 * Reads the shapes of a .shp file (ESRI Shapefile Technical Description, 1998), strictly: every length is proved before it is
 * used, nothing is skipped. A shape that is refused is noted in `reading.faults` and undefined in the answer.
 * @throws FormatError for a file that is cut short or is no .shp file
 */
export function readShapes(bytes: Uint8Array, reading: Reading): (RawShape | undefined)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  requireHeader(view, reading.file);
  const shapes: (RawShape | undefined)[] = [];
  let at = HEADER;
  while (at < bytes.length) {
    const title = `#${shapes.length + 1}`;
    if (at + RECORD_HEADER + 4 > bytes.length) throw cutShort(reading.file, title);
    const length = 2 * view.getInt32(at + 4);
    if (length < 4 || at + RECORD_HEADER + length > bytes.length) throw cutShort(reading.file, title);
    const record = new DataView(bytes.buffer, bytes.byteOffset + at + RECORD_HEADER, length);
    shapes.push(reading.faults.attempt(() => new RecordReader(record, title, reading).read()));
    reading.requireFeatures(shapes.length);
    at += RECORD_HEADER + length;
  }
  return shapes;
}

function requireHeader(view: DataView, file: string): void {
  if (view.byteLength < HEADER || view.getInt32(0) !== FILE_CODE) {
    throw refuse(file, 'malformed', '.shp 文件没有正确的文件头。', 'The .shp file has no header of a Shapefile.');
  }
  const stated = 2 * view.getInt32(24);
  if (stated !== view.byteLength) {
    throw refuse(
      file,
      'truncated',
      `.shp 文件应有 ${stated} 字节，实有 ${view.byteLength} 字节。`,
      `The .shp file should have ${stated} bytes and has ${view.byteLength}.`,
    );
  }
}

const cutShort = (file: string, title: string): FormatError =>
  refuse(file, 'truncated', `.shp 文件在要素 ${title} 处中断。`, `The .shp file is cut short at feature ${title}.`, {
    feature: title,
  });

class RecordReader {
  readonly #view: DataView;
  readonly #title: string;
  readonly #reading: Reading;

  constructor(view: DataView, title: string, reading: Reading) {
    this.#view = view;
    this.#title = title;
    this.#reading = reading;
  }

  read(): RawShape {
    const type = this.#view.getInt32(0, true);
    const family = Object.hasOwn(FAMILIES, type) ? FAMILIES[type] : undefined;
    switch (family) {
      case 'none':
        return { kind: 'none' };
      case 'point':
        return { kind: 'point', points: this.#doubles(4, 1) };
      case 'points':
        return { kind: 'point', points: this.#doubles(BOX + 4, this.#count(BOX)) };
      case 'lines':
        return { kind: 'line', lines: this.#parts() };
      case 'areas':
        return { kind: 'rings', rings: this.#parts() };
      default:
        throw this.#refuse(
          'unsupported_geometry',
          `的图形类型 ${type} 不支持`,
          `has the unsupported shape type ${type}`,
        );
    }
  }

  #parts(): Float64Array[] {
    const parts = this.#count(BOX);
    const points = this.#count(BOX + 4);
    const from = BOX + 8 + 4 * parts;
    if (from + 16 * points > this.#view.byteLength) throw this.#wrongCount();
    const starts = Array.from({ length: parts }, (_, part) => this.#view.getInt32(BOX + 8 + 4 * part, true));
    return starts.map((start, part) => {
      const end = starts[part + 1] ?? points;
      if (start < 0 || start >= end || end > points || (part === 0 && start !== 0)) throw this.#wrongCount();
      return this.#doubles(from + 16 * start, end - start);
    });
  }

  #count(at: number): number {
    const count = at + 4 <= this.#view.byteLength ? this.#view.getInt32(at, true) : -1;
    if (count < 0 || count > this.#view.byteLength / 4) throw this.#wrongCount();
    return count;
  }

  #doubles(at: number, points: number): Float64Array {
    if (at + 16 * points > this.#view.byteLength) throw this.#wrongCount();
    this.#reading.takeVertices(points);
    return Float64Array.from({ length: 2 * points }, (_, i) => this.#view.getFloat64(at + 8 * i, true));
  }

  #wrongCount(): FormatError {
    return this.#refuse('malformed', '的点数与长度不符', 'has counts that do not fit its length');
  }

  #refuse(code: 'malformed' | 'unsupported_geometry', zh: string, en: string): FormatError {
    const title = this.#title;
    return refuse(this.#reading.file, code, `要素 ${title}${zh}。`, `Feature ${title} ${en}.`, { feature: title });
  }
}
