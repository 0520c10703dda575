import type { ComponentType } from 'react';
import type { Actor, Text } from '#packages/kernel';

export type May = (actor: Actor) => boolean;

/** One page of the console; `path` is a pattern below /console, its parameters are given to the view. */
export interface Screen {
  readonly path: string;
  readonly title: Text;
  readonly view: ComponentType<{ readonly params: Readonly<Record<string, string | undefined>> }>;
  readonly may?: May;
}

export interface MenuEntry {
  readonly path: string;
  readonly label: Text;
  readonly icon: ComponentType<{ readonly 'aria-hidden'?: boolean }>;
  readonly group: 'work' | 'district' | 'system';
  /** Place within the group, and in the bar at the bottom of a phone, which takes the first four. */
  readonly order: number;
  readonly may?: May;
  /** A hook that counts what waits there; undefined while unknown. */
  readonly useCount?: () => number | undefined;
}

/** What a module brings to the console: data and references. */
export interface ConsoleManifest {
  readonly module: string;
  readonly screens: readonly Screen[];
  readonly menu: readonly MenuEntry[];
}
