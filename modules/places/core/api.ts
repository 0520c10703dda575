import type { Operations } from '#packages/kernel';
import { areaOperations } from './api/areas.ts';
import { noticeOperations } from './api/notices.ts';
import { planOperations } from './api/plans.ts';

export * from './api/areas.ts';
export * from './api/plans.ts';
export { Bounds, CrsName, Level, Place } from './api/schema.ts';

/** The module's HTTP operations. */
export const operations = { ...areaOperations, ...planOperations, ...noticeOperations } as const satisfies Operations;
