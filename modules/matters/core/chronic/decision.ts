import { type Text, text } from '#packages/kernel';

/** What is to become of a place where the same trouble comes back; a person says so, with a reason. */
export const STANDINGS = {
  open: text('待研判', 'To be judged'),
  proposed: text('拟提案', 'To be proposed'),
  watched: text('继续观察', 'Watched'),
  dismissed: text('不处理', 'Dismissed'),
} as const satisfies Record<string, Text>;

export type Standing = keyof typeof STANDINGS;
export type Decision = Exclude<Standing, 'open'>;
