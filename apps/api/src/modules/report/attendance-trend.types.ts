import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'How many people were what on one date. Who was off, or has no mark yet today, is in none of the figures.',
})
export class AttendanceTrendDay {
  @Field(() => LocalDate, { description: 'The date on which the shifts began.' })
  date!: string;

  @Field(() => Int, { description: 'People who were there: a whole or half day, under way, or with a mark missing.' })
  presentCount!: number;

  @Field(() => Int, { description: 'Of these, those who came late.' })
  lateCount!: number;

  @Field(() => Int, { description: 'People who were expected and absent.' })
  absentCount!: number;

  @Field(() => Int, { description: 'People on leave.' })
  onLeaveCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many first marks of a day fell into one hour of a weekday.' })
export class ArrivalHour {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => Int, { description: 'The hour in which it began, 0 to 23, by the clocks of the site.' })
  hour!: number;

  @Field(() => Int, { description: 'How many, over all days that were asked for.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How the last days went. Of the people you may see.' })
export class AttendanceTrend {
  @Field(() => LocalDate, { description: 'The first date.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last date: today, in the time zone of the organisation.' })
  to!: string;

  @Field(() => [AttendanceTrendDay], { description: 'One for each date, oldest first.' })
  days!: readonly AttendanceTrendDay[];

  @Field(() => [ArrivalHour], { description: 'By weekday and hour; hours in which nobody came are left out.' })
  arrivals!: readonly ArrivalHour[];
}
