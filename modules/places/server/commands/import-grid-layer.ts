import { createHash } from 'node:crypto';
import { CoverageError } from '#packages/coverage';
import { type Handler, newId } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import type { operations, PlanRow } from '../../core/api.ts';
import { readGridLayer } from '../../core/layer.ts';
import { canImportGridLayer, roleOfPlanner } from '../../core/policy.ts';
import { problems } from '../../core/problems.ts';
import type { AreaShape, GridShape } from '../../core/published.ts';
import { checkGridLayer, type LayerCheck } from '../../core/soundness.ts';
import { type Context, permit } from '../context.ts';
import { presentFault } from '../present.ts';
import { areasOf, findPlan } from '../queries.ts';
import { insertPlan } from '../store.ts';
import { BEGINNING, entryOf, record } from '../stream.ts';
import { type LayerUpload, readLayerUpload } from '../upload.ts';

/** Checks an uploaded layer against the district and keeps it as a draft, as it is: faults are told, nothing is mended. */
export const importGridLayer =
  (context: Context): Handler<(typeof operations)['POST /api/grid-plans']> =>
  async ({ actor, request, locale }) => {
    const person = permit(actor, canImportGridLayer, context.district);
    const upload = await readLayerUpload(request);
    const areas = await areasOf(context.database, context.district);
    const grids = read(upload, areas);
    const { faults, areaM2 } = checked(grids, areas);
    const plan = await keep(context, person, upload, grids, faults.length);
    return { plan, grids: grids.length, area_m2: areaM2, faults: faults.map((fault) => presentFault(fault, locale)) };
  };

function checked(grids: readonly GridShape[], areas: readonly AreaShape[]): LayerCheck {
  try {
    return checkGridLayer(grids, areas);
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    throw problems.bad_layer({ reasons: [{ rule: error.code, text: error.text, field: 'file' }] });
  }
}

function read({ content, crs }: LayerUpload, areas: readonly AreaShape[]): readonly GridShape[] {
  const communities = new Set(areas.filter(({ level }) => level === 'community').map(({ code }) => code));
  const reading = readGridLayer(content, crs, { communities });
  if (!reading.readable) throw problems.bad_layer({ reasons: reading.reasons });
  return reading.grids;
}

async function keep(
  { database, clock, district, algorithm }: Context,
  actor: Person,
  { name, crs, content }: LayerUpload,
  grids: readonly GridShape[],
  faults: number,
): Promise<PlanRow> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const entry = entryOf({
    district,
    plan: newId(),
    after: BEGINNING,
    at: clock().toISOString(),
    author: { person: actor.person, role: roleOfPlanner(actor, district), organisation: null },
    action: 'import',
    facts: { name, grids: grids.length, faults, upload: sha256, other: null },
    algorithm,
  });
  return database.transaction(async (tx) => {
    await insertPlan(tx, { name, crs, faults, grids, upload: { content, sha256 }, entry });
    await record(tx, entry);
    return (await findPlan(tx, district, entry.streamId)) as PlanRow;
  });
}
