import type { PolicyBook } from '../policy/policy-book.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import type { DayRecord } from '../types/day-record.js';
import type { PeriodDay, WeekStart } from '../types/period.js';
import type { MonthlyAllowance, Policy } from '../types/policy.js';
import type { LocalDate } from '../types/primitives.js';
import { type AllowanceUse, excuse, UNUSED } from './allowance.js';
import { monthStart, weekStart } from './buckets.js';

/** The running state of a period: what of each month's allowances and each week's overtime is used up. One pass only. */
export class PeriodFold {
  readonly #policies: PolicyBook;
  readonly #weekStarts: readonly WeekStart[];
  readonly #late = new Map<LocalDate, AllowanceUse>();
  readonly #early = new Map<LocalDate, AllowanceUse>();
  readonly #weeklyOvertime = new Map<LocalDate, number>();

  constructor(policies: PolicyBook, weekStarts: readonly WeekStart[]) {
    this.#policies = policies;
    this.#weekStarts = weekStarts;
  }

  /** Takes the next record, in order of work date. */
  take(record: DayRecord): PeriodDay {
    const policy = this.#policies.version(record.policyId, record.policyVersion);
    const trace: TraceEntry[] = [];
    const { workDate, shiftId, status, lateMinutes, earlyMinutes, overtimeMinutes, overtime } = record;
    const excusedLateMinutes = this.#excuse(record, lateMinutes, policy.monthlyLateAllowance, this.#late);
    if (excusedLateMinutes > 0) trace.push(traceEntry('PERIOD_LATE_EXCUSED', { excusedLateMinutes, lateMinutes }));
    const excusedEarlyMinutes = this.#excuse(record, earlyMinutes, policy.monthlyEarlyAllowance, this.#early);
    if (excusedEarlyMinutes > 0) trace.push(traceEntry('PERIOD_EARLY_EXCUSED', { excusedEarlyMinutes, earlyMinutes }));
    const payableOvertimeMinutes = this.#payableOvertime(record, policy, trace);
    return {
      workDate,
      shiftId,
      status,
      lateMinutes,
      excusedLateMinutes,
      chargeableLateMinutes: lateMinutes - excusedLateMinutes,
      earlyMinutes,
      excusedEarlyMinutes,
      chargeableEarlyMinutes: earlyMinutes - excusedEarlyMinutes,
      overtimeMinutes,
      overtimePercent: overtime.percent,
      payableOvertimeMinutes,
      trace,
    };
  }

  #excuse(
    { workDate }: DayRecord,
    minutes: number,
    allowance: MonthlyAllowance | null,
    uses: Map<LocalDate, AllowanceUse>,
  ): number {
    const month = monthStart(workDate);
    const { excusedMinutes, use } = excuse(minutes, allowance, uses.get(month) ?? UNUSED);
    uses.set(month, use);
    return excusedMinutes;
  }

  #payableOvertime({ workDate, overtime }: DayRecord, policy: Policy, trace: TraceEntry[]): number {
    const week = weekStart(workDate, this.#weekStarts);
    const usedMinutes = this.#weeklyOvertime.get(week) ?? 0;
    const weeklyCapMinutes = policy.overtime?.weeklyCapMinutes ?? null;
    const room = weeklyCapMinutes === null ? overtime.payableMinutes : Math.max(0, weeklyCapMinutes - usedMinutes);
    const payableMinutes = Math.min(overtime.payableMinutes, room);
    if (payableMinutes < overtime.payableMinutes) {
      const minutes = overtime.payableMinutes;
      trace.push(traceEntry('PERIOD_OVERTIME_CAPPED', { minutes, payableMinutes, weeklyCapMinutes, usedMinutes }));
    }
    this.#weeklyOvertime.set(week, usedMinutes + payableMinutes);
    return payableMinutes;
  }
}
