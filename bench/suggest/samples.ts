import type { Sample } from '../../modules/matters/core/suggest/experience.ts';
import { findMessages, readTable } from '../messages.ts';

/**
 * Every third message with its kind. The list comes without kinds: they were given by one reader from the subject and, where it was short,
 * the first words; nobody has read them a second time, so how far two readers would agree is not known.
 */
export async function labelledSamples(): Promise<Sample[] | undefined> {
  const messages = await findMessages();
  if (!messages) return undefined;
  const texts = new Map(messages.map(({ row, text }) => [row, text]));
  return readTable('suggest/labels.csv').map(([row, kind]) => {
    const text = texts.get(Number(row));
    if (text === undefined) throw new RangeError(`no message in row ${row}`);
    return { text, kind };
  });
}
