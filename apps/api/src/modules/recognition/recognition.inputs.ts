import { IsIn, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PERIODS_DAYS } from './recognition.service.js';

@InputType({ description: 'Which attempts are counted.' })
export class RecognitionHealthFilter {
  @Field(() => Int, { nullable: true, description: 'So many days up to now: 7, 30 or 90. Left out: 30.' })
  @IsOptional()
  @IsIn([...PERIODS_DAYS])
  days?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only of people of this site. Left out: every site you may see.' })
  siteId?: string | null;
}
