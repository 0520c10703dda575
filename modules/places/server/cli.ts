/** What `npx gongzhi grid ...` offers of this module: files in, files out, no database. */
export { gridCheck } from './cli/grid-check.ts';
export { gridLocate } from './cli/grid-locate.ts';
export type { CliIo } from './cli/input.ts';
