import { newId } from '#packages/server-kit';
import {
  CHRONIC,
  type ChronicPlace,
  type ChronicRule,
  chronicPlaces,
  metresBetween,
} from '../../core/chronic/chronic.ts';
import type { MattersDeps } from '../context.ts';
import { allPlaces, closedSince, type PlaceRecord } from './queries.ts';
import { type FoundPlace, replaceFound } from './store.ts';

function monthsBefore(now: Date, months: number): string {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since.toISOString();
}

/** A place that was known there of the same kind is the same place still; the nearest, and each but once. */
function named(found: readonly ChronicPlace[], known: readonly PlaceRecord[], { metres }: ChronicRule): FoundPlace[] {
  const left = new Set(known);
  return found.map((place) => {
    const [nearest] = [...left]
      .filter(({ category }) => category === place.category)
      .map((record) => ({ record, metres: metresBetween(record, place) }))
      .filter((candidate) => candidate.metres <= metres)
      .sort((a, b) => a.metres - b.metres);
    if (nearest) left.delete(nearest.record);
    return { ...place, id: nearest?.record.id ?? newId() };
  });
}

/** Looks where the same kind of trouble comes back after it was closed. Resolves to the number of places. */
export async function findChronicPlaces(deps: MattersDeps, rule: ChronicRule = CHRONIC): Promise<number> {
  const { database, district, clock } = deps;
  const rows = await closedSince(database, district, monthsBefore(clock(), rule.months));
  const occurrences = rows.map(({ reportedAt, endedAt, ...row }) => ({
    ...row,
    reportedAt: Date.parse(reportedAt),
    endedAt: Date.parse(endedAt),
  }));
  const found = named(chronicPlaces(occurrences, rule), await allPlaces(database, district), rule);
  await database.transaction((tx) => replaceFound(tx, district, found));
  return found.length;
}
