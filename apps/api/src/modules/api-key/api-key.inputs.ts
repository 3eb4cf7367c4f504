import { LIMITS, type PadPolicy, SCOPES, type Scope } from '@rollcall/contracts';
import { ArrayMinSize, ArrayUnique, IsIn, IsNotEmpty, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PadPolicyEnum } from '../../graphql/enums.js';
import { OVERLAP_HOURS } from './overlap-hours.js';

@InputType({ description: 'A key for another program.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What people call the key.' })
  @IsNotEmpty()
  @MaxLength(LIMITS.maxNameLength)
  name!: string;

  @Field(() => [String], { description: `One or more of: ${SCOPES.join(', ')}.` })
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes!: Scope[];

  @Field(() => PadPolicyEnum, {
    nullable: true,
    defaultValue: 'REFUSE',
    description: 'What happens to images that look like a fake.',
  })
  padPolicy!: PadPolicy;

  @Field(() => Date, { nullable: true, description: 'Left out: it does not expire.' })
  expiresAt?: Date | null;
}

@InputType({ description: 'A key that shall get a new secret.' })
export class RotateApiKeyInput {
  @Field(() => ID, { description: 'The id of the key.' })
  id!: string;

  @Field(() => Int, {
    defaultValue: OVERLAP_HOURS.default,
    description: `How many hours the old secret goes on working: 0 to ${OVERLAP_HOURS.max}. 0: it stops at once.`,
  })
  @Min(0)
  @Max(OVERLAP_HOURS.max)
  overlapHours!: number;

  @Field(() => Date, { nullable: true, description: 'When the key ends from now on. Left out: as before.' })
  expiresAt?: Date | null;
}
