import canonicalize from 'canonicalize';
import type { Db } from '../database.ts';
import { sql } from '../sql.ts';
import { digest, FIRST, type HashAlgorithm } from './entry.ts';

/**
 * A checkpoint: the Merkle root (the tree of RFC 6962, section 2.1) over the hashes of all entries recorded in a span of time, chained to
 * the checkpoint before. Whoever keeps a copy can tell later that nothing before it was changed, added or removed.
 */
export interface Checkpoint {
  readonly format: 'gongzhi-checkpoint/1';
  readonly district: string;
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  readonly root: string;
  readonly algorithm: HashAlgorithm;
  readonly previous: string;
  readonly hash: string;
}

const EPOCH = '1970-01-01T00:00:00.000Z';
/** Entries are accepted with a clock five minutes off, statements end after one: older spans are complete. */
const SETTLED_MS = 10 * 60_000;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** Merkle root of hex hashes, fed one by one: a stack of complete subtrees, so memory grows with the logarithm. */
export class MerkleTree {
  readonly #algorithm: HashAlgorithm;
  #stack: { hash: string; height: number }[] = [];
  size = 0;

  constructor(algorithm: HashAlgorithm) {
    this.#algorithm = algorithm;
  }

  add(hash: string): void {
    let top = { hash: digest(this.#algorithm, LEAF, bytes(hash)), height: 0 };
    while (this.#stack.at(-1)?.height === top.height) top = this.#merge(this.#stack.pop()!, top);
    this.#stack.push(top);
    this.size++;
  }

  root(): string {
    if (this.size === 0) return digest(this.#algorithm, '');
    return this.#stack.reduceRight((right, left) => this.#merge(left, right)).hash;
  }

  #merge(left: { hash: string; height: number }, right: { hash: string; height: number }) {
    return { hash: digest(this.#algorithm, NODE, bytes(left.hash), bytes(right.hash)), height: left.height + 1 };
  }
}

async function rootOf(
  db: Db,
  district: string,
  from: string,
  to: string,
  algorithm: HashAlgorithm,
): Promise<MerkleTree> {
  const tree = new MerkleTree(algorithm);
  let [at, id, seq] = [from, '00000000-0000-0000-0000-000000000000', 0];
  for (;;) {
    const rows = await db.rows<{ at: string; id: string; seq: number; hash: string }>(sql`
      select at, stream_id as id, seq, hash from ledger.entries
      where district = ${district} and at >= ${from} and at < ${to} and (at, stream_id, seq) > (${at}::timestamptz, ${id}::uuid, ${seq})
      order by at, stream_id, seq limit 5000`);
    if (rows.length === 0) return tree;
    for (const row of rows) tree.add(row.hash);
    ({ at, id, seq } = rows[rows.length - 1]);
  }
}

const checkpointHash = (checkpoint: Omit<Checkpoint, 'hash'>): string =>
  digest(checkpoint.algorithm, canonicalize({ ...checkpoint, hash: undefined }) as string);

/** All checkpoints of a district, oldest first. */
export async function checkpointsOf(db: Db, district: string): Promise<Checkpoint[]> {
  const rows = await db.rows<Omit<Checkpoint, 'format'>>(sql`
    select district, number, from_at as "from", to_at as "to", entries, root, algorithm, previous, hash
    from ledger.checkpoints where district = ${district} order by number`);
  return rows.map((row) => ({ format: 'gongzhi-checkpoint/1', ...row }));
}

/** Closes the span since the last checkpoint; `undefined` where nothing settled has been recorded since. */
export async function makeCheckpoint(
  db: Db,
  district: string,
  algorithm: HashAlgorithm,
  now: Date,
): Promise<Checkpoint | undefined> {
  const last = (await checkpointsOf(db, district)).at(-1);
  const from = last?.to ?? EPOCH;
  const to = new Date(now.getTime() - SETTLED_MS).toISOString();
  if (to <= from) return undefined;
  const tree = await rootOf(db, district, from, to, algorithm);
  if (tree.size === 0) return undefined;
  const draft = {
    format: 'gongzhi-checkpoint/1' as const,
    district,
    number: (last?.number ?? 0) + 1,
    from,
    to,
    entries: tree.size,
    root: tree.root(),
    algorithm,
    previous: last?.hash ?? FIRST,
  };
  const checkpoint = { ...draft, hash: checkpointHash(draft) };
  await db.run(sql`
    insert into ledger.checkpoints (district, number, from_at, to_at, entries, root, algorithm, previous, hash)
    values (${district}, ${draft.number}, ${from}, ${to}, ${draft.entries}, ${draft.root}, ${algorithm}, ${draft.previous}, ${checkpoint.hash})`);
  return checkpoint;
}

export interface CheckpointReport {
  readonly number: number;
  readonly good: boolean;
  readonly why: string | null;
}

/** Checks checkpoints one after the other, and that each follows from the one before it. */
export async function verifyCheckpoints(db: Db, checkpoints: readonly Checkpoint[]): Promise<CheckpointReport[]> {
  const reports: CheckpointReport[] = [];
  for (const [i, checkpoint] of checkpoints.entries()) {
    const report = await verifyCheckpoint(db, checkpoint);
    const before = checkpoints[i - 1];
    const follows = before === undefined || (checkpoint.previous === before.hash && checkpoint.from === before.to);
    reports.push(
      report.good && !follows
        ? { ...report, good: false, why: 'it does not follow from the checkpoint before it' }
        : report,
    );
  }
  return reports;
}

/** Recomputes a checkpoint (from the table, or a copy that a third party kept) against the ledger as it is now. */
export async function verifyCheckpoint(db: Db, checkpoint: Checkpoint): Promise<CheckpointReport> {
  const { number, district, from, to, algorithm } = checkpoint;
  const bad = (why: string) => ({ number, good: false, why });
  if (checkpointHash(checkpoint) !== checkpoint.hash)
    return bad('the checkpoint itself was changed: its hash does not match');
  const tree = await rootOf(db, district, from, to, algorithm);
  if (tree.size !== checkpoint.entries)
    return bad(`it counted ${checkpoint.entries} entries, the ledger now has ${tree.size}`);
  if (tree.root() !== checkpoint.root) return bad('an entry of its span was changed: the Merkle root does not match');
  return { number, good: true, why: null };
}
