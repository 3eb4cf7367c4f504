/** Number formats of SpreadsheetML (ECMA-376 part 1, 18.8.30) that show dates or times. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);
const MS_PER_DAY = 86_400_000;
/** Serial 1 is 1900-01-01, and serial 60 a 29 February 1900 that never was; so from March 1900 on the epoch is this. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);

/** Whether a number under this format is a date or a time; `code` is the format of the workbook's own, if it has one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id);
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare.trim());
}

/**
 * A serial number as text: `HH:MM:SS` below one day, `YYYY-MM-DD` for whole days, else both with `T` between; to the
 * nearest second.
 */
export function dateText(serial: number, isFrom1904: boolean): string {
  const ms = Math.round((serial * MS_PER_DAY) / 1_000) * 1_000;
  const iso = new Date((isFrom1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + ms).toISOString();
  if (serial >= 0 && serial < 1) return iso.slice(11, 19);
  return ms % MS_PER_DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
