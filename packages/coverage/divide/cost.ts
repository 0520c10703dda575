import type { BarrierKind } from './input.ts';

/** The price of a metre of border along each kind of edge. Through a block that nothing divides it is dearest. */
export const BORDER_COST: Readonly<Record<BarrierKind | 'block' | 'cut', number>> = {
  river: 0.25,
  main: 0.35,
  road: 0.5,
  compound: 0.7,
  block: 1,
  cut: 1.2,
};
