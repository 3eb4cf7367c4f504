import type {
  Holiday as HolidayEntity,
  Leave as LeaveEntity,
  LeaveType as LeaveTypeEntity,
  WeeklyOff as WeeklyOffEntity,
} from '@rollcall/db';
import type {
  Holiday,
  HolidayImport,
  HolidayLine,
  HolidayPlace,
  KnownHolidays,
  Leave,
  LeaveType,
  WeeklyOff,
} from './calendar.types.js';
import type { ImportedHolidays } from './holiday-import.service.js';
import { HOLIDAY_SOURCE, type KnownHoliday, type HolidayPlace as KnownPlace } from './known-holidays.js';

export function toHoliday({ id, date, name, portion, siteId, version }: HolidayEntity): Holiday {
  return { id, date, name, portion, siteId, version };
}

export function toWeeklyOff({ id, weekday, weeksOfMonth, from, to, siteId, version }: WeeklyOffEntity): WeeklyOff {
  return { id, weekday, weeksOfMonth, from, to, siteId, version };
}

export function toLeaveType({ id, name, isPaid, colour, isArchived, version }: LeaveTypeEntity): LeaveType {
  return { id, name, isPaid, colour, isArchived, version };
}

export function toLeave(leave: LeaveEntity): Leave {
  const { id, employeeId, leaveTypeId, from, to, portion, reason, status } = leave;
  const { decidedAt, decisionNote, version, createdAt } = leave;
  return {
    ...{ id, employeeId, leaveTypeId, from, to, portion, reason, status },
    ...{ decidedAt, decisionNote, version, createdAt },
  };
}

export function toKnownHolidays(holidays: readonly KnownHoliday[]): KnownHolidays {
  return { holidays: holidays.map(toHolidayLine), source: HOLIDAY_SOURCE };
}

export function toHolidayPlace({ code, name, parentCode }: KnownPlace): HolidayPlace {
  return { code, name, parentCode };
}

export function toImport({ added, present }: ImportedHolidays): HolidayImport {
  return { added: added.map(toHolidayLine), present: present.map(toHolidayLine) };
}

function toHolidayLine({ date, name, portion }: HolidayLine): HolidayLine {
  return { date, name, portion };
}
