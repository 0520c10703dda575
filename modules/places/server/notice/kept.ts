import { createHash } from 'node:crypto';

export interface KeptFile {
  readonly content: Buffer;
  readonly etag: string;
}

/** Files that were made lately, by what they say: made once for all who ask at the same time. */
export interface Kept {
  get(key: string, make: () => Promise<Buffer>): Promise<KeptFile>;
}

/** Keeps as many files as fit into `most` bytes; those asked for longest ago go first. */
export function keepFiles(most: number): Kept {
  const files = new Map<string, { file: Promise<KeptFile>; size: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= files.get(key)?.size ?? 0;
    files.delete(key);
  };
  const trim = () => {
    for (const key of files.keys()) {
      if (total <= most || files.size === 1) return;
      drop(key);
    }
  };
  const make = async (key: string, of: () => Promise<Buffer>): Promise<KeptFile> => {
    const content = await of();
    const entry = files.get(key);
    if (entry) {
      entry.size = content.length;
      total += entry.size;
      trim();
    }
    return { content, etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"` };
  };
  return {
    get: (key, of) => {
      const known = files.get(key);
      const file = known?.file ?? make(key, of);
      files.delete(key);
      files.set(key, { file, size: known?.size ?? 0 });
      file.catch(() => drop(key));
      return file;
    },
  };
}
