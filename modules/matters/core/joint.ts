import { isOverdue, type StageClock, startClock, type Term, type WorkingCalendar } from '#packages/procedure';

/**
 * A joint order (吹哨报到): a street or community whistles, several departments come, each with an obligation and a clock of its own.
 * Both sides are assessed, by unit, never by person (北京接诉即办条例 33; 街道办事处条例 5, 44).
 */
export interface JointOrder {
  /** Number of the whistle's entry: a matter may be whistled on again once an order is answered. */
  readonly seq: number;
  /** Who whistled. */
  readonly by: string | null;
  readonly at: string;
  readonly parts: readonly Part[];
  /** Whether the whistle was justified, as the district's centre found; absent before. */
  readonly justified?: boolean;
}

export interface Part {
  readonly unit: string;
  /** What the unit is asked to do; public. */
  readonly task: string;
  readonly clock: StageClock;
  readonly reportedAt?: string;
  readonly excusedAt?: string;
  /** Whether the unit came, as the district's centre found. */
  readonly came?: boolean;
}

/** A part as it is asked for. */
export interface Obligation {
  readonly unit: string;
  readonly task: string;
  readonly term: Term;
}

export const isOpenPart = ({ reportedAt, excusedAt }: Part): boolean =>
  reportedAt === undefined && excusedAt === undefined;

/** Parts that are still owed; none where nobody whistled. */
export const openParts = (joint: JointOrder | undefined): readonly Part[] => joint?.parts.filter(isOpenPart) ?? [];

/** Whether the unit reported before its clock ran out; null while that is open, or where it was excused. */
export const wasOnTime = ({ clock, reportedAt }: Part): boolean | null =>
  reportedAt === undefined ? null : !isOverdue(clock, Date.parse(reportedAt));

export const whistled = (
  calendar: WorkingCalendar,
  {
    seq,
    at,
    organisation,
    facts,
  }: { seq: number; at: string; organisation: string | null; facts: { parts: readonly Obligation[] } },
): JointOrder => ({
  seq,
  by: organisation,
  at,
  parts: facts.parts.map(({ unit, task, term }) => ({ unit, task, clock: startClock(calendar, at, term) })),
});

const changed = (joint: JointOrder | undefined, unit: string, change: Partial<Part>): JointOrder | undefined =>
  joint && { ...joint, parts: joint.parts.map((part) => (part.unit === unit ? { ...part, ...change } : part)) };

export const reported = (joint: JointOrder | undefined, unit: string, at: string) =>
  changed(joint, unit, { reportedAt: at });

export const excused = (joint: JointOrder | undefined, unit: string, at: string) =>
  changed(joint, unit, { excusedAt: at });

export const appraised = (
  joint: JointOrder | undefined,
  { justified, came }: { justified: boolean; came: readonly string[] },
): JointOrder | undefined =>
  joint && {
    ...joint,
    justified,
    parts: joint.parts.map((part) => (part.excusedAt ? part : { ...part, came: came.includes(part.unit) })),
  };
