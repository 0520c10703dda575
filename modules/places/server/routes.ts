import type { Handlers } from '#packages/server-kit';
import type { operations } from '../core/api.ts';
import { importGridLayer } from './commands/import-grid-layer.ts';
import { publishGridPlan } from './commands/publish-grid-plan.ts';
import type { Context } from './context.ts';
import { getGrid, getLayer, listAreas, listGrids, listPlans, locate } from './reads.ts';

export const handlersOf = (context: Context): Handlers<typeof operations> => ({
  'GET /api/areas': listAreas(context),
  'GET /api/grids': listGrids(context),
  'GET /api/grids/:code': getGrid(context),
  'GET /api/locate': locate(context),
  'GET /api/map/:layer': getLayer(context),
  'GET /api/grid-plans': listPlans(context),
  'POST /api/grid-plans': importGridLayer(context),
  'POST /api/grid-plans/:id/publish': publishGridPlan(context),
});
