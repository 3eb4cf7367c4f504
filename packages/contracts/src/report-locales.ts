/** Languages of files and letters. */
export const REPORT_LOCALES = ['EN', 'DE', 'AR'] as const;
export type ReportLocale = (typeof REPORT_LOCALES)[number];
