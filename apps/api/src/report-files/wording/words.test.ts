import { DAY_FLAGS, EXCEPTION_KINDS, OFF_SHIFT_REASONS, PAY_CLASSES } from '@rollcall/attendance';
import { RECORD_ATTENDANCE_OUTCOMES } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { WORDINGS } from './wordings.js';

/** Attempts that were accepted are no exception. */
const REFUSALS = RECORD_ATTENDANCE_OUTCOMES.filter((outcome) => outcome !== 'RECORDED' && outcome !== 'DOUBLE_TAP');

describe.each(Object.entries(WORDINGS))('the files in %s', (_locale, { words }) => {
  it.each([
    ['flags', DAY_FLAGS],
    ['kind', EXCEPTION_KINDS],
    ['detail', OFF_SHIFT_REASONS],
    ['detail', REFUSALS],
    ['payClass', PAY_CLASSES],
  ] as const)('have words for each code of %s', (key, codes) => {
    expect(codes.filter((code) => !words[key]?.[code])).toEqual([]);
  });
});
