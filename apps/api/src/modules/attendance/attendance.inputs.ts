import { type AttendanceKind, type DayStatus, LIMITS } from '@rollcall/contracts';
import { IsNotEmpty, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { AttendanceKindEnum, DayStatusEnum } from '../../graphql/enums.js';
import { ImageInput } from '../../graphql/image.input.js';
import { LocalDate } from '../../graphql/scalars.js';

@InputType()
export class RecordAttendanceInput {
  @Field(() => ID, {
    description:
      'Chosen by the caller, one per mark. The same key with the same content gets the same answer for 30 days.',
  })
  @IsNotEmpty()
  @MaxLength(200)
  idempotencyKey!: string;

  @Field(() => String, { nullable: true, description: 'Whose face to compare with.' })
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  employeeNumber?: string | null;

  @Field(() => ImageInput, { nullable: true })
  image?: ImageInput | null;

  @Field(() => String, { nullable: true, description: 'In place of an image, for who was given a PIN.' })
  @MaxLength(12)
  pin?: string | null;

  @Field(() => AttendanceKindEnum, { nullable: true, defaultValue: 'AUTO' })
  kind!: AttendanceKind;
}

@InputType()
export class AttendanceEventFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => Date, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;
}

@ArgsType()
export class AttendanceEventsArgs extends PageArgs {
  @Field(() => AttendanceEventFilter, { nullable: true })
  filter?: AttendanceEventFilter | null;
}

@InputType()
export class AttendanceDayFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First work date.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last work date, included.' })
  to?: string | null;

  @Field(() => ID, { nullable: true })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true })
  shiftId?: string | null;

  @Field(() => DayStatusEnum, { nullable: true })
  status?: DayStatus | null;

  @Field(() => String, { nullable: true, description: 'Only days with this flag, for example LATE_ENTRY.' })
  @MaxLength(40)
  flag?: string | null;
}

@ArgsType()
export class AttendanceDaysArgs extends PageArgs {
  @Field(() => AttendanceDayFilter, { nullable: true })
  filter?: AttendanceDayFilter | null;
}

@InputType()
export class OffShiftMarkFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First local date of the mark.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last local date of the mark, included.' })
  to?: string | null;
}

@ArgsType()
export class OffShiftMarksArgs extends PageArgs {
  @Field(() => OffShiftMarkFilter, { nullable: true })
  filter?: OffShiftMarkFilter | null;
}
