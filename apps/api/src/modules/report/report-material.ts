import type {
  AssuranceShare,
  DayRecord,
  LooseAttempt,
  OffShiftMark,
  PayCode,
  PeriodRecord,
  ReportPerson,
} from '@rollcall/attendance';
import type { PayrollProfileName } from '../../graphql/payroll-enums.js';
import type { ReportRow } from '../../report-files/report-table.js';

/** Where a row belongs when a report is split up: for days the site of the day, for sums that of the person. */
export interface RowPlace {
  readonly siteId: string | null;
  readonly departmentId: string | null;
}

export interface PlacedRow {
  readonly row: ReportRow;
  readonly place: RowPlace;
}

/** What the engine needs for a report; which of it, depends on the kind. */
export interface ReportMaterial {
  readonly from: string;
  readonly to: string;
  readonly people: readonly ReportPerson[];
  readonly records: readonly DayRecord[];
  readonly periods: readonly PeriodRecord[];
  readonly offShift: readonly OffShiftMark[];
  /** Refused attempts that stand in no record. */
  readonly refused: readonly LooseAttempt[];
  /** How the marks of each person were assured. */
  readonly assurance: readonly AssuranceShare[];
  readonly siteNames: ReadonlyMap<string, string>;
  /** By id, retired ones too: a silent device is named to people. */
  readonly deviceNames: ReadonlyMap<string, string>;
  readonly payCodes: readonly PayCode[];
  /** Null: the columns of every report. */
  readonly profile: PayrollProfileName | null;
}

/** What a report without anybody is made of: it has columns and no row. */
export const noMaterial = (from: string, to: string): ReportMaterial => ({
  ...{ from, to, people: [], records: [], periods: [], offShift: [], refused: [], assurance: [], siteNames: new Map() },
  ...{ payCodes: [], profile: null, deviceNames: new Map() },
});
