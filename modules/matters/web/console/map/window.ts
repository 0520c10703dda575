import type { Bounds } from '#packages/web-kit/map';

/** Degrees to which a window is widened: panning a little asks nothing new. */
const STEP = 0.002;

/** The window of the map on a coarse lattice, at least as large as what is shown. */
export function windowOf([west, south, east, north]: Bounds) {
  const down = (value: number) => Math.floor(value / STEP) * STEP;
  const up = (value: number) => Math.ceil(value / STEP) * STEP;
  const round = (value: number) => Number(value.toFixed(6));
  return { west: round(down(west)), south: round(down(south)), east: round(up(east)), north: round(up(north)) };
}
