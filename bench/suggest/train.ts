/**
 * Makes the model that the project carries from the labelled messages: `node --import tsx bench/suggest/train.ts`.
 * It holds sums by word and kind, no texts, and no word of fewer than four of them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../../modules/matters/core/suggest/pack.ts';
import { withoutMessages } from '../messages.ts';
import { labelledSamples } from './samples.ts';
import { fitSharpness, outOfFold, trained } from './validate.ts';

const FILE = join(import.meta.dirname, '../../modules/matters/seeds/kinds.model.json');

const samples = await labelledSamples();
if (samples) {
  const sharpness = fitSharpness(samples, outOfFold(samples));
  const source = `${samples.length} messages of citizens (8th Teddy Cup 2020, problem C, attachment 3), kinds given by one reader; words of the list of kinds`;
  const packed = pack({ experience: trained(samples), sharpness }, source);
  writeFileSync(FILE, `${JSON.stringify(packed, null, 2)}\n`);
  console.log(`${packed.words.split('\n').length} words, sharpness ${sharpness}`);
} else withoutMessages();
