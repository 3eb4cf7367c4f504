import { assertNever } from '@rollcall/contracts';
import type { PayrollRow } from '../types/payroll.js';
import type { ReportPerson } from '../types/report.js';

export const PAYROLL_FIELDS = [
  'EMPLOYEE_NUMBER',
  'EMPLOYEE_NAME',
  'PERIOD_FROM',
  'PERIOD_TO',
  'PAY_CLASS',
  'PAY_CODE',
  'PERCENT',
  'LEAVE_TYPE',
  'MINUTES',
  'HOURS',
] as const;
export type PayrollField = (typeof PAYROLL_FIELDS)[number];

export interface PayrollColumn {
  readonly header: string;
  readonly field: PayrollField;
}

/** How a payroll product wants its columns. "Like": checked against no product's importer. */
export interface PayrollProfile {
  readonly name: string;
  readonly columns: readonly PayrollColumn[];
}

/** Column orders for common payroll imports; an organisation can write its own. */
export const PAYROLL_PROFILES = {
  GENERIC: {
    name: 'Generic',
    columns: [
      { header: 'employee_number', field: 'EMPLOYEE_NUMBER' },
      { header: 'employee_name', field: 'EMPLOYEE_NAME' },
      { header: 'from', field: 'PERIOD_FROM' },
      { header: 'to', field: 'PERIOD_TO' },
      { header: 'class', field: 'PAY_CLASS' },
      { header: 'pay_code', field: 'PAY_CODE' },
      { header: 'percent', field: 'PERCENT' },
      { header: 'leave_type', field: 'LEAVE_TYPE' },
      { header: 'minutes', field: 'MINUTES' },
    ],
  },
  ADP_LIKE: {
    name: 'ADP-like',
    columns: [
      { header: 'File #', field: 'EMPLOYEE_NUMBER' },
      { header: 'Employee Name', field: 'EMPLOYEE_NAME' },
      { header: 'Period Ending', field: 'PERIOD_TO' },
      { header: 'Earnings Code', field: 'PAY_CODE' },
      { header: 'Hours', field: 'HOURS' },
    ],
  },
  DATEV_LIKE: {
    name: 'DATEV-like',
    columns: [
      { header: 'Personalnummer', field: 'EMPLOYEE_NUMBER' },
      { header: 'Abrechnung bis', field: 'PERIOD_TO' },
      { header: 'Lohnart', field: 'PAY_CODE' },
      { header: 'Stunden', field: 'HOURS' },
      { header: 'Prozent', field: 'PERCENT' },
    ],
  },
} as const satisfies Record<string, PayrollProfile>;

/** The value of one cell: text, a whole number, or (hours) a number with at most two decimals. */
export function payrollCell(field: PayrollField, row: PayrollRow, person: ReportPerson): string | number {
  switch (field) {
    case 'EMPLOYEE_NUMBER':
      return person.number;
    case 'EMPLOYEE_NAME':
      return person.name;
    case 'PERIOD_FROM':
      return row.from;
    case 'PERIOD_TO':
      return row.to;
    case 'PAY_CLASS':
      return row.payClass;
    case 'PAY_CODE':
      return row.payCode ?? '';
    case 'PERCENT':
      return row.percent;
    case 'LEAVE_TYPE':
      return row.leaveTypeId ?? '';
    case 'MINUTES':
      return row.minutes;
    case 'HOURS':
      return Math.round((row.minutes * 100) / 60) / 100;
    default:
      return assertNever(field);
  }
}

/** The cells of one row in the order of the profile's columns; a streamed export calls this row by row. */
export function payrollCells(
  { columns }: PayrollProfile,
  row: PayrollRow,
  person: ReportPerson,
): readonly (string | number)[] {
  return columns.map(({ field }) => payrollCell(field, row, person));
}
