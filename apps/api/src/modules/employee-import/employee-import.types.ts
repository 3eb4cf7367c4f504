import type { NamedColumn } from '../../files/header-map.js';
import type { DateFormat } from '../../local-dates/written-date.js';

export interface EmployeeImportRequest {
  /** The blob with the file. */
  readonly fileId: string;
  readonly isDryRun: boolean;
  readonly dateFormat: DateFormat;
  readonly columns: readonly NamedColumn[];
  /** True: photos take the place of a face that is stored already. */
  readonly replacePhotos: boolean;
}

/** What an import of employees comes to; people and, of those with photos, faces. */
export type EmployeeImportCounts = {
  readonly rows: number;
  readonly refusedRows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly consents: number;
  /** People with photos whose consent is stated or stored, and whose face is not there yet: what a dry run can know. */
  readonly facesToRegister: number;
  readonly facesRegistered: number;
  readonly facesRefused: number;
  /** Registered already; nothing was done. */
  readonly facesKnown: number;
  readonly strayPhotos: number;
};

export const NO_COUNTS: EmployeeImportCounts = {
  rows: 0,
  refusedRows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  consents: 0,
  facesToRegister: 0,
  facesRegistered: 0,
  facesRefused: 0,
  facesKnown: 0,
  strayPhotos: 0,
};
