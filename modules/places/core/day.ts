const EAST_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day of a moment in Shanghai (UTC+8, no summer time since 1992), YYYY-MM-DD. */
export const dayIn = (moment: Date): string => new Date(moment.getTime() + EAST_MS).toISOString().slice(0, 10);

/** The day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
