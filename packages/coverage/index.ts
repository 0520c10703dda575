export * from './check.ts';
export * from './error.ts';
export * from './geojson.ts';
export * from './lattice.ts';
export * from './locate.ts';
export * from './synthetic.ts';
