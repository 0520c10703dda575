import { metresPerDegree, toDegrees } from '#packages/coverage';

/** What of a closed matter says that a place has trouble: its kind, its place, its time. Nothing of people. */
export interface Occurrence {
  readonly category: string;
  readonly grid: string;
  readonly lonE7: number;
  readonly latE7: number;
  /** Milliseconds. */
  readonly reportedAt: number;
  readonly endedAt: number;
}

/** When trouble is chronic (反复发生); parameters of each district. */
export interface ChronicRule {
  /** So many times, each begun after the one before was closed. */
  readonly times: number;
  /** Within so many months. */
  readonly months: number;
  /** So near to one another, in metres. */
  readonly metres: number;
}

export const CHRONIC: ChronicRule = { times: 3, months: 12, metres: 60 };

/** The same kind of trouble at the same place again and again. */
export interface ChronicPlace {
  readonly category: string;
  /** Grid in which most of it happened. */
  readonly grid: string;
  readonly lonE7: number;
  readonly latE7: number;
  readonly times: number;
  readonly matters: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Several reports of one outage are one time: the next begins when all before it are closed. */
export function timesOf(occurrences: readonly Pick<Occurrence, 'reportedAt' | 'endedAt'>[]): number {
  let [times, closed] = [0, Number.NEGATIVE_INFINITY];
  for (const { reportedAt, endedAt } of [...occurrences].sort((a, b) => a.reportedAt - b.reportedAt)) {
    if (reportedAt > closed) times++;
    closed = Math.max(closed, endedAt);
  }
  return times;
}

/** Distances in metres on the plane that touches the earth there; exact enough within a district. */
export function metresBetween(a: Pick<Occurrence, 'lonE7' | 'latE7'>, b: Pick<Occurrence, 'lonE7' | 'latE7'>): number {
  const scale = metresPerDegree(toDegrees(a.latE7));
  return Math.hypot(toDegrees(a.lonE7 - b.lonE7) * scale.lon, toDegrees(a.latE7 - b.latE7) * scale.lat);
}

/** Finds what lies within the radius without looking at everything: cells as wide as the radius. */
class Cells {
  readonly #cells = new Map<string, Occurrence[]>();
  readonly #metres: number;
  readonly #size: { readonly lon: number; readonly lat: number };

  constructor(occurrences: readonly Occurrence[], metres: number) {
    const scale = metresPerDegree(toDegrees(occurrences[0].latE7));
    this.#metres = metres;
    this.#size = { lon: (metres / scale.lon) * 1e7 * 1.001, lat: (metres / scale.lat) * 1e7 * 1.001 };
    for (const one of occurrences) {
      const key = this.#keyOf(one, 0, 0);
      const cell = this.#cells.get(key);
      if (cell) cell.push(one);
      else this.#cells.set(key, [one]);
    }
  }

  #keyOf({ lonE7, latE7 }: Occurrence, dx: number, dy: number): string {
    return `${Math.floor(lonE7 / this.#size.lon) + dx} ${Math.floor(latE7 / this.#size.lat) + dy}`;
  }

  around(one: Occurrence): Occurrence[] {
    const near: Occurrence[] = [];
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const other of this.#cells.get(this.#keyOf(one, dx, dy)) ?? [])
          if (metresBetween(one, other) <= this.#metres) near.push(other);
    return near;
  }
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}

const mean = (values: readonly number[]) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

const placeOf = (members: readonly Occurrence[]): ChronicPlace => ({
  category: members[0].category,
  grid: mostFrequent(members.map(({ grid }) => grid)),
  lonE7: mean(members.map(({ lonE7 }) => lonE7)),
  latE7: mean(members.map(({ latE7 }) => latE7)),
  times: timesOf(members),
  matters: members.length,
  firstAt: Math.min(...members.map(({ reportedAt }) => reportedAt)),
  lastAt: Math.max(...members.map(({ reportedAt }) => reportedAt)),
});

/** Of one kind: the spot with most around it first; each occurrence counts for one place. */
function placesOfKind(occurrences: readonly Occurrence[], { times, metres }: ChronicRule): ChronicPlace[] {
  const cells = new Cells(occurrences, metres);
  const spots = occurrences
    .map((one) => ({ one, near: cells.around(one) }))
    .filter(({ near }) => near.length >= times)
    .sort(
      (a, b) =>
        b.near.length - a.near.length ||
        a.one.reportedAt - b.one.reportedAt ||
        a.one.lonE7 - b.one.lonE7 ||
        a.one.latE7 - b.one.latE7,
    );
  const taken = new Set<Occurrence>();
  const places: ChronicPlace[] = [];
  for (const { near } of spots) {
    const members = near.filter((one) => !taken.has(one));
    if (members.length < times || timesOf(members) < times) continue;
    for (const one of members) taken.add(one);
    places.push(placeOf(members));
  }
  return places;
}

/** Places where the same kind of trouble came back after it was closed, the most frequent first. */
export function chronicPlaces(occurrences: readonly Occurrence[], rule: ChronicRule): ChronicPlace[] {
  const kinds = new Map<string, Occurrence[]>();
  for (const one of occurrences) {
    const kind = kinds.get(one.category);
    if (kind) kind.push(one);
    else kinds.set(one.category, [one]);
  }
  return [...kinds.values()]
    .flatMap((kind) => placesOfKind(kind, rule))
    .sort((a, b) => b.times - a.times || b.lastAt - a.lastAt);
}
