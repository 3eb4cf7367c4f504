import type { PayClass } from '@rollcall/attendance';
import type { LivenessPolicy, PinUse, ReportLocale, Role } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PinUseEnum, RoleEnum } from '../../graphql/enums.js';
import { LivenessPolicyEnum } from '../../graphql/liveness-enums.js';
import { PayClassEnum } from '../../graphql/payroll-enums.js';
import { ReportLocaleEnum } from '../../graphql/report-locale-enum.js';
import { LocalDate } from '../../graphql/scalars.js';

@ObjectType({ simpleResolvers: true, description: 'What payroll calls a class of minutes.' })
export class PayCode {
  @Field(() => PayClassEnum, { description: 'What the minutes are paid as.' })
  payClass!: PayClass;

  @Field(() => Int, { nullable: true, description: 'Only overtime at this whole percentage. Null: at any.' })
  percent!: number | null;

  @Field(() => ID, { nullable: true, description: 'Only this kind of leave. Null: any.' })
  leaveTypeId!: string | null;

  @Field(() => String, { description: 'The code of the payroll product.' })
  code!: string;
}

@ObjectType({ simpleResolvers: true, description: 'From a date on weeks start on this weekday.' })
export class WeekStart {
  @Field(() => LocalDate, { description: 'The first day of the first such week.' })
  from!: string;

  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What holds for the whole organisation.' })
export class Settings {
  @Field(() => String, { description: 'The name of the organisation.' })
  organisationName!: string;

  @Field(() => String, { description: 'IANA zone for reports that span sites.' })
  timeZone!: string;

  @Field(() => PinUseEnum, { description: 'Who of those with a PIN may mark by it.' })
  pinUse!: PinUse;

  @Field(() => Int, { description: 'With AFTER_FACE_FAILURES: after how many in a row, within 15 minutes.' })
  pinAfterFaceFailures!: number;

  @Field(() => Int, { description: 'How many days after somebody left the stored face is deleted.' })
  templateRetentionDaysAfterLeaving!: number;

  @Field(() => Int, {
    description:
      'How many days the photo of an attempt is kept, of whoever agreed to a text that says so. 0: not at all.',
  })
  attemptPhotoRetentionDays!: number;

  @Field(() => Boolean, {
    description: 'Whether photos of a registration are kept as long as the stored face, of whoever agreed to that.',
  })
  areRegistrationPhotosKept!: boolean;

  @Field(() => Boolean, { description: 'People may mark without a number or badge: the face is searched among all.' })
  isAttendanceByFaceAlone!: boolean;

  @Field(() => LivenessPolicyEnum, { description: 'Whether faces before a browser or a kiosk need movements.' })
  livenessPolicy!: LivenessPolicy;

  @Field(() => LivenessPolicyEnum, { description: 'Whether faces that come with an API key need movements.' })
  apiKeyLivenessPolicy!: LivenessPolicy;

  @Field(() => [PayCode], { description: 'What payroll calls the classes of minutes; the most exact code counts.' })
  payCodes!: PayCode[];

  @Field(() => Int, { description: 'On which weekday weeks start today: 1 is Monday, the default; 7 is Sunday.' })
  weekStartsOn!: number;

  @Field(() => [WeekStart], {
    description: 'Since when weeks start where, earliest first; before the first of them on Monday.',
  })
  weekStarts!: readonly WeekStart[];

  @Field(() => [RoleEnum], {
    description:
      'Who must have an authenticator app or a passkey; without one only setting it up is open. Default: nobody.',
  })
  secondFactorRoles!: readonly Role[];

  @Field(() => Boolean, {
    description:
      'Whether single sign-on counts as the second factor, because the provider asks for one. Default: false.',
  })
  isSecondFactorBySingleSignOn!: boolean;

  @Field(() => ReportLocaleEnum, {
    description: 'The language of letters; reports that are sent regularly have their own. Default: EN.',
  })
  letterLanguage!: ReportLocale;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateSettings.' })
  version!: number;

  @Field(() => Date, { description: 'Of the last change.' })
  updatedAt!: Date;
}
