import { type AttendanceKind, type DayStatus, LIMITS } from '@rollcall/contracts';
import { ArrayMaxSize, IsNotEmpty, MaxLength } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { DaySort } from '../../graphql/day-enums.js';
import { AttendanceDaySortEnum, AttendanceKindEnum, DayStatusEnum } from '../../graphql/enums.js';
import { ImageInput } from '../../graphql/image.input.js';
import { LocalDate } from '../../graphql/scalars.js';
import { ShownFaceFields } from '../../graphql/shown-face.fields.js';

const MAX_BADGE = 200;
const MAX_COST_CENTRE = 64;

@InputType({ description: 'Where a device is, in degrees (WGS 84).' })
export class LocationInput {
  @Field(() => Float, { description: '-90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: '-180 to 180.' })
  longitude!: number;

  @Field(() => Float, { description: 'By how much it may be off. More than 200 m counts as no location.' })
  accuracyMetres!: number;
}

@InputType({ description: 'Whose mark, what the person shows for it, and what is known about it.' })
export class RecordAttendanceInput extends ShownFaceFields {
  @Field(() => ID, {
    description:
      'Chosen by the caller, one per mark. The same key with the same content gets the same answer for 30 days.',
  })
  @IsNotEmpty()
  @MaxLength(200)
  idempotencyKey!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose face to compare with. Left out together with the badge, the face is searched among all, where the settings allow it.',
  })
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  employeeNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'What a reader read from a badge, in place of the number.' })
  @MaxLength(MAX_BADGE)
  badge?: string | null;

  @Field(() => ImageInput, {
    nullable: true,
    description: 'A photo with exactly one face; left out: a PIN takes its place.',
  })
  image?: ImageInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'In place of an image, for who was given a PIN and where the settings allow it; beside the image, for people who need both.',
  })
  @MaxLength(12)
  pin?: string | null;

  @Field(() => AttendanceKindEnum, {
    nullable: true,
    defaultValue: 'AUTO',
    description: 'AUTO: the rules decide whether it is an in or an out.',
  })
  kind!: AttendanceKind;

  @Field(() => Date, {
    nullable: true,
    description:
      'What the clock of the device shows. Kept with its difference from ours; our time of receipt counts. With isOffline: when the mark was made.',
  })
  capturedAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'For paired devices: the mark was kept while we could not be reached, and capturedAt counts. At most seven days, and not before what the device said to have sent; else DEVICE_REFUSED.',
  })
  isOffline?: boolean;

  @Field(() => LocationInput, {
    nullable: true,
    description:
      'Compared with the geofence of the site and not kept. A site that refuses marks from outside refuses those without it.',
  })
  location?: LocationInput | null;

  @Field(() => String, { nullable: true, description: 'Cost centre or job that the time from this mark on is for.' })
  @MaxLength(MAX_COST_CENTRE)
  costCentre?: string | null;
}

@InputType({ description: 'A mark that somebody else makes for a person who is there now.' })
export class RecordSupervisorMarkInput {
  @Field(() => ID, { description: 'As for recordAttendance.' })
  @IsNotEmpty()
  @MaxLength(200)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The person, one of your own.' })
  employeeId!: string;

  @Field(() => String, { description: 'Why the person cannot mark; kept with the mark.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;

  @Field(() => AttendanceKindEnum, {
    nullable: true,
    defaultValue: 'AUTO',
    description: 'AUTO: the rules decide whether it is an in or an out.',
  })
  kind!: AttendanceKind;

  @Field(() => String, { nullable: true, description: 'Cost centre or job that the time from this mark on is for.' })
  @MaxLength(MAX_COST_CENTRE)
  costCentre?: string | null;
}

@InputType({ description: 'Which marks: all that is given must hold.' })
export class AttendanceEventFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Only marks of people with all of these words in the number, the name or the e-mail address; case and accents do not count.',
  })
  @MaxLength(LIMITS.maxNameLength)
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only marks of this person.' })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only marks made at this site.' })
  siteId?: string | null;

  @Field(() => Date, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;
}

@ArgsType()
export class AttendanceEventsArgs extends PageArgs {
  @Field(() => AttendanceEventFilter, { nullable: true, description: 'Which marks. Left out: all you may see.' })
  filter?: AttendanceEventFilter | null;
}

@InputType({ description: 'Which days: all that is given must hold.' })
export class AttendanceDayFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Only days of people with all of these words in the number, the name or the e-mail address; case and accents do not count.',
  })
  @MaxLength(LIMITS.maxNameLength)
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only days of this person.' })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only days at this site.' })
  siteId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First work date.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last work date, included.' })
  to?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only days of people who were in this department when the day was judged.',
  })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only days of this shift.' })
  shiftId?: string | null;

  @Field(() => DayStatusEnum, { nullable: true, description: 'Only days with this status.' })
  status?: DayStatus | null;

  @Field(() => [DayStatusEnum], { nullable: true, description: 'Any of these.' })
  statuses?: DayStatus[] | null;

  @Field(() => String, { nullable: true, description: 'Only days with this flag, for example LATE_ENTRY.' })
  @MaxLength(40)
  flag?: string | null;

  @Field(() => [String], { nullable: true, description: 'Only days with at least one of these flags.' })
  @ArrayMaxSize(30)
  @MaxLength(40, { each: true })
  flags?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only days with a mark, or only days without.' })
  hasMarks?: boolean | null;
}

@ArgsType()
export class AttendanceDaysArgs extends PageArgs {
  @Field(() => AttendanceDayFilter, { nullable: true, description: 'Which days. Left out: all you may see.' })
  filter?: AttendanceDayFilter | null;

  @Field(() => AttendanceDaySortEnum, {
    nullable: true,
    defaultValue: 'WORK_DATE_DESC',
    description: 'The order of the days.',
  })
  sort?: DaySort;
}

@InputType({ description: 'Which marks: all that is given must hold.' })
export class OffShiftMarkFilter {
  @Field(() => ID, { nullable: true, description: 'Only marks of this person.' })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only marks made at this site.' })
  siteId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First local date of the mark.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last local date of the mark, included.' })
  to?: string | null;
}

@ArgsType()
export class OffShiftMarksArgs extends PageArgs {
  @Field(() => OffShiftMarkFilter, { nullable: true, description: 'Which marks. Left out: all you may see.' })
  filter?: OffShiftMarkFilter | null;
}
