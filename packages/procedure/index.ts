export * from './calendar.ts';
export * from './decisions/index.ts';
export * from './procedure.ts';
export * from './stage-clock.ts';
