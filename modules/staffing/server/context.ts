import { type Clock, defineProblems, text } from '#packages/kernel';
import type { WorkingCalendar } from '#packages/procedure';
import type { Database, HashAlgorithm } from '#packages/server-kit';
import type { AccessQueries } from '../../access/contract.ts';
import type { PlacesQueries } from '../../places/contract.ts';

/** What the composition gives to this module. */
export interface StaffingDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly district: string;
  readonly algorithm: HashAlgorithm;
  readonly access: AccessQueries;
  readonly places: PlacesQueries;
}

export const problems = defineProblems({
  unknown_duty: { kind: 'not_found', title: text('清单里没有这一项', 'There is no such item') },
  not_allowed: { kind: 'forbidden', title: text('您没有办理这一步的权限', 'This step is not yours to take') },
  not_possible: { kind: 'conflict', title: text('现在不能这样办理', 'That is not possible now') },
  bad_item: { kind: 'invalid', title: text('申请还不完整', 'The application is not complete') },
  stale: {
    kind: 'conflict',
    title: text('刚才有人办理了这一项，请看最新情况', 'Somebody has just acted on this item: see how it stands now'),
  },
  transaction_reused: {
    kind: 'conflict',
    title: text('这个提交编号已用于另一项操作', 'This transaction id was used for something else'),
  },
});

/** Today in China, YYYY-MM-DD. */
export const todayOf = ({ clock, calendar }: Pick<StaffingDeps, 'clock' | 'calendar'>): string =>
  new Date(clock().getTime() + calendar.utcOffset * 60_000).toISOString().slice(0, 10);
