import type { PolicyLeversInput } from '../../modules/roster/policy.inputs.js';
import { DEMO_PEOPLE } from './demo-people.js';

/** ISO weekdays, 1 Monday to 7 Sunday. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface DemoShift {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly weekdays: readonly IsoWeekday[];
  readonly weeklyOffs: readonly IsoWeekday[];
}

/**
 * By index of the site. The harbour works at weekends and is closed in the middle of the week, so that somebody is at work,
 * and somebody is off, on every day on which the demo is looked at.
 */
export const DEMO_SHIFTS: readonly [DemoShift, DemoShift] = [
  { name: 'Office hours', start: '08:30', end: '17:00', weekdays: [1, 2, 3, 4, 5], weeklyOffs: [6, 7] },
  { name: 'Harbour hours', start: '08:30', end: '17:00', weekdays: [4, 5, 6, 7, 1], weeklyOffs: [2, 3] },
];

/** Of the one policy of the demo. A day is open from midnight to midnight, so that today is, whenever somebody looks. */
export const DEMO_LEVERS: PolicyLeversInput = {
  checkInOpensMinutesBefore: 510,
  checkOutClosesMinutesAfter: 420,
  lateGraceMinutes: 10,
  halfDayBelowMinutes: 300,
  breaks: [{ name: 'Lunch', isPaid: false, minutes: 30, afterWorkedMinutes: 360 }],
  overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 15 },
};

/** Whether the person's site is open on a date; holidays and leaves are another matter. */
export function isWorkday(person: number, date: string): boolean {
  const weekday = isoWeekdayOf(date);
  const { weekdays } = DEMO_SHIFTS[DEMO_PEOPLE[person]?.site ?? 0];
  return weekdays.includes(weekday);
}

function isoWeekdayOf(date: string): IsoWeekday {
  return (new Date(`${date}T12:00:00Z`).getUTCDay() || 7) as IsoWeekday;
}
