import { describe, expect, it } from 'vitest';
import { markTerms, type Shift, type ShiftAssignment, validateAssignments } from '../index.js';
import { build, DAY, day, NEXT_DAY, rules } from '../testing/scenario.js';

const shift = (shiftId: string, start: string, end: string, more: Partial<Shift> = {}): Shift => ({
  ...{ shiftId, start, end, policyId: 'p1' },
  ...more,
});
const assigned = (assignmentId: string, shiftId: string, more: Partial<ShiftAssignment> = {}): ShiftAssignment => ({
  ...{ assignmentId, employeeId: 'e1', from: DAY },
  schedule: { kind: 'SHIFT', shiftId },
  ...more,
});
/** Worked on Mondays alone; DAY is a Tuesday. */
const MONDAYS = { pattern: { kind: 'WEEKLY', weekdays: [1] } } as const;

describe('the order of a roster', () => {
  it('leave of one day is told in order of its ids', () => {
    const leave = (leaveId: string, portion: 'FIRST_HALF' | 'SECOND_HALF') => ({
      ...{ leaveId, leaveTypeId: leaveId, portion, isPaid: true, from: DAY, to: DAY },
    });
    const leaves = [leave('b', 'FIRST_HALF'), leave('a', 'SECOND_HALF')];
    for (const list of [leaves, [...leaves].reverse()])
      expect(
        day({ calendar: { holidays: [], weeklyOffs: [], leaves: list } }).leaves.map((one) => one.leaveId),
      ).toEqual([...['a', 'b']]);
  });

  it('of a shift that two assignments give, the day off belongs to the first assignment by id', () => {
    const sites = ['s1', 's2'].map((siteId) => ({ siteId, timeZone: 'Europe/Berlin' }));
    const assignments = [assigned('b', 'day', { siteId: 's1' }), assigned('a', 'day', { siteId: 's2' })];
    for (const list of [assignments, [...assignments].reverse()])
      expect(day({ shift: MONDAYS, sites, assignments: list }).siteId).toBe('s2');
  });

  it('the end of a shift at a time that the clock skips is told like its start', () => {
    const record = day({ from: '2026-03-28', shift: { start: '22:00', end: '02:30' } });
    expect(rules(record)).toContain('TIME_SKIPPED');
    expect(record.trace.find(({ rule }) => rule === 'TIME_SKIPPED')?.values).toEqual({
      ...{ timeLocal: '02:30', movedToLocal: '03:30' },
    });
  });
});

describe('the terms of a mark', () => {
  const terms = (date: string, assignments: readonly ShiftAssignment[], shifts: readonly Shift[]) => {
    const policies = [{ policyId: 'p1', version: 1, minimumMarkGapSeconds: 300 }];
    return markTerms({ employee: {}, assignments, shifts, policies }, date);
  };

  it('are the defaults two days after a shift: a day off has no terms of its own', () => {
    const shifts = [shift('day', '09:00', '17:00', MONDAYS)];
    const gapOn = (date: string) =>
      terms(date, [assigned('a', 'day', { from: '2026-02-01' })], shifts).minimumMarkGapSeconds;
    expect(['2026-02-09', '2026-02-10', '2026-02-11'].map(gapOn)).toEqual([300, 300, 120]);
  });

  it('name the site of the shift that has one', () => {
    const shifts = [shift('early', '06:00', '10:00'), shift('late', '16:00', '20:00')];
    const both = [assigned('a', 'early'), assigned('b', 'late', { siteId: 's2' })];
    expect(terms(DAY, both, shifts).siteId).toBe('s2');
  });
});

describe('the check of a roster', () => {
  const overlap = expect.objectContaining({ code: 'SHIFT_OVERLAP' });
  const shifts = [
    ...[shift('night', '22:00', '06:00'), shift('early', '04:00', '12:00'), shift('day', '09:00', '17:00')],
    ...[shift('noon', '11:00', '15:00')],
  ];
  const check = (assignments: readonly ShiftAssignment[], defaultShiftId: string | null = null) =>
    validateAssignments({ employee: { defaultShiftId }, assignments, shifts });

  it('finds the night that runs into the usual shift on the day after a long assignment ends', () => {
    expect(() => check([assigned('a', 'night', { to: '2026-03-31' })], 'early')).toThrow(overlap);
  });

  it('finds what overlaps only in a later stretch, in whatever order the assignments come', () => {
    const later = { from: '2026-06-01' };
    const list = [assigned('c', 'noon', later), assigned('b', 'day', later), assigned('a', 'early', { to: NEXT_DAY })];
    for (const assignments of [list, [...list].reverse()]) expect(() => check(assignments)).toThrow(overlap);
  });

  it('does not mind shifts that never share a day', () => {
    expect(() =>
      check([assigned('a', 'day', { to: NEXT_DAY }), assigned('b', 'noon', { from: '2026-02-12' })]),
    ).not.toThrow();
    expect(build({ shifts, assignments: [assigned('a', 'day')] }).records).toHaveLength(1);
  });
});
