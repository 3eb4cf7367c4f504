import { ArrayMaxSize, IsNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.js';

@InputType()
export class FinalisePeriodInput {
  @Field(() => LocalDate)
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, included; before today.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Left out: every site.' })
  siteId?: string | null;
}

@InputType()
export class ReopenPeriodInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;

  @Field(() => String, { description: 'Goes into the audit.' })
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}

@InputType()
export class RecomputeInput {
  @Field(() => LocalDate)
  from!: string;

  @Field(() => LocalDate, { description: 'The last date, included; at most 366 days.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Only people of this site.' })
  siteId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these people.' })
  @ArrayMaxSize(2000)
  employeeIds?: string[] | null;
}
