import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Encrypts personal details at rest (AES-256-GCM), and makes blind indexes by which an encrypted value can be found. */
export interface Sealing {
  close(plain: string): string;
  open(sealed: string): string;
  /** Same input, same index, and no way back without the key. */
  index(plain: string): string;
}

const VERSION = 'v1';

/** `key`: 32 bytes in hex. */
export function sealingWith(key: string): Sealing {
  const secret = Buffer.from(key, 'hex');
  const encryption = createHmac('sha256', secret).update('gongzhi encryption').digest();
  const indexing = createHmac('sha256', secret).update('gongzhi blind index').digest();
  return {
    close(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', encryption, iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(VERSION.length + 1), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', encryption, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
    },
    index: (plain) => createHmac('sha256', indexing).update(plain).digest('hex').slice(0, 32),
  };
}
