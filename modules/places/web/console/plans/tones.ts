import type { MarkTone } from '#packages/console-kit';
import type { PlanStatus } from '../../../core/lifecycle.ts';

export const TONES: Record<PlanStatus, MarkTone> = {
  draft: 'waits',
  checked: 'waits',
  noticed: 'runs',
  approved: 'runs',
  filed: 'runs',
  in_force: 'good',
  superseded: 'rests',
  withdrawn: 'rests',
};
