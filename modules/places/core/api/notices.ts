import type { Operations } from '#packages/kernel';

/** Printable notices of grids. */
export const noticeOperations = {} as const satisfies Operations;
