import type { Mark } from '../marks/mark.js';
import type { Occurrence } from '../schedule/occurrence.js';
import { completedMinutes } from '../time/duration.js';
import { formatInstant } from '../time/instant.js';
import type { DayMark, DayRecord, MarkRole, WorkInterval } from '../types/day-record.js';
import type { RefusedAttempt } from '../types/events.js';
import { flagsOf } from './flags.js';
import type { DayFacts, DayJudgement } from './judge-day.js';

/** Writes a judgement down as the day record that is stored and shown. */
export function toRecord(
  employeeId: string,
  facts: DayFacts,
  judgement: DayJudgement,
  refusedAttempts: readonly RefusedAttempt[],
): DayRecord {
  const { window, marks } = facts;
  const { occurrence } = window;
  const { closure, pairing, worked, workedMinutes, punctuality, overtime, isAutoClosed } = judgement;
  const dayMarks = toDayMarks(judgement, marks);
  return {
    employeeId,
    workDate: occurrence.workDate,
    shiftId: occurrence.shift.shiftId,
    siteId: occurrence.site.siteId,
    timeZone: occurrence.site.timeZone,
    dayType: occurrence.dayType,
    status: judgement.verdict.status,
    leaves: occurrence.calendar.leaves,
    holidayName: occurrence.calendar.holiday?.name ?? null,
    scheduledStartAt: formatInstant(occurrence.hours.startMs),
    scheduledEndAt: formatInstant(occurrence.hours.endMs),
    scheduledMinutes: scheduledMinutes(occurrence),
    windowOpensAt: formatInstant(window.opensMs),
    windowClosesAt: formatInstant(window.closesMs),
    firstInAt: pairing.firstIn === null ? null : formatInstant(pairing.firstIn.ms),
    lastOutAt: lastOutAt(judgement),
    intervals: toIntervals(judgement),
    workedMinutes,
    breakMinutes: completedMinutes(worked.breakMs),
    unpaidBreakMinutes: completedMinutes(worked.unpaidBreakMs),
    lateMinutes: punctuality.lateMinutes,
    earlyMinutes: punctuality.earlyMinutes,
    overtimeMinutes: overtime.overtime.minutes,
    overtime: overtime.overtime,
    isLateEntry: punctuality.isLateEntry,
    isEarlyExit: punctuality.isEarlyExit,
    isRemote: marks.some(({ event }) => event.isRemote === true),
    isAutoClosed,
    flags: flagsOf(facts, judgement, dayMarks),
    marks: dayMarks,
    refusedAttempts,
    presence: closure.state === 'OPEN' ? pairing.presence : 'OUT',
    policyId: occurrence.policy.policyId,
    policyVersion: occurrence.policy.version,
    closure: closure.state,
    isFinal: closure.state === 'FINAL',
    silentDeviceIds: closure.silentDeviceIds,
    trace: judgement.trace,
  };
}

/** The elapsed length of the shift; nothing is scheduled on a weekly off. A holiday keeps what would have been worked. */
function scheduledMinutes({ dayType, hours }: Occurrence): number {
  return dayType === 'WEEKLY_OFF' ? 0 : completedMinutes(hours.endMs - hours.startMs);
}

function lastOutAt({ pairing }: DayJudgement): string | null {
  const last = pairing.pairs.at(-1);
  return last === undefined ? null : formatInstant(last.outMs);
}

function toIntervals({ counted }: DayJudgement): readonly WorkInterval[] {
  return counted.intervals.map(({ pair, fromMs, toMs }) => ({
    inEventId: pair.in.event.eventId,
    outEventId: pair.out?.event.eventId ?? null,
    inAt: formatInstant(pair.in.ms),
    outAt: formatInstant(pair.outMs),
    countedFromAt: formatInstant(fromMs),
    countedToAt: formatInstant(toMs),
    costCentre: pair.in.event.costCentre ?? null,
  }));
}

function toDayMarks({ pairing, doubleTaps }: DayJudgement, marks: readonly Mark[]): readonly DayMark[] {
  const taps = new Set(doubleTaps.map(({ mark }) => mark));
  const roleOf = (mark: Mark): MarkRole => (taps.has(mark) ? 'DOUBLE_TAP' : (pairing.roles.get(mark) ?? 'REPEATED'));
  return marks.map((mark) => ({
    eventId: mark.event.eventId,
    kind: mark.event.kind,
    at: formatInstant(mark.ms),
    siteId: mark.event.siteId ?? null,
    timeZone: mark.event.timeZone,
    role: roleOf(mark),
  }));
}
