import { LIMITS, type PadPolicy, SCOPES, type Scope } from '@rollcall/contracts';
import { ArrayMinSize, ArrayUnique, IsIn, IsNotEmpty, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { PadPolicyEnum } from '../../graphql/enums.js';

@InputType()
export class CreateApiKeyInput {
  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(LIMITS.maxNameLength)
  name!: string;

  @Field(() => [String], { description: `One or more of: ${SCOPES.join(', ')}.` })
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes!: Scope[];

  @Field(() => PadPolicyEnum, { nullable: true, defaultValue: 'REFUSE' })
  padPolicy!: PadPolicy;

  @Field(() => Date, { nullable: true, description: 'Left out: it does not expire.' })
  expiresAt?: Date | null;
}
