import {
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { FormatError, refuse } from './error.ts';
import type { Limits } from './limits.ts';
import type { SourceFile } from './raw.ts';

/** A file of an archive, still packed. */
export interface PackedFile {
  /** Its path in the archive, as the archive has it. */
  readonly path: string;
  /** @throws FormatError */
  readonly unpack: () => Promise<Uint8Array>;
}

const SYSTEM_FILES = /(^|\/)(__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$)/i;
const ARCHIVES = /\.(zip|kmz|rar|7z|tar|gz|tgz)$/i;
const NATIVE = { useWebWorkers: false, checkSignature: true } as const;

/**
 * Lists the files of a zip archive. Nothing is unpacked yet; names that would leave a folder, archives in archives, secret or
 * damaged archives, and what would grow beyond the limits are refused.
 * @throws FormatError
 */
export async function listArchive(file: SourceFile, limits: Limits): Promise<PackedFile[]> {
  const entries = await listEntries(file, limits);
  let total = 0;
  return entries.map((entry) => {
    total += entry.uncompressedSize;
    if (total > limits.unpackedBytes || isBomb(entry.uncompressedSize, entry.compressedSize, limits))
      throw tooMuch(file);
    if (ARCHIVES.test(entry.filename)) throw nestedArchive(file.name, entry.filename);
    if (entry.encrypted) throw encrypted(file, entry.filename);
    return { path: entry.filename, unpack: () => unpack(file, entry) };
  });
}

async function listEntries(file: SourceFile, limits: Limits): Promise<FileEntry[]> {
  const found: FileEntry[] = [];
  let count = 0;
  try {
    const reader = new ZipReader(new Uint8ArrayReader(file.bytes), { ...NATIVE, decodeText: decodeName });
    for await (const entry of reader.getEntriesGenerator()) {
      if (++count > limits.entries) throw tooManyEntries(file, limits);
      if (!entry.directory && !SYSTEM_FILES.test(entry.filename)) found.push(entry);
    }
  } catch (error) {
    throw archiveError(file, error);
  }
  return found;
}

/** Chinese Windows writes names in GBK without saying so. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const isBomb = (unpacked: number, packed: number, { ratio, ratioFrom }: Limits): boolean =>
  unpacked > ratioFrom && unpacked > ratio * packed;

/** Unpacks into exactly the size that was declared (and counted); a stream that is longer is cut off and refused. */
async function unpack(file: SourceFile, entry: FileEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.uncompressedSize);
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (length + chunk.length > bytes.length) throw tooMuch(file);
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
  try {
    await entry.getData(sink, NATIVE);
  } catch (error) {
    throw archiveError(file, error, entry.filename);
  }
  if (length !== bytes.length) throw damaged(file, entry.filename, 'size');
  return bytes;
}

function archiveError(file: SourceFile, error: unknown, path = ''): FormatError {
  if (error instanceof FormatError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return /unsafe/i.test(message) ? unsafe(file, error) : damaged(file, path, message);
}

const unsafe = ({ name }: SourceFile, error: unknown): FormatError => {
  const path = String((error as { filename?: unknown }).filename ?? '').slice(0, 80);
  return refuse(
    name,
    'unsafe_name',
    `压缩包中有越出文件夹的文件名“${path}”。`,
    `The archive has a name that leaves its folder: "${path}".`,
  );
};

const damaged = ({ name }: SourceFile, path: string, detail: string): FormatError =>
  refuse(
    name,
    'bad_archive',
    `压缩包不完整或已损坏${path && `（${path}）`}：${detail}。`,
    `The archive is cut short or damaged${path && ` (${path})`}: ${detail}.`,
  );

const encrypted = ({ name }: SourceFile, path: string): FormatError =>
  refuse(name, 'bad_archive', `压缩包中的“${path}”有密码。`, `"${path}" in the archive is encrypted.`);

export const nestedArchive = (name: string, path: string): FormatError =>
  refuse(
    name,
    'nested_archive',
    `压缩包里还有压缩包“${path}”，请先解开。`,
    `There is an archive within the archive: "${path}". Unpack it first.`,
  );

const tooMuch = ({ name }: SourceFile): FormatError =>
  refuse(
    name,
    'too_large',
    '压缩包解开后过大，或压缩比异常。',
    'The archive unpacks to too much, or beyond any plausible ratio.',
  );

const tooManyEntries = ({ name }: SourceFile, { entries }: Limits): FormatError =>
  refuse(name, 'too_large', `压缩包里的文件超过 ${entries} 个。`, `The archive has more than ${entries} files.`);

/** Packs files into a zip archive; the same files give the same bytes. */
export async function pack(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, lastModDate: new Date(1980, 0, 1) });
  for (const [path, bytes] of Object.entries(files)) await writer.add(path, new Uint8ArrayReader(bytes));
  return writer.close();
}
