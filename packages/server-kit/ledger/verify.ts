import type { Db } from '../database.ts';
import { type Entry, FIRST, hashOf } from './entry.ts';
import { allEntries } from './store.ts';

export interface BrokenLink {
  readonly stream: string;
  readonly streamId: string;
  readonly seq: number;
  readonly why: 'hash' | 'previous' | 'gap' | 'head' | 'state' | 'sealed';
  readonly detail: string;
}

export interface ChainReport {
  readonly entries: number;
  readonly streams: number;
  readonly broken: BrokenLink | null;
}

/** A module's own check of a finished stream: that the state it keeps is the fold of what is recorded. */
export type StreamCheck = (entries: readonly Entry[]) => Promise<Omit<BrokenLink, 'stream' | 'streamId'> | null>;

const link = (entry: Entry, why: BrokenLink['why'], detail: string): BrokenLink => ({
  stream: entry.stream,
  streamId: entry.streamId,
  seq: entry.seq,
  why,
  detail,
});

/** The first fault of an entry as the successor of `before` (null: it begins a stream). */
export function faultOf(entry: Entry, before: Entry | null): BrokenLink | null {
  const seq = (before?.seq ?? 0) + 1;
  if (entry.seq !== seq) return link(entry, 'gap', `entry ${seq} is missing`);
  const previous = before?.hash ?? FIRST;
  if (entry.previous !== previous) return link(entry, 'previous', `points to ${entry.previous}, not to ${previous}`);
  const hash = hashOf(entry);
  return entry.hash === hash ? null : link(entry, 'hash', `recorded ${entry.hash}, recomputed ${hash}`);
}

interface Options {
  readonly checks?: Readonly<Record<string, StreamCheck>>;
  readonly progress?: (entries: number) => void;
}

/** Recomputes every hash of a district and every stream's state; stops at the first broken link and names it. */
export async function verifyChains(db: Db, district: string, options: Options = {}): Promise<ChainReport> {
  let entries = 0;
  let streams = 0;
  let stream: Entry[] = [];
  const finish = async () => {
    const fault = stream.length > 0 ? await options.checks?.[stream[0].stream]?.(stream) : null;
    return fault ? { ...fault, stream: stream[0].stream, streamId: stream[0].streamId } : null;
  };
  for await (const page of allEntries(db, district)) {
    for (const entry of page) {
      const same = stream.length > 0 && stream[0].streamId === entry.streamId && stream[0].stream === entry.stream;
      const broken = (same ? null : await finish()) ?? faultOf(entry, same ? stream[stream.length - 1] : null);
      if (broken) return { entries, streams, broken };
      if (same) stream.push(entry);
      else [stream, streams] = [[entry], streams + 1];
      entries++;
    }
    options.progress?.(entries);
  }
  return { entries, streams, broken: await finish() };
}
