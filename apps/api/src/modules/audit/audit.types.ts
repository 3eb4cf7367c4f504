import type { AuditFaultReason, AuditOutcome } from '@rollcall/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { describedEnum } from '../../graphql/described-enum.js';

export const AuditOutcomeEnum = describedEnum<AuditOutcome>('AuditOutcome', 'Whether what was tried was done.', {
  DONE: 'It was done.',
  REFUSED: 'It was refused, and nothing was changed.',
});

export const AuditFaultReasonEnum = describedEnum<AuditFaultReason>(
  'AuditFaultReason',
  'What is wrong with the record of who did what.',
  {
    CONTENT_CHANGED: 'The entry does not say what was written.',
    CHAIN_BROKEN: 'The entry is not linked to the one before it: moved, exchanged or put in.',
    GAP: 'One or more entries before this one are missing.',
    TRUNCATED: 'Entries at the end are missing.',
    HEAD_CHANGED: 'The head of the chain is missing or was not written by Rollcall.',
  },
);

@ObjectType({ simpleResolvers: true, description: 'Who acted, or what was acted on.' })
export class AuditParty {
  @Field(() => String, { description: 'For example `USER`, `API_KEY`, `EMPLOYEE`, `SITE`; `SYSTEM` for jobs.' })
  kind!: string;

  @Field(() => ID, { description: 'The id among those of its kind.' })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One thing that was noted beside an entry.' })
export class AuditDetail {
  @Field(() => String, { description: 'What it is about; the parts of a nested one are joined by points.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'As text; values of a list are joined by commas. Null: none.' })
  value!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One line of the record of who did what.' })
export class AuditEntry {
  @Field(() => ID, { description: 'The id of the entry.' })
  id!: string;

  @Field(() => Date, { description: 'When it happened.' })
  at!: Date;

  @Field(() => AuditParty, { description: 'Who did it.' })
  actor!: AuditParty;

  @Field(() => String, { description: 'What was done, for example `EMPLOYEE_CREATED`.' })
  action!: string;

  @Field(() => AuditParty, { nullable: true, description: 'What it was done to. Null: nothing in particular.' })
  target!: AuditParty | null;

  @Field(() => AuditOutcomeEnum, { description: 'Whether it was done.' })
  outcome!: AuditOutcome;

  @Field(() => String, { nullable: true, description: 'The request it belongs to; the log has the same id.' })
  requestId!: string | null;

  @Field(() => [AuditDetail], { description: 'What else was noted.' })
  details!: readonly AuditDetail[];

  @Field(() => Int, { nullable: true, description: 'Its place in the chain, from 1. Null: not chained yet.' })
  sequence!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'The first place where the chain is not as it was written.' })
export class AuditFault {
  @Field(() => AuditFaultReasonEnum, { description: 'What is wrong there.' })
  reason!: AuditFaultReason;

  @Field(() => Int, { nullable: true, description: 'The place in the chain. Null: the entry waits to be chained.' })
  sequence!: number | null;

  @Field(() => ID, { nullable: true, description: 'The entry. Null: it is about the end of the chain.' })
  entryId!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Whether the record of who did what is as it was written.' })
export class AuditVerification {
  @Field(() => Boolean, { description: 'True: every entry is as it was written and none is missing.' })
  isIntact!: boolean;

  @Field(() => Date, { description: 'When it was checked.' })
  checkedAt!: Date;

  @Field(() => Int, { description: 'Entries from the start of the chain that are as they were written.' })
  checkedCount!: number;

  @Field(() => Date, { nullable: true, description: 'The moment of the first of them. Null: there is none.' })
  from!: Date | null;

  @Field(() => Date, { nullable: true, description: 'The moment of the last of them. Null: there is none.' })
  to!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Entries that wait to be chained, which takes about a second. Null: not counted, the chain is broken.',
  })
  pendingCount!: number | null;

  @Field(() => AuditFault, { nullable: true, description: 'Null: the chain is whole.' })
  fault!: AuditFault | null;
}

export const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntry);
