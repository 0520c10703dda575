import { type Actor, type Clock, defineProblems, text } from '#packages/kernel';
import type { WorkingCalendar } from '#packages/procedure';
import type { Blobs, Database, HashAlgorithm, Jobs, Sealing } from '#packages/server-kit';
import type { AccessQueries, Person, Role } from '../../access/contract.ts';
import type { GridKind, PlacesQueries } from '../../places/contract.ts';
import type { MatterState } from '../core/state.ts';

/** The gate before the grid (网格准入): what may be assigned to workers of a kind of grid today. Who keeps the list is not known here. */
export interface DutyGate {
  listedFor(kind: GridKind): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

/** What the composition gives to this module. */
export interface MattersDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly district: string;
  readonly algorithm: HashAlgorithm;
  readonly sealing: Sealing;
  readonly blobs: Blobs;
  readonly access: AccessQueries;
  readonly places: PlacesQueries;
  readonly duties: DutyGate;
  /** Address of the portal, for QR codes. */
  readonly publicUrl: string;
  /** Background work; absent in tests that run it themselves. */
  readonly jobs: () => Pick<Jobs, 'send'>;
}

export const problems = defineProblems({
  unknown_matter: {
    kind: 'not_found',
    title: text('没有这个事项，请核对追踪码', 'There is no such matter: check the tracking code'),
  },
  malformed_code: {
    kind: 'not_found',
    title: text('追踪码有误，请核对后再输入', 'The tracking code is mistyped: check it and try again'),
  },
  not_allowed: { kind: 'forbidden', title: text('您没有办理这一步的权限', 'This step is not yours to take') },
  not_visible: {
    kind: 'forbidden',
    title: text('您不能查看这个事项的内容', 'The content of this matter is not yours to see'),
  },
  not_possible: { kind: 'conflict', title: text('现在不能这样办理', 'That is not possible now') },
  stale: {
    kind: 'conflict',
    title: text(
      '刚才有人办理了这个事项，请看最新情况',
      'Somebody has just acted on this matter: see how it stands now',
    ),
  },
  transaction_reused: {
    kind: 'conflict',
    title: text('这个提交编号已用于另一项操作', 'This transaction id was used for something else'),
  },
  clock_off: {
    kind: 'unavailable',
    title: text(
      '服务器时钟与数据库相差过大，暂停登记',
      'The clocks of server and database differ too much: nothing is recorded',
    ),
  },
  outside_district: { kind: 'invalid', title: text('这个地点不在本区', 'This place is outside the district') },
  unknown_category: { kind: 'invalid', title: text('没有这个类别', 'There is no such kind of matter') },
  unknown_photo: {
    kind: 'invalid',
    title: text('照片不存在或已用于其他事项', 'A photo is missing or belongs to another matter'),
  },
  bad_photo: { kind: 'invalid', title: text('这不是可以识别的图片', 'This is not an image that can be read') },
  bad_merge: { kind: 'invalid', title: text('不能并入这个事项', 'It cannot be merged into that matter') },
  bad_import: { kind: 'invalid', title: text('文件不能导入', 'The file cannot be imported') },
  unknown_import: { kind: 'not_found', title: text('没有这次导入', 'There is no such import') },
  unknown_version: {
    kind: 'not_found',
    title: text('没有这一版派单目录', 'There is no such version of the dispatch catalogue'),
  },
  draft_exists: {
    kind: 'conflict',
    title: text('已有一份草案，请先发布或作废', 'There is a draft already: publish it or throw it away first'),
  },
  no_draft: {
    kind: 'conflict',
    title: text('这一版已经发布或作废，不能再改', 'This version is published or gone: it is not changed any more'),
  },
  bad_row: { kind: 'invalid', title: text('这一行不能写入目录', 'This row does not fit the catalogue') },
  unknown_place: { kind: 'not_found', title: text('没有这个地点', 'There is no such place') },
  decided_meanwhile: {
    kind: 'conflict',
    title: text('刚才有人作了研判，请看最新情况', 'Somebody has just decided it: see how it stands now'),
  },
  joined_before: { kind: 'conflict', title: text('您已经同诉过这个事项', 'You have joined this matter before') },
});

/** In what capacity somebody acts on a matter: for the responsible unit, by a role on the area, or as a resident. */
export function capacityOf(
  actor: Person,
  state: Pick<MatterState, 'grid' | 'unit'>,
): { role: Role | 'visitor'; organisation: string | null } {
  const grant =
    actor.grants.find(({ organisation }) => organisation !== null && organisation === state.unit) ??
    actor.grants.find(({ role, area }) => role !== 'resident' && state.grid.startsWith(area));
  if (grant) return { role: grant.role, organisation: grant.organisation };
  return { role: actor.person === null ? 'visitor' : 'resident', organisation: null };
}

/** Every actor that reaches this module comes from the access module. */
export const asPerson = (actor: Actor): Person => actor as Person;
