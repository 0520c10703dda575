export * from './actor.ts';
export * from './codes.ts';
export * from './operation.ts';
export * from './problem.ts';
export * from './text.ts';

/** The clock as a port: pure code is given a time, servers pass `() => new Date()`, tests a fake one. */
export type Clock = () => Date;
