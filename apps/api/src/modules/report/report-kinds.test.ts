import {
  assuranceShares,
  buildDayRecords,
  buildPeriod,
  type DayRecord,
  type DayRecordsInput,
} from '@rollcall/attendance';
import { figuresOf, type JsonObject, type VerdictPart } from '@rollcall/db';
import { describe, expect, it } from 'vitest';
import { buildReport, REPORT_KINDS, verdictPartOf } from './report-kinds.js';
import { noMaterial } from './report-material.js';

const POLICY = {
  policyId: 'p',
  version: 1,
  lateGraceMinutes: 5,
  monthlyLateAllowance: { minutes: 10 },
  overtime: { side: 'BOTH', startsAfterMinutes: 0, weeklyCapMinutes: 60, needsApproval: true },
} as const;
const input: DayRecordsInput = {
  employee: { employeeId: 'e', homeTimeZone: 'Europe/Berlin', defaultShiftId: 's', sites: [{ siteId: 'x' }] },
  from: '2026-03-02',
  to: '2026-03-08',
  asOf: '2026-03-20T00:00:00Z',
  // Late, ordinary with overtime, one mark alone, far outside; the other days are without a mark or off.
  events: ['02T08:20', '02T16:00', '03T07:30', '03T18:10', '04T08:00', '05T02:00'].map((time, i) => ({
    ...{
      eventId: `m${i}`,
      employeeId: 'e',
      at: `2026-03-${time}:00Z`,
      timeZone: 'Europe/Berlin',
      kind: 'AUTO' as const,
    },
    ...{ source: 'API' as const, siteId: 'x' },
  })),
  refusedAttempts: [{ attemptId: 'a', at: '2026-03-04T08:01:00Z', outcome: 'NON_MATCH' }],
  assignments: [],
  shifts: [{ shiftId: 's', start: '09:00', end: '17:00', policyId: 'p' }],
  policies: [POLICY],
  calendar: {
    holidays: [{ date: '2026-03-06', name: 'Feast', portion: 'SECOND_HALF' }],
    weeklyOffs: [{ weekday: 7 }],
    leaves: [{ leaveId: 'l', leaveTypeId: 't', from: '2026-03-07', to: '2026-03-07', portion: 'FULL', isPaid: true }],
  },
  sites: [{ siteId: 'x', timeZone: 'Europe/Berlin' }],
};
const { records, offShift } = buildDayRecords(input);
const MARKS = {
  offShift,
  assurance: assuranceShares(input.events.map((event) => ({ ...event, assurance: 'PIN' as const }))),
  siteNames: new Map([['x', 'North']]),
};

/** A verdict as it comes back from the database. */
const stored = (record: DayRecord, part: VerdictPart): DayRecord =>
  JSON.parse(part === 'detail' ? JSON.stringify(record) : figuresOf(record as unknown as JsonObject));

function build(kind: (typeof REPORT_KINDS)[number], days: readonly DayRecord[]) {
  const { from, to } = input;
  const person = { employeeId: 'e', number: '1', name: 'Ada', siteId: 'x', departmentId: null };
  const periods = [buildPeriod({ employeeId: 'e', from, to, records: days, policies: [POLICY] })];
  const people = [{ ...person, homeTimeZone: 'Europe/Berlin' }];
  return buildReport(kind, { ...noMaterial(from, to), ...MARKS, people, records: days, periods });
}

describe('a report without anybody', () => {
  it.each(REPORT_KINDS)('%s has the columns of a full one', (kind) => {
    const { columns, rows } = buildReport(kind, noMaterial(input.from, input.to));
    expect(rows).toEqual([]);
    expect(columns).toEqual(build(kind, records).columns);
  });
});

describe('a report of the part of verdicts it says it reads', () => {
  it.each(REPORT_KINDS)('%s is the report of whole verdicts', (kind) => {
    const whole = build(kind, records);
    expect(whole.rows.length).toBeGreaterThan(0);
    const part = verdictPartOf(kind);
    const trimmed = part === null ? [] : records.map((record) => stored(record, part));
    const isPeriodless = ['REGISTER', 'MUSTER', 'EXCEPTIONS', 'ASSURANCE', 'HEADCOUNT'].includes(kind);
    expect(isPeriodless ? buildWithout(kind, trimmed) : build(kind, trimmed)).toEqual(whole);
    expect(whole.places).toHaveLength(whole.rows.length);
  });
});

/** These kinds never look at a period, so none is built for them. */
function buildWithout(kind: (typeof REPORT_KINDS)[number], days: readonly DayRecord[]) {
  const { from, to } = input;
  const person = { employeeId: 'e', number: '1', name: 'Ada', siteId: 'x', departmentId: null };
  const people = [{ ...person, homeTimeZone: 'Europe/Berlin' }];
  return buildReport(kind, { ...noMaterial(from, to), ...MARKS, people, records: days });
}

it('a day that was closed without a device names it, and one that is not known any more by its id', () => {
  const { from, to } = input;
  const person = { employeeId: 'e', number: '1', name: 'Ada', siteId: 'x', departmentId: null };
  const [first] = records;
  const silent = { ...first, closure: 'PROVISIONAL', silentDeviceIds: ['d1', 'gone'] } as DayRecord;
  const people = [{ ...person, homeTimeZone: 'Europe/Berlin' }];
  const deviceNames = new Map([['d1', 'Front door']]);
  const { rows } = buildReport('EXCEPTIONS', { ...noMaterial(from, to), people, records: [silent], deviceNames });
  expect(rows.find(({ kind }) => kind === 'PROVISIONAL_DAY')?.detail).toBe('Front door, gone');
});
