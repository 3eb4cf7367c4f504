import { describe, expect, it } from 'vitest';
import { stepOfCode } from './second-factor-codes.js';

/** Secret and codes of RFC 6238, appendix B (SHA-1), cut to six digits. */
const SECRET = '12345678901234567890';
const CODE_AT_59_S = '287082';

describe('stepOfCode', () => {
  it('knows the codes of RFC 6238', async () => {
    expect(await stepOfCode(SECRET, CODE_AT_59_S, 59_000)).toBe(1);
    expect(await stepOfCode(SECRET, '081804', 1_111_111_109_000)).toBe(37_037_036);
  });

  it('takes the code of one step before and after, and none further away', async () => {
    expect(await stepOfCode(SECRET, CODE_AT_59_S, 29_000)).toBe(1);
    expect(await stepOfCode(SECRET, CODE_AT_59_S, 89_000)).toBe(1);
    expect(await stepOfCode(SECRET, CODE_AT_59_S, 90_000)).toBeNull();
  });

  it.each(['', '28708', '2870820', '287083'])('refuses %j', async (code) => {
    expect(await stepOfCode(SECRET, code, 59_000)).toBeNull();
  });
});
