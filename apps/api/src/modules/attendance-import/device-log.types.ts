import type { AttendanceKind } from '@rollcall/contracts';

/** One mark as a device or a file tells it, before anybody has looked up the employee. */
export interface ImportedMark {
  /** 1-based line or row of the source it came from. */
  readonly line: number;
  readonly employeeNumber: string;
  /**
   * The device's wall clock, `YYYY-MM-DDTHH:MM:SS`, without a zone: the site's zone gives it its meaning. With an offset or
   * `Z` at its end it is a moment already.
   */
  readonly localDateTime: string;
  readonly kind: AttendanceKind;
  readonly workCode: string | null;
  /** What the source calls the device, the site and the zone, if it does. */
  readonly device?: string | null;
  readonly site?: string | null;
  readonly timeZone?: string | null;
}

export interface ImportedLineError {
  readonly line: number;
  /** Name of the column at fault, or null if the whole line is. */
  readonly field: string | null;
  /** A plain sentence for the person who imports. */
  readonly reason: string;
}

/** Good lines and bad ones, side by side: a bad line never hides a good one. */
export interface ParsedMarks {
  readonly marks: readonly ImportedMark[];
  readonly errors: readonly ImportedLineError[];
}

/** What one row of a source came to: marks, or the reasons why it has none. */
export interface SourceRow {
  readonly row: number;
  readonly original: string;
  readonly marks: readonly ImportedMark[];
  readonly errors: readonly ImportedLineError[];
}
