import type { StreamCheck } from '#packages/server-kit';
import type { MattersDeps } from '../context.ts';
import type { DecisionFacts } from './decide.ts';
import { findPlace } from './queries.ts';

/** What is decided about a place must be what was recorded last. */
export const chronicStreamCheck =
  ({ database, district }: MattersDeps): StreamCheck =>
  async (entries) => {
    const last = entries[entries.length - 1];
    const place = await findPlace(database, district, last.streamId);
    if (!place) return { seq: last.seq, why: 'state', detail: 'the place is gone from its table' };
    if (place.head !== last.hash)
      return { seq: last.seq, why: 'head', detail: `the head of the place is ${place.head}` };
    const { standing, reason } = last.facts as DecisionFacts;
    return standing === place.standing && reason === place.reason
      ? null
      : { seq: last.seq, why: 'state', detail: 'the decision is not the one that was recorded' };
  };
