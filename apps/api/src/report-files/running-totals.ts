import { addTo, isSummed, type ReportColumn, type ReportRow } from './report-table.js';

/** Counts rows and sums their MINUTES, COUNT and HOURS columns while they pass. */
export class RunningTotals {
  rowCount = 0;
  readonly totals: Record<string, number> = {};
  private readonly summed: readonly ReportColumn[];

  constructor(columns: readonly ReportColumn[]) {
    this.summed = columns.filter(isSummed);
    for (const { key } of this.summed) this.totals[key] = 0;
  }

  add(row: ReportRow): void {
    this.rowCount += 1;
    for (const column of this.summed)
      this.totals[column.key] = addTo(this.totals[column.key] ?? 0, row[column.key], column);
  }
}
