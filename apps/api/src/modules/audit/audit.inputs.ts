import type { AuditOutcome } from '@rollcall/db';
import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { AuditOutcomeEnum } from './audit.types.js';

/** Longer than any code or id of ours. */
const MAX_CODE_LENGTH = 100;

@InputType({ description: 'Which entries of the record are meant; what is left out does not matter.' })
export class AuditEntryFilter {
  @Field(() => String, { nullable: true, description: 'What was done, for example `EMPLOYEE_CREATED`.' })
  @MaxLength(MAX_CODE_LENGTH)
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who did it: the id of a user, a key or a device.' })
  @MaxLength(MAX_CODE_LENGTH)
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of what it was done to, for example `EMPLOYEE`.' })
  @MaxLength(MAX_CODE_LENGTH)
  targetKind?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it was done to; asks for `targetKind`.' })
  @MaxLength(MAX_CODE_LENGTH)
  targetId?: string | null;

  @Field(() => Date, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;

  @Field(() => AuditOutcomeEnum, { nullable: true, description: 'Whether it was done.' })
  outcome?: AuditOutcome | null;
}

@ArgsType()
export class AuditEntriesArgs extends PageArgs {
  @Field(() => AuditEntryFilter, { nullable: true, description: 'Left out: all entries.' })
  filter?: AuditEntryFilter | null;
}
