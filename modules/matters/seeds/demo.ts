import { createHash, randomBytes } from 'node:crypto';
import { toE7 } from '#packages/coverage';
import { insertEntries, newId } from '#packages/server-kit';
import type { Organisation, OrganisationKind, Role } from '../../access/contract.ts';
import { type CatalogueRow, propose, rowFor, underOf } from '../core/catalogue.ts';
import { openParts } from '../core/joint.ts';
import type { Action } from '../core/lifecycle.ts';
import type { MatterState } from '../core/state.ts';
import { ANSWER_TERMS } from '../core/supervision.ts';
import { makeTrackingCode } from '../core/tracking-code.ts';
import { wordsOf } from '../core/words.ts';
import { listVersions, rowsOfVersion } from '../server/catalogue/queries.ts';
import { findChronicPlaces } from '../server/chronic/find.ts';
import type { MattersDeps } from '../server/context.ts';
import { compareReports } from '../server/duplicates/compare.ts';
import { type Author, nextEntry } from '../server/record.ts';
import { insertMatters, type NewMatter } from '../server/store.ts';
import { DEMO_TEXTS, type DemoText } from './texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far a demo matter has come, and how many in a hundred. */
const FATES: readonly (readonly [share: number, actions: readonly Action[]])[] = [
  [9, []],
  [6, ['accept']],
  [8, ['accept', 'dispatch']],
  [11, ['accept', 'dispatch', 'take']],
  [4, ['accept', 'dispatch', 'take', 'progress']],
  [3, ['accept', 'dispatch', 'take', 'pause']],
  [4, ['accept', 'dispatch', 'return']],
  [8, ['accept', 'dispatch', 'take', 'finish']],
  [4, ['accept', 'dispatch', 'take', 'finish', 'verify']],
  [14, ['accept', 'dispatch', 'take', 'finish', 'verify', 'close']],
  [16, ['accept', 'dispatch', 'take', 'finish', 'verify', 'close', 'answer']],
  [3, ['accept', 'dispatch', 'take', 'finish', 'rework', 'take', 'finish', 'verify', 'close', 'answer']],
  [7, ['settle', 'verify', 'close']],
  [3, ['refuse']],
];

/** Matters that are told to an end: several units called to the night market, a lamp that nobody mends in time. */
/** The same drain again and again: what keeps coming back. */
const CLOSED: readonly Action[] = ['accept', 'dispatch', 'take', 'finish', 'verify', 'close'];
const STORIES: readonly Story[] = [
  { category: '0104', age: 30 * HOUR, fate: ['accept', 'dispatch', 'take', 'whistle', 'contribute'] },
  { category: '0202', age: 9 * DAY, fate: ['accept', 'dispatch', 'take', 'supervise'] },
  ...[25, 80, 140, 200, 260].map((days): Story => ({ category: '0203', age: days * DAY, fate: CLOSED })),
];

interface Story {
  readonly category: string;
  readonly age: number;
  readonly fate: readonly Action[];
}

interface Scene {
  readonly deps: MattersDeps;
  /** The dispatch catalogue in force; null where none is published. */
  readonly catalogue: { readonly version: number; readonly rows: readonly CatalogueRow[] } | null;
  readonly dice: Dice;
  readonly units: readonly Organisation[];
  readonly staff: (grid: string, roles: readonly Role[]) => Promise<Author>;
}

type Dice = ReturnType<typeof diceOf>;

/** Pseudo-random numbers that are the same on every machine (mulberry32). */
function diceOf(seed: number) {
  let a = seed;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (n: number) => Math.floor(next() * n),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)],
  };
}

function fateOf(dice: Dice): readonly Action[] {
  let left = dice.next() * 100;
  for (const [share, actions] of FATES) {
    if (left < share) return actions;
    left -= share;
  }
  return [];
}

const REPORTER: Author = { person: null, role: 'resident', organisation: null };
const RULE: Author = { person: null, role: 'rule', organisation: null };
const ROLE_OF: Partial<Record<Action, readonly Role[]>> = {
  accept: ['grid_worker'],
  settle: ['grid_worker'],
  dispatch: ['community_staff'],
  refuse: ['community_staff'],
  verify: ['grid_head'],
  rework: ['grid_head'],
  close: ['community_staff'],
};

/** Demo matters in all stages, a good part of them in one community, where the demo accounts meet. */
export async function seedMatters(deps: MattersDeps, count: number, home: string): Promise<number> {
  const scene = await sceneOf(deps);
  const grids = deps.places.grids();
  const near = grids.filter(({ code }) => code.startsWith(home));
  const made: Made[] = [];
  for (let i = 0; i < count; i++) {
    const grid = scene.dice.pick(i % 7 === 0 && near.length > 0 ? near : grids);
    const said = scene.dice.pick(DEMO_TEXTS);
    const fate = fateOf(scene.dice);
    made.push(await makeMatter(scene, grid, said, { fate, age: ageOf(scene.dice, fate) }));
  }
  for (const story of STORIES) {
    const said = DEMO_TEXTS.find(({ category }) => category === story.category);
    if (said && near[0]) made.push(await makeMatter(scene, near[0], said, story));
  }
  await deps.database.transaction(async (tx) => {
    await insertMatters(
      tx,
      made.map(({ matter }) => matter),
    );
    await tx.run(insertEntries(made.flatMap(({ entries }) => entries)));
  });
  await findChronicPlaces(deps);
  await compareReports(deps);
  return made.length;
}

async function sceneOf(deps: MattersDeps): Promise<Scene> {
  const known = new Map<string, Promise<Author>>();
  const find = async (grid: string, roles: readonly Role[]): Promise<Author> => {
    const holders = await deps.access.holdersOf(grid, roles, true);
    const holder = holders[0];
    return holder ? { person: holder.person, role: holder.role, organisation: null } : REPORTER;
  };
  const staff = (grid: string, roles: readonly Role[]) => {
    const key = `${grid} ${roles}`;
    const found = known.get(key) ?? find(grid, roles);
    known.set(key, found);
    return found;
  };
  const [version] = await listVersions(deps.database, deps.district);
  const rows = version ? await rowsOfVersion(deps.database, deps.district, version.version) : [];
  return {
    deps,
    catalogue: version ? { version: version.version, rows } : null,
    dice: diceOf(320508),
    units: await deps.access.organisations(),
    staff,
  };
}

interface Made {
  readonly matter: NewMatter;
  readonly entries: NewMatter['entry'][];
}

async function makeMatter(
  scene: Scene,
  grid: ReturnType<MattersDeps['places']['grids']>[number],
  said: DemoText,
  { fate, age }: Pick<Story, 'fate' | 'age'>,
): Promise<Made> {
  const { deps, dice } = scene;
  const [id, sealed] = [newId(), { text: said.text, address: said.address }];
  let at = deps.clock().getTime() - age;
  const facts = {
    category: said.category,
    grid: grid.code,
    source: 'resident' as const,
    reportedAt: iso(at),
    photos: 0,
  };
  const report = { id, action: 'report' as const, facts, author: REPORTER, transaction: newId(), at: iso(at), sealed };
  const first = nextEntry(deps, null, report);
  const entries = [first.entry];
  let state = first.state;
  for (const action of fate) {
    at = Math.min(at + (20 + dice.below(220)) * MINUTE, deps.clock().getTime() - MINUTE);
    const step = await stepOf(scene, state, action, said);
    const head = entries[entries.length - 1].hash;
    const next = nextEntry(deps, { state, head }, { id, action, transaction: newId(), at: iso(at), ...step });
    entries.push(next.entry);
    state = next.state;
  }
  return {
    entries,
    matter: rowOf(scene, grid, said, state, { id, salt: first.sealed!.salt, entry: entries[entries.length - 1] }),
  };
}

const iso = (time: number) => new Date(time).toISOString();

/** Ended matters are up to six weeks old, open ones a few hours to days: some of them overdue, as in life. */
function ageOf(dice: Dice, fate: readonly Action[]): number {
  if (fate.includes('close') || fate.includes('refuse')) return 2 * DAY + dice.next() * 40 * DAY;
  if (fate.length <= 1) return 20 * MINUTE + dice.next() ** 3 * 2 * DAY;
  return fate.length * 4 * HOUR + dice.next() ** 2 * 6 * DAY;
}

async function stepOf(scene: Scene, state: MatterState, action: Action, said: DemoText) {
  return { author: await authorOf(scene, state, action), facts: factsOf(scene, state, action, said) as never };
}

async function authorOf(scene: Scene, state: MatterState, action: Action): Promise<Author> {
  const roles = ROLE_OF[action];
  if (roles) return scene.staff(state.grid, roles);
  if (action === 'answer') return REPORTER;
  if (action === 'supervise') return RULE;
  if (action === 'whistle') return { person: null, role: 'street_staff', organisation: streetOf(scene, state) };
  return action === 'contribute'
    ? { ...unitAuthor(state), organisation: openParts(state.joint)[0].unit }
    : unitAuthor(state);
}

const streetOf = ({ units }: Scene, { grid }: MatterState) =>
  units.find(({ kind, area }) => kind === 'street' && area === grid.slice(0, 9))?.id ?? null;

const unitAuthor = ({ unit }: MatterState): Author => ({ person: null, role: 'department_staff', organisation: unit });

const community = ({ units }: Scene, { grid }: MatterState) =>
  units.find(({ kind, area }) => kind === 'community' && area === grid.slice(0, 12))!.id;

/** By the catalogue, where one is published, under the standard that was met. */
function dispatched(scene: Scene, { category, grid }: MatterState) {
  const { catalogue, units, dice, deps } = scene;
  const found = catalogue && { version: catalogue.version, row: rowFor(catalogue.rows, category, grid) };
  const proposal = propose(found, { category, grid, nameOf: deps.places.nameOf }, units);
  const standard = proposal.standards.length > 0 ? dice.pick(proposal.standards).id : undefined;
  const under = underOf(proposal, standard);
  return { unit: proposal.unit!.id, ...(under && { under }), ...(proposal.caught && { caught: 'waiting' as const }) };
}

const OBLIGATIONS: readonly (readonly [kind: OrganisationKind, task: string, days: number])[] = [
  ['police', '放学时段疏导交通，劝离占道车辆', 1],
  ['market', '核查摊主证照，引导进场经营', 2],
  ['environment', '检测油烟和噪声，提出整改意见', 3],
];

function whistled({ units }: Scene) {
  const parts = OBLIGATIONS.flatMap(([called, task, amount]) => {
    const unit = units.find(({ kind }) => kind === called)?.id;
    return unit ? [{ unit, task, term: { amount, unit: 'work_day' as const } }] : [];
  });
  return { reason: '夜市占道涉及交通、证照和油烟，一家办不了', parts };
}

function factsOf(scene: Scene, state: MatterState, action: Action, { result, category }: DemoText): object {
  switch (action) {
    case 'accept':
      return { category };
    case 'dispatch':
      return dispatched(scene, state);
    case 'settle':
      return { unit: community(scene, state), result };
    case 'finish':
      return { result };
    case 'progress':
      return { message: '已到现场查看，正在安排处理。' };
    case 'pause':
      return { reason: '需等待配件到货，预计三个工作日。' };
    case 'rework':
      return { reason: '现场仍未恢复，请继续处理。' };
    case 'refuse':
      return { branch: 'out_of_scope', reason: '属于市场服务，可联系商家或拨打12315。' };
    case 'return':
      return { ground: 'not_our_duty' };
    case 'whistle':
      return whistled(scene);
    case 'contribute':
      return { unit: openParts(state.joint)[0].unit, result: '已派四人到场，放学时段交通恢复正常。' };
    case 'supervise':
      return { level: 'urge', trigger: 'overdue', term: ANSWER_TERMS.urge };
    case 'answer':
      return { solved: scene.dice.next() < 0.9, satisfied: scene.dice.next() < 0.85 };
    default:
      return {};
  }
}

type Kept = Pick<NewMatter, 'id' | 'salt' | 'entry'>;

/** A report near the middle of its grid: the spread is small enough to stay inside, and checked. */
function rowOf(
  { deps, dice }: Scene,
  grid: { code: string; inside: { lon: number; lat: number } },
  said: DemoText,
  state: MatterState,
  kept: Kept,
): NewMatter {
  const moved = {
    lon: grid.inside.lon + (dice.next() - 0.5) * 0.0008,
    lat: grid.inside.lat + (dice.next() - 0.5) * 0.0008,
  };
  const located = deps.places.locate(moved);
  const point = located.inside && located.grid.code === grid.code ? moved : grid.inside;
  return {
    ...kept,
    code: makeTrackingCode(deps.district, createHash('sha256').update(kept.id).update(randomBytes(8)).digest()),
    key: null,
    lonE7: toE7(point.lon),
    latE7: toE7(point.lat),
    text: said.text,
    address: said.address,
    contact: null,
    words: wordsOf(`${said.text} ${said.address}`),
    photos: [],
    released: dice.next() < 0.55 ? said.text : null,
    state,
  };
}
