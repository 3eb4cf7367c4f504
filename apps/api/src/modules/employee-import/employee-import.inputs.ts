import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { DateFormatEnum, ImportColumnInput } from '../../graphql/import.input.js';
import type { DateFormat } from '../../local-dates/written-date.js';

@InputType({ description: 'A table of employees: CSV, XLSX, or a ZIP archive with one of them and photos.' })
export class ImportEmployeesInput {
  @Field(() => ID, { description: 'The upload that holds the file.' })
  uploadId!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: only tell what would be done.' })
  isDryRun!: boolean;

  @Field(() => DateFormatEnum, { nullable: true, defaultValue: 'ISO', description: 'How the file writes dates.' })
  dateFormat!: DateFormat;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: photos take the place of a face that is stored already. False: that face stays.',
  })
  replacePhotos!: boolean;

  @Field(() => [ImportColumnInput], { nullable: true, description: 'Columns with unusual headings.' })
  @ArrayMaxSize(50)
  columns?: ImportColumnInput[] | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
