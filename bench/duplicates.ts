/**
 * Whether two messages are about the same thing: the score of words and time on pairs labelled by hand, precision and recall at
 * thresholds: `node --import tsx bench/duplicates.ts`.
 */
import { timeliness, wordLikeness } from '../modules/matters/core/duplicates/score.ts';
import { rarityOf } from '../modules/matters/core/suggest/model.ts';
import { wordsOf } from '../modules/matters/core/words.ts';
import { readTime } from '../modules/matters/server/commands/import.ts';
import { BASE_MODEL } from '../modules/matters/server/suggest/base-model.ts';
import { findMessages, type Message, readTable, withoutMessages } from './messages.ts';
import { keep, printTable, type Row } from './table.ts';

interface LabelledPair {
  readonly label: string;
  /** Pairs of the whole list for which it stands: each stratum of likeness was sampled by chance. */
  readonly standsFor: number;
  readonly words: number;
  readonly wordsAndTime: number;
}

const DAY = 86_400_000;
const rarity = (word: string) => rarityOf(BASE_MODEL.experience, word);
const searched = ({ text }: Message) => wordsOf(text).filter((word) => word.length > 1);

function pairOf([a, b]: readonly [Message, Message], label: string, standsFor: number): LabelledPair {
  const words = wordLikeness(searched(a), searched(b), rarity);
  const days = (Date.parse(readTime(a.at)!) - Date.parse(readTime(b.at)!)) / DAY;
  return { label, standsFor, words, wordsAndTime: words * timeliness(days) };
}

type Score = 'words' | 'wordsAndTime';

/** Precision and recall of `duplicate` in the sample, and as the sample speaks for all pairs of the list. */
function rowAt(pairs: readonly LabelledPair[], score: Score, threshold: number): Row {
  const measure = (of: (pair: LabelledPair) => number) => {
    const sum = (chosen: readonly LabelledPair[]) => chosen.reduce((total, pair) => total + of(pair), 0);
    const found = pairs.filter((pair) => pair[score] >= threshold);
    const right = sum(found.filter(({ label }) => label === 'duplicate'));
    return [right / sum(found), right / sum(pairs.filter(({ label }) => label === 'duplicate'))];
  };
  const shown = (shares: readonly number[]) => shares.map((share) => `${(100 * share).toFixed(0)} %`);
  return [threshold.toFixed(2), ...shown(measure(() => 1)), ...shown(measure(({ standsFor }) => standsFor))];
}

const HEAD = ['threshold', 'precision', 'recall', 'precision, weighted', 'recall, weighted'];
const THRESHOLDS = [0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];

function report(messages: readonly Message[]): void {
  const byRow = new Map(messages.map((message) => [message.row, message]));
  const pairs = readTable('duplicates/pairs.csv').map(([a, b, label, standsFor]) =>
    pairOf([byRow.get(Number(a))!, byRow.get(Number(b))!], label, Number(standsFor)),
  );
  const count = (label: string) => pairs.filter((pair) => pair.label === label).length;
  console.log(
    `\n${pairs.length} pairs read by one person: ${count('duplicate')} duplicate, ${count('related')} related, ${count('different')} different.`,
  );
  console.log(
    'Weighted: each pair stands for those of its stratum of likeness; pairs with less than 0.08 in common were not read.',
  );
  console.log('The messages have no places: what nearness adds cannot be measured on them, and is not.');
  printTable(
    'Words alone',
    HEAD,
    THRESHOLDS.map((threshold) => rowAt(pairs, 'words', threshold)),
  );
  printTable(
    'Words and time',
    HEAD,
    THRESHOLDS.map((threshold) => rowAt(pairs, 'wordsAndTime', threshold)),
  );
  keep('duplicates', { pairs });
}

const messages = await findMessages();
if (messages) report(messages);
else withoutMessages();
