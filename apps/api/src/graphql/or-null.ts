/** Maps what is there; null stays null. */
export function orNull<R, T>(row: R | null, map: (row: R) => T): T | null {
  return row === null ? null : map(row);
}
