/** What `npx gongzhi grid ...` offers of this module: files in, files out, no database. */
export { gridCheck } from './cli/grid-check.ts';
export { gridDiff } from './cli/grid-diff.ts';
export { gridDivide } from './cli/grid-divide.ts';
export { gridLocate } from './cli/grid-locate.ts';
export { gridUnify } from './cli/grid-unify.ts';
export type { CliIo } from './cli/input.ts';
