import type { AttendanceReportKind } from '../../gql/graphql';

export const REPORT_KINDS = [
  'MUSTER',
  'REGISTER',
  'HOURS',
  'OVERTIME',
  'LATE',
  'EXCEPTIONS',
  'HEADCOUNT',
  'ASSURANCE',
  'PAYROLL',
] as const;

export interface ReportView {
  readonly kind: AttendanceReportKind;
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly siteId: string | null;
  readonly departmentId: string | null;
}

/** Something that can be chosen. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export type ReportRow = Readonly<Record<string, string | number | null>>;
