import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Author } from '#packages/server-kit';
import { type Category, getCategory } from '../../modules/matters/core/categories.ts';
import type { Action } from '../../modules/matters/core/lifecycle.ts';
import type { MatterState } from '../../modules/matters/core/state.ts';
import { makeTrackingCode } from '../../modules/matters/core/tracking-code.ts';
import { nextEntry, type Recorder } from '../../modules/matters/server/record.ts';
import type { NewMatter } from '../../modules/matters/server/store.ts';
import type { Dice } from './dice.ts';
import type { Scene, SceneGrid } from './scene.ts';
import { sayAbout } from './sentences.ts';

/** The whole life of one matter, from its report to where it has come, as it would have been recorded step by step. */
export interface Biography {
  readonly matter: NewMatter;
  readonly entries: readonly NewMatter['entry'][];
}

type Fate = readonly (readonly [share: number, actions: readonly Action[]])[];

const ENDED: Fate = [
  [40, ['accept', 'dispatch', 'finish', 'verify', 'close']],
  [20, ['accept', 'dispatch', 'take', 'finish', 'verify', 'close', 'answer']],
  [4, ['accept', 'dispatch', 'take', 'progress', 'finish', 'verify', 'close', 'answer']],
  [3, ['accept', 'dispatch', 'take', 'finish', 'rework', 'finish', 'verify', 'close', 'answer']],
  [28, ['accept', 'settle', 'verify', 'close']],
  [5, ['refuse']],
];
const OPEN: Fate = [
  [10, []],
  [12, ['accept']],
  [26, ['accept', 'dispatch']],
  [30, ['accept', 'dispatch', 'take']],
  [4, ['accept', 'dispatch', 'take', 'pause']],
  [3, ['accept', 'dispatch', 'return']],
  [9, ['accept', 'dispatch', 'take', 'finish']],
  [6, ['accept', 'dispatch', 'finish', 'verify']],
];

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const iso = (time: number) => new Date(time).toISOString();
const idAt = (time: number) => v7({ msecs: time });
const RESIDENT: Author = { person: null, role: 'resident', organisation: null };

function fateOf(fates: Fate, dice: Dice): readonly Action[] {
  let left = dice.next() * 100;
  for (const [share, actions] of fates) {
    if (left < share) return actions;
    left -= share;
  }
  return [];
}

export interface Teller {
  readonly scene: Scene;
  readonly deps: Recorder;
  readonly dice: Dice;
  readonly kinds: readonly Category[];
  /** Now, in ms since 1970. */
  readonly until: number;
}

/** Days after which half of what was reported is no longer open: gives about three open matters in a hundred over five years. */
const OPEN_DAYS = 55;

export function biographyOf(teller: Teller, reported: number): Biography {
  const { scene, deps, dice, until } = teller;
  const grid = dice.pick(scene.grids);
  const age = (until - reported) / DAY;
  const fate = fateOf(dice.next() < Math.exp(-age / OPEN_DAYS) ? OPEN : ENDED, dice);
  const kind = pickKind(teller, fate);
  const said = sayAbout(kind, dice);
  const sealed = { text: said.text, address: said.address };
  const id = idAt(reported);
  const at = iso(reported);
  const facts = { category: kind.code, grid: grid.code, source: 'resident' as const, reportedAt: at, photos: 0 };
  const report = { id, action: 'report' as const, facts, author: RESIDENT, transaction: idAt(reported), at, sealed };
  const first = nextEntry(deps, null, report);
  const { entries, state } = follow(teller, grid, fate, id, reported, first);
  const [lonE7, latE7] = dice.pick(grid.points);
  const matter: NewMatter = {
    id,
    code: makeTrackingCode(deps.district, randomBytes(11)),
    key: null,
    lonE7,
    latE7,
    text: said.text,
    address: said.address,
    contact: null,
    words: said.words,
    photos: [],
    released: dice.next() < 0.5 ? said.text : null,
    salt: first.sealed!.salt,
    state,
    entry: entries[entries.length - 1],
  };
  return { matter, entries };
}

const pickKind = ({ dice, kinds }: Teller, fate: readonly Action[]): Category => {
  for (;;) {
    const kind = dice.pick(kinds);
    if (kind.onTheSpot || !fate.includes('settle')) return kind;
  }
};

type First = { readonly entry: NewMatter['entry']; readonly state: MatterState };

function follow(
  { scene, deps, dice, until }: Teller,
  grid: SceneGrid,
  fate: readonly Action[],
  id: string,
  reported: number,
  first: First,
) {
  const entries = [first.entry];
  let state = first.state;
  let time = reported;
  // Whatever happens does so before now, even where the report is only minutes old.
  const pace = Math.min(900 * MINUTE, (until - reported) / (fate.length + 1));
  for (const action of fate) {
    time += Math.floor((0.1 + 0.9 * dice.next()) * pace);
    const head = entries[entries.length - 1].hash;
    const draft = { id, action, transaction: idAt(time), at: iso(time), author: authorOf(grid, state, action) };
    const next = nextEntry(
      deps,
      { state, head },
      { ...draft, facts: factsOf(scene, grid, state, action, dice) as never },
    );
    entries.push(next.entry);
    state = next.state;
  }
  return { entries, state };
}

const BY_GRID_WORKER: readonly Action[] = ['accept', 'settle'];
const BY_UNIT: readonly Action[] = ['take', 'progress', 'pause', 'return', 'finish'];

function authorOf(grid: SceneGrid, { unit }: MatterState, action: Action): Author {
  if (action === 'answer') return RESIDENT;
  if (BY_UNIT.includes(action)) return { person: null, role: 'department_staff', organisation: unit };
  return BY_GRID_WORKER.includes(action) ? grid.worker : grid.staff;
}

function factsOf(scene: Scene, grid: SceneGrid, { category }: MatterState, action: Action, dice: Dice): object {
  switch (action) {
    case 'accept':
      return { category };
    case 'dispatch':
      return { unit: scene.units[getCategory(category).responsible] ?? grid.committee };
    case 'settle':
      return { unit: grid.committee, result: '已到现场处理完毕，请反映人查看。' };
    case 'finish':
      return { result: '已派人到现场查看并处理，问题已经解决。' };
    case 'progress':
      return { message: '已到现场查看，正在安排处理。' };
    case 'pause':
      return { reason: '需等待配件到货，预计三个工作日。' };
    case 'rework':
      return { reason: '现场仍未恢复，请继续处理。' };
    case 'refuse':
      return { branch: 'out_of_scope', reason: '属于市场服务，可联系商家协商。' };
    case 'answer':
      return { solved: dice.next() < 0.9, satisfied: dice.next() < 0.85 };
    default:
      return {};
  }
}
