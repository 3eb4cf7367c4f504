import type { DayClosure, DayStatus } from '@rollcall/contracts';
import type { JsonObject } from './audit-entry.js';

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
  /** The whole verdict of the rule engine, from which reports are made. */
  readonly detail: JsonObject;
  /** SHA-256 of the verdict, hex: equal verdicts have equal digests. */
  readonly digest: string;
  readonly computedAt: Date;
}
