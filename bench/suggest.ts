/**
 * The kinds that are suggested from the words, by five-fold cross-validation on messages labelled by hand:
 * `node --import tsx bench/suggest.ts`. Deterministic: the folds are every fifth sample.
 */
import { getCategory } from '../modules/matters/core/categories.ts';
import type { Sample } from '../modules/matters/core/suggest/experience.ts';
import { sharesOf } from '../modules/matters/core/suggest/model.ts';
import { withoutMessages } from './messages.ts';
import { suggestCategories } from './suggest/rules.ts';
import { labelledSamples } from './suggest/samples.ts';
import { fitSharpness, outOfFold, ranked } from './suggest/validate.ts';
import { keep, printTable, type Row } from './table.ts';

type Offers = readonly (readonly string[])[];

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const nameOf = (kind: string) => `${kind} ${getCategory(kind).name.zh}`;

interface Hits {
  readonly n: number;
  readonly first: number;
  readonly three: number;
}

function hitsByKind(samples: readonly Sample[], offers: Offers): Map<string, Hits> {
  const hits = new Map<string, Hits>();
  samples.forEach(({ kind }, i) => {
    const { n, first, three } = hits.get(kind) ?? { n: 0, first: 0, three: 0 };
    const place = offers[i].indexOf(kind);
    hits.set(kind, { n: n + 1, first: first + Number(place === 0), three: three + Number(place >= 0 && place < 3) });
  });
  return hits;
}

/** Micro: of all texts; macro: of each kind, averaged over the kinds. */
function rowOf(name: string, samples: readonly Sample[], offers: Offers): Row {
  const kinds = [...hitsByKind(samples, offers).values()];
  const micro = (of: (hits: Hits) => number) => kinds.reduce((sum, hits) => sum + of(hits), 0) / samples.length;
  const macro = (of: (hits: Hits) => number) => kinds.reduce((sum, hits) => sum + of(hits) / hits.n, 0) / kinds.length;
  const both = [(hits: Hits) => hits.first, (hits: Hits) => hits.three];
  return [name, ...both.map((of) => percent(micro(of))), ...both.map((of) => percent(macro(of)))];
}

/** The three most frequent kinds of the other folds, whatever the text says. */
function majority(samples: readonly Sample[]): Offers {
  return samples.map((_, i) => {
    const counts = new Map<string, number>();
    samples.forEach(({ kind }, k) => {
      if (k % 5 !== i % 5) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    });
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([kind]) => kind);
  });
}

function confusions(samples: readonly Sample[], offers: Offers): Row[] {
  const counts = new Map<string, number>();
  samples.forEach(({ kind }, i) => {
    const pair = `${kind}>${offers[i][0]}`;
    if (kind !== offers[i][0]) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, 20)
    .map(([pair, n]) => [...pair.split('>').map(nameOf), n]);
}

/** How often the first suggestion was right, by how sure the model was. */
function reliability(
  samples: readonly Sample[],
  scores: readonly Float64Array[],
  sharpness: number,
  offers: Offers,
): Row[] {
  const edges = [0, 0.2, 0.4, 0.6, 0.8, 1.01];
  const sure = scores.map((one) => Math.max(...sharesOf(one, sharpness)));
  return edges.slice(1).map((to, b) => {
    const inside = samples.map((_, i) => i).filter((i) => sure[i] >= edges[b] && sure[i] < to);
    const right = inside.filter((i) => offers[i][0] === samples[i].kind).length;
    const mean = inside.reduce((sum, i) => sum + sure[i], 0) / Math.max(1, inside.length);
    return [
      `${edges[b]} to ${Math.min(1, to)}`,
      inside.length,
      percent(mean),
      percent(right / Math.max(1, inside.length)),
    ];
  });
}

function report(samples: readonly Sample[]): void {
  const scores = outOfFold(samples);
  const offers = scores.map(ranked);
  const rules = samples.map(({ text }) => suggestCategories(text).map(({ category }) => category.code));
  const compared = [
    rowOf('most frequent kinds', samples, majority(samples)),
    rowOf('words of the list of kinds, counted', samples, rules),
    rowOf('model', samples, offers),
  ];
  const kinds = [...hitsByKind(samples, offers)].sort(([a], [b]) => a.localeCompare(b));
  const sharpness = fitSharpness(samples, scores);
  printTable(
    `Kinds suggested, ${samples.length} labelled messages, five folds`,
    ['', 'first', 'among three', 'first, macro', 'among three, macro'],
    compared,
  );
  printTable(
    'By kind',
    ['kind', 'messages', 'first', 'among three'],
    kinds.map(([kind, { n, first, three }]) => [nameOf(kind), n, percent(first / n), percent(three / n)]),
  );
  printTable('Taken for another', ['is', 'first suggested', 'times'], confusions(samples, offers));
  printTable(
    `Confidence (sharpness ${sharpness}, fitted on the same folds)`,
    ['confidence', 'messages', 'said', 'right'],
    reliability(samples, scores, sharpness, offers),
  );
  keep('suggest', { samples: samples.length, compared, kinds });
}

const samples = await labelledSamples();
if (samples) report(samples);
else withoutMessages();
