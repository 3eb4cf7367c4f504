import type { ShiftAssignment } from '@rollcall/db';
import { describe, expect, it } from 'vitest';
import { namedShifts } from './day-of-assignment.js';
import { isUsualOn, offEntryOf, usualShiftOff } from './usual-shift-off.js';

const DAY = '2026-01-05';
const early = { id: 'early', pattern: { kind: 'WEEKLY', weekdays: [1, 2] } } as const;
const person = { defaultShiftId: 'early' };
const at = new Date(0);
const planned = (more: Partial<ShiftAssignment>): ShiftAssignment => ({
  ...{ id: 'a', employeeId: 'p', from: DAY, to: DAY, schedule: usualShiftOff('early', DAY), siteId: null },
  ...{ version: 1, createdAt: at, updatedAt: at },
  ...more,
});

describe('the usual shift of a person', () => {
  it('is worked on days of its pattern that nothing else is planned for', () => {
    expect(isUsualOn(person, [], early, DAY)).toBe(true);
    expect(isUsualOn(person, [], early, '2026-01-07')).toBe(false);
    expect(isUsualOn(person, [planned({})], early, DAY)).toBe(false);
    expect(isUsualOn({ defaultShiftId: 'late' }, [], early, DAY)).toBe(false);
  });

  it('taken off a date leaves a day that names no shift', () => {
    expect(namedShifts(planned({}), DAY)).toEqual([]);
  });

  it('comes back where only the entry of its free day stands, and not where something else is planned', () => {
    const off = planned({});
    expect(offEntryOf(person, [off], early, DAY)).toBe(off);
    const other = planned({ id: 'b', schedule: { kind: 'SHIFT', shiftId: 'late' } });
    expect(offEntryOf(person, [off, other], early, DAY)).toBeNull();
    expect(offEntryOf(person, [planned({ schedule: usualShiftOff('late', DAY) })], early, DAY)).toBeNull();
    expect(offEntryOf({ defaultShiftId: 'late' }, [off], early, DAY)).toBeNull();
  });
});
