import { type Static, type TSchema, Type as t } from '@sinclair/typebox';
import type { Operations } from '#packages/kernel';
import { catalogueOperations } from './catalogue-api.ts';
import { chronicOperations } from './chronic-api.ts';
import { duplicatesOperations } from './duplicates-api.ts';
import { JointPage, jointOperations, ObligationBody } from './joint-api.ts';
import { ACTIONS, STAGES } from './lifecycle.ts';
import { GROUNDS } from './objection.ts';
import { AreaCode, Category, Id, keysOf, nullable, Reason, Term, Time, Transaction, Version, Words } from './schema.ts';
import { LEVELS, TRIGGERS } from './supervision.ts';
import { CLOCKS } from './terms.ts';

/** Longest report; the longest of 4,326 real messages seen had 7,000 characters. */
export const TEXT_LIMIT = 8000;
export const PHOTO_LIMIT = 6;

export const StageName = keysOf(STAGES);
export const ActionName = keysOf(ACTIONS);
const Place = t.Object({
  lon: t.Number({ minimum: -180, maximum: 180 }),
  lat: t.Number({ minimum: -90, maximum: 90 }),
});
const Crs = t.Union([t.Literal('wgs84'), t.Literal('gcj02'), t.Literal('bd09')]);
const Source = t.Union([t.Literal('resident'), t.Literal('grid_worker'), t.Literal('call'), t.Literal('import')]);
const Code = t.String({ minLength: 18, maxLength: 30, description: 'Tracking code (一案一码)' });

export const GridRef = t.Object({ code: t.String(), name: t.String(), community: t.String(), street: t.String() });
const UnitRef = nullable(t.Object({ id: Id, name: t.String() }));
const Offer = t.Object({ action: ActionName, text: t.String() });
export type Offer = Static<typeof Offer>;

export const Clock = t.Object({
  kind: keysOf(CLOCKS),
  dueAt: Time,
  overdue: t.Boolean(),
  paused: t.Boolean(),
  provisional: t.Boolean({ description: 'The holidays of that year are not announced: only weekends were counted' }),
});
export type Clock = Static<typeof Clock>;

/** What everybody may see of a matter. */
export const PublicRow = t.Object({
  code: Code,
  category: Category,
  grid: GridRef,
  stage: StageName,
  reportedAt: Time,
  endedAt: nullable(Time),
  supporters: t.Integer({ description: 'How many people reported or joined it' }),
  text: nullable(t.String({ description: 'Only what staff or the reporter released' })),
});
export type PublicRow = Static<typeof PublicRow>;

/** One line of the timeline; `facts` are public, names of people are never in it. */
export const Line = t.Object({
  seq: t.Integer(),
  at: Time,
  action: ActionName,
  role: t.String(),
  unit: nullable(t.String({ description: 'Organisation for which it was done' })),
  facts: t.Record(t.String(), t.Unknown()),
});
export type Line = Static<typeof Line>;

const Answer = nullable(t.Object({ solved: t.Boolean(), satisfied: t.Boolean() }));

/** The tracking page: progress for whoever has the code, the private words only for who reported it. */
export const TrackPage = t.Object({
  code: Code,
  category: Category,
  grid: GridRef,
  stage: StageName,
  version: Version,
  reportedAt: Time,
  endedAt: nullable(Time),
  supporters: t.Integer(),
  unit: nullable(t.String()),
  clock: nullable(Clock),
  into: nullable(Code),
  text: nullable(t.String()),
  timeline: t.Array(Line),
  answer: Answer,
  /** What the reporter may do now; empty for others. */
  possible: t.Array(Offer),
  mine: nullable(
    t.Object({
      text: t.String(),
      address: nullable(t.String()),
      photos: t.Array(Id),
      looks: t.Array(t.Object({ at: Time, role: t.String(), unit: nullable(t.String()), purpose: t.String() })),
    }),
  ),
});
export type TrackPage = Static<typeof TrackPage>;

export const SupervisionPage = t.Object({
  level: keysOf(LEVELS),
  trigger: keysOf(TRIGGERS),
  at: Time,
  dueAt: Time,
  overdue: t.Boolean({ description: 'Not answered, and its clock has run out' }),
  answeredAt: nullable(Time),
});
export type SupervisionPage = Static<typeof SupervisionPage>;

/** One row of the console's lists. */
export const MatterRow = t.Object({
  code: Code,
  version: Version,
  category: Category,
  grid: GridRef,
  stage: StageName,
  excerpt: t.String({ description: 'First words of the text' }),
  reportedAt: Time,
  unit: UnitRef,
  clock: nullable(Clock),
  supporters: t.Integer(),
  supervision: nullable(SupervisionPage),
});
export type MatterRow = Static<typeof MatterRow>;

export const MatterPage = t.Object({
  code: Code,
  version: Version,
  category: Category,
  grid: GridRef,
  place: Place,
  stage: StageName,
  source: Source,
  text: t.String(),
  address: nullable(t.String()),
  released: nullable(t.String()),
  photos: t.Array(Id),
  hasContact: t.Boolean(),
  reportedAt: Time,
  endedAt: nullable(Time),
  unit: UnitRef,
  clock: nullable(Clock),
  supporters: t.Integer(),
  into: nullable(Code),
  answer: Answer,
  co: t.Array(t.Object({ id: Id, name: t.String() }), { description: 'Units that help (协办)' }),
  caught: t.Boolean({ description: 'Its owner was unclear: caught by the district (兜底)' }),
  under: nullable(t.Object({ version: t.Integer(), area: t.String(), standard: t.String(), term: Term })),
  objection: nullable(t.Object({ ground: nullable(keysOf(GROUNDS)), rejected: t.Array(keysOf(GROUNDS)) })),
  supervision: nullable(SupervisionPage),
  joint: nullable(JointPage),
  errand: nullable(t.Object({ name: t.String(), at: Time, by: nullable(t.String()) })),
  /** Items of the list of duties that may be asked of this grid; empty for who may not ask. */
  duties: t.Array(t.Object({ id: Id, name: t.String() })),
  timeline: t.Array(
    t.Intersect([
      Line,
      t.Object({
        person: nullable(t.String()),
        note: nullable(t.String({ description: 'Sealed words, for staff only' })),
      }),
    ]),
  ),
  possible: t.Array(Offer),
});
export type MatterPage = Static<typeof MatterPage>;

const pageOf = <T extends TSchema>(row: T) => t.Object({ rows: t.Array(row), next: nullable(t.String()) });
const After = t.Optional(t.String({ maxLength: 120, description: 'Where the page before ended' }));
const Limit = t.Optional(t.Integer({ minimum: 1, maximum: 100, default: 30 }));

export const ReportBody = t.Object({
  transaction: Transaction,
  place: Place,
  crs: t.Optional(Crs),
  category: Category,
  text: Words(TEXT_LIMIT),
  address: t.Optional(t.String({ maxLength: 120 })),
  photos: t.Optional(t.Array(Id, { maxItems: PHOTO_LIMIT })),
  contact: t.Optional(
    t.Object({
      name: t.Optional(t.String({ maxLength: 40 })),
      phone: t.Optional(t.String({ pattern: '^[0-9+ -]{5,20}$' })),
    }),
  ),
  /** The reporter releases the text to the public. */
  release: t.Optional(t.Boolean()),
  /** A secret that the client made: proves later who reported it, also when the answer to the report was lost on the way. */
  key: t.Optional(t.String({ minLength: 32, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })),
  /** Staff on behalf of a caller. */
  onBehalf: t.Optional(t.Boolean()),
});
export type ReportBody = Static<typeof ReportBody>;

const Base = { transaction: Transaction, version: Version };
const at = { params: t.Object({ code: Code }) };
const staff = <B extends TSchema>(summary: string, body: B) =>
  ({ summary, access: 'policy', ...at, body, response: MatterPage }) as const;
const resident = <B extends TSchema>(summary: string, body: B) =>
  ({ summary, access: 'public', ...at, body, response: TrackPage }) as const;

const Branch = t.Union([
  t.Literal('emergency'),
  t.Literal('legal_way'),
  t.Literal('repeated'),
  t.Literal('secret'),
  t.Literal('out_of_scope'),
  t.Literal('unlawful'),
]);

export const ImportRow = t.Object({ row: t.Integer(), column: t.String(), why: t.String() });
export const ImportPage = t.Object({
  id: Id,
  file: t.String(),
  stage: t.Union([t.Literal('previewed'), t.Literal('running'), t.Literal('done'), t.Literal('failed')]),
  columns: t.Array(t.String()),
  /** Which column of the file holds which field; guessed from the headings, to be corrected before the run. */
  mapping: t.Record(t.String(), t.String()),
  total: t.Integer(),
  good: t.Integer(),
  bad: t.Array(ImportRow, { description: 'The first 200 bad rows' }),
  badCount: t.Integer(),
  sample: t.Array(t.Record(t.String(), t.String())),
  done: t.Integer({ description: 'Rows imported so far' }),
  createdAt: Time,
});
export type ImportPage = Static<typeof ImportPage>;

/**
 * Every URL of the module. A reporter without account proves to be the one by the header `x-matter-key`, the key that the
 * report was answered with.
 */
export const operations = {
  'GET /api/categories': {
    summary: 'Kinds of matters',
    access: 'public',
    response: t.Array(
      t.Object({
        code: t.String(),
        name: t.Object({ zh: t.String(), en: t.String() }),
        kinds: t.Array(
          t.Object({
            code: Category,
            name: t.Object({ zh: t.String(), en: t.String() }),
            onTheSpot: t.Boolean(),
            term: Term,
          }),
        ),
      }),
    ),
  },
  'POST /api/categories/suggest': {
    summary: 'Kinds that the words speak for; a person decides',
    access: 'public',
    body: t.Object({ text: t.String({ maxLength: TEXT_LIMIT }) }),
    response: t.Array(t.Object({ category: Category, confidence: t.Number(), words: t.Array(t.String()) })),
  },
  'GET /api/categories/model': {
    summary:
      'The model behind the suggestions, for suggesting while somebody types and without network; sums, no texts',
    access: 'public',
    response: t.Object({
      format: t.Literal(1),
      source: t.String(),
      texts: t.Integer(),
      sharpness: t.Number(),
      kinds: t.Array(t.Tuple([Category, t.Integer()])),
      words: t.String({ description: 'One line a word: its texts in base 36, then signs for kind and mass' }),
    }),
  },
  'POST /api/photos': {
    summary: 'Upload a photo (form field: file) before the report; stripped of EXIF and re-encoded at once',
    access: 'public',
    upload: true,
    response: t.Object({ id: Id, width: t.Integer(), height: t.Integer() }),
  },
  'GET /api/photos/:id': {
    summary: 'A photo, for those who may see its matter (header x-matter-key, or query key for <img>)',
    access: 'policy',
    params: t.Object({ id: Id }),
    query: t.Object({
      size: t.Optional(t.Union([t.Literal('full'), t.Literal('small')])),
      key: t.Optional(t.String()),
    }),
  },
  'POST /api/matters': {
    summary: 'Report a matter: by a resident with or without account, a grid worker, or staff for a caller',
    access: 'public',
    body: ReportBody,
    response: t.Object({
      code: Code,
      key: nullable(
        t.String({ description: 'Shown once: proves later who reported it; null when the report was sent before' }),
      ),
      grid: GridRef,
      clock: nullable(Clock),
    }),
  },
  'GET /api/similar': {
    summary: 'Open matters near a place and alike in words, to join instead of reporting again',
    access: 'public',
    query: t.Intersect([
      Place,
      t.Object({
        crs: t.Optional(Crs),
        text: t.Optional(t.String({ maxLength: 500 })),
        category: t.Optional(Category),
      }),
    ]),
    response: t.Array(t.Intersect([PublicRow, t.Object({ metres: t.Integer() })])),
  },
  'GET /api/track/:code': { summary: 'Progress of a matter', access: 'public', ...at, response: TrackPage },
  'GET /api/track/:code/ledger': {
    summary: 'The recorded entries with their hashes, to verify them oneself',
    access: 'public',
    ...at,
    response: t.Array(t.Record(t.String(), t.Unknown())),
  },
  'GET /api/track/:code/qr.svg': { summary: 'QR code of the tracking page', access: 'public', ...at },
  'POST /api/track/:code/join': resident(
    'Me too: join instead of reporting again',
    t.Object({ transaction: Transaction }),
  ),
  'POST /api/track/:code/answer': resident(
    'The reporter answers two separate questions',
    t.Object({ ...Base, solved: t.Boolean(), satisfied: t.Boolean(), words: t.Optional(t.String({ maxLength: 500 })) }),
  ),
  'POST /api/track/:code/reopen': resident('Reopen within 30 days', t.Object({ ...Base, reason: Reason })),
  'POST /api/track/:code/withdraw': resident('Withdraw the report', t.Object({ ...Base })),
  'GET /api/my/matters': {
    summary: 'Matters that I reported, newest first',
    access: 'signed-in',
    response: t.Array(PublicRow),
  },
  'GET /api/public/matters': {
    summary: 'Matters of an area as everybody may see them, newest first',
    access: 'public',
    query: t.Object({
      area: t.Optional(AreaCode),
      category: t.Optional(t.String({ pattern: '^[0-9]{2,4}$' })),
      after: After,
      limit: Limit,
    }),
    response: pageOf(PublicRow),
  },
  'GET /api/public/map': {
    summary: 'For each grid of an area: open matters, and those closed in the last 30 days',
    access: 'public',
    query: t.Object({ area: t.Optional(AreaCode) }),
    response: t.Array(t.Object({ grid: t.String(), open: t.Integer(), closed: t.Integer() })),
  },
  'GET /api/inbox': {
    summary: 'What waits for me, most urgent first',
    access: 'signed-in',
    query: t.Object({ after: After, limit: Limit }),
    response: t.Object({
      rows: t.Array(MatterRow),
      next: nullable(t.String()),
      total: t.Integer(),
      overdue: t.Integer(),
    }),
  },
  'GET /api/matters': {
    summary: 'Matters in my scope: filtered, searched in their words, newest first',
    access: 'signed-in',
    query: t.Object({
      q: t.Optional(t.String({ maxLength: 100 })),
      stage: t.Optional(t.Array(StageName)),
      category: t.Optional(t.String({ pattern: '^[0-9]{2,4}$' })),
      area: t.Optional(AreaCode),
      overdue: t.Optional(t.Boolean()),
      after: After,
      limit: Limit,
    }),
    response: pageOf(MatterRow),
  },
  'GET /api/supervision': {
    summary: 'Supervised matters of my areas and units: those that wait for an answer first, by its deadline',
    access: 'signed-in',
    query: t.Object({ open: t.Optional(t.Boolean()), area: t.Optional(AreaCode) }),
    response: t.Array(MatterRow),
  },
  'GET /api/matters/counts': {
    summary: 'How many matters in my scope, by kind, stage or area',
    access: 'signed-in',
    query: t.Object({
      by: t.Union([t.Literal('category'), t.Literal('stage'), t.Literal('street'), t.Literal('community')]),
      area: t.Optional(AreaCode),
    }),
    response: t.Array(t.Object({ key: t.String(), count: t.Integer(), open: t.Integer() })),
  },
  'GET /api/matters/map': {
    summary: 'Open matters inside a window of the map: single ones when few, counts by grid when many',
    access: 'signed-in',
    query: t.Object({
      west: t.Number(),
      south: t.Number(),
      east: t.Number(),
      north: t.Number(),
      category: t.Optional(t.String({ pattern: '^[0-9]{2,4}$' })),
    }),
    response: t.Object({
      matters: t.Array(
        t.Object({
          code: Code,
          lon: t.Number(),
          lat: t.Number(),
          stage: StageName,
          category: Category,
          overdue: t.Boolean(),
        }),
      ),
      grids: t.Array(t.Object({ grid: t.String(), lon: t.Number(), lat: t.Number(), open: t.Integer() })),
    }),
  },
  'GET /api/matters/:code': {
    summary: 'A matter with all that its staff may see',
    access: 'signed-in',
    ...at,
    response: MatterPage,
  },
  'POST /api/matters/:code/contact': {
    summary: 'Contact details of the reporter; each look is recorded with its purpose and shown to them',
    access: 'signed-in',
    ...at,
    body: t.Object({ purpose: Words(100) }),
    response: t.Object({ name: nullable(t.String()), phone: nullable(t.String()) }),
  },
  'POST /api/matters/:code/accept': staff('Accept', t.Object({ ...Base, category: t.Optional(Category) })),
  'POST /api/matters/:code/refuse': staff(
    'Refuse by one of the six branches, with the other way',
    t.Object({ ...Base, branch: Branch, reason: Reason }),
  ),
  'POST /api/matters/:code/settle': staff(
    'A grid worker or the community settles it on the spot',
    t.Object({ ...Base, result: Reason }),
  ),
  'POST /api/matters/:code/dispatch': staff(
    'Give it to exactly one responsible unit',
    t.Object({
      ...Base,
      unit: Id,
      standard: t.Optional(t.String({ maxLength: 40, description: 'Case standard of the catalogue’s row' })),
      co: t.Optional(t.Array(Id, { maxItems: 8, uniqueItems: true, description: 'Units that help (协办)' })),
      caught: t.Optional(t.Boolean({ description: 'The owner is unclear: the district catches it (兜底)' })),
      reason: t.Optional(t.String({ maxLength: 500, description: 'Why it differs from the catalogue; public' })),
      note: t.Optional(t.String({ maxLength: 500 })),
    }),
  ),
  'POST /api/matters/:code/take': staff('The unit takes it on', t.Object(Base)),
  'POST /api/matters/:code/progress': staff('Tell the reporter how it stands', t.Object({ ...Base, message: Reason })),
  'POST /api/matters/:code/pause': staff(
    'Pause the clock, with a published reason',
    t.Object({ ...Base, reason: Reason }),
  ),
  'POST /api/matters/:code/resume': staff('Resume', t.Object(Base)),
  'POST /api/matters/:code/extend': staff(
    'Extend the term, with a published reason',
    t.Object({ ...Base, reason: Reason, by: Term }),
  ),
  'POST /api/matters/:code/return': staff(
    'Object to the dispatch on a ground; the district centre reviews it, the unit stays responsible meanwhile',
    t.Object({ ...Base, ground: keysOf(GROUNDS), reason: Reason }),
  ),
  'POST /api/matters/:code/uphold': staff(
    'Reject the objection: the dispatch stands',
    t.Object({ ...Base, reason: Reason }),
  ),
  'POST /api/matters/:code/whistle': staff(
    'Whistle (吹哨): call several units, each with an obligation and a term',
    t.Object({ ...Base, reason: Reason, parts: t.Array(ObligationBody, { minItems: 1, maxItems: 12 }) }),
  ),
  'POST /api/matters/:code/contribute': staff(
    'A unit that was called reports on its own part (报到)',
    t.Object({ ...Base, unit: Id, result: Reason }),
  ),
  'POST /api/matters/:code/excuse': staff(
    'The whistler releases a unit, with a published reason',
    t.Object({ ...Base, unit: Id, reason: Reason }),
  ),
  'POST /api/matters/:code/appraise': staff(
    'The centre appraises both sides: was the whistle justified, which units came',
    t.Object({ ...Base, justified: t.Boolean(), came: t.Array(Id, { maxItems: 12 }), reason: Reason }),
  ),
  'POST /api/matters/:code/entrust': staff(
    'Ask the workers of the grid for something that is on the list of duties; anything else is refused (网格准入)',
    t.Object({ ...Base, item: t.Optional(Id), task: Words(500) }),
  ),
  'POST /api/matters/:code/deliver': staff('The grid answers what was asked', t.Object({ ...Base, result: Reason })),
  'POST /api/matters/:code/supervise': staff(
    'Urge, supervise, or supervise by the district (催办、督办、挂牌督办): the unit owes an answer',
    t.Object({ ...Base, level: keysOf(LEVELS), trigger: keysOf(TRIGGERS), message: Reason }),
  ),
  'POST /api/matters/:code/respond': staff('The unit answers a supervision', t.Object({ ...Base, message: Reason })),
  'POST /api/matters/:code/finish': staff('Report back: it is done', t.Object({ ...Base, result: Reason })),
  'POST /api/matters/:code/verify': staff(
    'Somebody else found that it is done',
    t.Object({ ...Base, note: t.Optional(t.String({ maxLength: 500 })) }),
  ),
  'POST /api/matters/:code/rework': staff('Not done: back to the same unit', t.Object({ ...Base, reason: Reason })),
  'POST /api/matters/:code/close': staff('Close', t.Object(Base)),
  'POST /api/matters/:code/merge': staff(
    'Merge into another matter; both codes stay alive',
    t.Object({ ...Base, into: Code }),
  ),
  'POST /api/matters/:code/release': staff('Release a text to the public', t.Object({ ...Base, text: Words(1000) })),
  'POST /api/matters/:code/recategorise': staff('Correct the kind', t.Object({ ...Base, category: Category })),
  'POST /api/matters/:code/note': staff('Internal note', t.Object({ ...Base, note: Reason })),
  ...catalogueOperations,
  ...jointOperations,
  ...duplicatesOperations,
  ...chronicOperations,
  'GET /api/imports': { summary: 'Imports, newest first', access: 'policy', response: t.Array(ImportPage) },
  'POST /api/imports': {
    summary: 'Upload a list (.xlsx or .csv; form field: file): read, checked and previewed, nothing imported yet',
    access: 'policy',
    upload: true,
    response: ImportPage,
  },
  'POST /api/imports/:id/run': {
    summary: 'Import the previewed list, all or nothing or only the good rows',
    access: 'policy',
    params: t.Object({ id: Id }),
    body: t.Object({
      mapping: t.Record(t.String(), t.String()),
      badRows: t.Union([t.Literal('stop'), t.Literal('skip')]),
      /** Rows without a place: refused, or spread over the grids by their number in proportion to households (for trying). */
      withoutPlace: t.Union([t.Literal('refuse'), t.Literal('spread')]),
    }),
    response: ImportPage,
  },
  'GET /api/imports/:id': {
    summary: 'How an import stands',
    access: 'policy',
    params: t.Object({ id: Id }),
    response: ImportPage,
  },
} as const satisfies Operations;
