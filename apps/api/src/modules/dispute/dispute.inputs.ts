import type { DisputeStatus } from '@rollcall/contracts';
import { IsNotEmpty, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { DisputeStatusEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';

@InputType({ description: 'A mark that was not made by the person it counts for.' })
export class DisputeMarkInput {
  @Field(() => ID, { description: 'The id of the mark.' })
  eventId!: string;

  @Field(() => String, { description: 'How that is known; kept with the dispute.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'Who made it, if that is known: upheld, it counts for that person.' })
  actualEmployeeId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A decision about a dispute.' })
export class ResolveDisputeInput {
  @Field(() => ID, { description: 'The dispute.' })
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if somebody decided in the meantime.' })
  version!: number;

  @Field(() => Boolean, {
    description: 'True: it was not this person, the mark counts no more. False: the mark stays.',
  })
  isUpheld!: boolean;

  @Field(() => String, { nullable: true, description: 'Kept with the decision.' })
  @MaxLength(1000)
  note?: string | null;
}

@InputType({ description: 'Which disputes.' })
export class DisputeFilter {
  @Field(() => ID, { nullable: true, description: 'About marks that count or counted for this person.' })
  employeeId?: string | null;

  @Field(() => DisputeStatusEnum, { nullable: true, description: 'OPEN: those that wait for a decision.' })
  status?: DisputeStatus | null;
}

@ArgsType()
export class DisputesArgs extends PageArgs {
  @Field(() => DisputeFilter, { nullable: true, description: 'Left out: all.' })
  filter?: DisputeFilter | null;
}
