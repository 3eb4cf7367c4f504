import { invalid } from '../input/invalid.js';
import { compareText, inDayOrder } from '../order/compare.js';
import type { DayRecord } from '../types/day-record.js';
import { PAY_CLASSES, type PayClass, type PayCode, type PayrollRow } from '../types/payroll.js';
import type { PeriodRecord } from '../types/period.js';
import { type ClassifiedMinutes, classifyDay } from './classify-day.js';

export interface PayrollInput {
  readonly period: PeriodRecord;
  /** The records the period was built from; others are ignored. */
  readonly records: readonly DayRecord[];
  readonly payCodes: readonly PayCode[];
}

export interface PayrollSummary {
  /** By class, percent, leave type. Classes without a minute have no row. */
  readonly rows: readonly PayrollRow[];
  readonly totalsByClass: Readonly<Record<PayClass, number>>;
  /** Classes with minutes but without a code: nothing is dropped in silence. */
  readonly unmapped: readonly PayClass[];
}

/**
 * One employee's period as minutes by class with pay codes: neutral to any payroll product.
 *
 * @throws DomainError BAD_USER_INPUT if a day of the period has no record
 */
export function buildPayroll({ period, records, payCodes }: PayrollInput): PayrollSummary {
  const byDay = new Map(
    records
      .filter(({ employeeId }) => employeeId === period.employeeId)
      .sort(inDayOrder)
      .map((record) => [dayKey(record), record]),
  );
  const minutes = period.days.flatMap((day) => {
    const record = byDay.get(dayKey(day));
    if (record === undefined) throw invalid('records', 'RECORD_MISSING', `No record is given for ${day.workDate}.`);
    return classifyDay(record, day);
  });
  const rows = sumByClass(minutes).map((entry) => toRow(entry, period, payCodes));
  const totalOf = (payClass: PayClass) =>
    rows.filter((row) => row.payClass === payClass).reduce((sum, row) => sum + row.minutes, 0);
  const totals = Object.fromEntries(PAY_CLASSES.map((payClass) => [payClass, totalOf(payClass)]));
  return {
    rows,
    totalsByClass: totals as Record<PayClass, number>,
    unmapped: PAY_CLASSES.filter((payClass) => rows.some((row) => row.payClass === payClass && row.payCode === null)),
  };
}

function dayKey({ workDate, shiftId }: Pick<DayRecord, 'workDate' | 'shiftId'>): string {
  return JSON.stringify([workDate, shiftId]);
}

function sumByClass(entries: readonly ClassifiedMinutes[]): readonly ClassifiedMinutes[] {
  const sums = new Map<string, ClassifiedMinutes>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.payClass, entry.percent, entry.leaveTypeId]);
    sums.set(key, { ...entry, minutes: entry.minutes + (sums.get(key)?.minutes ?? 0) });
  }
  return [...sums.values()].sort(
    (a, b) =>
      PAY_CLASSES.indexOf(a.payClass) - PAY_CLASSES.indexOf(b.payClass) ||
      a.percent - b.percent ||
      compareText(a.leaveTypeId ?? '', b.leaveTypeId ?? ''),
  );
}

function toRow(
  entry: ClassifiedMinutes,
  { employeeId, from, to }: PeriodRecord,
  codes: readonly PayCode[],
): PayrollRow {
  const { payClass, percent, leaveTypeId, minutes } = entry;
  return { employeeId, from, to, payClass, percent, leaveTypeId, payCode: payCodeOf(entry, codes), minutes };
}

/** The most exact code: one that names percent and leave type before one that leaves them open. Null: there is none. */
export function payCodeOf(
  entry: Pick<PayrollRow, 'payClass' | 'percent' | 'leaveTypeId'>,
  codes: readonly PayCode[],
): string | null {
  const exactness = ({ percent, leaveTypeId }: PayCode) => (percent == null ? 0 : 1) + (leaveTypeId == null ? 0 : 1);
  const fitting = codes.filter(
    (code) =>
      code.payClass === entry.payClass &&
      (code.percent == null || code.percent === entry.percent) &&
      (code.leaveTypeId == null || code.leaveTypeId === entry.leaveTypeId),
  );
  return [...fitting].sort((a, b) => exactness(b) - exactness(a)).at(0)?.code ?? null;
}
