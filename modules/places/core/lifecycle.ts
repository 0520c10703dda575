import { text } from '#packages/kernel';
import { defineProcedure } from '#packages/procedure';

export const PLAN_STATUSES = {
  draft: { label: text('草案', 'Draft') },
  published: { label: text('现行', 'Published') },
  superseded: { label: text('已被替代', 'Superseded'), ends: true },
} as const;

export const PLAN_ACTIONS = {
  import: { label: text('导入', 'Import') },
  publish: { label: text('发布', 'Publish') },
  supersede: { label: text('替代', 'Supersede') },
} as const;

export type PlanStatus = keyof typeof PLAN_STATUSES;
export type PlanAction = keyof typeof PLAN_ACTIONS;

/** A plan is published once and never changed: what happened in which grid stays true. */
export const planProcedure = defineProcedure<PlanStatus, PlanAction>({
  id: 'grid_plan',
  edition: '2026-1',
  stages: PLAN_STATUSES,
  actions: PLAN_ACTIONS,
  table: {
    draft: { publish: 'published' },
    published: { supersede: 'superseded' },
    superseded: {},
  },
});
