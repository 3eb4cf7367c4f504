import type { PayClass } from '@rollcall/attendance';
import { LIMITS, type LivenessPolicy, type PinUse, type ReportLocale, ROLES, type Role } from '@rollcall/contracts';
import { ArrayMaxSize, ArrayUnique, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PinUseEnum, RoleEnum } from '../../graphql/enums.js';
import { LivenessPolicyEnum } from '../../graphql/liveness-enums.js';
import { PayClassEnum } from '../../graphql/payroll-enums.js';
import { ReportLocaleEnum } from '../../graphql/report-locale-enum.js';
import { LocalDate } from '../../graphql/scalars.js';

@InputType({ description: 'What payroll calls a class of minutes.' })
export class PayCodeInput {
  @Field(() => PayClassEnum, { description: 'What the minutes are paid as.' })
  payClass!: PayClass;

  @Field(() => Int, {
    nullable: true,
    description: 'Of OVERTIME, 0 to 1000: only at this percentage. Left out: at any.',
  })
  percent?: number | null;

  @Field(() => ID, { nullable: true, description: 'Of PAID_LEAVE and UNPAID_LEAVE: only this kind. Left out: any.' })
  leaveTypeId?: string | null;

  @Field(() => String, { description: 'The code of the payroll product, 1 to 20 signs.' })
  code!: string;
}

@InputType({ description: 'Another start of the week. Weeks before it stay; the one it cuts off is shorter.' })
export class WeekStartInput {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  @Min(1)
  @Max(7)
  weekday!: number;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'From when on; such a weekday. DAY_CLOSED if later dates are finalised. Left out: the next one.',
  })
  from?: string | null;
}

@InputType({ description: 'A field left out stays as it is.' })
export class UpdateSettingsInput {
  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The name of the organisation.' })
  @MaxLength(LIMITS.maxNameLength)
  organisationName?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA zone, for example Europe/Berlin.' })
  timeZone?: string | null;

  @Field(() => PinUseEnum, { nullable: true, description: 'Who of those with a PIN may mark by it.' })
  pinUse?: PinUse | null;

  @Field(() => Int, { nullable: true, description: 'With AFTER_FACE_FAILURES: after how many in a row, 1 to 10.' })
  @Min(1)
  @Max(10)
  pinAfterFaceFailures?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days after somebody left the stored face is deleted, 0 to 1096. Nobody reads it meanwhile.',
  })
  @Min(0)
  @Max(1096)
  templateRetentionDaysAfterLeaving?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days the photo of an attempt is kept, 0 to 90. Nobody opens older ones from then on, and within the hour they are deleted. More than 0 brings another text to agree to.',
  })
  @Min(0)
  @Max(LIMITS.maxAttemptPhotoRetentionDays)
  attemptPhotoRetentionDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether photos of a registration are kept. False: nobody reads them from then on, and within the hour they are deleted. True brings another text to agree to.',
  })
  areRegistrationPhotosKept?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Marks without a number or badge. Refused with more faces than that is safe for (1,000 with the shipped models).',
  })
  isAttendanceByFaceAlone?: boolean | null;

  @Field(() => LivenessPolicyEnum, { nullable: true, description: 'For faces before a browser or a kiosk.' })
  livenessPolicy?: LivenessPolicy | null;

  @Field(() => LivenessPolicyEnum, { nullable: true, description: 'For faces that come with an API key.' })
  apiKeyLivenessPolicy?: LivenessPolicy | null;

  @Field(() => [RoleEnum], {
    nullable: true,
    description:
      'Takes the place of all: who must have a second factor. Not KIOSK. OWNER only by an owner who has one (BAD_USER_INPUT otherwise).',
  })
  @ArrayUnique()
  @ArrayMaxSize(ROLES.length)
  secondFactorRoles?: Role[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether single sign-on counts as the second factor: say so only if the provider asks for one.',
  })
  isSecondFactorBySingleSignOn?: boolean | null;

  @Field(() => ReportLocaleEnum, { nullable: true, description: 'The language of letters from now on.' })
  letterLanguage?: ReportLocale | null;

  @Field(() => [PayCodeInput], {
    nullable: true,
    description: 'Takes the place of all pay codes; one for each class, percentage and kind of leave, at most 200.',
  })
  payCodes?: PayCodeInput[] | null;

  @Field(() => WeekStartInput, {
    nullable: true,
    description: 'Where weeks begin. Starts that were to hold from a later date on are dropped.',
  })
  @ValidateNested()
  weekStart?: WeekStartInput | null;
}
