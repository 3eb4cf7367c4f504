import {
  buildExceptions,
  buildHoursSummary,
  buildLateSummary,
  buildMuster,
  buildOvertimeSummary,
  buildRegister,
  type DayRecord,
  HOURS_FIELDS,
  LATE_FIELDS,
  OVERTIME_FIELDS,
  REGISTER_MINUTES,
  type ReportPerson,
  registerRow,
} from '@rollcall/attendance';
import { ASSURANCE_LEVELS, type AssuranceLevel, assertNever } from '@rollcall/contracts';
import type { VerdictPart } from '@rollcall/db';
import {
  column,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  tableOf,
} from '../../report-files/report-table.js';
import { countHeads, HEADCOUNTS } from './count-heads.js';
import { payrollTable } from './payroll-table.js';
import type { PlacedRow, ReportMaterial, RowPlace } from './report-material.js';

export const REPORT_KINDS = [
  'REGISTER',
  'MUSTER',
  'HOURS',
  'OVERTIME',
  'LATE',
  'EXCEPTIONS',
  'ASSURANCE',
  'HEADCOUNT',
  'PAYROLL',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_GROUPINGS = ['SITE', 'DEPARTMENT'] as const;
export type ReportGrouping = (typeof REPORT_GROUPINGS)[number];

/** A table with the place of each of its rows. */
export interface BuiltReport extends ReportTable {
  readonly places: readonly RowPlace[];
}

/** Kinds whose figures depend on what came before in the month and week (allowances, caps). */
export const isPeriodReport = (kind: ReportKind): boolean =>
  kind === 'HOURS' || kind === 'OVERTIME' || kind === 'LATE' || kind === 'PAYROLL';

/** Kinds whose rows come person by person, so that they can be built of some people at a time. */
export const isByPerson = (kind: ReportKind): boolean =>
  isPeriodReport(kind) || kind === 'MUSTER' || kind === 'ASSURANCE';

/** How much of a verdict each kind reads; null: it counts marks alone. */
export function verdictPartOf(kind: ReportKind): VerdictPart | null {
  if (kind === 'ASSURANCE') return null;
  return kind === 'EXCEPTIONS' ? 'detail' : 'figures';
}

const PERSON = [column('number'), column('name')];

export function buildReport(kind: ReportKind, material: ReportMaterial): BuiltReport {
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
    case 'ASSURANCE':
      return assuranceTable(material);
    case 'HEADCOUNT':
      return headcountTable(material);
    case 'PAYROLL':
      return placed(...payrollTable(material));
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

function registerTable(material: ReportMaterial): BuiltReport {
  const { rows } = buildRegister({ ...material, filter: { from: material.from, to: material.to } });
  return placed(
    REGISTER_COLUMNS,
    rows.map(({ flags, ...row }) => ({
      row: pick({ ...row, flags: flags.join(' ') }, REGISTER_COLUMNS),
      place: placeOf(row),
    })),
  );
}

function musterTable(material: ReportMaterial): BuiltReport {
  const { dates, rows } = buildMuster(material);
  const columns = [...PERSON, ...dates.map((date) => column(date)), column('workedMinutes', 'MINUTES')];
  return placed(
    columns,
    rows.map(({ person, cells, workedMinutes }) => ({
      row: {
        number: person.number,
        name: person.name,
        ...Object.fromEntries(dates.map((date, i) => [date, cells[i]?.statuses.join(' ') ?? null])),
        workedMinutes,
      },
      place: placeOf(person),
    })),
  );
}

function summaryTable<F extends string>(
  rows: readonly ({ readonly person: ReportPerson } & Readonly<Record<F, number>>)[],
  fields: readonly F[],
): BuiltReport {
  const typeOf = (field: F) => (field.endsWith('Minutes') ? 'MINUTES' : 'COUNT');
  const columns = [...PERSON, ...fields.map((field) => column(field, typeOf(field)))];
  return placed(
    columns,
    rows.map(({ person, ...row }) => ({ row: pick({ ...person, ...row }, columns), place: placeOf(person) })),
  );
}

function exceptionsTable(material: ReportMaterial): BuiltReport {
  const columns = [column('date', 'DATE'), ...PERSON, column('kind'), column('at', 'DATETIME'), column('detail')];
  const { rows } = buildExceptions({
    ...material,
    filter: { from: material.from, to: material.to },
    asOfDate: material.to,
  });
  return placed(
    columns,
    rows.map((row) => ({ row: pick(withDeviceNames(row, material), columns), place: placeOf(row) })),
  );
}

/** The rule engine knows devices by their ids. */
function withDeviceNames<T extends { readonly kind: string; readonly detail: string | null }>(
  row: T,
  { deviceNames }: ReportMaterial,
): T {
  if (row.kind !== 'PROVISIONAL_DAY' || row.detail === null) return row;
  const names = row.detail.split(', ').map((id) => deviceNames.get(id) ?? id);
  return { ...row, detail: names.join(', ') };
}

/** How sure each person's marks are. The share of marks by PIN is a percentage and has no total. */
function assuranceTable({ assurance, people }: ReportMaterial): BuiltReport {
  const levels = ASSURANCE_LEVELS.map((level) => column(keyOfLevel(level), 'COUNT'));
  const columns = [...PERSON, column('markCount', 'COUNT'), ...levels, column('pinPercent')];
  const shares = new Map(assurance.map((share) => [share.employeeId, share]));
  return placed(
    columns,
    people.flatMap((person) => {
      const share = shares.get(person.employeeId);
      if (share === undefined) return [];
      const { markCount, pinPercent } = share;
      const byLevel = Object.fromEntries(ASSURANCE_LEVELS.map((level) => [keyOfLevel(level), share.byLevel[level]]));
      return [{ row: pick({ ...person, markCount, pinPercent, ...byLevel }, columns), place: placeOf(person) }];
    }),
  );
}

/** `FACE_API_KEY` becomes `faceApiKey`, as the other columns are written. */
const keyOfLevel = (level: AssuranceLevel): string =>
  level.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** People by date and site; somebody with two shifts on a date is one person. */
function headcountTable({ records, siteNames }: ReportMaterial): BuiltReport {
  const heads = countHeads(records);
  const columns = [column('workDate', 'DATE'), column('site'), ...HEADCOUNTS.map((field) => column(field, 'COUNT'))];
  return placed(
    columns,
    heads.map((row) => ({
      row: pick({ ...row, site: siteNames.get(row.siteId) ?? row.siteId }, columns),
      place: { siteId: row.siteId, departmentId: null },
    })),
  );
}

function placed(columns: readonly ReportColumn[], rows: readonly PlacedRow[]): BuiltReport {
  const table = tableOf(
    columns,
    rows.map(({ row }) => row),
  );
  return { ...table, places: rows.map(({ place }) => place) };
}

const placeOf = ({ siteId, departmentId }: RowPlace): RowPlace => ({ siteId, departmentId });

function pick(source: object, columns: readonly { readonly key: string }[]): ReportRow {
  const values = source as Readonly<Record<string, string | number | null | undefined>>;
  return Object.fromEntries(columns.map(({ key }) => [key, values[key] ?? null]));
}
