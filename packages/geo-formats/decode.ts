import { type FormatError, refuse } from './error.ts';
import type { Encoding } from './raw.ts';

/** Decodes bytes; throws TypeError for bytes that are not of the encoding. */
export type Decode = (bytes: Uint8Array) => string;

export interface Decoder {
  readonly encoding: Encoding;
  readonly decode: Decode;
}

const strict = (name: string): Decode => {
  const decoder = new TextDecoder(name, { fatal: true });
  return (bytes) => decoder.decode(bytes);
};

/** Names of code pages as they stand in .cpg files and in GBK tables. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  '936': 'gb18030',
  '54936': 'gb18030',
  '65001': 'utf-8',
  '950': 'big5',
  '1252': 'windows-1252',
};

/**
 * The decoder for a name as people and files write it: `UTF-8`, `GBK`, `CP936`, `ANSI 936`, `ISO-8859-1`.
 * @throws FormatError `wrong_encoding` for a name that is unknown.
 */
export function decoderFor(file: string, name: string, source: Encoding['source']): Decoder {
  const plain = name.trim().toLowerCase();
  const page = CODE_PAGES[plain.replace(/^(ansi|cp|windows|ldid\/?|oem)[\s_-]*/, '')];
  const label = page ?? plain.replace(/^88591$/, 'iso-8859-1');
  try {
    return { encoding: { name: new TextDecoder(label).encoding, source }, decode: strict(label) };
  } catch {
    const shown = name.slice(0, 40);
    throw refuse(file, 'wrong_encoding', `未知的字符编码“${shown}”。`, `The encoding "${shown}" is unknown.`);
  }
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
const HAN = /\p{Script=Han}/u;

function decodes(decode: Decode, texts: readonly Uint8Array[]): string | undefined {
  try {
    return texts.map(decode).join('\n');
  } catch {
    return undefined;
  }
}

/**
 * Finds out whether texts are UTF-8 or GB 18030 (which holds GBK and GB 2312). Undefined when they are neither. Two GBK characters
 * can happen to be valid UTF-8, but then of letters such as Latin or Hebrew: GBK is meant if only it gives Chinese.
 */
export function detectEncoding(texts: readonly Uint8Array[]): Decoder | undefined {
  const telling = texts.filter((bytes) => !isAscii(bytes));
  const utf8 = { encoding: { name: 'utf-8', source: 'detected' }, decode: strict('utf-8') } as const;
  const gbk = { encoding: { name: 'gb18030', source: 'detected' }, decode: strict('gb18030') } as const;
  const asUtf8 = decodes(utf8.decode, telling);
  const asGbk = decodes(gbk.decode, telling);
  if (asUtf8 === undefined) return asGbk === undefined ? undefined : gbk;
  if (telling.some(hasMark)) return utf8;
  return telling.length > 0 && !HAN.test(asUtf8) && asGbk !== undefined && HAN.test(asGbk) ? gbk : utf8;
}

export const notDecodable = (file: string, name: string, where: { zh: string; en: string }): FormatError =>
  refuse(file, 'wrong_encoding', `${where.zh}的文字不是 ${name} 编码。`, `The text of ${where.en} is not ${name}.`);

/** Text that has to be UTF-8. @throws FormatError `wrong_encoding` */
export function decodeUtf8(file: string, bytes: Uint8Array): string {
  try {
    return strict('utf-8')(bytes);
  } catch {
    throw refuse(
      file,
      'wrong_encoding',
      '文件不是 UTF-8 编码（可能是 GBK），请另存为 UTF-8。',
      'The file is not UTF-8 (perhaps GBK): save it as UTF-8.',
    );
  }
}
