import { compareText, inDayOrder } from '../order/compare.js';
import type { DayRecord } from '../types/day-record.js';
import {
  type DayReportInput,
  REGISTER_MINUTES,
  type Register,
  type RegisterRow,
  type ReportPerson,
} from '../types/report.js';
import { homeTime } from './home-time.js';
import { byNumber, isInFilter, peopleById, personOf } from './people.js';
import { countStatuses, sumFields } from './totals.js';

/** The line of one day record; a streamed export calls this record by record. */
export function registerRow(record: DayRecord, person: ReportPerson): RegisterRow {
  return {
    employeeId: record.employeeId,
    number: person.number,
    name: person.name,
    siteId: record.siteId,
    departmentId: person.departmentId,
    workDate: record.workDate,
    shiftId: record.shiftId,
    status: record.status,
    flags: record.flags,
    firstInAt: record.firstInAt,
    lastOutAt: record.lastOutAt,
    firstInLocal: record.firstInAt && homeTime(record.firstInAt, person.homeTimeZone),
    lastOutLocal: record.lastOutAt && homeTime(record.lastOutAt, person.homeTimeZone),
    timeZone: person.homeTimeZone,
    scheduledMinutes: record.scheduledMinutes,
    workedMinutes: record.workedMinutes,
    breakMinutes: record.breakMinutes,
    lateMinutes: record.lateMinutes,
    earlyMinutes: record.earlyMinutes,
    overtimeMinutes: record.overtimeMinutes,
    isFinal: record.isFinal,
  };
}

/**
 * The register of one or more days: by date, employee number, shift start; times on each person's home clock.
 *
 * @throws DomainError BAD_USER_INPUT if a record is about someone who is not among the people
 */
export function buildRegister({ people, records, filter = {} }: DayReportInput): Register {
  const known = peopleById(people);
  // Compared many thousands of times: once for each person is enough.
  const ranks = new Map([...people].sort(byNumber).map(({ employeeId }, index) => [employeeId, index]));
  const rankOf = ({ person }: { readonly person: ReportPerson }) => ranks.get(person.employeeId) ?? 0;
  const entries = records
    .map((record) => ({ record, person: personOf(known, record.employeeId) }))
    .filter(({ record, person }) => isInFilter(record, person, filter))
    .sort(
      (a, b) =>
        compareText(a.record.workDate, b.record.workDate) || rankOf(a) - rankOf(b) || inDayOrder(a.record, b.record),
    );
  const rows = entries.map(({ record, person }) => registerRow(record, person));
  return {
    rows,
    totals: sumFields(rows, REGISTER_MINUTES),
    daysByStatus: countStatuses(rows),
  };
}
