import type { AttendanceSource } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AttendanceSourceEnum } from '../../graphql/attendance-enums.js';

@ObjectType({ simpleResolvers: true, description: 'What marks of a person came from.' })
export class MarkingDevice {
  @Field(() => AttendanceSourceEnum, { description: 'The way they came.' })
  source!: AttendanceSource;

  @Field(() => ID, { nullable: true, description: 'Null: no device of the register, for example a browser.' })
  deviceId!: string | null;

  @Field(() => Int, { description: 'How many marks, of those you may see.' })
  markCount!: number;

  @Field(() => Date, { description: 'The moment of the first of them.' })
  firstAt!: Date;

  @Field(() => Date, { description: 'The moment of the last of them.' })
  lastAt!: Date;

  /** Where the last one was made. */
  siteId!: string | null;
}
