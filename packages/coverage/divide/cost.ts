import type { BarrierKind } from './input.ts';

/** The price of a metre of border along each kind of edge. Through a block that nothing divides it is dearest. */
export const BORDER_COST: Readonly<Record<BarrierKind | 'block' | 'cut', number>> = {
  river: 0.1,
  main: 0.2,
  road: 0.4,
  compound: 0.6,
  block: 1,
  cut: 1.5,
};
