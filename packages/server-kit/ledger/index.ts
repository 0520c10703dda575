export * from './checkpoint.ts';
export * from './entry.ts';
export * from './store.ts';
export * from './verify.ts';
