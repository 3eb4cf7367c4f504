import type {
  Department as DepartmentEntity,
  Holiday as HolidayEntity,
  Leave as LeaveEntity,
  LeaveType as LeaveTypeEntity,
  WeeklyOff as WeeklyOffEntity,
} from '@rollcall/db';
import type { Department, Holiday, Leave, LeaveType, WeeklyOff } from './calendar.types.js';

export function toDepartment({ id, name, isArchived, version }: DepartmentEntity): Department {
  return { id, name, isArchived, version };
}

export function toHoliday({ id, date, name, portion, siteId, version }: HolidayEntity): Holiday {
  return { id, date, name, portion, siteId, version };
}

export function toWeeklyOff({ id, weekday, weeksOfMonth, siteId, version }: WeeklyOffEntity): WeeklyOff {
  return { id, weekday, weeksOfMonth, siteId, version };
}

export function toLeaveType({ id, name, isPaid, isArchived, version }: LeaveTypeEntity): LeaveType {
  return { id, name, isPaid, isArchived, version };
}

export function toLeave(leave: LeaveEntity): Leave {
  const { id, employeeId, leaveTypeId, from, to, portion, reason, status } = leave;
  const { decidedAt, decisionNote, version, createdAt } = leave;
  return {
    ...{ id, employeeId, leaveTypeId, from, to, portion, reason, status },
    ...{ decidedAt, decisionNote, version, createdAt },
  };
}
