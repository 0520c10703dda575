import { Mark, type MarkTone } from '#packages/console-kit';
import { useText } from '#packages/web-kit';
import { STAGES, type Stage } from '../../core/lifecycle.ts';

const TONES: Record<Stage, MarkTone> = {
  reported: 'waits',
  accepted: 'waits',
  dispatched: 'waits',
  handling: 'runs',
  paused: 'rests',
  returned: 'waits',
  handled: 'runs',
  verified: 'runs',
  closed: 'good',
  refused: 'rests',
  merged: 'rests',
  withdrawn: 'rests',
};

/** The stage of a matter by name. */
export function StageTag({ stage }: { readonly stage: Stage }) {
  const say = useText();
  return <Mark tone={TONES[stage]}>{say(STAGES[stage].label)}</Mark>;
}
