/** What `npx gongzhi decide ...` offers of this module: files in, an answer out, no database. */
export { decideVerdict } from './cli/decide-verdict.ts';
