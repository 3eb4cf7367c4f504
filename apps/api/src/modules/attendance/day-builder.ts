import {
  buildDayRecords,
  type DayRecord as EngineDay,
  type AttendanceEvent as EngineEvent,
  type PolicyInput,
  type Shift,
} from '@rollcall/attendance';
import type { AttendanceEvent, DayRecord, Employee } from '@rollcall/db';

/**
 * Until shifts are planned, every day is one window from midnight to midnight of the site, without fixed hours: nobody is
 * late, early or absent; the first mark in and the last mark out count.
 */
const FREE_DAY: Shift = { shiftId: 'free-day', start: '00:00', end: '23:59', policyId: 'free-day' };
const WHOLE_DAY_MINUTES = 1440;
const FREE_DAY_POLICY: PolicyInput = {
  policyId: 'free-day',
  version: 1,
  checkInOpensMinutesBefore: 0,
  checkOutClosesMinutesAfter: 1,
  lateGraceMinutes: WHOLE_DAY_MINUTES,
  earlyGraceMinutes: WHOLE_DAY_MINUTES,
  absentAfterMinutes: 0,
};

/** A second mark within this time is a double tap; the engine judges by the same number. */
export const MINIMUM_MARK_GAP_SECONDS = 120;

export interface DaySite {
  readonly id: string;
  readonly timeZone: string;
}

export interface DayRequest {
  readonly employee: Employee;
  readonly site: DaySite;
  /** YYYY-MM-DD in the zone of the site. */
  readonly workDate: string;
  /** At least the marks from three days before to three days after. */
  readonly events: readonly AttendanceEvent[];
  readonly asOf: Date;
}

/** The records of one person's day: none if there is no mark. */
export function buildDay({ employee, site, workDate, events, asOf }: DayRequest): readonly DayRecord[] {
  const { records } = buildDayRecords({
    employee: {
      employeeId: employee.id,
      homeTimeZone: site.timeZone,
      sites: [{ siteId: site.id }],
      defaultShiftId: FREE_DAY.shiftId,
    },
    from: workDate,
    to: workDate,
    asOf: asOf.toISOString(),
    events: events.map(toEngineEvent),
    assignments: [],
    shifts: [FREE_DAY],
    policies: [{ ...FREE_DAY_POLICY, minimumMarkGapSeconds: MINIMUM_MARK_GAP_SECONDS }],
    calendar: { holidays: [], weeklyOffs: [], leaves: [] },
    sites: [{ siteId: site.id, timeZone: site.timeZone }],
  });
  return records.filter((record) => record.marks.length > 0).map((record) => toDayRecord(record, asOf));
}

function toEngineEvent(event: AttendanceEvent): EngineEvent {
  const {
    id: eventId,
    employeeId,
    at,
    timeZone,
    kind,
    source,
    siteId,
    deviceId,
    assurance,
    replacesEventId,
    recordedAt,
  } = event;
  return {
    ...{ eventId, employeeId, timeZone, kind, source, siteId, deviceId, assurance, replacesEventId },
    at: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
  };
}

const toDate = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

function toDayRecord(day: EngineDay, asOf: Date): DayRecord {
  const {
    employeeId,
    siteId,
    workDate,
    shiftId,
    status,
    workedMinutes,
    breakMinutes,
    lateMinutes,
    earlyMinutes,
    overtimeMinutes,
  } = day;
  return {
    // The same day always has the same id, so two marks at once meet in one document and one of them runs again.
    id: `${employeeId}:${workDate}:${shiftId}`,
    ...{
      employeeId,
      siteId,
      workDate,
      shiftId,
      status,
      workedMinutes,
      breakMinutes,
      lateMinutes,
      earlyMinutes,
      overtimeMinutes,
    },
    firstInAt: toDate(day.firstInAt),
    lastOutAt: toDate(day.lastOutAt),
    flags: day.flags,
    trace: day.trace.map(({ rule, message }) => ({ rule, message })),
    markCount: day.marks.length,
    policyVersion: `${day.policyId}/${day.policyVersion}`,
    // Finalising locks a day for good; that is a person's decision and does not exist yet.
    isFinal: false,
    computedAt: asOf,
  };
}
