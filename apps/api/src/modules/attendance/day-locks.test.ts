import type { FinalisedPeriod } from '@rollcall/db';
import { describe, expect, it } from 'vitest';
import { dayLocks } from './day-locks.js';

const period = (given: Partial<FinalisedPeriod>): FinalisedPeriod =>
  ({ from: '2026-03-01', to: '2026-03-31', siteId: null, departmentId: null, ...given }) as FinalisedPeriod;

describe('a finalised period', () => {
  it('locks its first and last date and none beside them', () => {
    const isLocked = dayLocks([period({})]);
    const dates = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'];
    expect(dates.map((date) => isLocked(date, 's'))).toEqual([false, true, true, false]);
  });

  it.each([
    ['of everything', {}, true, true, true],
    ['of a site', { siteId: 's' }, true, false, true],
    ['of a department', { departmentId: 'd' }, true, true, false],
    ['of a department at a site', { siteId: 's', departmentId: 'd' }, true, false, false],
  ])('%s locks exactly its people', (_what, given, own, otherSite, otherDepartment) => {
    const isLocked = dayLocks([period(given)]);
    expect(isLocked('2026-03-10', 's', 'd')).toBe(own);
    expect(isLocked('2026-03-10', 'x', 'd')).toBe(otherSite);
    expect(isLocked('2026-03-10', 's', 'x')).toBe(otherDepartment);
    expect(isLocked('2026-03-10', 's', null)).toBe(otherDepartment);
  });
});
