import type { AttendanceKind, CorrectionAction, DecisionStatus } from '@rollcall/contracts';
import { IsNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { AttendanceKindEnum, CorrectionActionEnum, DecisionStatusEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';
import { LocalDate } from '../../graphql/scalars.js';

@InputType({ description: 'ADD needs at; REPLACE needs replacesEventId and at; VOID needs replacesEventId.' })
export class RequestCorrectionInput {
  @Field(() => ID, { description: 'Whose marks.' })
  employeeId!: string;

  @Field(() => CorrectionActionEnum, { description: 'What is to be done to the marks.' })
  action!: CorrectionAction;

  @Field(() => ID, { nullable: true, description: 'The mark that is wrong.' })
  replacesEventId?: string | null;

  @Field(() => AttendanceKindEnum, { nullable: true, description: 'What the mark should be. Left out: AUTO.' })
  kind?: AttendanceKind | null;

  @Field(() => Date, { nullable: true, description: 'When the mark should have been; not in the future.' })
  at?: Date | null;

  @Field(() => String, { description: 'Why, for whoever decides; at most 1,000 characters.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ArgsType()
export class PreviewCorrectionArgs {
  @Field(() => ID, { nullable: true, description: 'A correction that waits. Left out: input is given.' })
  id?: string | null;

  @Field(() => RequestCorrectionInput, {
    nullable: true,
    description: 'A correction that nobody asked for yet. Left out: id is given.',
  })
  @ValidateNested()
  input?: RequestCorrectionInput | null;
}

@InputType({ description: 'Which corrections: all that is given must hold.' })
export class CorrectionFilter {
  @Field(() => ID, { nullable: true, description: 'Only corrections of this person.' })
  employeeId?: string | null;

  @Field(() => DecisionStatusEnum, { nullable: true, description: 'PENDING: those that wait for a decision.' })
  status?: DecisionStatus | null;

  @Field(() => LocalDate, { nullable: true, description: 'First local date of the mark it is about.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last local date of the mark it is about, included.' })
  to?: string | null;
}

@ArgsType()
export class CorrectionsArgs extends PageArgs {
  @Field(() => CorrectionFilter, { nullable: true, description: 'Which corrections. Left out: all you may see.' })
  filter?: CorrectionFilter | null;
}
