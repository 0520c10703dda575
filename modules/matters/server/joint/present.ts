import { isOverdue } from '#packages/procedure';
import { isOpenPart, type JointOrder, type Part, wasOnTime } from '../../core/joint.ts';
import type { AssessmentRow, JointPage, PartPage, PartRow } from '../../core/joint-api.ts';
import type { MattersDeps } from '../context.ts';
import { presentGrid, presentUnit } from '../present.ts';
import type { PartRecord, ReporterCount, WhistlerCount } from './queries.ts';

async function presentPart(deps: MattersDeps, part: Part): Promise<PartPage> {
  const { unit, task, clock, reportedAt = null, excusedAt = null, came = null } = part;
  return {
    unit: (await presentUnit(deps, unit))!,
    task,
    dueAt: clock.dueAt,
    overdue: isOpenPart(part) && isOverdue(clock, deps.clock().getTime()),
    reportedAt,
    excusedAt,
    onTime: wasOnTime(part),
    came,
  };
}

export async function presentJoint(deps: MattersDeps, joint: JointOrder | undefined): Promise<JointPage | null> {
  if (!joint) return null;
  return {
    by: await presentUnit(deps, joint.by),
    at: joint.at,
    parts: await Promise.all(joint.parts.map((part) => presentPart(deps, part))),
    justified: joint.justified ?? null,
  };
}

/** A row of the list; the task is kept in the state of the matter, and of an earlier order in its ledger alone. */
export async function presentPartRow(deps: MattersDeps, row: PartRecord): Promise<PartRow> {
  const { state, unit, dueAt, reportedAt, excusedAt, came } = row;
  const kept = state.joint?.seq === row.seq ? state.joint.parts.find((part) => part.unit === unit) : undefined;
  const grid = presentGrid(deps.places, state.grid);
  const open = reportedAt === null && excusedAt === null;
  return {
    unit: (await presentUnit(deps, unit))!,
    task: kept?.task ?? '',
    dueAt,
    overdue: open && state.endedAt === null && Date.parse(dueAt) < deps.clock().getTime(),
    reportedAt,
    excusedAt,
    onTime: reportedAt === null ? null : reportedAt <= dueAt,
    came,
    code: row.code,
    category: state.category,
    grid: `${grid.street} ${grid.name}`,
    by: (await presentUnit(deps, row.whistler))?.name ?? null,
    lead: (await presentUnit(deps, state.unit))?.name ?? null,
    whistledAt: row.whistledAt,
    ended: state.endedAt !== null,
  };
}

const NOT_CALLED = { called: 0, reported: 0, onTime: 0, late: 0, excused: 0, stayedAway: 0 };
const NOT_WHISTLED = { whistles: 0, justified: 0, unjustified: 0 };

/** Both sides in one list, by name of the unit: no order of merit. */
export async function presentAssessment(
  deps: MattersDeps,
  whistlers: readonly WhistlerCount[],
  reporters: readonly ReporterCount[],
): Promise<AssessmentRow[]> {
  const units = [...new Set([...whistlers, ...reporters].map(({ unit }) => unit))];
  const rows = await Promise.all(
    units.map(async (id) => {
      const { unit: _whistler, ...whistled } = whistlers.find(({ unit }) => unit === id) ?? {
        unit: id,
        ...NOT_WHISTLED,
      };
      const { unit: _reporter, ...called } = reporters.find(({ unit }) => unit === id) ?? { unit: id, ...NOT_CALLED };
      return { unit: (await presentUnit(deps, id))!, ...whistled, ...called };
    }),
  );
  return rows.sort((a, b) => a.unit.name.localeCompare(b.unit.name, 'zh'));
}
