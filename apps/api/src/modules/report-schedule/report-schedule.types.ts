import type { ReportMailDelivery, ReportMailFrequency, ReportMailProblem } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { describedEnum } from '../../graphql/described-enum.js';
import { NodeInterface } from '../../graphql/node.js';
import { ReportLocaleEnum } from '../../graphql/report-locale-enum.js';
import type { ReportLocale } from '../../report-files/report-locale.js';
import type { ExportFormat } from '../../report-files/write-file.js';
import { ExportFormatEnum } from '../export/export.types.js';
import { type ReportKind, ReportKindEnum } from '../report/report.types.js';

export const ReportMailFrequencyEnum = describedEnum<ReportMailFrequency>(
  'ReportMailFrequency',
  'How often a report is sent, and what it is about.',
  {
    DAILY: 'Each day, about the day before.',
    WEEKLY: 'On a weekday, about the seven days before.',
    MONTHLY: 'On a day of the month, about the calendar month before.',
  },
);

export const ReportMailDeliveryEnum = describedEnum<ReportMailDelivery>(
  'ReportMailDelivery',
  'What is in the letter.',
  {
    LINK: 'A link to the report, behind the sign-in.',
    ATTACHMENT: 'The file. Needs `exports:write`, of who sends and of who gets it.',
  },
);

export const ReportMailProblemEnum = describedEnum<ReportMailProblem>('ReportMailProblem', 'What went wrong.', {
  OWNER_MAY_NOT: 'Who made the schedule may not read the report any more; it was paused.',
  RECIPIENT_MAY_NOT: 'Somebody may not read it any more, and got nothing.',
  RECIPIENT_LACKS_SECOND_FACTOR: 'The role of somebody needs a second factor that is not set up yet; no file was sent.',
  MAIL_FAILED: 'A letter could not be handed over; it is tried for a day.',
  REPORT_FAILED: 'The report could not be made; it is tried for a day.',
  FILE_TOO_LARGE: 'The file is too large for a letter; a link was sent.',
});

@ObjectType({ simpleResolvers: true, description: 'Somebody to whom a report is sent.' })
export class ReportRecipient {
  @Field(() => ID, { description: 'The id of the user.' })
  userId!: string;

  @Field(() => String, { description: 'What the person is called.' })
  name!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'A report that is sent to some people again and again.',
})
export class ReportSchedule implements NodeInterface {
  @Field(() => ID, { description: 'The id of the schedule.' })
  id!: string;

  @Field(() => String, { description: 'What people call it; the subject of its letters.' })
  name!: string;

  @Field(() => String, { description: 'Who made it. Nobody is sent more than this person may read.' })
  ownerName!: string;

  @Field(() => ReportKindEnum, { description: 'Which report.' })
  kind!: ReportKind;

  @Field(() => ID, { nullable: true, description: 'Only this site. Null: every site that may be seen.' })
  siteId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only people of this department. Null: every department that may be seen.',
  })
  departmentId!: string | null;

  @Field(() => ReportMailDeliveryEnum, { description: 'What is in the letter.' })
  delivery!: ReportMailDelivery;

  @Field(() => ExportFormatEnum, { nullable: true, description: 'The kind of file. Null for a link.' })
  format!: ExportFormat | null;

  @Field(() => ReportLocaleEnum, { description: 'The language of the letter and its file.' })
  locale!: ReportLocale;

  @Field(() => ReportMailFrequencyEnum, { description: 'How often.' })
  frequency!: ReportMailFrequency;

  @Field(() => Int, { nullable: true, description: '1 Monday to 7 Sunday. Null unless WEEKLY.' })
  weekday!: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 28. Null unless MONTHLY.' })
  dayOfMonth!: number | null;

  @Field(() => String, { description: 'HH:MM on the clock of `timeZone`.' })
  time!: string;

  @Field(() => String, { description: 'An IANA time zone, for example `Europe/Berlin`.' })
  timeZone!: string;

  @Field(() => [ReportRecipient], { description: 'To whom. Those whose accounts are gone are left out.' })
  recipients!: readonly ReportRecipient[];

  @Field(() => Boolean, { description: 'True: nothing is sent.' })
  isPaused!: boolean;

  @Field(() => Date, { nullable: true, description: 'When it is sent next. Null: it is paused.' })
  nextAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When a letter last went. Null: none did.' })
  lastSentAt!: Date | null;

  @Field(() => ReportMailProblemEnum, {
    nullable: true,
    description: 'What went wrong with the last sending. Null: nothing.',
  })
  lastProblem!: ReportMailProblem | null;

  @Field(() => Int, { description: 'Counts changes; send it back with `updateReportSchedule`.' })
  version!: number;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
}

export const ReportScheduleConnection = connectionType('ReportSchedule', () => ReportSchedule);
