import { createHash } from 'node:crypto';
import { CoverageError } from '#packages/coverage';
import { text } from '#packages/kernel';
import { findByTransaction, type Handler, newId } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import type { operations, PlanRow } from '../../core/api.ts';
import { readGridLayer } from '../../core/layer.ts';
import type { LayerFacts } from '../../core/plan-state.ts';
import { canImportGridLayer, isDepartmentOnly } from '../../core/policy.ts';
import { problems } from '../../core/problems.ts';
import type { AreaShape, GridShape, MicroShape } from '../../core/published.ts';
import { noSecondDivision } from '../../core/rules.ts';
import { checkGridLayer, type LayerCheck } from '../../core/soundness.ts';
import { type PlanContext, permit } from '../context.ts';
import { presentPlan } from '../plans/pages.ts';
import { actOnPlan, asPerson, authorOf, stepPlan } from '../plans/step.ts';
import { presentFault } from '../present.ts';
import { areasOf, findPlan, lockPlan } from '../queries.ts';
import { insertPlan, type KeptLayer, replaceLayer, wasSentBefore } from '../store.ts';
import { BEGINNING, record, STREAM, takeStep } from '../stream.ts';
import { type LayerUpload, readLayerUpload } from '../upload.ts';

/**
 * Checks an uploaded layer against the district and keeps it, as it is: faults are told, nothing is mended. It becomes a new plan, or
 * takes the place of the layer of a plan that is not on notice yet. Without a fault the plan is checked.
 */
export const importGridLayer =
  (context: PlanContext): Handler<(typeof operations)['POST /api/grid-plans']> =>
  async ({ actor, request, locale }) => {
    if (isDepartmentOnly(asPerson(actor), context.district)) throw secondDivision();
    const person = permit(actor, canImportGridLayer, context.district);
    const upload = await readLayerUpload(request);
    const areas = await areasOf(context.database, context.district);
    const { grids, micro } = read(upload, areas);
    const { faults, areaM2 } = checked(grids, areas, micro);
    const plan = await keep(context, person, upload, { grids, micro, faults: faults.length });
    return { plan, grids: grids.length, area_m2: areaM2, faults: faults.map((fault) => presentFault(fault, locale)) };
  };

const secondDivision = () =>
  problems.one_grid_for_all({
    reasons: [noSecondDivision],
    possible: [
      {
        action: 'register_use',
        text: text('登记本部门依托网格开展的工作', 'Register what your department does on the grid'),
      },
      {
        action: 'propose',
        text: text('向街道提出调整网格的建议', 'Propose a change of the grid to the street'),
      },
    ],
  });

function checked(grids: readonly GridShape[], areas: readonly AreaShape[], micro: readonly MicroShape[]): LayerCheck {
  try {
    return checkGridLayer(grids, areas, micro);
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    throw problems.bad_layer({ reasons: [{ rule: error.code, text: error.text, field: 'file' }] });
  }
}

function read({ content, crs }: LayerUpload, areas: readonly AreaShape[]) {
  const communities = new Set(areas.filter(({ level }) => level === 'community').map(({ code }) => code));
  const reading = readGridLayer(content, crs, { communities });
  if (!reading.readable) throw problems.bad_layer({ reasons: reading.reasons });
  return reading;
}

interface Found {
  readonly grids: readonly GridShape[];
  readonly micro: readonly MicroShape[];
  readonly faults: number;
}

async function keep(
  context: PlanContext,
  person: Person,
  { name, crs, content, plan: redrawn, transaction, version }: LayerUpload,
  { grids, micro, faults }: Found,
): Promise<PlanRow> {
  const { database, district } = context;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const layer: KeptLayer = { crs, grids, micro, upload: { content, sha256 } };
  const facts: LayerFacts = { name, grids: grids.length, faults, upload: sha256, other: null };
  const wanted = { layer, facts, transaction };
  const id = redrawn ?? (await add(context, person, wanted));
  if (redrawn !== undefined) await redraw(context, person, { ...wanted, id, version });
  const plan = await findPlan(database, district, id);
  if (!plan) throw problems.unknown_plan();
  return presentPlan(plan);
}

interface Drawn {
  readonly layer: KeptLayer;
  readonly facts: LayerFacts;
  readonly transaction: string;
}

/** Keeps a new plan; resolves to its id, or to that of the plan that the same transaction made before. */
async function add(context: PlanContext, person: Person, { layer, facts, transaction }: Drawn): Promise<string> {
  const { database, clock, district, algorithm } = context;
  const [plan, author, at] = [newId(), authorOf(person, district), clock().toISOString()];
  const step = { district, plan, at, author, action: 'import' as const, facts, transaction, algorithm };
  const taken = takeStep(BEGINNING, step);
  try {
    await database.transaction(async (tx) => {
      await insertPlan(tx, layer, taken);
      await record(tx, taken.entry);
      if (facts.faults === 0) await pass(context, person, plan, tx);
    });
    return plan;
  } catch (error) {
    const earlier = wasSentBefore(error) ? await findByTransaction(database, district, transaction) : undefined;
    if (!earlier) throw error;
    if (earlier.stream !== STREAM || earlier.action !== 'import') throw problems.transaction_reused();
    return earlier.streamId;
  }
}

interface Redrawn extends Drawn {
  readonly id: string;
  readonly version: number | undefined;
}

const redraw = (context: PlanContext, person: Person, { id, layer, facts, transaction, version }: Redrawn) =>
  actOnPlan(context, person, 'redraw', { id, transaction, version }, async (tx, plan, possible) => {
    const author = authorOf(person, context.district);
    const wanted = { action: 'redraw' as const, facts, author, transaction };
    await stepPlan(context, tx, plan, wanted, possible, (taken) => replaceLayer(tx, layer, taken));
    if (facts.faults === 0) await pass(context, person, id, tx);
  });

/** A layer without a fault is checked; the database asks once more. */
async function pass(context: PlanContext, person: Person, id: string, tx: Parameters<typeof lockPlan>[0]) {
  const plan = await lockPlan(tx, context.district, id);
  if (!plan) throw problems.unknown_plan();
  const author = authorOf(person, context.district);
  await stepPlan(context, tx, plan, { action: 'check', facts: {}, author, transaction: newId() });
}
