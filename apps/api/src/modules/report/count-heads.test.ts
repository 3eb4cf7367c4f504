import type { DayStatus } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { countHeads, HEADCOUNTS } from './count-heads.js';

const day = (employeeId: string, status: DayStatus, more = {}) => ({
  ...{ employeeId, workDate: '2026-03-02', siteId: 'north', status },
  ...more,
});

describe('a headcount', () => {
  it('counts a person with two shifts on a date once, by the one that says they were there', () => {
    const shifts = [day('e', 'ABSENT'), day('e', 'PRESENT')];
    for (const records of [shifts, [...shifts].reverse()])
      expect(countHeads(records)).toMatchObject([{ people: 1, present: 1, absent: 0 }]);
  });

  it('keeps sites and dates apart, in order', () => {
    const rows = countHeads([
      day('a', 'PRESENT', { siteId: 'south' }),
      day('b', 'ON_LEAVE'),
      day('b', 'WEEKLY_OFF', { workDate: '2026-03-01' }),
    ]);
    expect(rows.map(({ workDate, siteId }) => [workDate, siteId])).toEqual([
      ['2026-03-01', 'north'],
      ['2026-03-02', 'north'],
      ['2026-03-02', 'south'],
    ]);
  });

  it('has people as the sum of what they were, for every status', () => {
    const statuses = [
      'PRESENT',
      'HALF_DAY',
      'ABSENT',
      'ON_LEAVE',
      'HOLIDAY',
      'WEEKLY_OFF',
      'MISSING_MARK',
      'IN_PROGRESS',
    ] as const;
    const [row] = countHeads(statuses.map((status) => day(status, status)));
    expect(row?.people).toBe(statuses.length);
    expect(HEADCOUNTS.slice(1).reduce((sum, field) => sum + (row?.[field] ?? 0), 0)).toBe(statuses.length);
  });
});
