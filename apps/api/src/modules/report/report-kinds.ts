import {
  buildExceptions,
  buildHoursSummary,
  buildLateSummary,
  buildMuster,
  buildOvertimeSummary,
  buildPayroll,
  buildRegister,
  type DayRecord,
  HOURS_FIELDS,
  LATE_FIELDS,
  type OffShiftMark,
  OVERTIME_FIELDS,
  type PeriodRecord,
  REGISTER_MINUTES,
  type ReportPerson,
  registerRow,
} from '@rollcall/attendance';
import { assertNever } from '@rollcall/contracts';
import { column, type ReportRow, type ReportTable, tableOf } from '../../report-files/report-table.js';

export const REPORT_KINDS = ['REGISTER', 'MUSTER', 'HOURS', 'OVERTIME', 'LATE', 'EXCEPTIONS', 'PAYROLL'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What the engine needs for a report; which of it, depends on the kind. */
export interface ReportMaterial {
  readonly from: string;
  readonly to: string;
  readonly people: readonly ReportPerson[];
  readonly records: readonly DayRecord[];
  readonly periods: readonly PeriodRecord[];
  readonly offShift: readonly OffShiftMark[];
}

/** Kinds whose figures depend on what came before in the month and week (allowances, caps). */
export const isPeriodReport = (kind: ReportKind): boolean =>
  kind === 'HOURS' || kind === 'OVERTIME' || kind === 'LATE' || kind === 'PAYROLL';

const IDENTITY = ['employeeId', 'workDate', 'shiftId', 'siteId', 'scheduledStartAt', 'status', 'isFinal'] as const;
const MINUTES = [
  'scheduledMinutes',
  'workedMinutes',
  'breakMinutes',
  'lateMinutes',
  'earlyMinutes',
  'overtimeMinutes',
] as const;
export const REGISTER_FIELDS = [...IDENTITY, ...MINUTES, 'flags', 'firstInAt', 'lastOutAt'] as const;
const PERIOD_FIELDS = [...IDENTITY, ...MINUTES, 'overtime', 'policyId', 'policyVersion'] as const;

/** The fields of a verdict that each kind reads. */
export const FIELDS_OF: Readonly<Record<ReportKind, readonly (keyof DayRecord)[]>> = {
  REGISTER: REGISTER_FIELDS,
  MUSTER: [...IDENTITY, 'workedMinutes'],
  HOURS: PERIOD_FIELDS,
  OVERTIME: PERIOD_FIELDS,
  LATE: PERIOD_FIELDS,
  PAYROLL: [...PERIOD_FIELDS, 'dayType', 'leaves'],
  EXCEPTIONS: [
    ...IDENTITY,
    'flags',
    'lastOutAt',
    'isAutoClosed',
    'closure',
    'silentDeviceIds',
    'refusedAttempts',
    'overtime',
    'marks',
  ],
};

const PERSON = [column('number'), column('name')];

export function buildReport(kind: ReportKind, material: ReportMaterial): ReportTable {
  switch (kind) {
    case 'REGISTER':
      return registerTable(material);
    case 'MUSTER':
      return musterTable(material);
    case 'HOURS':
      return summaryTable(buildHoursSummary(material).rows, HOURS_FIELDS);
    case 'OVERTIME':
      return summaryTable(buildOvertimeSummary(material).rows, OVERTIME_FIELDS);
    case 'LATE':
      return summaryTable(buildLateSummary(material).rows, LATE_FIELDS);
    case 'EXCEPTIONS':
      return exceptionsTable(material);
    case 'PAYROLL':
      return payrollTable(material);
    default:
      return assertNever(kind);
  }
}

export const REGISTER_COLUMNS = [
  column('workDate', 'DATE'),
  ...PERSON,
  column('status'),
  column('firstInLocal', 'DATETIME'),
  column('lastOutLocal', 'DATETIME'),
  ...REGISTER_MINUTES.map((field) => column(field, 'MINUTES')),
  column('flags'),
];

/** The line of one day; times on the person's home clock. */
export function registerReportRow(record: DayRecord, person: ReportPerson): ReportRow {
  const { flags, ...row } = registerRow(record, person);
  return pick({ ...row, flags: flags.join(' ') }, REGISTER_COLUMNS);
}

function registerTable(material: ReportMaterial): ReportTable {
  const { rows } = buildRegister({ ...material, filter: { from: material.from, to: material.to } });
  return tableOf(
    REGISTER_COLUMNS,
    rows.map(({ flags, ...row }) => pick({ ...row, flags: flags.join(' ') }, REGISTER_COLUMNS)),
  );
}

function musterTable(material: ReportMaterial): ReportTable {
  const { dates, rows } = buildMuster(material);
  const columns = [...PERSON, ...dates.map((date) => column(date)), column('workedMinutes', 'MINUTES')];
  return tableOf(
    columns,
    rows.map(({ person, cells, workedMinutes }) => ({
      number: person.number,
      name: person.name,
      ...Object.fromEntries(dates.map((date, i) => [date, cells[i]?.statuses.join(' ') ?? null])),
      workedMinutes,
    })),
  );
}

function summaryTable<F extends string>(
  rows: readonly ({ readonly person: ReportPerson } & Readonly<Record<F, number>>)[],
  fields: readonly F[],
): ReportTable {
  const typeOf = (field: F) => (field.endsWith('Minutes') ? 'MINUTES' : 'COUNT');
  const columns = [...PERSON, ...fields.map((field) => column(field, typeOf(field)))];
  return tableOf(
    columns,
    rows.map(({ person, ...row }) => pick({ ...person, ...row }, columns)),
  );
}

function exceptionsTable(material: ReportMaterial): ReportTable {
  const columns = [column('date', 'DATE'), ...PERSON, column('kind'), column('at', 'DATETIME'), column('detail')];
  const { rows } = buildExceptions({
    ...material,
    filter: { from: material.from, to: material.to },
    asOfDate: material.to,
  });
  return tableOf(
    columns,
    rows.map((row) => pick(row, columns)),
  );
}

/** Minutes by class; pay codes are the organisation's own and not mapped here. */
function payrollTable({ periods, records, people }: ReportMaterial): ReportTable {
  const columns = [
    ...PERSON,
    column('from', 'DATE'),
    column('to', 'DATE'),
    column('payClass'),
    column('percent'),
    column('minutes', 'MINUTES'),
  ];
  const person = new Map(people.map((one) => [one.employeeId, one]));
  const recordsOf = new Map<string, DayRecord[]>();
  for (const record of records) recordsOf.set(record.employeeId, [...(recordsOf.get(record.employeeId) ?? []), record]);
  const rows = periods.flatMap((period) =>
    buildPayroll({ period, records: recordsOf.get(period.employeeId) ?? [], payCodes: [] }).rows.map((row) =>
      pick({ ...person.get(period.employeeId), ...row }, columns),
    ),
  );
  return tableOf(columns, rows);
}

function pick(source: object, columns: readonly { readonly key: string }[]): ReportRow {
  const values = source as Readonly<Record<string, string | number | null | undefined>>;
  return Object.fromEntries(columns.map(({ key }) => [key, values[key] ?? null]));
}
