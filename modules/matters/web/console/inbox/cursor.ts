/**
 * The code that j and k lead to. Where the current matter has left the list (it was dealt with), the place in which it stood counts:
 * downward to the one that moved up into it, upward to the one before.
 */
export function moveCursor(
  codes: readonly string[],
  current: string | undefined,
  step: 1 | -1,
  lastIndex: number,
): string | undefined {
  const index = current === undefined ? -1 : codes.indexOf(current);
  const next = index >= 0 ? index + step : step > 0 ? lastIndex : lastIndex - 1;
  return codes[Math.min(Math.max(next, 0), codes.length - 1)];
}
