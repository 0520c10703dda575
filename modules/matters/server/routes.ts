import type { MultipartFile } from '@fastify/multipart';
import QRCode from 'qrcode';
import { toDegrees, toE7 } from '#packages/coverage';
import { text } from '#packages/kernel';
import { type Call, FileAnswer, type Handlers, oneAnswer, publicEntry } from '#packages/server-kit';
import type { SingleAction } from '../core/acts.ts';
import type { operations } from '../core/api.ts';
import { CATEGORIES, CATEGORY_GROUPS } from '../core/categories.ts';
import { waitingFor } from '../core/inbox.ts';
import { canImport, canSee, importScope, sightOf } from '../core/policy.ts';
import { suggestKinds } from '../core/suggest/model.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { chronicRoutes } from './chronic/routes.ts';
import { act } from './commands/act.ts';
import { lookAtContact } from './commands/contact.ts';
import { join } from './commands/join.ts';
import { getDossier, getMatter, isReporter } from './commands/load.ts';
import { merge } from './commands/merge.ts';
import { addPhoto } from './commands/photo.ts';
import { report } from './commands/report.ts';
import { asPerson, type MattersDeps, problems } from './context.ts';
import { duplicatesRoutes } from './duplicates/routes.ts';
import { similarMatters } from './duplicates/similar.ts';
import { getImport, listImports, presentImport, previewImport, startImport } from './imports.ts';
import { jointRoutes } from './joint/routes.ts';
import { matterPage, nextCursor, readCursor, rowsOf, trackPage } from './pages.ts';
import { presentClock, presentGrid, presentPublic } from './present.ts';
import {
  countByGrid,
  countInbox,
  countInGrids,
  countInWindow,
  countMatters,
  type Filter,
  findMatterById,
  findPhoto,
  listInbox,
  listMatters,
  listSupervised,
  type MatterRecord,
  matterPoints,
  timelineOf,
  type Window,
} from './queries.ts';
import { queryOf } from './search-words.ts';
import { type KindModels, presentModel } from './suggest/kind-model.ts';

type Request = Pick<Call, 'request'>;
type Written = { readonly transaction: string; readonly version?: number };

const keyOf = ({ request }: Request): string | undefined => {
  const key = request.headers['x-matter-key'];
  return typeof key === 'string' ? key : undefined;
};

const MAP_LIMIT = 400;
const FAR_GRIDS = 60;
const CLOSED_DAYS = 30;
const SUPERVISED = 200;
const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

/** The uploaded file of a multipart call. */
async function fileOf({ request }: Request): Promise<{ name: string; content: Buffer }> {
  const part: MultipartFile | undefined = request.isMultipart() ? await request.file() : undefined;
  if (!part) {
    throw problems.bad_import({
      reasons: [{ rule: 'has_a_file', text: text('没有收到文件。', 'No file was received.') }],
    });
  }
  return { name: part.filename, content: await part.toBuffer() };
}

/** A staff action on one matter: the same pipeline for each verb. */
const staffAct =
  <A extends SingleAction>(deps: MattersDeps, action: A) =>
  async (call: { params: { code: string }; body: Written } & Pick<Call, 'actor' | 'locale'>) => {
    const { transaction, version, ...input } = call.body;
    const actor = asPerson(call.actor);
    const request = { code: call.params.code, action, input: input as never, transaction, version };
    const matter = await act(deps, request, ({ state }) => ({
      actor,
      isReporter: state.reporter !== null && state.reporter === actor.person,
    }));
    return matterPage(deps, matter, actor, call.locale);
  };

/** What the reporter does on the tracking page. */
const reporterAct =
  <A extends SingleAction>(deps: MattersDeps, action: A) =>
  async (call: { params: { code: string }; body: Written } & Pick<Call, 'actor' | 'locale' | 'request'>) => {
    const { transaction, version, ...input } = call.body;
    const actor = asPerson(call.actor);
    const request = { code: call.params.code, action, input: input as never, transaction, version };
    const matter = await act(deps, request, (found) => ({
      actor,
      isReporter: isReporter(found, actor.person, keyOf(call)),
    }));
    return trackPage(deps, matter, actor, keyOf(call), call.locale);
  };

/** Each URL of the module and the function that answers it. */
export const routesOf = (deps: MattersDeps, kinds: KindModels): Handlers<typeof operations> => ({
  'GET /api/categories': async () =>
    CATEGORY_GROUPS.map(({ code, name }) => ({
      code,
      name,
      kinds: CATEGORIES.filter(({ parent }) => parent === code).map((kind) => ({
        code: kind.code,
        name: kind.name,
        onTheSpot: kind.onTheSpot,
        term: kind.term,
      })),
    })),
  'POST /api/categories/suggest': async ({ body }) => {
    const { model } = await kinds.current();
    return suggestKinds(model, body.text).map((offer) => ({ ...offer, words: [...offer.words] }));
  },
  'GET /api/categories/model': async () => presentModel(await kinds.current()),
  'POST /api/photos': async (call) => addPhoto(deps, (await fileOf(call)).content),
  'GET /api/photos/:id': (call) => photo(deps, call),
  'POST /api/matters': async ({ body, actor }) => {
    const { matter, key } = await report(deps, body, asPerson(actor));
    const { state, code } = matter;
    return { code, key, grid: presentGrid(deps.places, state.grid), clock: presentClock(state, deps.clock()) };
  },
  'GET /api/similar': async ({ query }) => {
    const located = deps.places.locate(query, query.crs);
    return located.inside ? similarMatters(deps, { ...query, ...located.point }) : [];
  },
  'GET /api/track/:code': async (call) =>
    trackPage(deps, await getMatter(deps, call.params.code), asPerson(call.actor), keyOf(call), call.locale),
  'GET /api/track/:code/ledger': async ({ params }) => {
    const matter = await getMatter(deps, params.code);
    const entries = await timelineOf(deps.database, deps.district, matter.id);
    return entries.map((entry) => ({ ...publicEntry(entry) }));
  },
  'GET /api/track/:code/qr.svg': async ({ params }) => {
    const { code } = await getMatter(deps, params.code);
    const svg = await QRCode.toString(`${deps.publicUrl}/track/${code}`, {
      type: 'svg',
      margin: 1,
      errorCorrectionLevel: 'M',
    });
    return new FileAnswer(svg, 'image/svg+xml', { 'cache-control': 'public, max-age=86400' });
  },
  'POST /api/track/:code/join': async (call) => {
    const matter = await join(deps, call.params.code, call.body.transaction, asPerson(call.actor));
    return trackPage(deps, matter, asPerson(call.actor), keyOf(call), call.locale);
  },
  'POST /api/track/:code/answer': reporterAct(deps, 'answer'),
  'POST /api/track/:code/reopen': reporterAct(deps, 'reopen'),
  'POST /api/track/:code/withdraw': reporterAct(deps, 'withdraw'),
  'GET /api/my/matters': async ({ actor }) => {
    const mine = await listMatters(deps.database, deps.district, { reporter: actor.person ?? '' }, null, 100);
    return mine.map((matter) => presentPublic(deps.places, matter));
  },
  'GET /api/public/matters': async ({ query }) => {
    const { area, category, after, limit = 30 } = query;
    const rows = await listMatters(deps.database, deps.district, { area, category }, readCursor(after), limit);
    const next = nextCursor(rows, limit, (m) => m.state.reportedAt);
    return { rows: rows.map((matter) => presentPublic(deps.places, matter)), next };
  },
  'GET /api/public/map': publicMap(deps),
  'GET /api/inbox': async ({ actor, query }) => {
    const waiting = waitingFor(asPerson(actor));
    const { limit = 30 } = query;
    const now = deps.clock().toISOString();
    const [rows, counts] = await Promise.all([
      listInbox(deps.database, deps.district, waiting, now, readCursor(query.after), limit),
      countInbox(deps.database, deps.district, waiting, now),
    ]);
    return { rows: await rowsOf(deps, rows), next: nextCursor(rows, limit, inboxDue), ...counts };
  },
  'GET /api/matters': async ({ actor, query }) => {
    const { limit = 30 } = query;
    const rows = await listMatters(
      deps.database,
      deps.district,
      filterOf(deps, asPerson(actor), query),
      readCursor(query.after),
      limit,
    );
    return { rows: await rowsOf(deps, rows), next: nextCursor(rows, limit, (m) => m.state.reportedAt) };
  },
  'GET /api/supervision': async ({ actor, query }) => {
    const asked = { sight: sightOf(asPerson(actor)), ...query };
    return rowsOf(deps, await listSupervised(deps.database, deps.district, asked, SUPERVISED));
  },
  'GET /api/matters/counts': ({ actor, query }) =>
    countMatters(deps.database, deps.district, query.by, { sight: sightOf(asPerson(actor)), area: query.area }),
  'GET /api/matters/map': (call) => matterMap(deps, call),
  'GET /api/matters/:code': async ({ params, actor, locale }) => {
    const matter = await getDossier(deps, params.code);
    if (!canSee({ actor: asPerson(actor), isReporter: false }, matter.state)) throw problems.not_visible();
    return matterPage(deps, matter, asPerson(actor), locale);
  },
  'POST /api/matters/:code/contact': ({ params, body, actor }) =>
    lookAtContact(deps, params.code, body.purpose, asPerson(actor)),
  'POST /api/matters/:code/accept': staffAct(deps, 'accept'),
  'POST /api/matters/:code/refuse': staffAct(deps, 'refuse'),
  'POST /api/matters/:code/settle': staffAct(deps, 'settle'),
  'POST /api/matters/:code/dispatch': staffAct(deps, 'dispatch'),
  'POST /api/matters/:code/take': staffAct(deps, 'take'),
  'POST /api/matters/:code/progress': staffAct(deps, 'progress'),
  'POST /api/matters/:code/pause': staffAct(deps, 'pause'),
  'POST /api/matters/:code/resume': staffAct(deps, 'resume'),
  'POST /api/matters/:code/extend': staffAct(deps, 'extend'),
  'POST /api/matters/:code/return': staffAct(deps, 'return'),
  'POST /api/matters/:code/uphold': staffAct(deps, 'uphold'),
  'POST /api/matters/:code/whistle': staffAct(deps, 'whistle'),
  'POST /api/matters/:code/contribute': staffAct(deps, 'contribute'),
  'POST /api/matters/:code/excuse': staffAct(deps, 'excuse'),
  'POST /api/matters/:code/appraise': staffAct(deps, 'appraise'),
  'POST /api/matters/:code/entrust': staffAct(deps, 'entrust'),
  'POST /api/matters/:code/deliver': staffAct(deps, 'deliver'),
  'POST /api/matters/:code/supervise': staffAct(deps, 'supervise'),
  'POST /api/matters/:code/respond': staffAct(deps, 'respond'),
  'POST /api/matters/:code/finish': staffAct(deps, 'finish'),
  'POST /api/matters/:code/verify': staffAct(deps, 'verify'),
  'POST /api/matters/:code/rework': staffAct(deps, 'rework'),
  'POST /api/matters/:code/close': staffAct(deps, 'close'),
  'POST /api/matters/:code/merge': async ({ params, body, actor, locale }) => {
    const { code } = await merge(deps, { ...body, code: params.code }, asPerson(actor));
    return matterPage(deps, await getDossier(deps, code), asPerson(actor), locale);
  },
  'POST /api/matters/:code/release': staffAct(deps, 'release'),
  'POST /api/matters/:code/recategorise': staffAct(deps, 'recategorise'),
  'POST /api/matters/:code/note': staffAct(deps, 'note'),
  ...catalogueRoutes(deps),
  ...jointRoutes(deps),
  ...duplicatesRoutes(deps),
  ...chronicRoutes(deps),
  'GET /api/imports': async ({ actor, locale }) => {
    allowImport(actor);
    return (await listImports(deps)).map((record) => presentImport(record, locale));
  },
  'POST /api/imports': async (call) => {
    allowImport(call.actor);
    const { name, content } = await fileOf(call);
    return presentImport(await previewImport(deps, name, content, asPerson(call.actor)), call.locale);
  },
  'POST /api/imports/:id/run': async ({ params, body, actor, locale }) => {
    allowImport(actor);
    return presentImport(await startImport(deps, params.id, { ...body, areas: importScope(asPerson(actor)) }), locale);
  },
  'GET /api/imports/:id': async ({ params, actor, locale }) => {
    allowImport(actor);
    return presentImport(await getImport(deps, params.id), locale);
  },
});

function publicMap({ database, district, clock }: MattersDeps) {
  const count = oneAnswer((area) => countByGrid(database, district, area, daysAgo(clock(), CLOSED_DAYS)));
  return ({ query }: Call<(typeof operations)['GET /api/public/map']>) => count(query.area ?? district);
}

const inboxDue = ({ state }: MatterRecord) => state.clock?.dueAt ?? state.supervision?.clock.dueAt;

function allowImport(actor: Call['actor']): void {
  if (!canImport(asPerson(actor))) throw problems.not_allowed();
}

interface ListQuery {
  readonly q?: string;
  readonly stage?: Filter['stages'];
  readonly category?: string;
  readonly area?: string;
  readonly overdue?: boolean;
}

function filterOf(
  deps: MattersDeps,
  actor: ReturnType<typeof asPerson>,
  { q, stage, category, area, overdue }: ListQuery,
): Filter {
  const words = q?.trim() ? queryOf(q) : undefined;
  return {
    sight: sightOf(actor),
    words,
    stages: stage,
    category,
    area,
    overdueAt: overdue ? deps.clock().toISOString() : undefined,
  };
}

async function matterMap(deps: MattersDeps, { actor, query }: Call<(typeof operations)['GET /api/matters/map']>) {
  const { west, south, east, north, category } = query;
  const window: Window = [toE7(west), toE7(south), toE7(east), toE7(north)];
  const filter: Filter = { sight: sightOf(asPerson(actor)), category };
  const within = deps.places
    .grids()
    .filter(({ inside: { lon, lat } }) => lon >= west && lon <= east && lat >= south && lat <= north);
  // A wide window is counted by whole grids, as it is drawn: that needs no look at every single place.
  const counts = await (within.length > FAR_GRIDS
    ? countInGrids(
        deps.database,
        deps.district,
        within.map(({ code }) => code),
        filter,
      )
    : countInWindow(deps.database, deps.district, window, filter));
  if (counts.reduce((sum, { open }) => sum + open, 0) <= MAP_LIMIT) {
    const found = await matterPoints(deps.database, deps.district, window, filter, deps.clock().toISOString());
    const matters = found.map(({ lonE7, latE7, ...m }) => ({ ...m, lon: toDegrees(lonE7), lat: toDegrees(latE7) }));
    return { matters, grids: [] };
  }
  const inside = new Map(deps.places.grids().map((grid) => [grid.code, grid.inside]));
  const grids = counts.flatMap(({ grid, open }) => {
    const point = inside.get(grid);
    return point ? [{ grid, ...point, open }] : [];
  });
  return { matters: [], grids };
}

/** A photo is as private as its matter; one that is not reported yet is shown to nobody. */
async function photo(deps: MattersDeps, call: Call<(typeof operations)['GET /api/photos/:id']>): Promise<FileAnswer> {
  const found = await findPhoto(deps.database, deps.district, call.params.id);
  const matter = found?.matter ? await findMatterById(deps.database, deps.district, found.matter) : undefined;
  if (!found || !matter) throw problems.unknown_matter();
  const mine = isReporter(matter, call.actor.person, keyOf(call) ?? call.query.key);
  if (!mine && !canSee({ actor: asPerson(call.actor), isReporter: false }, matter.state)) throw problems.not_visible();
  const blob = await deps.blobs.get(call.query.size === 'small' ? found.small : found.full);
  return new FileAnswer(blob, 'image/jpeg', { 'cache-control': 'private, max-age=3600' });
}
