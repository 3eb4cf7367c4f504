import type { DayClosure, DayPortion, DayStatus } from '@rollcall/contracts';
import type { DayRecordSort } from '@rollcall/db';
import { describedEnum } from './described-enum.js';

export const DayClosureEnum = describedEnum<DayClosure>(
  'DayClosure',
  'How far the verdict on a day is from being certain.',
  {
    OPEN: 'The day still takes marks.',
    WAITING: 'It is over, and a delay of the policy or a silent device keeps the verdict open.',
    PROVISIONAL: 'Closed without a device that has stayed silent for 24 hours. Its marks may still change it.',
    FINAL: 'Time alone changes nothing any more.',
  },
);
export const DayStatusEnum = describedEnum<DayStatus>('DayStatus', 'The verdict on a day.', {
  PRESENT: 'Worked as the policy asks.',
  HALF_DAY: 'Half of it: worked too little or came too late for a whole day, or a leave covers the other half.',
  ABSENT: 'Not worked though work was planned, or less than the policy asks for at least.',
  ON_LEAVE: 'An approved leave covers the whole day.',
  HOLIDAY: 'A holiday, without work that counts.',
  WEEKLY_OFF: 'A weekly day off, without work that counts.',
  MISSING_MARK: 'An in or an out is missing, or there are refused tries only: a person has to look at it.',
  IN_PROGRESS: 'The day is not over, or marks of it may still arrive.',
});
/** Orders of the days themselves, and those of their people. */
export type DaySort = DayRecordSort | 'EMPLOYEE_NAME_ASC' | 'EMPLOYEE_NUMBER_ASC';
export const AttendanceDaySortEnum = describedEnum<DaySort>('AttendanceDaySort', 'The order of a list of days.', {
  WORK_DATE_DESC: 'The latest date first.',
  WORK_DATE_ASC: 'The earliest date first.',
  WORKED_MINUTES_DESC: 'The most work first.',
  LATE_MINUTES_DESC: 'Who came latest after the start comes first.',
  OVERTIME_MINUTES_DESC: 'The most overtime first.',
  EMPLOYEE_NAME_ASC: 'By the name of the person, then by date. Needs from and to, at most 92 days.',
  EMPLOYEE_NUMBER_ASC: 'By the number of the person, then by date. Needs from and to, at most 92 days.',
});
export const DayPortionEnum = describedEnum<DayPortion>('DayPortion', 'Which part of a day something covers.', {
  FULL: 'The whole day.',
  FIRST_HALF: 'The first half of the shift.',
  SECOND_HALF: 'The second half of the shift.',
});
