import { Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../graphql/described-enum.js';

export type UpsertOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REFUSED';
const UpsertOutcomeEnum = describedEnum<UpsertOutcome>('UpsertOutcome', 'What became of one of many people.', {
  CREATED: 'Nobody was known by these; the person was entered.',
  UPDATED: 'At least one value was another one.',
  UNCHANGED: 'All is stored like this already. Nothing was written.',
  REFUSED: 'Nothing was written; code, field and problem say why.',
});

/** The field employee is resolved in employee-upsert.resolver.ts. */
@ObjectType({ simpleResolvers: true, description: 'What became of one of the people.' })
export class UpsertEmployeeResult {
  @Field(() => Int, { description: 'The place in the list that was sent, from 0.' })
  index!: number;

  @Field(() => UpsertOutcomeEnum, { description: 'What became of the person.' })
  outcome!: UpsertOutcome;

  @Field(() => ID, { nullable: true, description: 'Null: refused, or a new person of a dry run.' })
  employeeId!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a refusal: the code, as errors have it. Null: not refused.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a refusal: the field at fault. Null: not refused, or none.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a refusal: what is wrong with it, in a sentence.' })
  problem!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What became of many people.' })
export class UpsertEmployeesPayload {
  @Field(() => [UpsertEmployeeResult], { description: 'One for each person that was sent, in the same order.' })
  results!: readonly UpsertEmployeeResult[];

  @Field(() => Boolean, { description: 'True: the key was used before, and this is the answer of then.' })
  replayed!: boolean;
}
