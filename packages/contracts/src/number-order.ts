/**
 * What employee numbers are put in order by, as people count: `E2` before `E10`. Case, surrounding space and the Unicode form
 * do not count; each run of digits is padded to 16, the length of the largest safe integer.
 */
export const numberOrderKey = (number: string): string =>
  number
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(16, '0'));
