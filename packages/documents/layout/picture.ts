import type { Picture } from '../document.ts';
import { POINTS_PER_MM } from '../style.ts';
import type { Element, Mark } from './placed.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export const proportionsOf = (of: Picture['of']): Size => (of.kind === 'image' ? of.pixels : of);

/** Points: as wide as it asks, unless the room is less. */
export function pictureSize({ of, width: asked }: Pick<Picture, 'of' | 'width'>, room: number, most = Infinity): Size {
  const { width, height } = proportionsOf(of);
  const scale = Math.min((asked * POINTS_PER_MM) / width, room / width, most / height);
  return { width: width * scale, height: height * scale };
}

export const pictureMark = (of: Picture['of'], x: number, y: number, size: Size, element: Element): Mark => ({
  kind: 'picture',
  element,
  of,
  x,
  y,
  ...size,
});
