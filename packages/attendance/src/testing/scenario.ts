import {
  type AttendanceEvent,
  buildDayRecords,
  type DayRecord,
  type DayRecordsInput,
  type DayRecordsResult,
  type PolicyInput,
  type Shift,
} from '../index.js';
import { formatInstant } from '../time/instant.js';
import { momentOf } from '../time/zone.js';

export const EMPLOYEE_ID = 'e1';
export const ZONE = 'Europe/Berlin';
/** A Tuesday in winter, far from any clock change. */
export const DAY = '2026-02-10';
export const NEXT_DAY = '2026-02-11';

export interface ScenarioMark extends Partial<AttendanceEvent> {
  /** `YYYY-MM-DDTHH:MM[:SS]` on the clock of the mark's zone. */
  readonly local: string;
}

export interface Scenario extends Partial<Omit<DayRecordsInput, 'events' | 'policies' | 'shifts'>> {
  readonly marks?: readonly (string | ScenarioMark)[];
  readonly policy?: Partial<PolicyInput>;
  readonly shift?: Partial<Shift>;
  readonly shifts?: readonly Shift[];
  readonly policies?: readonly PolicyInput[];
  readonly zone?: string;
  /** Moment on the clock of `zone`; default: noon three days after `to`. */
  readonly asOfLocal?: string;
}

/** The moment a clock shows a local time, `YYYY-MM-DDTHH:MM[:SS]`. */
export function at(local: string, zone = ZONE, repeated: 'FIRST' | 'SECOND' = 'FIRST'): string {
  const [date = '', time = ''] = local.split('T');
  const seconds = Number(time.slice(6, 8) || '0');
  return formatInstant(momentOf(date, time.slice(0, 5), zone, repeated).ms + seconds * 1000);
}

export function eventAt(mark: string | ScenarioMark, index: number, zone = ZONE): AttendanceEvent {
  const { local, ...rest } = typeof mark === 'string' ? { local: mark } : mark;
  const timeZone = rest.timeZone ?? zone;
  return {
    eventId: `m${String(index + 1).padStart(2, '0')}`,
    employeeId: EMPLOYEE_ID,
    at: at(local, timeZone),
    kind: 'AUTO',
    source: 'KIOSK',
    siteId: 's1',
    deviceId: 'd1',
    assurance: 'FACE_PAIRED_DEVICE',
    ...rest,
    timeZone,
  };
}

/** A complete input around one shift (09:00–17:00, every day) in Berlin, changed by what the scenario says. */
export function inputOf(scenario: Scenario): DayRecordsInput {
  const { marks = [], policy, shift, zone = ZONE, asOfLocal, ...rest } = scenario;
  const from = rest.from ?? DAY;
  const to = rest.to ?? from;
  return {
    employee: { employeeId: EMPLOYEE_ID, homeTimeZone: zone, sites: [{ siteId: 's1' }] },
    assignments: [
      { assignmentId: 'a1', employeeId: EMPLOYEE_ID, from: '2000-01-01', schedule: { kind: 'SHIFT', shiftId: 'day' } },
    ],
    shifts: [{ shiftId: 'day', start: '09:00', end: '17:00', policyId: 'p1', ...shift }],
    policies: [{ policyId: 'p1', version: 1, ...policy }],
    calendar: { holidays: [], weeklyOffs: [], leaves: [] },
    sites: [{ siteId: 's1', timeZone: zone }],
    ...rest,
    from,
    to,
    asOf:
      rest.asOf ??
      (asOfLocal === undefined ? new Date(Date.parse(to) + 3.5 * 86_400_000).toISOString() : at(asOfLocal, zone)),
    events: marks.map((mark, index) => eventAt(mark, index, zone)),
  };
}

export function build(scenario: Scenario): DayRecordsResult {
  return buildDayRecords(inputOf(scenario));
}

/** The one record of a one-day scenario. */
export function day(scenario: Scenario): DayRecord {
  const { records } = build(scenario);
  const [record] = records;
  if (record === undefined || records.length !== 1) throw new Error(`expected one record, got ${records.length}`);
  return record;
}

/** `HH:MM` marks on `DAY`. */
export function on(date: string, ...times: readonly string[]): string[] {
  return times.map((time) => `${date}T${time}`);
}

/** Roles of a record's marks in time order. */
export function roles(record: DayRecord): readonly string[] {
  return record.marks.map(({ role }) => role);
}

/** Rules of a record's trace in order. */
export function rules(record: DayRecord): readonly string[] {
  return record.trace.map(({ rule }) => rule);
}
