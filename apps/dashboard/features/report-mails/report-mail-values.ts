import type {
  AttendanceReportKind,
  CreateReportScheduleInput,
  ReportLocale,
  ReportMailFrequency,
  ReportMailRowFragment,
} from '../../gql/graphql';
import type { ReportView } from '../reports/report-view';

export const FREQUENCIES: readonly ReportMailFrequency[] = ['DAILY', 'WEEKLY', 'MONTHLY'];

/** A link behind the sign-in, or the file itself as one of these. */
export const SENT_AS = ['LINK', 'XLSX', 'PDF', 'CSV'] as const;
type SentAs = (typeof SENT_AS)[number];

/** What the form holds; its fields are text. */
export interface ReportMailValues {
  readonly name: string;
  readonly kind: AttendanceReportKind;
  /** Empty: every site. */
  readonly siteId: string;
  /** Empty: every department. */
  readonly departmentId: string;
  readonly frequency: ReportMailFrequency;
  readonly weekday: string;
  readonly dayOfMonth: string;
  readonly time: string;
  readonly sentAs: SentAs;
  readonly recipientIds: string[];
}

const FIRST_DAYS = { weekday: '1', dayOfMonth: '1' };

/** What a new one begins with: the report on the page, to oneself; weekly ones come when a week is over. */
export function firstValues(
  { kind, siteId, departmentId }: ReportView,
  more: { readonly name: string; readonly viewerId: string; readonly weekStartsOn: number },
): ReportMailValues {
  return {
    ...{ name: more.name, kind, siteId: siteId ?? '', departmentId: departmentId ?? '', recipientIds: [more.viewerId] },
    ...{
      weekday: String(more.weekStartsOn),
      dayOfMonth: FIRST_DAYS.dayOfMonth,
      frequency: 'MONTHLY',
      time: '07:00',
      sentAs: 'LINK',
    },
  };
}

/** What is sent already, to be changed. */
export function valuesOf(row: ReportMailRowFragment): ReportMailValues {
  const { name, kind, siteId, departmentId, frequency, weekday, dayOfMonth, time, delivery, format, recipients } = row;
  return {
    ...{ name, kind, frequency, time, siteId: siteId ?? '', departmentId: departmentId ?? '' },
    weekday: String(weekday ?? FIRST_DAYS.weekday),
    dayOfMonth: String(dayOfMonth ?? FIRST_DAYS.dayOfMonth),
    sentAs: SENT_AS.find((one) => delivery === 'ATTACHMENT' && one === format) ?? 'LINK',
    recipientIds: recipients.map(({ userId }) => userId),
  };
}

/** Only what the chosen frequency has a use for is sent: the API refuses the rest. */
export function toReportMail(values: ReportMailValues, locale: ReportLocale): CreateReportScheduleInput {
  const { name, kind, siteId, departmentId, frequency, weekday, dayOfMonth, time, sentAs, recipientIds } = values;
  return {
    ...{ name: name.trim(), kind, frequency, time, locale, recipientIds },
    siteId: siteId === '' ? null : siteId,
    departmentId: departmentId === '' ? null : departmentId,
    weekday: frequency === 'WEEKLY' ? Number(weekday) : null,
    dayOfMonth: frequency === 'MONTHLY' ? Number(dayOfMonth) : null,
    ...(sentAs === 'LINK' ? { delivery: 'LINK' as const } : { delivery: 'ATTACHMENT' as const, format: sentAs }),
  };
}
