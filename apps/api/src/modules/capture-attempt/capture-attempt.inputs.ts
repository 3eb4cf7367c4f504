import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { CaptureAttemptKindValue } from '../../graphql/enums.js';
import { CaptureAttemptKindEnum } from '../../graphql/enums.js';

@InputType({ description: 'Which attempts: all that is given must hold.' })
export class CaptureAttemptFilter {
  @Field(() => ID, { nullable: true, description: 'Only attempts of this person.' })
  employeeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only attempts that ended like this, for example NON_MATCH.' })
  @MaxLength(40)
  outcome?: string | null;

  @Field(() => CaptureAttemptKindEnum, { nullable: true, description: 'Only attempts of this kind.' })
  kind?: CaptureAttemptKindValue | null;

  @Field(() => Date, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;
}

@ArgsType()
export class CaptureAttemptsArgs extends PageArgs {
  @Field(() => CaptureAttemptFilter, { nullable: true, description: 'Which attempts. Left out: all you may see.' })
  filter?: CaptureAttemptFilter | null;
}
