import { type Text, text } from '#packages/kernel';

/** Why a unit objects to a dispatch (派单异议): each ground is decided once for a unit. */
export const GROUNDS = {
  not_our_duty: text('不属于本单位职责', 'Not a duty of this unit'),
  not_our_area: text('不在本单位管辖范围', 'Outside the area of this unit'),
  other_by_law: text('依法由其他单位主管', 'By law another unit is competent'),
  incomplete: text('信息不全，无法办理', 'Too little is known to handle it'),
  duplicate: text('与在办事项重复', 'The same is being handled already'),
} as const satisfies Record<string, Text>;
export type Ground = keyof typeof GROUNDS;

/** The objection of the unit that has the matter now: the ground under review, and those that the centre has rejected. */
export interface Objection {
  readonly ground?: Ground;
  readonly rejected: readonly Ground[];
}

export const raised = (before: Objection | undefined, ground: Ground | undefined): Objection | undefined =>
  ground === undefined ? before : { ground, rejected: before?.rejected ?? [] };

export const rejected = (objection: Objection | undefined): Objection | undefined =>
  objection?.ground === undefined ? objection : { rejected: [...objection.rejected, objection.ground] };
