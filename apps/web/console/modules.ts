import { accessConsole } from '#modules/access/web/console/index';
import { mattersConsole } from '#modules/matters/web/console/index';
import { placesConsole } from '#modules/places/web/console/index';
import { staffingConsole } from '#modules/staffing/web/console/index';
import type { ConsoleManifest, MenuEntry } from '#packages/console-kit';
import type { Actor } from '#packages/kernel';
import { settingsConsole } from './settings/index.ts';

/** What the console is composed of. */
const MANIFESTS: readonly ConsoleManifest[] = [
  mattersConsole,
  placesConsole,
  staffingConsole,
  accessConsole,
  settingsConsole,
];

export const SCREENS = MANIFESTS.flatMap(({ screens }) => screens);

export const GROUPS = ['work', 'district', 'system'] as const satisfies readonly MenuEntry['group'][];

/** The menu of somebody: what they may open, in the order of groups and within them. */
export const menuOf = (actor: Actor): MenuEntry[] =>
  MANIFESTS.flatMap(({ menu }) => menu)
    .filter(({ may }) => may?.(actor) ?? true)
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order);
