import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { DateFormatEnum, ImportColumnInput } from '../../graphql/import.input.js';
import type { DateFormat } from '../../local-dates/written-date.js';

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

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
