import type { Handlers } from '#packages/server-kit';
import type { operations } from '../core/api.ts';
import { importGridLayer } from './commands/import-grid-layer.ts';
import type { PlanContext } from './context.ts';
import { createNotices } from './notice.ts';
import { announcePlan, answerPlanComment, approvePlan, filePlan, withdrawPlan } from './plans/commands.ts';
import { commentOnPlan, listComments } from './plans/comments.ts';
import { getPlanLayer } from './plans/layer.ts';
import { getChanges, getPlan, listNotices, listPlans } from './plans/pages.ts';
import { endGridUse, listUses, registerUse } from './plans/uses.ts';
import { getGrid, getLayer, listAreas, listGrids, locate } from './reads.ts';

export function handlersOf(context: PlanContext): Handlers<typeof operations> {
  const notices = createNotices(context);
  return {
    'GET /api/areas': listAreas(context),
    'GET /api/grids': listGrids(context),
    'GET /api/grids/:code': getGrid(context),
    'GET /api/locate': locate(context),
    'GET /api/map/:layer': getLayer(context),
    'GET /api/grid-plans': listPlans(context),
    'POST /api/grid-plans': importGridLayer(context),
    'GET /api/grid-plans/:id': getPlan(context),
    'GET /api/grid-plans/:id/layer': getPlanLayer(context),
    'GET /api/grid-plans/:id/changes': getChanges(context),
    'POST /api/grid-plans/:id/announce': announcePlan(context),
    'POST /api/grid-plans/:id/approve': approvePlan(context),
    'POST /api/grid-plans/:id/file': filePlan(context),
    'POST /api/grid-plans/:id/withdraw': withdrawPlan(context),
    'GET /api/grid-plans/:id/comments': listComments(context),
    'POST /api/grid-plans/:id/comments': commentOnPlan(context),
    'POST /api/grid-plans/:id/comments/:number/answer': answerPlanComment(context),
    'GET /api/grid-notices': listNotices(context),
    'GET /api/grid-uses': listUses(context),
    'POST /api/grid-uses': registerUse(context),
    'POST /api/grid-uses/:id/end': endGridUse(context),
    'GET /api/grids/:code/notice': notices.ofGrid,
    'GET /api/areas/:code/notices': notices.ofCommunity,
  };
}
