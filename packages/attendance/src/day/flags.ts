import { completedMinutes } from '../time/duration.js';
import { DAY_FLAGS, type DayFlag, type DayMark, type MarkRole } from '../types/day-record.js';
import type { DayFacts, DayJudgement } from './judge-day.js';

/** What is noteworthy about a day beside its status, in the order of `DAY_FLAGS`. */
export function flagsOf(facts: DayFacts, judgement: DayJudgement, dayMarks: readonly DayMark[]): readonly DayFlag[] {
  const { hours, dayType, calendar, doMarksCount } = facts.window.occurrence;
  const { punctuality, closure, overtime } = judgement;
  const events = facts.marks.map(({ event }) => event);
  const hasRole = (...roles: readonly MarkRole[]) => dayMarks.some(({ role }) => roles.includes(role));
  const hasWork = doMarksCount && facts.marks.length > 0;
  const isSet: Readonly<Record<DayFlag, boolean>> = {
    LATE_ENTRY: punctuality.isLateEntry,
    EARLY_EXIT: punctuality.isEarlyExit,
    REMOTE: events.some(({ isRemote }) => isRemote === true),
    OFFLINE_MARK: events.some(({ isOffline }) => isOffline === true),
    CORRECTED: events.some(({ source }) => source === 'CORRECTION'),
    DOUBLE_TAP: hasRole('DOUBLE_TAP'),
    ORPHAN_MARK: hasRole('ORPHAN_OUT', 'ORPHAN_BREAK', 'UNPAIRED_IN'),
    REPEATED_MARK: hasRole('REPEATED'),
    OPEN_CHECK_IN: hasRole('OPEN_IN'),
    UNCLOSED_BREAK: hasRole('UNCLOSED_BREAK'),
    AUTO_CLOSED: judgement.isAutoClosed,
    HALF_DAY_LEAVE: calendar.leaves.length > 0 && !calendar.isFullLeave,
    HALF_HOLIDAY: dayType === 'HALF_HOLIDAY',
    HOLIDAY_WORK: dayType === 'HOLIDAY' && hasWork,
    WEEKLY_OFF_WORK: dayType === 'WEEKLY_OFF' && hasWork,
    OVERTIME_PENDING: overtime.overtime.approval === 'PENDING',
    REFUSED_ATTEMPTS: facts.refusedCount > 0,
    AWAITING_SYNC: closure.state === 'WAITING' && closure.silentDeviceIds.length > 0,
    PROVISIONAL: closure.state === 'PROVISIONAL',
    CLOCK_CHANGE: hours.clockMinutes !== completedMinutes(hours.endMs - hours.startMs),
  };
  return DAY_FLAGS.filter((flag) => isSet[flag]);
}
