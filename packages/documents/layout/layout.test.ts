import { describe, expect, it } from 'vitest';
import { fonts } from '../fonts.ts';
import {
  type Block,
  FORM,
  heading,
  landscape,
  list,
  OFFICIAL,
  type OfficialDocument,
  pageBreak,
  paragraph,
  type Style,
  signatures,
  space,
  typeArea,
} from '../index.ts';
import { layOut } from './layout.ts';
import type { Mark } from './placed.ts';

const documentOf = (blocks: readonly Block[], style: Style = OFFICIAL): OfficialDocument => ({
  title: '试验',
  author: '试验',
  created: '2026-11-25T00:00:00Z',
  style,
  blocks,
});

type Words = Extract<Mark, { kind: 'words' }>;

/** Words of each page by lines, without the page number. */
function pagesOf(blocks: readonly Block[], style?: Style): string[][] {
  const plain = { ...(style ?? OFFICIAL), pageNumbers: 'none' } as const;
  return layOut(documentOf(blocks, plain), fonts()).pages.map((page) => {
    const lines = new Map<number, Words[]>();
    for (const mark of page) {
      if (mark.kind !== 'words') continue;
      const y = Math.round(mark.y * 10);
      lines.set(y, [...(lines.get(y) ?? []), mark]);
    }
    const sorted = [...lines].sort(([a], [b]) => a - b);
    return sorted.map(([, words]) =>
      words
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    );
  });
}

const HAN = '网格服务管理工作'.repeat(40);
const rows = (count: number) => Array.from({ length: count }, (_, at) => [`${at + 1}`, `居民代表${at + 1}`, '412']);
const COLUMNS = [
  { title: '序号', width: 1 },
  { title: '姓名', width: 3 },
  { title: '户数', width: 1 },
];

describe('the measure of GB/T 9704-2012', () => {
  it('a page has 22 lines of 28 signs', () => {
    const [first] = pagesOf([paragraph('字'.repeat(28 * 40), { indent: 0 })]);
    expect(first).toHaveLength(22);
    expect(first[0]).toHaveLength(28);
  });

  it('page numbers stand at the outer edge', () => {
    const { pages } = layOut(documentOf([paragraph('一'), pageBreak, paragraph('二')]), fonts());
    const numbers = pages.map((page) => page.filter((mark) => mark.kind === 'words').at(-1));
    const middle = 105 * (72 / 25.4);
    expect(numbers[0]).toMatchObject({ text: expect.stringContaining('1') });
    expect(numbers[0]!.x).toBeGreaterThan(middle);
    expect(numbers[1]!.x).toBeLessThan(middle);
  });

  it('nothing stands outside the type area, portrait or landscape', () => {
    for (const style of [OFFICIAL, FORM, landscape(FORM)]) {
      const { left, top, width, height } = typeArea(style);
      const { pages } = layOut(
        documentOf([paragraph(HAN), list(COLUMNS, rows(120))], { ...style, pageNumbers: 'none' }),
        fonts(),
      );
      for (const mark of pages.flat()) {
        if (mark.kind !== 'words') continue;
        expect(mark.x).toBeGreaterThanOrEqual(left - 0.01);
        expect(mark.x + mark.width).toBeLessThanOrEqual(left + width + 8);
        expect(mark.y).toBeGreaterThan(top);
        expect(mark.y).toBeLessThan(top + height);
      }
    }
  });
});

describe('where a page ends', () => {
  const fill = (lines: number) => Array.from({ length: lines }, () => paragraph('满'));

  it('no first or last line of a paragraph stands alone', () => {
    const three = paragraph('字'.repeat(28 * 3 - 4));
    const [first, second] = pagesOf([...fill(21), three]);
    expect([first.length, second.length]).toEqual([21, 3]);
    const five = paragraph('字'.repeat(28 * 5 - 4));
    expect(pagesOf([...fill(18), five]).map((page) => page.length)).toEqual([21, 2]);
  });

  it('a heading stays with what follows it', () => {
    const [first, second] = pagesOf([...fill(21), heading(1, '一、总体要求'), paragraph('正文')]);
    expect(first).toHaveLength(21);
    expect(second).toEqual(['一、总体要求', '正文']);
  });

  it('space at the top of a page is dropped', () => {
    expect(pagesOf([...fill(22), space(30), paragraph('下一页')])[1]).toEqual(['下一页']);
  });

  it('signatures stay together', () => {
    const signed = signatures([{ label: '甲（签名）：' }, { label: '乙（签名）：' }, { label: '丙（签名）：' }]);
    const pages = pagesOf([...fill(20), signed]);
    expect(pages[0]).toHaveLength(20);
    expect(pages[1].join()).toMatch(/甲.*乙.*丙/);
  });
});

describe('tables', () => {
  it('repeat their head on each page and lose no row', () => {
    const pages = pagesOf([list(COLUMNS, rows(100))]);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page[0]).toBe('序号姓名户数');
    expect(pages.flat().filter((line) => line.includes('居民代表'))).toHaveLength(100);
  });

  it('two thousand rows are set in pages of the same kind', () => {
    const pages = pagesOf([list(COLUMNS, rows(2000))], FORM);
    expect(pages.flat().filter((line) => line.includes('居民代表'))).toHaveLength(2000);
    expect(new Set(pages.slice(1, -1).map((page) => page.length)).size).toBe(1);
  });

  it('without rows say so', () => {
    expect(pagesOf([list(COLUMNS, [])])).toEqual([['序号姓名户数', '（无）']]);
  });

  it('a row higher than a page goes on on the next one under the head', () => {
    const pages = pagesOf([list(COLUMNS, [['1', HAN.repeat(6), '2']])]);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(([first]) => first === '序号姓名户数')).toBe(true);
    const text = pages.flatMap((page) => page.slice(1)).join('');
    expect(text.replace(/[12]/g, '')).toHaveLength(HAN.length * 6);
  });

  it('cells over several columns and rows take their place; one too many is refused', () => {
    const table = list(COLUMNS, [
      [{ lines: [['甲']], rows: 2 }, '乙', '1'],
      ['丙', '2'],
      [{ lines: [['合计']], columns: 2 }, '3'],
    ]);
    expect(pagesOf([table])[0].join('|')).toMatch(/乙1.*丙2.*合计3/);
    expect(() => pagesOf([list(COLUMNS, [['1', '2', '3', '4']])])).toThrow('row 1 of a table has more than 3 columns');
  });
});

it('a list in columns is read downwards and divided evenly', () => {
  const items = Array.from({ length: 5 }, (_, at) => [`${at + 1}号`]);
  expect(pagesOf([{ kind: 'columns', count: 2, items }])[0]).toEqual(['1号4号', '2号5号', '3号']);
  const many = Array.from({ length: 60 }, (_, at) => [`${at + 1}号`]);
  const pages = pagesOf([{ kind: 'columns', count: 2, items: many }]);
  expect([pages[0][0], pages[1][0]]).toEqual(['1号23号', '45号53号']);
});

it('lines but the last are justified to the measure', () => {
  const { pages } = layOut(
    documentOf([paragraph('网格员 Lu 的电话是 0512-55550101，'.repeat(6))], { ...OFFICIAL, pageNumbers: 'none' }),
    fonts(),
  );
  const { left, width } = typeArea(OFFICIAL);
  const ends = new Map<number, number>();
  for (const mark of pages[0])
    if (mark.kind === 'words') ends.set(mark.y, Math.max(ends.get(mark.y) ?? 0, mark.x + mark.width));
  const lines = [...ends].sort(([a], [b]) => a - b).slice(0, -1);
  expect(lines.length).toBeGreaterThan(2);
  // A mark at the end of a line reaches half a sign beyond the measure: that half is empty.
  for (const [, end] of lines) expect(Math.abs(end - left - width)).toBeLessThanOrEqual(8);
});
