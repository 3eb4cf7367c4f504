/** Lists of the dashboard whose filters can be kept under a name. */
export const SAVED_VIEW_LISTS = ['EMPLOYEES', 'ATTENDANCE'] as const;
export type SavedViewList = (typeof SAVED_VIEW_LISTS)[number];

/**
 * What of the address of a list a view keeps. Search words are not among it: they name people, and no erasure would look for
 * them here (docs/adr/0158). Nor is the date, which is another one each day.
 */
export const SAVED_VIEW_FILTERS: Readonly<Record<SavedViewList, readonly string[]>> = {
  EMPLOYEES: ['status', 'face', 'site', 'department', 'sort', 'size'],
  ATTENDANCE: ['view', 'status', 'site', 'sort', 'size'],
};

/** Characters of the name of a view: it stands in a menu. */
export const MAX_SAVED_VIEW_NAME = 60;
