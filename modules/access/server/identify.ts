import type { FastifyRequest } from 'fastify';
import { type Clock, VISITOR } from '#packages/kernel';
import type { Database } from '#packages/server-kit';
import type { Person } from '../contract.ts';
import { isStaff, SECOND_FACTOR_ROLES } from '../core/policy.ts';
import type { Auth } from './auth.ts';
import { actorOf, findPerson, type PersonRecord } from './queries.ts';
import { endSession, touchSession } from './store.ts';

/** Who makes a request. Known sessions are kept in memory for some seconds: this is on the path of every request. */
export interface Identities {
  identify(request: FastifyRequest): Promise<Person>;
  /** Forgets what is known of a person's sessions: their roles, name or second factor have changed. */
  forget(person: string): void;
  /** Forgets the session of this request. */
  drop(request: FastifyRequest): void;
}

export interface IdentitiesOptions {
  readonly auth: Auth;
  readonly cookie: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly district: string;
  /** In the demo district an administrator needs no second factor. */
  readonly demo: boolean;
  readonly staffIdleSeconds: number;
}

interface Known {
  readonly until: number;
  readonly person: Promise<Person>;
  id: string | null;
}

const FRESH_MS = 10_000;
const MOST = 20_000;
const TOUCH_MS = 5 * 60_000;

/** The value of a cookie as it was sent, without parsing the others. */
export function findCookie(header: string | undefined, name: string): string | undefined {
  const prefix = `${name}=`;
  if (!header?.includes(prefix)) return undefined;
  const pair = header.split(';').find((part) => part.trimStart().startsWith(prefix));
  return pair?.trim().slice(prefix.length) || undefined;
}

/** Whether the roles wait for a second factor: none of them is in effect until it is set up. */
export const needsSecondFactor = ({ grants, secondFactor }: PersonRecord, demo: boolean): boolean =>
  !demo && !secondFactor && grants.some(({ role }) => SECOND_FACTOR_ROLES.includes(role));

export function keepIdentities({ auth, cookie, database, clock, district, demo, staffIdleSeconds }: IdentitiesOptions) {
  const known = new Map<string, Known>();

  /** Whether a session of staff was left alone too long; notes that it is used otherwise. */
  async function isIdle(session: { id: string; updatedAt: Date }, person: Person): Promise<boolean> {
    const unused = clock().getTime() - session.updatedAt.getTime();
    if (isStaff(person) && unused > staffIdleSeconds * 1000) {
      await endSession(database, session.id);
      return true;
    }
    if (unused > TOUCH_MS) await touchSession(database, session.id, clock());
    return false;
  }

  async function load(value: string): Promise<Person> {
    const headers = new Headers({ cookie: `${cookie}=${value}` });
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    if (!found) return VISITOR;
    const record = await findPerson(database, district, found.user.id);
    if (!record?.active) return VISITOR;
    const person = actorOf(record);
    if (await isIdle(found.session, person)) return VISITOR;
    return needsSecondFactor(record, demo) ? { ...person, grants: [] } : person;
  }

  function remember(value: string, now: number): Promise<Person> {
    const entry: Known = { until: now + FRESH_MS, person: load(value), id: null };
    if (known.size >= MOST) known.delete(known.keys().next().value as string);
    known.set(value, entry);
    entry.person.then(
      ({ person }) => {
        entry.id = person;
      },
      () => known.delete(value),
    );
    return entry.person;
  }

  return {
    identify(request: FastifyRequest) {
      const value = findCookie(request.headers.cookie, cookie);
      if (value === undefined) return Promise.resolve(VISITOR);
      const now = clock().getTime();
      const entry = known.get(value);
      if (entry && now < entry.until) return entry.person;
      known.delete(value);
      return remember(value, now);
    },
    forget(person: string) {
      // A session that is being looked up may have read what was true before: it is forgotten too.
      for (const [value, { id }] of known) if (id === person || id === null) known.delete(value);
    },
    drop(request: FastifyRequest) {
      known.delete(findCookie(request.headers.cookie, cookie) ?? '');
    },
  } satisfies Identities;
}
