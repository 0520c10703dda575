import { useText } from '#packages/web-kit';
import { STAGES, type Stage } from '../../core/lifecycle.ts';
import styles from './matters.module.css';

type Phase = 'waits' | 'runs' | 'rests' | 'done' | 'ended';

const PHASES: Record<Stage, Phase> = {
  reported: 'waits',
  accepted: 'waits',
  dispatched: 'waits',
  handling: 'runs',
  paused: 'rests',
  returned: 'waits',
  handled: 'runs',
  verified: 'runs',
  closed: 'done',
  refused: 'ended',
  merged: 'ended',
  withdrawn: 'ended',
};

/** The stage of a matter by name. */
export function StageTag({ stage }: { readonly stage: Stage }) {
  const say = useText();
  return (
    <span className={styles.stage} data-phase={PHASES[stage]}>
      {say(STAGES[stage].label)}
    </span>
  );
}
