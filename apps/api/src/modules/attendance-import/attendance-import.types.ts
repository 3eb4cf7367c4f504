import type { NamedColumn } from '../../files/header-map.js';
import type { DateFormat } from '../../local-dates/written-date.js';

/** What an import needs to know beside the file. */
export interface AttendanceImportOptions {
  readonly siteId: string | null;
  readonly timeZone: string | null;
  readonly dateFormat: DateFormat;
  readonly ignoreKinds: boolean;
  readonly columns: readonly NamedColumn[];
}

export interface AttendanceImportRequest extends AttendanceImportOptions {
  /** The blob with the file. */
  readonly fileId: string;
  readonly isDryRun: boolean;
}
