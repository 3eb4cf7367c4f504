import type { JsonObject } from '@rollcall/db';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';

@ObjectType({
  simpleResolvers: true,
  description: 'On which dates a shift is worked: every day, on weekdays, or on days of a cycle.',
})
export class ShiftPattern {
  @Field(() => String, { description: 'EVERY_DAY, WEEKLY or CYCLE.' })
  kind!: string;

  @Field(() => [Int], { description: 'WEEKLY: 1 is Monday, 7 is Sunday. Else empty.' })
  weekdays!: readonly number[];

  @Field(() => LocalDate, { nullable: true, description: 'CYCLE: the date that is day 0.' })
  anchorDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'CYCLE: how many days it has.' })
  lengthDays!: number | null;

  @Field(() => [Int], { description: 'CYCLE: the days that are worked, from 0. Else empty.' })
  workDays!: readonly number[];
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'Hours of work on the wall clock of the site. An end before the start goes over midnight.',
})
export class Shift implements NodeInterface {
  @Field(() => ID, { description: 'The id of the shift.' })
  id!: string;

  @Field(() => String, { description: 'What people call the shift; unique.' })
  name!: string;

  @Field(() => String, { description: 'When it starts, HH:MM on the clock of the site.' })
  start!: string;

  @Field(() => String, { description: 'When it ends, HH:MM on the clock of the site.' })
  end!: string;

  @Field(() => ShiftPattern, { description: 'On which dates it is worked.' })
  pattern!: ShiftPattern;

  @Field(() => ID, { description: 'The policy whose versions judge the days of this shift.' })
  policyId!: string;

  @Field(() => Boolean, { description: 'Not offered any more; days that used it stay.' })
  isArchived!: boolean;

  @Field(() => Int, { description: 'Goes up with each change; send it back when you change it.' })
  version!: number;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'One version of the rules that judge a day. Never changed: other rules are the next version.',
})
export class AttendancePolicy implements NodeInterface {
  @Field(() => ID, { description: 'The id of this version.' })
  id!: string;

  @Field(() => ID, { description: 'The same for all versions.' })
  policyId!: string;

  @Field(() => String, { description: 'What people call the policy.' })
  name!: string;

  @Field(() => Int, { description: 'Counts the versions from 1.' })
  number!: number;

  @Field(() => LocalDate, { nullable: true, description: 'The first work date it judges; null: from the beginning.' })
  effectiveFrom!: string | null;

  @Field(() => GraphQLJSONObject, { description: 'All levers, those left out with their defaults.' })
  levers!: JsonObject;

  @Field(() => Date, { description: 'When this version was added.' })
  createdAt!: Date;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'Who works what from when to when: one shift by its own pattern, or a rotation.',
})
export class ShiftAssignment implements NodeInterface {
  @Field(() => ID, { description: 'The id of the assignment.' })
  id!: string;

  @Field(() => ID, { description: 'Who works it.' })
  employeeId!: string;

  @Field(() => LocalDate, { description: 'The first work date.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last work date; null: open-ended.' })
  to!: string | null;

  @Field(() => ID, { nullable: true, description: 'Null for a rotation.' })
  shiftId!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The date that is day 0 of the rotation; null without one.' })
  rotationAnchorDate!: string | null;

  @Field(() => [[ID]], { description: 'The shifts of each day of the rotation; an empty day is off.' })
  rotationSlots!: readonly (readonly string[])[];

  @Field(() => ID, { nullable: true, description: "Another site than the employee's own." })
  siteId!: string | null;

  @Field(() => Int, { description: 'Goes up with each change; send it back when you remove it.' })
  version!: number;
}
