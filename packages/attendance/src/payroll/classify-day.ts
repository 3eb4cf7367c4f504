import { assertNever } from '@rollcall/contracts';
import type { DayRecord } from '../types/day-record.js';
import type { PayClass } from '../types/payroll.js';
import type { PeriodDay } from '../types/period.js';

/** Minutes of one day in one class. */
export interface ClassifiedMinutes {
  readonly payClass: PayClass;
  readonly percent: number;
  readonly leaveTypeId: string | null;
  readonly minutes: number;
}

/** Splits one day into paid classes. The worked classes add up to `workedMinutes`, whatever the status. */
export function classifyDay(record: DayRecord, day: PeriodDay): readonly ClassifiedMinutes[] {
  return [...workedMinutes(record, day), ...freeMinutes(record), ...missedMinutes(record, day)].filter(
    ({ minutes }) => minutes > 0,
  );
}

function plain(payClass: PayClass, minutes: number): ClassifiedMinutes {
  return { payClass, percent: 100, leaveTypeId: null, minutes };
}

function workedMinutes(record: DayRecord, day: PeriodDay): readonly ClassifiedMinutes[] {
  switch (record.status) {
    case 'MISSING_MARK':
    case 'IN_PROGRESS':
      return [plain('UNRESOLVED', record.workedMinutes)];
    case 'PRESENT':
    case 'HALF_DAY':
    case 'ABSENT':
    case 'ON_LEAVE':
    case 'HOLIDAY':
    case 'WEEKLY_OFF': {
      const { beforeMinutes, afterMinutes } = record.overtime;
      const beyond = Math.min(record.workedMinutes, beforeMinutes + afterMinutes);
      const paid = Math.min(beyond, day.payableOvertimeMinutes);
      return [
        plain('REGULAR', record.workedMinutes - beyond),
        { ...plain('OVERTIME', paid), percent: day.overtimePercent },
        plain('UNPAID_OVERTIME', beyond - paid),
      ];
    }
    default:
      return assertNever(record.status);
  }
}

/** Leave before holiday: a holiday inside a leave is paid as leave, as the day's status says. */
function freeMinutes({ leaves, dayType, scheduledMinutes, status }: DayRecord): readonly ClassifiedMinutes[] {
  const halfMinutes = Math.floor(scheduledMinutes / 2);
  const holidayMinutes = dayType === 'HALF_HOLIDAY' ? halfMinutes : 0;
  let openMinutes = scheduledMinutes - holidayMinutes;
  const ofLeaves = isDayOffWithoutLeave(dayType, status)
    ? []
    : leaves.map(({ portion, isPaid, leaveTypeId }) => {
        const minutes = Math.min(openMinutes, portion === 'FULL' ? scheduledMinutes : halfMinutes);
        openMinutes -= minutes;
        return { ...plain(isPaid ? 'PAID_LEAVE' : 'UNPAID_LEAVE', minutes), leaveTypeId };
      });
  const isWholeHoliday = dayType === 'HOLIDAY' && status !== 'ON_LEAVE';
  return [...ofLeaves, plain('HOLIDAY', isWholeHoliday ? scheduledMinutes : holidayMinutes)];
}

/** A half-day leave on a holiday or weekly off takes nothing: the day is free anyway. */
function isDayOffWithoutLeave(dayType: DayRecord['dayType'], status: DayRecord['status']): boolean {
  return (dayType === 'HOLIDAY' || dayType === 'WEEKLY_OFF') && status !== 'ON_LEAVE';
}

function missedMinutes(record: DayRecord, day: PeriodDay): readonly ClassifiedMinutes[] {
  const late = plain('LATE', day.chargeableLateMinutes);
  const early = plain('EARLY_EXIT', day.chargeableEarlyMinutes);
  if (record.status !== 'ABSENT') return [late, early];
  const freeTotal = freeMinutes(record).reduce((sum, { minutes }) => sum + minutes, 0);
  return [plain('ABSENT', Math.max(0, record.scheduledMinutes - freeTotal - record.workedMinutes))];
}
