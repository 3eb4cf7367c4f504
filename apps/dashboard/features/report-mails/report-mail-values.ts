import type {
  AttendanceReportKind,
  CreateReportScheduleInput,
  ReportLocale,
  ReportMailFrequency,
} from '../../gql/graphql';

export const FREQUENCIES: readonly ReportMailFrequency[] = ['DAILY', 'WEEKLY', 'MONTHLY'];

/** A link behind the sign-in, or the file itself as one of these. */
export const SENT_AS = ['LINK', 'XLSX', 'PDF', 'CSV'] as const;

/** What the form holds; its fields are text. */
export interface ReportMailValues {
  readonly name: string;
  readonly kind: AttendanceReportKind;
  /** Empty: every site. */
  readonly siteId: string;
  readonly frequency: ReportMailFrequency;
  readonly weekday: string;
  readonly dayOfMonth: string;
  readonly time: string;
  readonly sentAs: (typeof SENT_AS)[number];
  readonly recipientIds: string[];
}

/** Only what the chosen frequency has a use for is sent: the API refuses the rest. */
export function toReportMail(values: ReportMailValues, locale: ReportLocale): CreateReportScheduleInput {
  const { name, kind, siteId, frequency, weekday, dayOfMonth, time, sentAs, recipientIds } = values;
  return {
    ...{ name: name.trim(), kind, frequency, time, locale, recipientIds },
    siteId: siteId === '' ? null : siteId,
    weekday: frequency === 'WEEKLY' ? Number(weekday) : null,
    dayOfMonth: frequency === 'MONTHLY' ? Number(dayOfMonth) : null,
    ...(sentAs === 'LINK' ? { delivery: 'LINK' as const } : { delivery: 'ATTACHMENT' as const, format: sentAs }),
  };
}
