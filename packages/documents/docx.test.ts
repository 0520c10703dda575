import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  FORM,
  landscape,
  list,
  type OfficialDocument,
  paragraph,
  picture,
  plainText,
  squares,
  toDocx,
} from './index.ts';
import { SAMPLE } from './sample.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

async function partsOf(document: OfficialDocument): Promise<Map<string, Uint8Array>> {
  const reader = new ZipReader(new Uint8ArrayReader(await toDocx(document)), { useWebWorkers: false });
  const parts = new Map<string, Uint8Array>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) parts.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  return parts;
}

const partOf = async (document: OfficialDocument, name: string): Promise<string> =>
  new TextDecoder().decode((await partsOf(document)).get(name));

const WITH_PICTURE: OfficialDocument = {
  ...SAMPLE,
  blocks: [
    ...SAMPLE.blocks,
    picture(
      squares(21, (r, c) => r !== c),
      30,
      '二维码',
    ),
  ],
};

it('the same description gives the same bytes, whenever it is written', async () => {
  const first = await toDocx(WITH_PICTURE);
  vi.setSystemTime(new Date('2027-03-01T00:00:00Z'));
  expect((await toDocx(WITH_PICTURE)).equals(first)).toBe(true);
  expect((await toDocx({ ...WITH_PICTURE, created: '2026-11-26T00:00:00Z' })).equals(first)).toBe(false);
});

it('says all that the description says', async () => {
  const xml = await partOf(SAMPLE, 'word/document.xml');
  const words = xml.replaceAll(/<[^>]+>/g, '').replaceAll(/\s|\u3000/g, '');
  for (const line of plainText(SAMPLE).split(/[\n\t]/))
    expect(words).toContain(line.replaceAll(/\s|\u3000|＿+.*/g, ''));
});

it('carries title, body and date of the description', async () => {
  const core = await partOf(SAMPLE, 'docProps/core.xml');
  for (const part of [SAMPLE.title, SAMPLE.author, '2026-11-25T00:00:00Z']) expect(core).toContain(part);
});

it('is A4 with the margins of the standard; landscape lies', async () => {
  expect(await partOf(SAMPLE, 'word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
  const lying = await partOf({ ...SAMPLE, style: landscape(FORM) }, 'word/document.xml');
  expect(lying).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
});

it('heads of tables are repeated and rows are not divided; a list in columns has columns', async () => {
  const xml = await partOf(SAMPLE, 'word/document.xml');
  for (const part of ['<w:tblHeader/>', '<w:cantSplit/>', '<w:cols w:space="360" w:num="2"'])
    expect(xml).toContain(part);
});

it('a drawing becomes a PNG with words for those who do not see it', async () => {
  const parts = await partsOf(WITH_PICTURE);
  const image = [...parts.keys()].find((name) => name.startsWith('word/media/'));
  expect([...(parts.get(image ?? '') ?? []).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(new TextDecoder().decode(parts.get('word/document.xml'))).toContain('descr="二维码"');
});

it('an empty table and rare signs are written as they are', async () => {
  const blocks = [list([{ title: '姓名', width: 1 }], []), paragraph('𠮷田 <&>')];
  const xml = await partOf({ ...SAMPLE, blocks }, 'word/document.xml');
  for (const part of ['（无）', '𠮷田 &lt;&amp;&gt;']) expect(xml).toContain(part);
});
