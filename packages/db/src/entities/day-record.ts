import type { DayClosure, DayStatus } from '@rollcall/contracts';
import type { JsonObject } from './audit-entry.js';

/** The fields of a verdict that sums and lists over many people are made of. */
export const VERDICT_FIGURES = [
  'employeeId',
  'workDate',
  'shiftId',
  'siteId',
  'scheduledStartAt',
  'status',
  'isFinal',
  'scheduledMinutes',
  'workedMinutes',
  'breakMinutes',
  'lateMinutes',
  'earlyMinutes',
  'overtimeMinutes',
  'overtime',
  'policyId',
  'policyVersion',
  'dayType',
  'leaves',
  'flags',
  'firstInAt',
  'lastOutAt',
] as const;

/** Derived from events, shift and policy; can be deleted and rebuilt. Unique by employee × work date × shift. */
export interface DayRecord {
  readonly id: string;
  readonly employeeId: string;
  readonly siteId: string | null;
  readonly departmentId: string | null;
  /** The local date on which the shift starts, YYYY-MM-DD. */
  readonly workDate: string;
  readonly shiftId: string | null;
  readonly status: DayStatus;
  readonly firstInAt: Date | null;
  readonly lastOutAt: Date | null;
  readonly workedMinutes: number;
  readonly breakMinutes: number;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  readonly overtimeMinutes: number;
  readonly flags: readonly string[];
  readonly markCount: number;
  readonly policyVersion: string;
  /** How far the day is from being beyond change by time. */
  readonly closure: DayClosure;
  /** Locked by a person with its period. */
  readonly isFinal: boolean;
  /** The whole verdict of the rule engine as JSON: the database never looks into it, so it is one text. */
  readonly detail: string;
  /** `VERDICT_FIGURES` of the verdict as JSON: what is read of many thousand days at once. */
  readonly figures: string;
  /** SHA-256 of the verdict, hex: equal verdicts have equal digests. */
  readonly digest: string;
  readonly computedAt: Date;
}

/** The text of `DayRecord.figures` for a verdict. */
export function figuresOf(verdict: JsonObject): string {
  return JSON.stringify(Object.fromEntries(VERDICT_FIGURES.map((name) => [name, verdict[name]])));
}
