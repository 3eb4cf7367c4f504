import type { Employee, Leave, ShiftAssignment } from '@rollcall/db';
import { describe, expect, it } from 'vitest';
import { carriedAssignments } from './carried-assignments.js';
import { carriedEmployment, carriedLeaves } from './carried-terms.js';

const AT = new Date('2026-01-01T00:00:00Z');

function record(id: string, firstDay: string, more: Partial<Employee> = {}) {
  const place = { siteId: `site-${id}`, siteHistory: [{ siteId: `site-${id}`, from: null }] };
  const employee = { id, defaultShiftId: null, leavingDate: null, createdAt: AT, updatedAt: AT, ...place, ...more };
  return { employee: employee as unknown as Employee, firstDay };
}

function assignment(employeeId: string, from: string, to: string | null): ShiftAssignment {
  const schedule = { kind: 'SHIFT', shiftId: `shift-${employeeId}` } as const;
  return {
    id: `${employeeId}-${from}`,
    employeeId,
    from,
    to,
    schedule,
    siteId: null,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
  };
}

const shape = (all: readonly ShiftAssignment[]) => all.map(({ from, to, siteId }) => [from, to, siteId]);

describe('what a second record brings along', () => {
  it('one record of two that follow each other is employed without the gap; an overlap leaves none', () => {
    const former = record('a', '2020-01-01', { leavingDate: '2020-06-30' });
    const kept = record('b', '2020-08-01');
    expect(carriedEmployment(kept, [former])).toEqual({
      joiningDate: '2020-01-01',
      serviceBreaks: [{ from: '2020-07-01', to: '2020-07-31' }],
    });
    expect(carriedEmployment(kept, [record('a', '2020-01-01')])).toEqual({
      joiningDate: '2020-01-01',
      serviceBreaks: [],
    });
  });

  it('a break of the record that stays remains one unless the second record was there', () => {
    const kept = record('b', '2020-01-01', { serviceBreaks: [{ from: '2020-03-01', to: '2020-03-31' }] });
    const second = record('a', '2020-03-10', { leavingDate: '2020-03-20' });
    expect(carriedEmployment(kept, [second]).serviceBreaks).toEqual([
      { from: '2020-03-01', to: '2020-03-09' },
      { from: '2020-03-21', to: '2020-03-31' },
    ]);
  });

  it('its assignment is cut around those of the record that stays, and worked at its own site before that was hired', () => {
    const kept = record('b', '2020-02-01');
    const own = [assignment('b', '2020-03-01', '2020-03-31')];
    const carried = carriedAssignments(kept, own, [record('a', '2020-01-01')], [assignment('a', '2020-01-01', null)]);
    expect(shape(carried)).toEqual([
      ['2020-01-01', '2020-01-31', 'site-a'],
      ['2020-02-01', '2020-02-29', null],
      ['2020-04-01', null, null],
    ]);
    expect(new Set(carried.map(({ id }) => id)).size).toBe(3);
  });

  it('its assignment ends where its employment ended', () => {
    const former = record('a', '2020-01-01', { leavingDate: '2020-01-31' });
    const carried = carriedAssignments(record('b', '2020-01-01'), [], [former], [assignment('a', '2020-01-01', null)]);
    expect(shape(carried)).toEqual([['2020-01-01', '2020-01-31', null]]);
  });

  it('its default shift holds only before the record that stays was hired, or where that has no shift at all', () => {
    const second = record('a', '2020-01-01', { defaultShiftId: 'night' });
    const withShift = record('b', '2020-02-01', { defaultShiftId: 'day' });
    expect(shape(carriedAssignments(withShift, [], [second], []))).toEqual([['2020-01-01', '2020-01-31', 'site-a']]);
    expect(shape(carriedAssignments(record('b', '2020-02-01'), [], [second], []))).toEqual([
      ['2020-01-01', '2020-01-31', 'site-a'],
      ['2020-02-01', null, null],
    ]);
  });

  it('its assignment is cut where the second record moved to another site', () => {
    const moved = {
      siteHistory: [
        { siteId: 'x', from: null },
        { siteId: 'y', from: '2020-01-15' },
      ],
    };
    const second = record('a', '2020-01-01', moved);
    const carried = carriedAssignments(
      record('b', '2020-02-01'),
      [],
      [second],
      [assignment('a', '2020-01-01', '2020-01-31')],
    );
    expect(shape(carried)).toEqual([
      ['2020-01-01', '2020-01-14', 'x'],
      ['2020-01-15', '2020-01-31', 'y'],
    ]);
  });

  it('leave of both is taken once, and the other half of a day beside the own one', () => {
    const leave = (from: string, to: string, portion: Leave['portion']) => ({ from, to, portion }) as Leave;
    const range = ({ from, to, portion }: Leave) => [from, to, portion];
    const own = [leave('2020-01-10', '2020-01-12', 'FULL'), leave('2020-01-20', '2020-01-20', 'FIRST_HALF')];
    const theirs = [leave('2020-01-09', '2020-01-13', 'FULL'), leave('2020-01-20', '2020-01-20', 'SECOND_HALF')];
    expect(carriedLeaves(own, theirs).map(range)).toEqual([
      ['2020-01-09', '2020-01-09', 'FULL'],
      ['2020-01-13', '2020-01-13', 'FULL'],
      ['2020-01-20', '2020-01-20', 'SECOND_HALF'],
    ]);
  });
});
