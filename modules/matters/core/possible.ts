import { actionsFrom } from '#packages/procedure';
import { type Action, matterProcedure } from './lifecycle.ts';
import { type Acting, MAY } from './policy.ts';
import { RULES } from './rules.ts';
import type { MatterState } from './state.ts';

/** What follows by itself from another action and is never offered. */
const NEVER_OFFERED: readonly Action[] = ['report', 'absorb', 'regrid'];

/** Actions that this person may take now: by stage, by role, and by the rules that do not depend on what is filled in. */
export function possibleActions(state: MatterState, acting: Acting, now: string): Action[] {
  const input = { state, person: acting.actor.person, now };
  const withoutInput = (action: Action) => (RULES[action] ?? []).filter((rule) => rule.field === undefined);
  return actionsFrom(matterProcedure, state.stage).filter(
    (action) =>
      !NEVER_OFFERED.includes(action) &&
      MAY[action as keyof typeof MAY](acting, state) &&
      withoutInput(action).every((rule) => !rule.broken(input)),
  );
}
