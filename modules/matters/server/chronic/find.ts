import { setImmediate } from 'node:timers/promises';
import { newId } from '#packages/server-kit';
import {
  CHRONIC,
  type ChronicPlace,
  type ChronicRule,
  chronicPlaces,
  metresBetween,
  type Occurrence,
} from '../../core/chronic/chronic.ts';
import type { MattersDeps } from '../context.ts';
import { allPlaces, type ClosedRow, closedSince, type PlaceRecord } from './queries.ts';
import { type FoundPlace, replaceFound } from './store.ts';

function monthsBefore(now: Date, months: number): string {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since.toISOString();
}

/** Of one kind: a place that was known there is the same place still; the nearest, and each but once. */
function named(found: readonly ChronicPlace[], known: readonly PlaceRecord[], { metres }: ChronicRule): FoundPlace[] {
  const left = new Set(known);
  return found.map((place) => {
    const [nearest] = [...left]
      .map((record) => ({ record, metres: metresBetween(record, place) }))
      .filter((candidate) => candidate.metres <= metres)
      .sort((a, b) => a.metres - b.metres);
    if (nearest) left.delete(nearest.record);
    return { ...place, id: nearest?.record.id ?? newId() };
  });
}

/** By kind, so that requests are answered between one kind and the next. */
function byKind<T extends { readonly category: string }>(rows: readonly T[]): Map<string, T[]> {
  const kinds = new Map<string, T[]>();
  for (const row of rows) {
    const kind = kinds.get(row.category);
    if (kind) kind.push(row);
    else kinds.set(row.category, [row]);
  }
  return kinds;
}

const occurrenceOf = ({ reportedAt, endedAt, ...row }: ClosedRow): Occurrence => ({
  ...row,
  reportedAt: Date.parse(reportedAt),
  endedAt: Date.parse(endedAt),
});

/** Looks where the same kind of trouble comes back after it was closed. Resolves to the number of places. */
export async function findChronicPlaces(deps: MattersDeps, rule: ChronicRule = CHRONIC): Promise<number> {
  const { database, district, clock } = deps;
  const closed = byKind(await closedSince(database, district, monthsBefore(clock(), rule.months)));
  const known = byKind(await allPlaces(database, district));
  const found: FoundPlace[] = [];
  for (const [kind, rows] of closed) {
    await setImmediate();
    found.push(...named(chronicPlaces(rows.map(occurrenceOf), rule), known.get(kind) ?? [], rule));
  }
  await database.transaction((tx) => replaceFound(tx, district, found));
  return found.length;
}
