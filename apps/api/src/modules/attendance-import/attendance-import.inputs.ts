import { LIMITS } from '@rollcall/contracts';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { describedEnum } from '../../graphql/described-enum.js';
import type { DateFormat } from './local-date-time.js';

export const DateFormatEnum = describedEnum<DateFormat>('DateFormat', 'How a file writes its dates.', {
  ISO: 'Year first: 2026-03-02.',
  DMY: 'Day first: 02.03.2026 or 2/3/2026.',
  MDY: 'Month first: 3/2/2026.',
});

@InputType({ description: 'The heading of the column that holds a field, where the usual names do not fit.' })
export class ImportColumnInput {
  @Field(() => String, { description: 'The field, for example employeeNumber, dateTime, kind.' })
  @MaxLength(50)
  field!: string;

  @Field(() => String, { description: 'The heading as it stands in the file.' })
  @MaxLength(LIMITS.maxNameLength)
  header!: string;
}

@InputType({ description: 'A file of marks: CSV, XLSX, or the attlog.dat of a terminal.' })
export class ImportAttendanceInput {
  @Field(() => ID, { description: 'The upload that holds the file.' })
  uploadId!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: only tell what would be done.' })
  isDryRun!: boolean;

  @Field(() => ID, { nullable: true, description: 'Where the marks were made. Left out: the site of each person.' })
  siteId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA zone of the times in the file. Left out: that of the site.',
  })
  @MaxLength(100)
  timeZone?: string | null;

  @Field(() => DateFormatEnum, { nullable: true, defaultValue: 'ISO', description: 'How the file writes dates.' })
  dateFormat!: DateFormat;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: the states in the file say nothing, the pairing decides what is in and what is out.',
  })
  ignoreKinds!: boolean;

  @Field(() => [ImportColumnInput], { nullable: true, description: 'Columns with unusual headings.' })
  @ArrayMaxSize(50)
  columns?: ImportColumnInput[] | null;
}
