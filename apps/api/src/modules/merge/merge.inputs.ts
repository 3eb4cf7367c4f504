import { IsNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

const VERSION = 'The version you read. CONFLICT if someone changed the record since.';

@InputType({ description: 'Two records of one person.' })
export class MergeEmployeesInput {
  @Field(() => ID, { description: 'The record that stays.' })
  keepId!: string;

  @Field(() => Int, { description: VERSION })
  keepVersion!: number;

  @Field(() => ID, { description: 'The record whose marks and terms count for the other one from now on.' })
  mergeId!: string;

  @Field(() => Int, { description: VERSION })
  mergeVersion!: number;

  @Field(() => String, { description: 'How you know that it is one person; kept in the audit.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}

@InputType({ description: 'Two people after all.' })
export class UnmergeEmployeesInput {
  @Field(() => ID, { description: 'The record that was merged into another one.' })
  mergedId!: string;

  @Field(() => Int, { description: VERSION })
  version!: number;

  @Field(() => String, { description: 'Why; kept in the audit.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}
