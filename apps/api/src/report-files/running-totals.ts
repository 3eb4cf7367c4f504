import type { ReportColumn, ReportRow } from './report-table.js';

/** Counts rows and sums their MINUTES and COUNT columns while they pass. */
export class RunningTotals {
  rowCount = 0;
  readonly totals: Record<string, number> = {};
  private readonly keys: readonly string[];

  constructor(columns: readonly ReportColumn[]) {
    this.keys = columns.filter(({ type }) => type === 'MINUTES' || type === 'COUNT').map(({ key }) => key);
    for (const key of this.keys) this.totals[key] = 0;
  }

  add(row: ReportRow): void {
    this.rowCount += 1;
    for (const key of this.keys) this.totals[key] = (this.totals[key] ?? 0) + Number(row[key] ?? 0);
  }
}
