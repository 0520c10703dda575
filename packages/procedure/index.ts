export * from './calendar.ts';
export * from './procedure.ts';
export * from './stage-clock.ts';
