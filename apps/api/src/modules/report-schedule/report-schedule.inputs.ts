import { LIMITS, type ReportMailDelivery, type ReportMailFrequency } from '@rollcall/contracts';
import { ArrayMaxSize, ArrayUnique, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { ReportLocaleEnum } from '../../graphql/report-locale-enum.js';
import type { ReportLocale } from '../../report-files/report-locale.js';
import type { ExportFormat } from '../../report-files/write-file.js';
import { ExportFormatEnum } from '../export/export.types.js';
import { type ReportKind, ReportKindEnum } from '../report/report.types.js';
import { ReportMailDeliveryEnum, ReportMailFrequencyEnum } from './report-schedule.types.js';

const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MAX_RECIPIENTS = 50;

/** What is given of a schedule, new or changed. */
@InputType()
export abstract class ReportScheduleFields {
  @Field(() => String, { description: 'What people call it.' })
  @MaxLength(LIMITS.maxNameLength)
  name!: string;

  @Field(() => ReportKindEnum, { description: 'Which report.' })
  kind!: ReportKind;

  @Field(() => ID, { nullable: true, description: 'Only this site. Left out: every site that may be seen.' })
  siteId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only people of this department. Left out: every department that may be seen.',
  })
  departmentId?: string | null;

  @Field(() => ReportMailDeliveryEnum, { nullable: true, defaultValue: 'LINK', description: 'What is in the letter.' })
  delivery?: ReportMailDelivery;

  @Field(() => ExportFormatEnum, {
    nullable: true,
    description: 'The kind of file; for ATTACHMENT alone, which needs it.',
  })
  format?: ExportFormat | null;

  @Field(() => ReportLocaleEnum, {
    nullable: true,
    defaultValue: 'EN',
    description: 'The language of the letter and its file.',
  })
  locale?: ReportLocale;

  @Field(() => ReportMailFrequencyEnum, { description: 'How often.' })
  frequency!: ReportMailFrequency;

  @Field(() => Int, { nullable: true, description: '1 Monday to 7 Sunday; for WEEKLY alone, which needs it.' })
  @IsOptional()
  @Min(1)
  @Max(7)
  weekday?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 28; for MONTHLY alone, which needs it.' })
  @IsOptional()
  @Min(1)
  @Max(28)
  dayOfMonth?: number | null;

  @Field(() => String, { description: 'HH:MM on the clock of `timeZone`.' })
  @Matches(LOCAL_TIME)
  time!: string;

  @Field(() => String, { nullable: true, description: 'An IANA time zone. Left out: that of the organisation.' })
  timeZone?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Users, 1 to 50. Left out: yourself. Others need `users:manage`, and have to be allowed to read the report.',
  })
  @IsOptional()
  @ArrayUnique()
  @ArrayMaxSize(MAX_RECIPIENTS)
  recipientIds?: string[] | null;
}

@InputType({ description: 'Which report, when and to whom.' })
export class CreateReportScheduleInput extends ReportScheduleFields {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'The whole schedule as it is to be from now on.' })
export class UpdateReportScheduleInput extends ReportScheduleFields {
  @Field(() => ID, { description: 'Which schedule.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}
