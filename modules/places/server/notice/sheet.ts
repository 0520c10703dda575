import {
  type Block,
  type Cell,
  type Drawing,
  FORM,
  fields,
  type Inline,
  list,
  note,
  type OfficialDocument,
  picture,
  restyled,
  space,
  type Table,
  title,
} from '#packages/documents';
import type { Locale } from '#packages/kernel';
import { ROLES } from '../../../access/contract.ts';
import { GRID_KINDS } from '../../contract.ts';
import type { GridPage } from '../../core/api.ts';
import type { SideFacts } from '../../core/extent.ts';
import { sideInWords } from '../../core/extent.ts';
import { WORDS } from './words.ts';

/** What a notice says of one grid. */
export interface NoticeOf {
  readonly page: GridPage;
  readonly sides: readonly SideFacts[];
  readonly map: Drawing;
  readonly code: Drawing;
  readonly supervision: string;
  readonly mapReview: string | null;
  /** The body that issues it. */
  readonly body: string;
  /** YYYY-MM-DD: since when the grid is in force, and when the notice is issued. */
  readonly since: string;
  readonly day: string;
  readonly nameOf: (code: string) => string;
  readonly locale: Locale;
}

export const NOTICE_STYLE = {
  ...restyled(FORM, { title: { size: 26, leading: 40, after: 6 }, note: { size: 9, leading: 14 } }),
  margins: { top: 18, right: 20, bottom: 15, left: 20 },
  pageNumbers: 'none',
} as const satisfies OfficialDocument['style'];

/** Width of the map in millimetres: that of the type area. */
const MAP_MILLIMETRES = 170;
const ROW_POINTS = 26;

/** Size of the map in points: a notice stays on one page with as many as eight people. */
export const mapSize = (people: number): { width: number; height: number } => ({
  width: 482,
  height: Math.min(296, Math.max(150, 374 - ROW_POINTS * Math.max(1, people))),
});

const dayIn = (day: string, locale: Locale): string => {
  const [year, month, date] = day.split('-').map(Number);
  return locale === 'zh' ? `${year}年${month}月${date}日` : day;
};

/** A notice on one page. */
export function noticeBlocks(of: NoticeOf): Block[] {
  const { page, map, locale, since, mapReview } = of;
  const say = (words: { zh: string; en: string }) => words[locale];
  const remarks = [WORDS.since(dayIn(since, locale)), WORDS.update, ...(mapReview ? [WORDS.review(mapReview)] : [])];
  return [
    title(say(WORDS.title)),
    facts(of),
    picture(map, MAP_MILLIMETRES, `${say(WORDS.map)}：${page.name}`),
    space(1),
    people(of),
    contact(of),
    note(remarks.map(say).join(locale === 'zh' ? '' : ' ')),
  ];
}

function facts({ page, sides, nameOf, locale }: NoticeOf): Table {
  const say = (words: { zh: string; en: string }) => words[locale];
  const phrases = sides.map((side) => say(sideInWords(side, nameOf)));
  const extent = phrases.join(say(WORDS.between)) + say(WORDS.stop);
  return {
    ...fields([
      [
        [say(WORDS.name), { lines: [[page.name]], bold: true }],
        [say(WORDS.code), page.code],
      ],
      [
        [say(WORDS.street), page.street],
        [say(WORDS.community), page.community],
      ],
      [
        [say(WORDS.kind), say(GRID_KINDS[page.kind])],
        [say(WORDS.households), say(WORDS.count(page.households))],
      ],
      [[say(WORDS.extent), extent]],
    ]),
    columns: [{ width: 14 }, { width: 38 }, { width: 14 }, { width: 34 }],
  };
}

function people({ page, locale }: NoticeOf): Table {
  const say = (words: { zh: string; en: string }) => words[locale];
  const rows = page.people.map(({ role, name, phone, area }) => [
    role in ROLES ? say(ROLES[role as keyof typeof ROLES]) : role,
    name,
    phone ?? say(WORDS.noPhone),
    area,
  ]);
  return list(
    [
      { title: say(WORDS.post), width: 2.4 },
      { title: say(WORDS.person), width: 1.8 },
      { title: say(WORDS.phone), width: 2.6 },
      { title: say(WORDS.area), width: 3.2 },
    ],
    rows,
    say(WORDS.nobody),
  );
}

/** The code to scan, the telephone in large figures, and who issues the notice and when. */
function contact({ supervision, code, body, day, locale }: NoticeOf): Table {
  const phone: readonly Inline[] = [{ text: supervision, bold: true, size: 20, colour: '#0b5d52' }];
  const cells: readonly Cell[] = [
    {
      lines: [[{ text: WORDS.scan[locale], size: 8 }]],
      align: 'centre',
      picture: { of: code, width: 25, alt: WORDS.scanAlt[locale] },
    },
    { lines: [[''], [{ text: WORDS.supervision[locale], size: 11 }], phone], align: 'centre' },
    { lines: [[''], [body], [dayIn(day, locale)]], align: 'centre' },
  ];
  return {
    kind: 'table',
    rules: 'none',
    columns: [{ width: 1.2 }, { width: 1.5 }, { width: 1.7 }],
    head: [],
    size: 12,
    leading: 22,
    rows: [{ cells }],
    together: true,
  };
}
