import { type ColumnSlices, type Mark, moved, type Slice, type Strip } from './placed.ts';

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Page = Mark[];

interface Flow {
  readonly area: Area;
  readonly pages: Page[];
  /** From the top of the type area. */
  y: number;
  /** Nothing but space stands on this page yet. */
  fresh: boolean;
}

const EPSILON = 0.01;
const SEAM = { kind: 'line', element: null, width: 0.6, colour: '#333333' } as const;

function turn(flow: Flow): void {
  flow.pages.push([]);
  flow.y = 0;
  flow.fresh = true;
}

const put = (flow: Flow, marks: readonly Mark[], x: number, y: number): void => {
  const page = flow.pages[flow.pages.length - 1];
  for (const mark of marks) page.push(moved(mark, flow.area.left + x, flow.area.top + y));
};

const seamAt = (flow: Flow, { from, to }: { from: number; to: number }): void =>
  put(flow, [{ ...SEAM, from: [from, 0], to: [to, 0] }], 0, flow.y);

/** Places a slice where the page stands, after the head of its table if the page begins with it. */
function place(flow: Flow, slice: Slice): void {
  if (slice.soft && flow.fresh) return;
  if (slice.head && flow.fresh) {
    put(flow, slice.head.marks, 0, flow.y);
    flow.y += slice.head.height;
  }
  if (slice.seam && flow.fresh) seamAt(flow, slice.seam);
  put(flow, slice.marks, 0, flow.y);
  flow.y += slice.height;
  flow.fresh = false;
}

const heightOf = (chunk: readonly Slice[]): number => chunk.reduce((sum, { height }) => sum + height, 0);

/** Places slices that belong together: on this page, or on the next one, or, where no page holds them, one by one. */
function placeChunk(flow: Flow, chunk: readonly Slice[]): void {
  const { height } = flow.area;
  const visible = chunk.findLastIndex(({ soft }) => !soft);
  const needed = heightOf(chunk.slice(0, visible + 1));
  const head = chunk.find((slice) => slice.head)?.head?.height ?? 0;
  if (flow.y + needed <= height + EPSILON) {
    for (const slice of chunk) place(flow, slice);
    return;
  }
  if (needed + head <= height + EPSILON) {
    turnBefore(flow, chunk[0]);
    for (const slice of chunk) place(flow, slice);
    return;
  }
  for (const slice of chunk) {
    if (flow.y + slice.height > height + EPSILON && !slice.soft && !flow.fresh) turnBefore(flow, slice);
    place(flow, slice);
  }
}

function turnBefore(flow: Flow, slice: Slice): void {
  if (slice.seam && !flow.fresh) seamAt(flow, slice.seam);
  turn(flow);
}

/** How many of the items, from `first` on, the columns take at this height. */
function taken(items: readonly Slice[], first: number, columns: number, height: number): number {
  let at = first;
  for (let column = 0; column < columns; column++) {
    let y = 0;
    while (at < items.length && y + items[at].height <= height + EPSILON) y += items[at++].height;
  }
  return at - first;
}

/** The least height at which the columns take as many of the items as they can in `room`. */
function levelOf({ items, columns }: ColumnSlices, first: number, room: number): number {
  const most = taken(items, first, columns, room);
  const step = Math.min(...items.map(({ height }) => height));
  for (let height = step; height < room; height += step)
    if (taken(items, first, columns, height) >= most) return height;
  return room;
}

function placeColumns(flow: Flow, list: ColumnSlices): void {
  const { items, columns, width, gap } = list;
  let at = 0;
  while (at < items.length) {
    let room = flow.area.height - flow.y;
    if (room + EPSILON < items[at].height && !flow.fresh) {
      turn(flow);
      room = flow.area.height;
    }
    const level = levelOf(list, at, room);
    let lowest = 0;
    for (let column = 0; column < columns && at < items.length; column++) {
      let y = 0;
      while (at < items.length && (y + items[at].height <= level + EPSILON || (y === 0 && column === 0))) {
        put(flow, items[at].marks, column * (width + gap), flow.y + y);
        y += items[at++].height;
      }
      lowest = Math.max(lowest, y);
    }
    flow.y += lowest;
    flow.fresh = false;
    if (at < items.length) turn(flow);
  }
}

/** Divides strips among pages. */
export function paginate(strips: readonly Strip[], area: Area): Page[] {
  const flow: Flow = { area, pages: [[]], y: 0, fresh: true };
  let chunk: Slice[] = [];
  const flush = () => {
    if (chunk.length > 0) placeChunk(flow, chunk);
    chunk = [];
  };
  for (const strip of strips) {
    if (strip === 'page' || 'columns' in strip) {
      flush();
      if (strip === 'page') turn(flow);
      else placeColumns(flow, strip);
    } else {
      chunk.push(strip);
      if (!strip.keepNext) flush();
    }
  }
  flush();
  return flow.pages;
}
