import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

export type HashAlgorithm = 'sha256' | 'sm3';

/** Who did it: ids only, never a name. `role` says in what capacity, also for people without an account. */
export interface Author {
  readonly person: string | null;
  readonly role: string;
  readonly organisation: string | null;
}

/** One recorded action. `facts` may be seen by the public; what may not is only present as `sealed`, a salted digest. */
export interface Entry<Action extends string = string, Facts = unknown> extends Author {
  readonly district: string;
  readonly stream: string;
  readonly streamId: string;
  /** 1, 2, 3 ... without gaps within the stream. */
  readonly seq: number;
  /** ISO 8601 in UTC, milliseconds. */
  readonly at: string;
  readonly action: Action;
  readonly facts: Facts;
  readonly sealed: string | null;
  readonly transaction: string;
  readonly algorithm: HashAlgorithm;
  readonly previous: string;
  readonly hash: string;
}

export const FIRST = '0'.repeat(64);

export const digest = (algorithm: HashAlgorithm, ...parts: (string | Buffer)[]): string => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/**
 * The entry as anybody may see it: the person is a digest that differs from stream to stream, so that a public ledger can be recomputed
 * but nobody's work can be counted across matters.
 */
export function publicEntry<E extends Omit<Entry, 'hash'>>(entry: E): E {
  const { person, algorithm, streamId } = entry;
  return { ...entry, person: person === null ? null : digest(algorithm, `${streamId} ${person}`) };
}

/** Hash over the canonical JSON (RFC 8785) of the public entry without its hash; the previous hash is part of it. */
export const hashOf = (entry: Omit<Entry, 'hash'>): string =>
  digest(entry.algorithm, canonicalize({ ...publicEntry(entry), hash: undefined }) as string);

/** The digest that seals a private part: without the salt nobody can guess a telephone number from it. */
export const seal = (algorithm: HashAlgorithm, salt: string, content: unknown): string =>
  digest(algorithm, salt, canonicalize(content) as string);

export type Draft<A extends string, F> = Omit<Entry<A, F>, 'hash'>;

export const chain = <A extends string, F>(draft: Draft<A, F>): Entry<A, F> => ({ ...draft, hash: hashOf(draft) });
