import { LIMITS } from '@rollcall/contracts';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Whom the movements are for: at most one of the two. Neither: whoever stands there.' })
export class StartLivenessChallengeInput {
  @Field(() => ID, { nullable: true, description: 'The person, by id.' })
  @MaxLength(200)
  employeeId?: string | null;

  @Field(() => String, { nullable: true, description: 'The person, by number, known or not.' })
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  employeeNumber?: string | null;
}
