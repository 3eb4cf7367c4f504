import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { CaptureAttemptKindValue } from '../../graphql/enums.js';
import { CaptureAttemptKindEnum } from '../../graphql/enums.js';

@InputType()
export class CaptureAttemptFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(40)
  outcome?: string | null;

  @Field(() => CaptureAttemptKindEnum, { nullable: true })
  kind?: CaptureAttemptKindValue | null;

  @Field(() => Date, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;
}

@ArgsType()
export class CaptureAttemptsArgs extends PageArgs {
  @Field(() => CaptureAttemptFilter, { nullable: true })
  filter?: CaptureAttemptFilter | null;
}
