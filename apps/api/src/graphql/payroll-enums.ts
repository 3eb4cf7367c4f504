import type { PAYROLL_PROFILES, PayClass } from '@rollcall/attendance';
import { describedEnum } from './described-enum.js';

export type PayrollProfileName = keyof typeof PAYROLL_PROFILES;

export const PayClassEnum = describedEnum<PayClass>('PayClass', 'What minutes are paid as.', {
  REGULAR: 'Worked, and no overtime.',
  OVERTIME: 'Overtime that is paid.',
  UNPAID_OVERTIME: 'Overtime beyond a cap or without approval.',
  UNRESOLVED: 'Worked on a day that lacks a mark or is not over.',
  PAID_LEAVE: 'Leave that is paid.',
  UNPAID_LEAVE: 'Leave that is not paid.',
  HOLIDAY: 'Planned hours on a holiday.',
  ABSENT: 'Planned hours of an absence.',
  LATE: 'Late minutes that are charged.',
  EARLY_EXIT: 'Minutes left early that are charged.',
});

export const PayrollProfileEnum = describedEnum<PayrollProfileName>(
  'PayrollProfile',
  'The columns that a payroll product reads. "Like": checked against no importer of that product.',
  {
    GENERIC: 'Number, name, dates, class, code, percentage, kind of leave, minutes.',
    ADP_LIKE: 'As ADP has them: hours by earnings code.',
    DATEV_LIKE: 'As DATEV has them: hours by Lohnart and percentage.',
  },
);
