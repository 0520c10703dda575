import { chain, FIRST, findByTransaction } from '#packages/server-kit';
import type { Person } from '../../../access/contract.ts';
import { CHRONIC_STREAM } from '../../contract.ts';
import type { Decision } from '../../core/chronic/decision.ts';
import { canSteer } from '../../core/policy.ts';
import { capacityOf, type MattersDeps, problems } from '../context.ts';
import { findPlace, type PlaceRecord } from './queries.ts';
import { decidePlace } from './store.ts';

export interface DecisionRequest {
  readonly id: string;
  readonly transaction: string;
  readonly decisions: number;
  readonly standing: Decision;
  readonly reason: string;
}

/** What the ledger keeps of a decision. */
export interface DecisionFacts {
  readonly standing: Decision;
  readonly reason: string;
  readonly category: string;
  readonly grid: string;
  readonly times: number;
}

async function getPlace({ database, district }: MattersDeps, id: string): Promise<PlaceRecord> {
  const place = await findPlace(database, district, id);
  if (!place) throw problems.unknown_place();
  return place;
}

async function decidedBefore(
  { database, district }: MattersDeps,
  { id, transaction }: DecisionRequest,
): Promise<boolean> {
  const entry = await findByTransaction(database, district, transaction);
  if (entry === undefined) return false;
  if (entry.streamId !== id) throw problems.transaction_reused();
  return true;
}

/** Somebody in charge of the place says what is to become of it. Sent twice, it is recorded once. */
export async function decide(deps: MattersDeps, request: DecisionRequest, actor: Person): Promise<PlaceRecord> {
  const place = await getPlace(deps, request.id);
  if (!canSteer(actor, place.grid)) throw problems.not_allowed();
  if (await decidedBefore(deps, request)) return place;
  const { standing } = request;
  const reason = request.reason.trim();
  const { category, grid, times } = place;
  const entry = chain({
    district: deps.district,
    stream: CHRONIC_STREAM,
    streamId: place.id,
    seq: request.decisions + 1,
    at: deps.clock().toISOString(),
    person: actor.person,
    ...capacityOf(actor, { grid, unit: null }),
    action: 'decide',
    facts: { standing, reason, category, grid, times } satisfies DecisionFacts,
    sealed: null,
    transaction: request.transaction,
    algorithm: deps.algorithm,
    previous: place.head ?? FIRST,
  });
  const seen = request.decisions === place.decisions;
  if (!seen || (await decidePlace(deps.database, entry, standing, reason)) === 0) throw problems.decided_meanwhile();
  return getPlace(deps, place.id);
}
