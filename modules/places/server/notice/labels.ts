import type { TextShape } from '#packages/documents';
import type { Frame } from './frame.ts';

/** Names on a map, each where there is room for it, none over another. */
export interface Labels {
  /** Sets the lines round a point, if they are free of others; says whether it did. */
  set(lines: readonly string[], x: number, y: number, look: Look): boolean;
  /** Keeps a corner free. */
  block(x: number, y: number, width: number, height: number): void;
  shapes(): readonly TextShape[];
}

export interface Look {
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Latin signs are about half as wide as Chinese ones. */
const widthOf = (words: string, size: number): number =>
  [...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 0.58 : 1) * size, 0);

export function labelsIn({ width, height }: Frame): Labels {
  const taken: Box[] = [];
  const shapes: TextShape[] = [];
  const set: Labels['set'] = (lines, x, y, { size, colour, bold }) => {
    const step = size * 1.25;
    const half = Math.max(...lines.map((line) => widthOf(line, size))) / 2 + 2;
    const top = y - (step * lines.length) / 2;
    const box: Box = [x - half, top, x + half, top + step * lines.length];
    const fits = box[0] >= 3 && box[1] >= 3 && box[2] <= width - 3 && box[3] <= height - 3;
    if (!fits || taken.some((other) => overlap(other, box))) return false;
    taken.push(box);
    lines.forEach((text, at) => {
      shapes.push({
        kind: 'text',
        text,
        x,
        y: top + step * (at + 0.8),
        size,
        anchor: 'middle',
        colour,
        bold,
        halo: size / 4,
      });
    });
    return true;
  };
  return { set, block: (x, y, w, h) => taken.push([x, y, x + w, y + h]), shapes: () => shapes };
}

/** How far a point is inside the rings (in points on paper), 0 outside. */
function depth(rings: readonly (readonly number[])[], x: number, y: number): number {
  let inside = false;
  let least = Infinity;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [x1, y1, x2, y2] = [ring[before], ring[before + 1], ring[at], ring[at + 1]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
      least = Math.min(least, distance(x, y, x1, y1, x2, y2));
    }
  }
  return inside ? least : 0;
}

function distance(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

const STEP = 14;

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** Points of the window that lie inside the rings, those with most room round them first. */
export function spotsIn(rings: readonly (readonly number[])[], { width, height }: Frame): Spot[] {
  const spots: Spot[] = [];
  for (let y = STEP; y < height; y += STEP) {
    for (let x = STEP; x < width; x += STEP) {
      const room = Math.min(depth(rings, x, y), x, y, width - x, height - y);
      if (room > 4) spots.push({ x, y, room });
    }
  }
  return spots.sort((a, b) => b.room - a.room);
}
