import { compareNumbers, compareText } from '../order/compare.js';
import { isWithin } from '../time/local-date.js';
import type { DayRecord, OffShiftMark } from '../types/day-record.js';
import type { LocalDate } from '../types/primitives.js';
import {
  type AssuranceShare,
  type DayReportInput,
  EXCEPTION_KINDS,
  type ExceptionKind,
  type ExceptionRow,
  type LooseAttempt,
  type ReportPerson,
} from '../types/report.js';
import { allows, isInFilter, peopleById, personOf } from './people.js';

export interface ExceptionsInput extends DayReportInput {
  readonly offShift?: readonly OffShiftMark[];
  /** Refused attempts that stand in no record. */
  readonly refused?: readonly LooseAttempt[];
  readonly assurance?: readonly AssuranceShare[];
  /** A person whose marks are by PIN for more than this share is worth a look (buddy punching). Default 20. */
  readonly pinAbovePercent?: number;
  /** Fewer marks say nothing about a habit. Default 10. */
  readonly minimumMarks?: number;
  /** The date that shares are reported under: the end of the period they were counted over. */
  readonly asOfDate: LocalDate;
}

export interface Exceptions {
  /** By date, employee number, kind. */
  readonly rows: readonly ExceptionRow[];
  /** Adds up to the number of rows. */
  readonly countsByKind: Readonly<Record<ExceptionKind, number>>;
}

const DEFAULT_PIN_ABOVE_PERCENT = 20;
const DEFAULT_MINIMUM_MARKS = 10;

/**
 * Everything that waits for a person: missing marks, marks off shift, refused attempts, days closed automatically or
 * provisionally, overtime to approve, people who mostly use a PIN.
 *
 * @throws DomainError BAD_USER_INPUT if something is about someone who is not among the people
 */
export function buildExceptions(input: ExceptionsInput): Exceptions {
  const known = peopleById(input.people);
  const filter = input.filter ?? {};
  const ofRecords = input.records.flatMap((record) => {
    const person = personOf(known, record.employeeId);
    return isInFilter(record, person, filter) ? recordRows(record, person) : [];
  });
  const ofMarks = (input.offShift ?? []).flatMap((mark) => {
    const person = personOf(known, mark.employeeId);
    const row = { ...rowOf('OFF_SHIFT_MARK', person, mark.localDate), siteId: mark.siteId ?? person.siteId };
    return isRowInFilter(row, filter) ? [{ ...row, at: mark.at, detail: mark.reason }] : [];
  });
  const ofAttempts = (input.refused ?? []).flatMap(({ employeeId, localDate, siteId, at, outcome }) => {
    const person = personOf(known, employeeId);
    const row = { ...rowOf('REFUSED_ATTEMPT', person, localDate), siteId: siteId ?? person.siteId };
    return isRowInFilter(row, filter) ? [{ ...row, at, detail: outcome }] : [];
  });
  const ofShares = (input.assurance ?? [])
    .filter((share) => isNoteworthy(share, input))
    .flatMap((share) => {
      const row = rowOf('HIGH_PIN_SHARE', personOf(known, share.employeeId), input.asOfDate);
      return isRowInFilter(row, filter) ? [{ ...row, detail: `${share.pinPercent} %` }] : [];
    });
  const rows = [...ofRecords, ...ofMarks, ...ofAttempts, ...ofShares].sort(inOrder);
  const countOf = (kind: ExceptionKind) => rows.filter((row) => row.kind === kind).length;
  const countsByKind = Object.fromEntries(EXCEPTION_KINDS.map((kind) => [kind, countOf(kind)]));
  return { rows, countsByKind: countsByKind as Record<ExceptionKind, number> };
}

function recordRows(record: DayRecord, person: ReportPerson): readonly ExceptionRow[] {
  const row = (kind: ExceptionKind, at: string | null, detail: string | null): ExceptionRow => ({
    ...rowOf(kind, person, record.workDate),
    siteId: record.siteId,
    shiftId: record.shiftId,
    at,
    detail,
  });
  const { status, refusedAttempts, isAutoClosed, lastOutAt, closure, silentDeviceIds, overtime } = record;
  return [
    ...(status === 'MISSING_MARK' ? [row('MISSING_MARK', record.marks.at(-1)?.at ?? null, null)] : []),
    ...refusedAttempts.map(({ at, outcome }) => row('REFUSED_ATTEMPT', at, outcome)),
    ...(isAutoClosed ? [row('AUTO_CLOSED', lastOutAt, null)] : []),
    ...(closure === 'PROVISIONAL' ? [row('PROVISIONAL_DAY', null, silentDeviceIds.join(', '))] : []),
    ...(overtime.approval === 'PENDING' ? [row('OVERTIME_PENDING', null, `${overtime.minutes} min`)] : []),
  ];
}

function rowOf(kind: ExceptionKind, person: ReportPerson, date: LocalDate): ExceptionRow {
  const { employeeId, number, name, siteId, departmentId } = person;
  return { kind, employeeId, number, name, siteId, departmentId, date, shiftId: null, at: null, detail: null };
}

/** A filter by status is about days; what belongs to no day passes only without one. */
function isRowInFilter(row: ExceptionRow, filter: NonNullable<DayReportInput['filter']>): boolean {
  return (
    filter.statuses == null &&
    allows(filter.siteIds, row.siteId) &&
    allows(filter.departmentIds, row.departmentId) &&
    allows(filter.employeeIds, row.employeeId) &&
    isWithin(row.date, filter.from, filter.to)
  );
}

function isNoteworthy({ markCount, pinPercent }: AssuranceShare, input: ExceptionsInput): boolean {
  const isHabit = markCount >= (input.minimumMarks ?? DEFAULT_MINIMUM_MARKS);
  return isHabit && pinPercent > (input.pinAbovePercent ?? DEFAULT_PIN_ABOVE_PERCENT);
}

function inOrder(a: ExceptionRow, b: ExceptionRow): number {
  return (
    compareText(a.date, b.date) ||
    compareNumbers(a.number, b.number) ||
    compareText(a.employeeId, b.employeeId) ||
    EXCEPTION_KINDS.indexOf(a.kind) - EXCEPTION_KINDS.indexOf(b.kind) ||
    compareText(a.at ?? '', b.at ?? '') ||
    compareText(a.shiftId ?? '', b.shiftId ?? '')
  );
}
