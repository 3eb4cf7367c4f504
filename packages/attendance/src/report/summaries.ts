import type { PeriodRecord } from '../types/period.js';
import type { ReportFilter, ReportPerson } from '../types/report.js';
import { allows, byNumber, peopleById, personOf } from './people.js';
import { sumFields } from './totals.js';

export interface PeriodReportInput {
  readonly people: readonly ReportPerson[];
  readonly periods: readonly PeriodRecord[];
  /** `employeeIds`, `departmentIds` and `siteIds` (here: the person's own site) narrow the report. */
  readonly filter?: Pick<ReportFilter, 'employeeIds' | 'departmentIds' | 'siteIds'>;
}

export interface Summary<Row, Field extends string> {
  readonly rows: readonly Row[];
  readonly totals: Readonly<Record<Field, number>>;
}

export const HOURS_FIELDS = [
  'scheduledMinutes',
  'workedMinutes',
  'breakMinutes',
  'overtimeMinutes',
  'presentDays',
  'halfDays',
  'absentDays',
  'leaveDays',
  'holidays',
  'weeklyOffs',
  'missingMarkDays',
  'openDays',
] as const;
export type HoursField = (typeof HOURS_FIELDS)[number];
export type HoursRow = { readonly person: ReportPerson } & Readonly<Record<HoursField, number>>;

/** Hours and days by status of each employee. A record is a day here: two shifts on one date count as two. */
export function buildHoursSummary(input: PeriodReportInput): Summary<HoursRow, HoursField> {
  return summarise(input, HOURS_FIELDS, ({ totals, daysByStatus }) => ({
    scheduledMinutes: totals.scheduledMinutes,
    workedMinutes: totals.workedMinutes,
    breakMinutes: totals.breakMinutes,
    overtimeMinutes: totals.overtimeMinutes,
    presentDays: daysByStatus.PRESENT,
    halfDays: daysByStatus.HALF_DAY,
    absentDays: daysByStatus.ABSENT,
    leaveDays: daysByStatus.ON_LEAVE,
    holidays: daysByStatus.HOLIDAY,
    weeklyOffs: daysByStatus.WEEKLY_OFF,
    missingMarkDays: daysByStatus.MISSING_MARK,
    openDays: daysByStatus.IN_PROGRESS,
  }));
}

export const OVERTIME_FIELDS = ['overtimeMinutes', 'payableOvertimeMinutes', 'unpaidOvertimeMinutes', 'days'] as const;
export type OvertimeField = (typeof OVERTIME_FIELDS)[number];
export type OvertimeRow = { readonly person: ReportPerson } & Readonly<Record<OvertimeField, number>>;

/** Overtime of each employee: worked, payable after approval and caps, and the rest. */
export function buildOvertimeSummary(input: PeriodReportInput): Summary<OvertimeRow, OvertimeField> {
  return summarise(input, OVERTIME_FIELDS, ({ totals, days }) => ({
    overtimeMinutes: totals.overtimeMinutes,
    payableOvertimeMinutes: totals.payableOvertimeMinutes,
    unpaidOvertimeMinutes: totals.overtimeMinutes - totals.payableOvertimeMinutes,
    days: days.filter(({ overtimeMinutes }) => overtimeMinutes > 0).length,
  }));
}

export const LATE_FIELDS = [
  'lateDays',
  'lateMinutes',
  'excusedLateMinutes',
  'chargeableLateMinutes',
  'earlyDays',
  'earlyMinutes',
  'excusedEarlyMinutes',
  'chargeableEarlyMinutes',
] as const;
export type LateField = (typeof LATE_FIELDS)[number];
export type LateRow = { readonly person: ReportPerson } & Readonly<Record<LateField, number>>;

/** Late entries and early exits of each employee, with what the month's allowance excused. */
export function buildLateSummary(input: PeriodReportInput): Summary<LateRow, LateField> {
  return summarise(input, LATE_FIELDS, ({ totals, days }) => ({
    lateDays: days.filter(({ lateMinutes }) => lateMinutes > 0).length,
    lateMinutes: totals.lateMinutes,
    excusedLateMinutes: totals.excusedLateMinutes,
    chargeableLateMinutes: totals.chargeableLateMinutes,
    earlyDays: days.filter(({ earlyMinutes }) => earlyMinutes > 0).length,
    earlyMinutes: totals.earlyMinutes,
    excusedEarlyMinutes: totals.excusedEarlyMinutes,
    chargeableEarlyMinutes: totals.chargeableEarlyMinutes,
  }));
}

function summarise<Field extends string>(
  { people, periods, filter = {} }: PeriodReportInput,
  fields: readonly Field[],
  figuresOf: (period: PeriodRecord) => Record<Field, number>,
): Summary<{ readonly person: ReportPerson } & Record<Field, number>, Field> {
  const known = peopleById(people);
  const rows = periods
    .map((period) => ({ person: personOf(known, period.employeeId), ...figuresOf(period) }))
    .filter(({ person }) => isWanted(person, filter))
    .sort((a, b) => byNumber(a.person, b.person));
  return { rows, totals: sumFields<Field>(rows, fields) };
}

export function isWanted(person: ReportPerson, filter: NonNullable<PeriodReportInput['filter']>): boolean {
  return (
    allows(filter.employeeIds, person.employeeId) &&
    allows(filter.departmentIds, person.departmentId) &&
    allows(filter.siteIds, person.siteId)
  );
}
