import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from '../modules/matters/server/sheet.ts';

/**
 * Real messages of citizens to their city, with places made unknown: attachment 3 of problem C of the 8th Teddy Cup (2020). They are not
 * part of the project, since nothing says that they may be passed on: benches that need them look beside the project, or where
 * GONGZHI_MESSAGES says, and tell it where they find nothing.
 */
export interface Message {
  /** Row of the sheet; the heading is row 1. */
  readonly row: number;
  readonly number: string;
  /** 【subject】body, as the import of lists makes it. */
  readonly text: string;
  readonly at: string;
}

const FILE = process.env.GONGZHI_MESSAGES ?? join(import.meta.dirname, '../../shared/data/messages.xlsx');

export async function findMessages(): Promise<Message[] | undefined> {
  if (!existsSync(FILE)) return undefined;
  const { rows } = await readSheet(FILE, readFileSync(FILE));
  return rows.map((cells, i) => {
    const [subject, body] = [cells['留言主题'], cells['留言详情']].map((cell) => cell.replace(/\s+/g, ' ').trim());
    return { row: i + 2, number: cells['留言编号'], text: `【${subject}】${body}`, at: cells['留言时间'] };
  });
}

/** Says why nothing is measured. */
export const withoutMessages = (): void =>
  console.log('  the list of messages is not there (GONGZHI_MESSAGES names it): nothing to measure');

/** Rows of a small file of values separated by commas, without its heading. */
export const readTable = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
