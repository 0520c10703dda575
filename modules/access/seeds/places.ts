import type { AreaLevel } from '#packages/kernel';

/** An area as the seeds need it: this module stands below `places` and knows only codes and names. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly level: AreaLevel;
}

export interface Grid {
  readonly code: string;
  readonly name: string;
}
