import type { JsonObject } from './audit-entry.js';

/** What payroll took of one person when a period was finalised. Never changed: what comes later is a difference to it. */
export interface PaidPeriod {
  /** `<periodId>:<employeeId>`. */
  readonly id: string;
  readonly periodId: string;
  readonly employeeId: string;
  /** Minutes by class, as the rule engine gave them. */
  readonly rows: readonly JsonObject[];
}
