export * from './client.ts';
export * from './platform.ts';
export * from './time.ts';
export * from './words.ts';
