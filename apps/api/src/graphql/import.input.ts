import { LIMITS } from '@rollcall/contracts';
import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { DateFormat } from '../local-dates/written-date.js';
import { describedEnum } from './described-enum.js';

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
