import { toLeave } from '../calendar/calendar.mapper.js';
import { toCorrection } from '../correction/correction.mapper.js';
import { toOvertimeDecision } from '../overtime/overtime.mapper.js';
import { toAttendanceDay, toAttendanceEvent, toOffShift } from './attendance.mapper.js';
import type { DayEvidence } from './day-evidence.service.js';
import type { AttendanceDayEvidence } from './day-evidence.types.js';

export function toDayEvidence({ employeeId, date, ...found }: DayEvidence): AttendanceDayEvidence {
  return {
    employeeId,
    date,
    days: found.days.map(toAttendanceDay),
    events: found.events.map(toAttendanceEvent),
    offShiftMarks: found.offShift.map(toOffShift),
    corrections: found.corrections.map(toCorrection),
    leaves: found.leaves.map(toLeave),
    overtimeDecisions: found.overtime.map(toOvertimeDecision),
  };
}
