/** Days that have to be built anew because something wide changed. Written with the change, worked off by a job. */
export interface DayRebuild {
  readonly id: string;
  /** Work dates YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** Whose days; null or absent: everybody's. */
  readonly employeeIds?: readonly string[] | null;
  /** Only days that are open or whose marks are others now: verdicts that are final stay. Absent: all days. */
  readonly isForFacts?: boolean | null;
  /** In the words of the audit, for example `HOLIDAY_CREATED`. */
  readonly reason: string;
  /** Everybody up to this id is done: where the next runner goes on. */
  readonly doneUpToId: string;
  readonly requestedAt: Date;
}
