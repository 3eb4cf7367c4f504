import fc from 'fast-check';
import type {
  AttendanceEvent,
  BreakRule,
  Calendar,
  DayRecordsInput,
  OvertimeRule,
  PolicyInput,
  RoundingRule,
  Shift,
  ShiftAssignment,
} from '../index.js';
import { formatInstant } from '../time/instant.js';
import { addDays } from '../time/local-date.js';

/** Zones with every kind of trouble: both hemispheres, half hours, a skipped date, daylight saving that runs backwards. */
export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
] as const;

/** First days of short ranges: ordinary days, and days on which some of the zones change their clocks or skip a date. */
const FIRST_DAYS = ['2026-02-09', '2026-03-07', '2026-03-28', '2026-10-24', '2026-10-31', '2026-02-14', '2011-12-29'];
const RANGE_DAYS = 3;
const EMPLOYEE_ID = 'e1';

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);

const orOff = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const breakRule: fc.Arbitrary<BreakRule> = fc
  .record({
    isPaid: fc.boolean(),
    span: fc.oneof(
      fc.record({ kind: fc.constant('DURATION' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
      fc.tuple(time, time).map(([start, end]) => ({ kind: 'WINDOW' as const, start, end })),
    ),
    apply: fc.oneof(
      fc.record({
        kind: fc.constant('AUTOMATIC' as const),
        afterWorkedMinutes: fc.integer({ min: 0, max: 600 }),
        isGradual: fc.boolean(),
      }),
      fc.constant({ kind: 'WHEN_MARKED' as const }),
    ),
  })
  .filter(({ span }) => span.kind === 'DURATION' || span.start !== span.end);

const rounding: fc.Arbitrary<RoundingRule> = fc.record({
  toMinutes: fc.constantFrom(1, 5, 15, 60),
  direction: fc.constantFrom('UP', 'DOWN', 'NEAREST'),
});

const overtime: fc.Arbitrary<OvertimeRule> = fc.record({
  side: fc.constantFrom('BEFORE_SHIFT', 'AFTER_SHIFT', 'BOTH'),
  startsAfterMinutes: fc.integer({ min: 0, max: 60 }),
  countsFrom: fc.constantFrom('SHIFT_EDGE', 'THRESHOLD'),
  dailyCapMinutes: orOff(fc.integer({ min: 0, max: 120 })),
  needsApproval: fc.boolean(),
});

const policy: fc.Arbitrary<PolicyInput> = fc.record({
  policyId: fc.constant('p1'),
  version: fc.constant(1),
  checkInOpensMinutesBefore: fc.integer({ min: 0, max: 720 }),
  checkOutClosesMinutesAfter: fc.integer({ min: 120, max: 720 }),
  pairing: fc.constantFrom('ALTERNATING', 'BY_KIND'),
  hours: fc.constantFrom('FIRST_IN_LAST_OUT', 'EVERY_PAIR'),
  minimumMarkGapSeconds: fc.constantFrom(0, 120, 900),
  absentBelowMinutes: orOff(fc.integer({ min: 0, max: 200 })),
  halfDayBelowMinutes: orOff(fc.integer({ min: 201, max: 480 })),
  lateGraceMinutes: fc.integer({ min: 0, max: 30 }),
  halfDayIfLateMinutes: orOff(fc.integer({ min: 0, max: 120 })),
  breaks: fc.array(breakRule, { maxLength: 3 }),
  rounding: orOff(fc.record({ in: orOff(rounding), out: orOff(rounding) })),
  overtime: orOff(overtime),
  autoCheckOut: orOff(fc.record({ minutesAfterEnd: fc.integer({ min: 0, max: 120 }) })),
  markOnHolidays: fc.boolean(),
  markOnWeeklyOffs: fc.boolean(),
});

const shift: fc.Arbitrary<Shift> = fc
  .record({
    shiftId: fc.constant('shift'),
    start: time,
    end: time,
    pattern: fc.oneof(
      fc.constant({ kind: 'EVERY_DAY' as const }),
      fc.constant({ kind: 'WEEKLY' as const, weekdays: [1, 2, 3, 4, 5] as const }),
      fc.constant({ kind: 'CYCLE' as const, anchorDate: '2026-01-01', lengthDays: 3, workDays: [0, 1] }),
    ),
    policyId: fc.constant('p1'),
  })
  .filter(({ start, end }) => start !== end);

const assignments: readonly ShiftAssignment[] = [
  {
    assignmentId: 'a1',
    employeeId: EMPLOYEE_ID,
    from: '2000-01-01',
    schedule: { kind: 'SHIFT', shiftId: 'shift' },
  },
];

function calendarFor(from: string): fc.Arbitrary<Calendar> {
  const date = fc.integer({ min: 0, max: RANGE_DAYS - 1 }).map((days) => addDays(from, days));
  const portion = fc.constantFrom('FULL' as const, 'FIRST_HALF' as const, 'SECOND_HALF' as const);
  return fc.record({
    holidays: fc.array(fc.record({ date, portion, name: fc.constant('Feast') }), { maxLength: 1 }),
    weeklyOffs: fc.constantFrom([], [{ weekday: 7 as const }]),
    leaves: fc.array(
      fc
        .record({ leaveId: fc.constant('l1'), leaveTypeId: fc.constant('annual'), from: date, portion })
        .map((leave) => ({
          ...leave,
          to: leave.from,
          isPaid: true,
        })),
      { maxLength: 1 },
    ),
  });
}

function eventsFor(from: string, zone: string): fc.Arbitrary<readonly AttendanceEvent[]> {
  const startMs = Date.parse(`${from}T00:00:00Z`) - 86_400_000;
  const event = fc.record({
    // Whole minutes close together, so that double taps, ties and orphans are common.
    minute: fc.integer({ min: 0, max: (RANGE_DAYS + 2) * 1_440 }),
    second: fc.constantFrom(0, 0, 0, 30),
    kind: fc.constantFrom('AUTO', 'AUTO', 'CHECK_IN', 'CHECK_OUT', 'BREAK_START', 'BREAK_END'),
    source: fc.constantFrom('KIOSK', 'KIOSK', 'CORRECTION'),
    replaces: orOff(fc.integer({ min: 0, max: 30 })),
    isVoid: fc.boolean(),
  });
  return fc.array(event, { maxLength: 24 }).map((list) =>
    list.map(({ minute, second, kind, source, replaces, isVoid }, index): AttendanceEvent => {
      const isCorrection = source === 'CORRECTION';
      return {
        eventId: `m${index}`,
        employeeId: EMPLOYEE_ID,
        at: formatInstant(startMs + minute * 60_000 + second * 1_000),
        timeZone: zone,
        kind,
        source,
        replacesEventId: isCorrection && replaces !== null ? `m${replaces}` : null,
        isVoid: isCorrection && isVoid,
      };
    }),
  );
}

/** A whole input: any shift, policy and calendar in any of the zones, with any marks of five days. */
export const arbitraryInput: fc.Arbitrary<DayRecordsInput> = fc
  .tuple(fc.constantFrom(...FIRST_DAYS), fc.constantFrom(...ZONES))
  .chain(([from, timeZone]) =>
    fc
      .record({
        policy,
        shift,
        calendar: calendarFor(from),
        events: eventsFor(from, timeZone),
        asOfHours: fc.integer({ min: 0, max: 200 }),
      })
      .map(
        ({ asOfHours, ...rest }): DayRecordsInput => ({
          from,
          to: addDays(from, RANGE_DAYS - 1),
          asOf: formatInstant(Date.parse(`${from}T00:00:00Z`) + asOfHours * 3_600_000),
          employee: { employeeId: EMPLOYEE_ID, homeTimeZone: timeZone, sites: [{ siteId: 's1' }] },
          events: rest.events,
          assignments,
          shifts: [rest.shift],
          policies: [rest.policy],
          calendar: rest.calendar,
          sites: [{ siteId: 's1', timeZone }],
        }),
      ),
  );
