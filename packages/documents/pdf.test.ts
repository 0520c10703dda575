import { expect, it } from 'vitest';
import {
  FORM,
  type Inline,
  list,
  MissingGlyphError,
  type OfficialDocument,
  paragraph,
  picture,
  squares,
  toPdf,
} from './index.ts';
import { SAMPLE } from './sample.ts';

const documentOf = (...content: readonly Inline[]): OfficialDocument => ({
  ...SAMPLE,
  style: FORM,
  blocks: [paragraph(content)],
});
const textOf = (pdf: Buffer): string => pdf.toString('latin1');

it('the same description gives the same bytes, another one others', async () => {
  const first = await toPdf(SAMPLE);
  expect((await toPdf(SAMPLE)).equals(first)).toBe(true);
  expect((await toPdf({ ...SAMPLE, created: '2026-11-26T00:00:00Z' })).equals(first)).toBe(false);
});

it('is tagged, in Chinese, with title and date', async () => {
  const pdf = textOf(await toPdf(SAMPLE));
  for (const part of [
    '/Lang (zh-CN)',
    '/Marked true',
    '/S /H1',
    '/S /TH',
    '/S /LI',
    '/DisplayDocTitle true',
    '(D:20261125000000Z)',
  ]) {
    expect(pdf).toContain(part);
  }
});

it('carries only the signs that it uses', async () => {
  const pdf = await toPdf(SAMPLE);
  expect(pdf.length).toBeLessThan(150_000);
  expect(textOf(pdf)).toMatch(/[A-Z]{6}\+NotoSansSC-Regular/);
});

it('a sign without a glyph is refused by name, or marked where that is asked for', async () => {
  const rare = documentOf('申请人：𠮷田，👍🏽');
  await expect(toPdf(rare)).rejects.toThrow(MissingGlyphError);
  await expect(toPdf(rare)).rejects.toThrow('𠮷 (U+20BB7), 👍 (U+1F44D)');
  expect((await toPdf(rare, { missing: 'mark' })).subarray(0, 5).toString()).toBe('%PDF-');
});

it('a sign without a glyph in a drawing is refused too', async () => {
  const drawn = {
    ...squares(1, () => true),
    shapes: [{ kind: 'text', text: '𠮷', x: 0, y: 0, size: 8, anchor: 'start', colour: '#000000' } as const],
  };
  await expect(toPdf({ ...SAMPLE, blocks: [picture(drawn, 10, '图')] })).rejects.toThrow(MissingGlyphError);
});

it('rare signs that the font has, combining marks and signs without a shape are set', async () => {
  await expect(toPdf(documentOf('朱镕基、陶喆、张堃、䶮、𬭩；cafe\u0301；零宽\u200b字\ufe0f'))).resolves.toBeInstanceOf(
    Buffer,
  );
});

it('two thousand rows are one file of moderate size', async () => {
  const rows = Array.from({ length: 2000 }, (_, at) => [
    `${at + 1}`,
    `居民代表${at}`,
    '平江路1号',
    '13800000000',
    '同意',
  ]);
  const columns = ['序号', '姓名', '住址', '电话', '意见'].map((title) => ({ title, width: 1 }));
  const pdf = await toPdf({ ...SAMPLE, style: FORM, blocks: [list(columns, rows)] });
  expect(pdf.length).toBeLessThan(6_000_000);
});

it('an empty document is one page', async () => {
  expect(textOf(await toPdf({ ...SAMPLE, blocks: [] })).match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});
