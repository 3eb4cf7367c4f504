import { createHash } from 'node:crypto';
import type { DayChange, DayDiff, DayRecord } from '@rollcall/attendance';

/** What of a long list a person can look through. */
export const SHOWN_CHANGES = 500;
/** They say which rules judged the day and how; by themselves they change nobody's result. */
const BOOKKEEPING: ReadonlySet<keyof DayRecord> = new Set(['policyId', 'policyVersion', 'trace']);

/** What a preview tells of all its days; of the changes themselves only as many as are shown. */
export interface SummedChanges {
  /** Those with another result first, each in the order they came. */
  readonly changes: readonly DayChange[];
  readonly changeCount: number;
  readonly resultChangeCount: number;
  readonly unchangedCount: number;
  readonly statusChanges: DayDiff['statusChanges'];
}

/** Adds up the differences of one person after the other, so that the days of many need not be in memory at once. */
export class PreviewSummary {
  private readonly results: DayChange[] = [];
  private readonly others: DayChange[] = [];
  private readonly statuses = new Map<string, DayDiff['statusChanges'][number]>();
  private readonly hash = createHash('sha256');
  private changeCount = 0;
  private resultChangeCount = 0;
  private unchangedCount = 0;

  add({ changes, unchangedCount, statusChanges }: DayDiff): void {
    this.unchangedCount += unchangedCount;
    if (changes.length === 0) return;
    // Shown and applied by the same code, so that the order of fields is the same too.
    this.hash.update(JSON.stringify(changes));
    this.changeCount += changes.length;
    for (const change of changes) {
      const isResult = hasOtherResult(change);
      if (isResult) this.resultChangeCount += 1;
      const shown = isResult ? this.results : this.others;
      if (shown.length < SHOWN_CHANGES) shown.push(change);
    }
    for (const change of statusChanges) {
      const key = `${change.before}>${change.after}`;
      const count = (this.statuses.get(key)?.count ?? 0) + change.count;
      this.statuses.set(key, { ...change, count });
    }
  }

  /** Of all that was added, in this order. Call it once. */
  digest(): string {
    return this.hash.digest('hex');
  }

  sum(): SummedChanges {
    const { changeCount, resultChangeCount, unchangedCount } = this;
    const changes = [...this.results, ...this.others].slice(0, SHOWN_CHANGES);
    const statusChanges = [...this.statuses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
    return { changes, changeCount, resultChangeCount, unchangedCount, statusChanges };
  }
}

function hasOtherResult({ kind, fields }: DayChange): boolean {
  return kind !== 'CHANGED' || fields.some(({ field }) => !BOOKKEEPING.has(field));
}
