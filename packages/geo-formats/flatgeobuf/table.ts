/** Thrown for an offset or a length that leads out of the bytes. */
export class OutOfBytes extends RangeError {}

/**
 * A FlatBuffers table, read with every offset proved: the reader of the `flatbuffers` package trusts its input and has no
 * verifier, and a hostile length would make it loop for hours.
 */
export class Table {
  readonly #view: DataView;
  readonly #at: number;

  private constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  /** The root table of a buffer. */
  static root(bytes: Uint8Array): Table {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Table.#behind(view, 0);
  }

  static #behind(view: DataView, at: number): Table {
    require(view, at, 4);
    return new Table(view, at + view.getUint32(at, true));
  }

  /** Where a field lies, or 0 when it has its default. */
  #field(index: number): number {
    require(this.#view, this.#at, 4);
    const table = this.#at - this.#view.getInt32(this.#at, true);
    require(this.#view, table, 4);
    const place = 4 + 2 * index;
    if (place + 2 > this.#view.getUint16(table, true)) return 0;
    require(this.#view, table + place, 2);
    const offset = this.#view.getUint16(table + place, true);
    return offset === 0 ? 0 : this.#at + offset;
  }

  number(index: number, kind: 'u8' | 'u16' | 'i32' | 'u64', otherwise: number): number {
    const at = this.#field(index);
    if (at === 0) return otherwise;
    require(this.#view, at, { u8: 1, u16: 2, i32: 4, u64: 8 }[kind]);
    switch (kind) {
      case 'u8':
        return this.#view.getUint8(at);
      case 'u16':
        return this.#view.getUint16(at, true);
      case 'i32':
        return this.#view.getInt32(at, true);
      default:
        return Number(this.#view.getBigUint64(at, true));
    }
  }

  table(index: number): Table | undefined {
    const at = this.#field(index);
    return at === 0 ? undefined : Table.#behind(this.#view, at);
  }

  /** The place and length of a vector whose elements have `size` bytes. */
  #vector(index: number, size: number): { at: number; length: number } | undefined {
    const field = this.#field(index);
    if (field === 0) return undefined;
    require(this.#view, field, 4);
    const start = field + this.#view.getUint32(field, true);
    require(this.#view, start, 4);
    const length = this.#view.getUint32(start, true);
    require(this.#view, start + 4, length * size);
    return { at: start + 4, length };
  }

  bytes(index: number): Uint8Array | undefined {
    const vector = this.#vector(index, 1);
    return vector && new Uint8Array(this.#view.buffer, this.#view.byteOffset + vector.at, vector.length);
  }

  string(index: number): string | undefined {
    const bytes = this.bytes(index);
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  }

  doubles(index: number): { length: number; read: () => Float64Array } {
    const { at, length } = this.#vector(index, 8) ?? { at: 0, length: 0 };
    const read = (): Float64Array => Float64Array.from({ length }, (_, i) => this.#view.getFloat64(at + 8 * i, true));
    return { length, read };
  }

  integers(index: number): number[] {
    const { at, length } = this.#vector(index, 4) ?? { at: 0, length: 0 };
    return Array.from({ length }, (_, i) => this.#view.getUint32(at + 4 * i, true));
  }

  tables(index: number): Table[] {
    const { at, length } = this.#vector(index, 4) ?? { at: 0, length: 0 };
    return Array.from({ length }, (_, i) => Table.#behind(this.#view, at + 4 * i));
  }
}

function require(view: DataView, at: number, length: number): void {
  if (!(at >= 0 && at + length <= view.byteLength))
    throw new OutOfBytes(`${at} + ${length} of ${view.byteLength} bytes`);
}
