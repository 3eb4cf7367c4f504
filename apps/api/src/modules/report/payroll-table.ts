import {
  buildPayroll,
  byNumber,
  type DayRecord,
  PAYROLL_PROFILES,
  type PayrollField,
  type PayrollRow,
  payrollCells,
  type ReportPerson,
} from '@rollcall/attendance';
import type { FileColumn } from '../../report-files/file-source.js';
import { column, type ReportColumn, type ReportRow } from '../../report-files/report-table.js';
import type { PlacedRow, ReportMaterial } from './report-material.js';

const COLUMNS = [
  ...[column('number'), column('name'), column('from', 'DATE'), column('to', 'DATE')],
  ...[column('payClass'), column('percent'), column('payCode'), column('minutes', 'MINUTES')],
];

/** The column of each field of a profile; its heading is the profile's own, in every language. */
const FIELD_COLUMNS: Readonly<Record<PayrollField, ReportColumn>> = {
  EMPLOYEE_NUMBER: column('number'),
  EMPLOYEE_NAME: column('name'),
  PERIOD_FROM: column('from', 'DATE'),
  PERIOD_TO: column('to', 'DATE'),
  PAY_CLASS: column('payClass'),
  PAY_CODE: column('payCode'),
  PERCENT: column('percent', 'PERCENT'),
  LEAVE_TYPE: column('leaveType'),
  MINUTES: column('minutes', 'MINUTES'),
  HOURS: column('hours', 'HOURS'),
};

/** Minutes by class with the organisation's codes, in the columns of a payroll product if one is named. */
export function payrollTable(material: ReportMaterial): readonly [readonly FileColumn[], readonly PlacedRow[]] {
  const { profile } = material;
  if (profile === null) {
    const shown = ({ number, name }: ReportPerson, { from, to, payClass, percent, payCode, minutes }: PayrollRow) => ({
      ...{ number, name, from, to, payClass, percent, payCode, minutes },
    });
    return [COLUMNS, payrollRows(material, shown)];
  }
  const { columns } = PAYROLL_PROFILES[profile];
  const keys = columns.map(({ field }) => FIELD_COLUMNS[field].key);
  const cells = (person: ReportPerson, row: PayrollRow): ReportRow =>
    Object.fromEntries(payrollCells(PAYROLL_PROFILES[profile], row, person).map((cell, index) => [keys[index], cell]));
  return [
    columns.map(({ field, header }) => ({ ...FIELD_COLUMNS[field], heading: header })),
    payrollRows(material, cells),
  ];
}

function payrollRows(
  { periods, records, people, payCodes }: ReportMaterial,
  shown: (person: ReportPerson, row: PayrollRow) => ReportRow,
): readonly PlacedRow[] {
  const recordsOf = new Map<string, DayRecord[]>();
  for (const record of records) {
    const own = recordsOf.get(record.employeeId);
    if (own === undefined) recordsOf.set(record.employeeId, [record]);
    else own.push(record);
  }
  const periodOf = new Map(periods.map((period) => [period.employeeId, period]));
  return [...people].sort(byNumber).flatMap((person) => {
    const period = periodOf.get(person.employeeId);
    if (period === undefined) return [];
    const { siteId, departmentId } = person;
    return buildPayroll({ period, records: recordsOf.get(person.employeeId) ?? [], payCodes }).rows.map((row) => ({
      row: shown(person, row),
      place: { siteId, departmentId },
    }));
  });
}
