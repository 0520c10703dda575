import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

/** The first day that a zip archive can say, in local time as the format has it: the same bytes everywhere. */
const ZIP_EPOCH = new Date(1980, 0, 1);
const CORE = 'docProps/core.xml';

/** The packed document with the given date in place of the clock's, its parts in the order of their names. */
export async function repack(packed: Uint8Array, created: string): Promise<Buffer> {
  const reader = new ZipReader(new Uint8ArrayReader(packed), { useWebWorkers: false });
  const parts: [name: string, content: Uint8Array][] = [];
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) parts.push([entry.filename, await entry.getData(new Uint8ArrayWriter())]);
  }
  const options = { useWebWorkers: false, lastModDate: ZIP_EPOCH, extendedTimestamp: false, level: 6 };
  const writer = new ZipWriter(new Uint8ArrayWriter(), options);
  for (const [name, content] of parts.sort(([a], [b]) => (a < b ? -1 : 1))) {
    await writer.add(name, new Uint8ArrayReader(name === CORE ? dated(content, created) : content));
  }
  return Buffer.from(await writer.close());
}

const dated = (xml: Uint8Array, created: string): Uint8Array => {
  const date = new Date(created).toISOString().replace(/\.\d+Z$/, 'Z');
  const text = new TextDecoder().decode(xml);
  return new TextEncoder().encode(text.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}`));
};
