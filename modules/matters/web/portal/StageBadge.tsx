import { useText } from '#packages/web-kit';
import { Badge, type BadgeTone } from '#packages/web-kit/ui';
import { STAGES, type Stage } from '../../core/lifecycle.ts';

const TONES: Record<Stage, BadgeTone> = {
  reported: 'waiting',
  accepted: 'waiting',
  dispatched: 'moving',
  handling: 'moving',
  paused: 'waiting',
  returned: 'waiting',
  handled: 'moving',
  verified: 'moving',
  closed: 'good',
  refused: 'ended',
  merged: 'ended',
  withdrawn: 'ended',
};

export function StageBadge({ stage }: { readonly stage: Stage }) {
  const say = useText();
  return <Badge tone={TONES[stage]}>{say(STAGES[stage].label)}</Badge>;
}
