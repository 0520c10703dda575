/** A priority queue of units by gain, the greatest first, whose members can be changed and taken out. */
export class GainHeap {
  private readonly items: Int32Array;
  private readonly gains: Float64Array;
  /** Place of a unit in `items`, or -1. */
  private readonly place: Int32Array;
  private count = 0;

  /** `capacity`: units are numbered below it. */
  constructor(capacity: number) {
    this.items = new Int32Array(capacity);
    this.gains = new Float64Array(capacity);
    this.place = new Int32Array(capacity).fill(-1);
  }

  get size(): number {
    return this.count;
  }

  has(unit: number): boolean {
    return this.place[unit] >= 0;
  }

  gainOf(unit: number): number {
    return this.gains[unit];
  }

  /** Puts a unit in, or changes its gain. */
  set(unit: number, gain: number): void {
    if (this.place[unit] < 0) {
      this.gains[unit] = gain;
      this.rise(this.count++, unit);
      return;
    }
    const before = this.gains[unit];
    this.gains[unit] = gain;
    if (gain > before) this.rise(this.place[unit], unit);
    else this.sink(this.place[unit], unit);
  }

  /** Takes the unit of greatest gain out; -1 when there is none. */
  pop(): number {
    if (this.count === 0) return -1;
    const top = this.items[0];
    this.remove(top);
    return top;
  }

  remove(unit: number): void {
    const at = this.place[unit];
    if (at < 0) return;
    this.place[unit] = -1;
    const last = this.items[--this.count];
    if (last === unit) return;
    if (this.gains[last] > this.gains[unit]) this.rise(at, last);
    else this.sink(at, last);
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.place[this.items[i]] = -1;
    this.count = 0;
  }

  private rise(from: number, unit: number): void {
    const { items, gains, place } = this;
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (gains[items[up]] >= gains[unit]) break;
      items[at] = items[up];
      place[items[at]] = at;
      at = up;
    }
    items[at] = unit;
    place[unit] = at;
  }

  private sink(from: number, unit: number): void {
    const { items, gains, place, count } = this;
    let at = from;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= count) break;
      if (down + 1 < count && gains[items[down + 1]] > gains[items[down]]) down++;
      if (gains[items[down]] <= gains[unit]) break;
      items[at] = items[down];
      place[items[at]] = at;
      at = down;
    }
    items[at] = unit;
    place[unit] = at;
  }
}
