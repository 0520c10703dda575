import QRCode from 'qrcode';
import { type Drawing, type OfficialDocument, pageBreak, squares, toDocx, toPdf } from '#packages/documents';
import type { Locale } from '#packages/kernel';
import { FileAnswer, type Handler } from '#packages/server-kit';
import type { GridPage, operations } from '../core/api.ts';
import { type BaseLine, baseLinesOf } from '../core/base-lines.ts';
import { dayIn } from '../core/day.ts';
import { sidesOf } from '../core/extent.ts';
import { problems } from '../core/problems.ts';
import type { GridShape } from '../core/published.ts';
import type { PlanContext } from './context.ts';
import type { Held } from './holder.ts';
import { boundsOf, frameAround, meets } from './notice/frame.ts';
import { type Kept, keepFiles } from './notice/kept.ts';
import { extentMap, type Named } from './notice/map.ts';
import { mapSize, NOTICE_STYLE, noticeBlocks } from './notice/sheet.ts';
import { WORDS } from './notice/words.ts';
import { gridPage } from './reads.ts';

type Ops = typeof operations;
type Format = 'pdf' | 'docx';

interface Asked {
  readonly format: Format;
  readonly locale: Locale;
  /** Code of the grid or the community, and its name. */
  readonly code: string;
  readonly title: string;
}

const KEPT_BYTES = 48_000_000;
const TYPES: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The notices of a district, each made once as long as it says the same. */
export interface Notices {
  readonly ofGrid: Handler<Ops['GET /api/grids/:code/notice']>;
  readonly ofCommunity: Handler<Ops['GET /api/areas/:code/notices']>;
}

export function createNotices(context: PlanContext): Notices {
  const kept = keepFiles(KEPT_BYTES);
  return {
    ofGrid: async ({ params: { code }, query: { format = 'pdf', language = 'zh' } }) => {
      const page = await gridPage(context, code);
      const title = `${WORDS.title[language]}：${page.name}`;
      return answer(context, kept, { format, locale: language, code, title }, [page]);
    },
    ofCommunity: async ({ params: { code }, query: { format = 'pdf', language = 'zh' } }) => {
      const { published } = context.holder.get();
      const grids = published.grids.filter((grid) => grid.code.startsWith(code));
      if (grids.length === 0) throw problems.unknown_area();
      const pages = await Promise.all(grids.map((grid) => gridPage(context, grid.code)));
      const title = WORDS.booklet(published.nameOf.get(code) ?? code)[language];
      return answer(context, kept, { format, locale: language, code, title }, pages);
    },
  };
}

/** The street office that divides its communities into grids. */
async function bodyOf({ access, holder }: PlanContext, code: string): Promise<string> {
  const street = code.slice(0, 9);
  const office = (await access().organisations()).find(({ kind, area }) => kind === 'street' && area === street);
  return office?.name ?? holder.get().published.nameOf.get(street) ?? street;
}

async function answer(context: PlanContext, kept: Kept, asked: Asked, pages: readonly GridPage[]): Promise<FileAnswer> {
  const held = context.holder.get();
  const [body, day] = [await bodyOf(context, asked.code), context.today()];
  const { format, locale, code, title } = asked;
  const key = JSON.stringify([held.plan, format, locale, code, day, body, context.notices, pages]);
  const { content, etag } = await kept.get(key, async () => {
    const blocks = pages.map((page) => noticeBlocks(noticeOf(context, held, page, { body, day, locale })));
    const document: OfficialDocument = {
      title,
      author: body,
      created: `${day}T00:00:00Z`,
      language: locale === 'zh' ? 'zh-CN' : 'en',
      style: NOTICE_STYLE,
      blocks: blocks.flatMap((one, at) => (at === 0 ? one : [pageBreak, ...one])),
    };
    // A name with a rare sign is put up with 〓 in its place rather than not at all; in a docx the sign itself stands.
    return format === 'pdf' ? toPdf(document, { missing: 'mark' }) : toDocx(document);
  });
  const name = encodeURIComponent(`${title}.${format}`);
  return new FileAnswer(content, TYPES[format], {
    etag,
    'cache-control': 'public, no-cache',
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="grid-notice-${code}.${format}"; filename*=UTF-8''${name}`,
  });
}

/** What is the same for all notices of a plan. */
interface Ground {
  readonly lines: readonly BaseLine[];
  readonly grids: readonly Named[];
}

const grounds = new WeakMap<Held, Ground>();

function groundOf(held: Held): Ground {
  const known = grounds.get(held);
  if (known) return known;
  const { nameOf } = held.published;
  const named = (grid: GridShape): Named => ({ ...grid, community: nameOf.get(grid.code.slice(0, 12)) ?? '' });
  const made = { lines: baseLinesOf(held.base), grids: held.grids.map(named) };
  grounds.set(held, made);
  return made;
}

type Issue = { readonly body: string; readonly day: string; readonly locale: Locale };

function noticeOf({ notices }: PlanContext, held: Held, page: GridPage, issue: Issue) {
  const { lines, grids } = groundOf(held);
  const grid = grids.find(({ code }) => code === page.code);
  if (!grid) throw problems.unknown_grid();
  const size = mapSize(page.people.length);
  const window = frameAround(grid.polygons, size.width, size.height).bounds;
  const others = grids.filter((other) => other !== grid && meets(boundsOf(other.polygons), window));
  const under = lines.filter(({ bounds }) => meets(bounds, window));
  return {
    ...issue,
    page,
    sides: sidesOf(grid, others, under),
    map: extentMap({
      grid,
      others,
      lines: under,
      locale: issue.locale,
      ...size,
    }),
    code: qrCode(`${notices.address}/grid?code=${page.code}`),
    supervision: notices.supervisionPhone,
    mapReview: notices.mapReview,
    since: dayIn(new Date(held.since)),
    nameOf: (code: string) => held.published.nameOf.get(code) ?? code,
  };
}

function qrCode(address: string): Drawing {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  return squares(modules.size, (row, column) => modules.get(row, column) === 1);
}
