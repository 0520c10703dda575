import { type Text, text } from '#packages/kernel';

/** Confidence as people say it; the bounds are where the measured shares of right suggestions part (docs/notes). */
export const SURENESS = {
  likely: text('很可能', 'very likely'),
  possible: text('可能', 'possibly'),
  perhaps: text('也许', 'perhaps'),
} as const satisfies Record<string, Text>;

export type Sureness = keyof typeof SURENESS;

const LIKELY = 0.7;
const POSSIBLE = 0.35;

export const surenessOf = (confidence: number): Sureness =>
  confidence >= LIKELY ? 'likely' : confidence >= POSSIBLE ? 'possible' : 'perhaps';
