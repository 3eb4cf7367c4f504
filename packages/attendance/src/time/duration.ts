export const MS_PER_SECOND = 1_000;
export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

/** Completed whole minutes of a non-negative span: 59 s are 0 minutes. */
export function completedMinutes(ms: number): number {
  return Math.floor(ms / MS_PER_MINUTE);
}
