/** How often a report is sent by itself. */
export const REPORT_MAIL_FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY'] as const;
export type ReportMailFrequency = (typeof REPORT_MAIL_FREQUENCIES)[number];

/** LINK: to the report behind the sign-in. ATTACHMENT: the file itself. */
export const REPORT_MAIL_DELIVERIES = ['LINK', 'ATTACHMENT'] as const;
export type ReportMailDelivery = (typeof REPORT_MAIL_DELIVERIES)[number];

/** What went wrong with the last sending. */
export const REPORT_MAIL_PROBLEMS = [
  'OWNER_MAY_NOT',
  'RECIPIENT_MAY_NOT',
  'RECIPIENT_LACKS_SECOND_FACTOR',
  'MAIL_FAILED',
  'REPORT_FAILED',
  'FILE_TOO_LARGE',
] as const;
export type ReportMailProblem = (typeof REPORT_MAIL_PROBLEMS)[number];
