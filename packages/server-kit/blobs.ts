import { createHash } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from './ids.ts';

/** Content-addressed store: the name of a blob is its SHA-256 in hex, so a blob never changes and is kept once. */
export interface Blobs {
  put(content: Buffer): Promise<string>;
  get(sha256: string): Promise<Buffer>;
  has(sha256: string): Promise<boolean>;
  /** Forgets a blob; one that is not there is forgotten already. */
  remove(sha256: string): Promise<void>;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** A folder; written to a temporary name, flushed, then renamed, so that a crash leaves no half blob under its name. */
export function blobsIn(folder: string): Blobs {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(content) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const path = pathOf(sha256);
      if (await exists(path)) return sha256;
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${newId()}`;
      const file = await open(draft, 'wx');
      await file.writeFile(content);
      await file.sync();
      await file.close();
      await rename(draft, path);
      return sha256;
    },
    get: (sha256) => readFile(pathOf(sha256)),
    has: (sha256) => exists(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}
