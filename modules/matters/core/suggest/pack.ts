import type { KnownWord } from './experience.ts';
import type { Model } from './model.ts';

/**
 * A model as it is kept and sent: one line a word, `路灯 1c AxBy`: the word, its texts in base 36, then for each kind a sign for the kind
 * and a sign for its mass. Masses are kept in steps of 12 %.
 */
export interface PackedModel {
  readonly format: 1;
  /** Where it comes from, in words. */
  readonly source: string;
  readonly texts: number;
  readonly sharpness: number;
  /** Kinds with their texts; the position names the kind in the lines. */
  readonly kinds: readonly (readonly [code: string, texts: number])[];
  readonly words: string;
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LEAST = 0.05;
const STEPS = 6;

const stepOf = (mass: number) => Math.min(SIGNS.length - 1, Math.max(0, Math.round(Math.log2(mass / LEAST) * STEPS)));
const massAt = (step: number) => LEAST * 2 ** (step / STEPS);

/** Throws a RangeError where there are more kinds than signs (64). */
export function pack({ experience, sharpness }: Model, source: string): PackedModel {
  const { texts, kinds, words } = experience;
  const codes = new Set([...kinds.keys(), ...[...words.values()].flatMap(({ mass }) => [...mass.keys()])]);
  const order = [...codes].sort();
  if (order.length > SIGNS.length) throw new RangeError(`${order.length} kinds, and signs for ${SIGNS.length}`);
  const at = new Map(order.map((code, i) => [code, SIGNS[i]]));
  const line = ([word, known]: readonly [string, KnownWord]) => {
    const masses = [...known.mass].filter(([, mass]) => mass >= LEAST / 2);
    const pairs = masses.map(([kind, mass]) => at.get(kind)! + SIGNS[stepOf(mass)]).sort();
    return `${word} ${known.texts.toString(36)} ${pairs.join('')}`;
  };
  const lines = [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(line);
  return {
    format: 1,
    source,
    texts,
    sharpness,
    kinds: order.map((code) => [code, kinds.get(code) ?? 0] as const),
    words: lines.join('\n'),
  };
}

function readLine(line: string, codes: readonly string[]): [string, KnownWord] {
  const [word, texts, pairs] = line.split(' ');
  const mass = new Map<string, number>();
  for (let i = 0; i + 1 < pairs.length; i += 2)
    mass.set(codes[SIGNS.indexOf(pairs[i])], massAt(SIGNS.indexOf(pairs[i + 1])));
  return [word, { texts: Number.parseInt(texts, 36), mass }];
}

export function unpack({ texts, sharpness, kinds, words }: PackedModel): Model {
  const codes = kinds.map(([code]) => code);
  const lines = words === '' ? [] : words.split('\n');
  return {
    sharpness,
    experience: { texts, kinds: new Map(kinds), words: new Map(lines.map((line) => readLine(line, codes))) },
  };
}
