/** Colours of the map: the design tokens as a map needs them, since a map style knows no custom properties. */
export const PALETTE = {
  outside: '#e9ecea',
  land: '#f5f3ec',
  park: '#e3edda',
  water: '#bcd9de',
  road: '#ffffff',
  roadEdge: '#dad6c9',
  gridLine: '#c3cbc8',
  communityLine: '#8ba6a8',
  streetLine: '#4f7f86',
  districtLine: '#0f5561',
  label: '#33474e',
  labelStrong: '#17313a',
  halo: '#ffffff',
  pin: '#b5432a',
  highlight: '#0f5561',
  bubble: '#b5432a',
  point: '#0f5561',
  pointUrgent: '#b5432a',
} as const;

/** Few to many: paper to cinnabar; readable in grey as well, since it grows darker. */
export const RAMP: readonly (readonly [count: number, colour: string])[] = [
  [1, '#fbe7d8'],
  [3, '#f5cdb2'],
  [8, '#e9a380'],
  [20, '#d2734f'],
  [50, '#b5432a'],
];
