import type { Caller } from './caller.ts';
import type { Sessions } from './sessions.ts';

/** What a scenario knows of the installation under load. */
export interface World {
  readonly base: string;
  /** Places of loaded matters, degrees. */
  readonly places: readonly { readonly lon: number; readonly lat: number }[];
  /** Tracking codes of loaded matters. */
  readonly codes: readonly string[];
  /** The unit for which the demo account `urban` works. */
  readonly unit: string;
}

export interface Turn {
  readonly caller: Caller;
  readonly sessions: Sessions;
  readonly world: World;
  /** Number of the client, and of its turn. */
  readonly client: number;
  readonly turn: number;
}

/** What one client does again and again until the time is over. */
export interface Scenario {
  readonly accounts: readonly string[];
  readonly play: (turn: Turn) => Promise<void>;
}

/** The session of an account for this client. */
export const sessionOf = ({ sessions, client }: Turn, account: string): string =>
  sessions[account][client % sessions[account].length];

export const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)];
