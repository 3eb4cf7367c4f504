/** A scanner types each letter of a badge within a few milliseconds; nobody's fingers are steadily that fast. */
const MAX_MS_BETWEEN_KEYS = 35;
const MIN_LETTERS = 4;

/** Whether what was typed came from a scanner. @param keyTimesMs when each letter came, in order */
export function isScanned(keyTimesMs: readonly number[]): boolean {
  if (keyTimesMs.length < MIN_LETTERS) return false;
  return keyTimesMs.slice(1).every((time, index) => time - (keyTimesMs[index] ?? 0) <= MAX_MS_BETWEEN_KEYS);
}
