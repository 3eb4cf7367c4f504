import { IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';

const MOST_DAYS = 92;

@ArgsType()
export class AttendanceTrendArgs {
  @Field(() => Int, { nullable: true, description: 'So many days up to today, 1 to 92. Left out: 28.' })
  @IsOptional()
  @Min(1)
  @Max(MOST_DAYS)
  days?: number | null;
}
