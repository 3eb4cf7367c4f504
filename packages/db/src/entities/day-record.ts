import type { DayStatus } from '@rollcall/contracts';

export interface DayRecordTrace {
  readonly rule: string;
  readonly message: string;
}

/** Derived from events, shift and policy; can be deleted and rebuilt. Unique by employee × work date × shift. */
export interface DayRecord {
  readonly id: string;
  readonly employeeId: string;
  readonly siteId: string | null;
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
  readonly trace: readonly DayRecordTrace[];
  readonly markCount: number;
  readonly policyVersion: string;
  readonly isFinal: boolean;
  readonly computedAt: Date;
}
