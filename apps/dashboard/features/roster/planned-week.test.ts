import { describe, expect, it } from 'vitest';
import type { PersonPlanQuery, RosterQuery } from '../../gql/graphql';
import { plannedDay } from './planned-week';

type Pattern = RosterQuery['shifts'][number]['pattern'];

const EVERY_DAY: Pattern = { kind: 'EVERY_DAY', weekdays: [], workDays: [], anchorDate: null, lengthDays: null };
const shift = (id: string, start: string, pattern: Partial<Pattern> = {}) => ({
  ...{ id, name: id, start, end: '23:00', isArchived: false },
  pattern: { ...EVERY_DAY, ...pattern },
});
const ROSTER = {
  shifts: [
    shift('office', '09:00', { kind: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] }),
    shift('early', '06:00', { kind: 'CYCLE', anchorDate: '2026-03-02', lengthDays: 3, workDays: [0, 1] }),
    shift('late', '14:00'),
  ],
  holidays: [{ date: '2026-03-06', name: 'Founding day', portion: 'FULL' as const, siteId: 'harbour' }],
  weeklyOffs: [{ weekday: 6, weeksOfMonth: [2], from: null, to: null, siteId: null }],
};
const NOTHING: PersonPlanQuery = { shiftAssignments: [], leaves: { nodes: [] } };
const assigned = (shiftId: string, from: string, to: string | null) => ({
  ...{
    id: `${shiftId} ${from}`,
    employeeId: 'p',
    version: 1,
    from,
    to,
    shiftId,
    rotationAnchorDate: null,
    rotationSlots: [],
  },
  siteId: null,
});
const anna = { defaultShiftId: 'office', site: { id: 'harbour' } };
const namesOn = (date: string, plan = NOTHING) => plannedDay(date, anna, plan, ROSTER).shifts.map(({ name }) => name);

describe('plannedDay', () => {
  it('is the default shift on its weekdays where nothing is assigned', () => {
    expect(namesOn('2026-03-06')).toEqual(['office']);
    expect(plannedDay('2026-03-07', anna, NOTHING, ROSTER)).toMatchObject({ shifts: [], isDayOff: true });
  });

  it('an assignment holds on its dates alone, the last one included', () => {
    const plan = { ...NOTHING, shiftAssignments: [assigned('late', '2026-03-03', '2026-03-04')] };
    expect(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((date) => namesOn(date, plan))).toEqual([
      ['office'],
      ['late'],
      ['late'],
      ['office'],
    ]);
  });

  it('tells the assignment that names a shift, and none for the usual one', () => {
    const late = assigned('late', '2026-03-03', '2026-03-04');
    const plan = { ...NOTHING, shiftAssignments: [late] };
    const assignmentOn = (date: string) => plannedDay(date, anna, plan, ROSTER).shifts.map((one) => one.assignment);
    expect(assignmentOn('2026-03-03')).toEqual([late]);
    expect(assignmentOn('2026-03-05')).toEqual([null]);
  });

  it('a cycle wraps, also before its first day', () => {
    const plan = { ...NOTHING, shiftAssignments: [assigned('early', '2026-01-01', null)] };
    expect(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map((date) => namesOn(date, plan))).toEqual([
      [],
      ['early'],
      ['early'],
      [],
    ]);
  });

  it('a rotation names its days itself, whatever the pattern of the shift, earliest first', () => {
    const rotation = { rotationAnchorDate: '2026-03-02', rotationSlots: [['late', 'office'], []], shiftId: null };
    const plan = { ...NOTHING, shiftAssignments: [{ ...assigned('', '2026-03-01', null), ...rotation }] };
    expect(namesOn('2026-03-08', plan)).toEqual(['office', 'late']);
    expect(namesOn('2026-03-09', plan)).toEqual([]);
  });

  it('tells holidays of the site, days off of that week of the month, and leave', () => {
    const away = { from: '2026-03-05', to: '2026-03-06', portion: 'FULL' as const, leaveType: { name: 'Annual' } };
    const plan = { ...NOTHING, leaves: { nodes: [away] } };
    expect(plannedDay('2026-03-06', anna, plan, ROSTER)).toMatchObject({ holiday: 'Founding day', leave: 'Annual' });
    const elsewhere = { ...anna, site: { id: 'hill' } };
    expect(plannedDay('2026-03-06', elsewhere, plan, ROSTER).holiday).toBeNull();
    expect(plannedDay('2026-03-07', anna, NOTHING, ROSTER).isWeeklyOff).toBe(false);
    expect(plannedDay('2026-03-14', anna, NOTHING, ROSTER).isWeeklyOff).toBe(true);
  });
});
