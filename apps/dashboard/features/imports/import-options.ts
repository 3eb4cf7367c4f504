import type { DateFormat } from '../../gql/graphql';

export const IMPORT_WHATS = ['MARKS', 'PEOPLE'] as const;
export type ImportWhat = (typeof IMPORT_WHATS)[number];

export const DATE_FORMATS: readonly DateFormat[] = ['ISO', 'DMY', 'MDY'];

/** What an import needs to know beside the file. */
export interface ImportOptions {
  readonly what: ImportWhat;
  readonly dateFormat: DateFormat;
  /** Of marks: where they were made. Empty: at the site of each person. */
  readonly siteId: string;
  /** Of marks: in and out are decided by the order, not by the file. */
  readonly ignoreKinds: boolean;
  /** Of people: photos of the file replace faces that are there. */
  readonly replacePhotos: boolean;
}

export const DEFAULT_OPTIONS: ImportOptions = {
  ...{ what: 'PEOPLE', dateFormat: 'ISO', siteId: '', ignoreKinds: false, replacePhotos: false },
};
