import { LIMITS } from '@rollcall/contracts';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../../graphql/scalars.js';
import { CustomFieldValueInput } from './employee.inputs.js';

const MAX_KEY_LENGTH = 200;

/** Its values are checked person by person in the service, so that one that cannot be does not refuse the others. */
@InputType({
  description:
    'A person as another system knows them: found by externalId, else by number. A field left out stays as it is; null clears it.',
})
export class UpsertEmployeeInput {
  @Field(() => String, { nullable: true, description: 'The id in the other system. Finds the person first.' })
  externalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Finds the person if nobody has the externalId. Needed for somebody new.',
  })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'The full name. Needed for somebody new.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The address of the person. Null: none.' })
  email?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The site; whoever moves does so today. Left out for somebody new: the first site.',
  })
  siteId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The department of the person. Null: none.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The shift worked where no assignment says otherwise. Null: none.' })
  defaultShiftId?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA zone of the reports. Null: that of the site.' })
  homeTimeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Null: that of the department.' })
  costCentre?: string | null;

  @Field(() => String, { nullable: true, description: 'What a reader reads from the badge; unique. Null: none.' })
  badge?: string | null;

  @Field(() => [CustomFieldValueInput], { nullable: true, description: 'What is not named stays.' })
  customFields?: CustomFieldValueInput[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day of work. Null: always.' })
  joiningDate?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day of work. Null: open-ended.' })
  leavingDate?: string | null;
}

@InputType({ description: 'Many people at once.' })
export class UpsertEmployeesInput {
  @Field(() => [UpsertEmployeeInput], { description: `1 to ${LIMITS.maxPageSize} people, worked off in this order.` })
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.maxPageSize)
  employees!: UpsertEmployeeInput[];

  @Field(() => ID, {
    description: 'Names this request: sent again within 30 days it gives the same answer and changes nothing.',
  })
  @MaxLength(MAX_KEY_LENGTH)
  idempotencyKey!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: each person is tried out and nothing is kept, the key neither. Default: false.',
  })
  dryRun!: boolean;
}
