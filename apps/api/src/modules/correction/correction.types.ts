import type { AttendanceKind, CorrectionAction, DecisionStatus } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { AttendanceKindEnum, CorrectionActionEnum, DecisionStatusEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';
import { LocalDate } from '../../graphql/scalars.js';
import { DayChange, StatusChange } from '../period/period.types.js';

/** The field employee is resolved in correction.resolver.ts. */
@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description:
    'A wish to change what the marks say. Approved, it becomes a mark; the former mark stays and counts no more.',
})
export class Correction implements NodeInterface {
  @Field(() => ID, { description: 'The id of the correction.' })
  id!: string;

  @Field(() => CorrectionActionEnum, { description: 'What is to be done to the marks.' })
  action!: CorrectionAction;

  @Field(() => ID, { nullable: true, description: 'The mark that is wrong; null for ADD.' })
  replacesEventId!: string | null;

  @Field(() => AttendanceKindEnum, { nullable: true, description: 'Null for VOID.' })
  kind!: AttendanceKind | null;

  @Field(() => Date, { nullable: true, description: 'When it should have been; null for VOID.' })
  at!: Date | null;

  @Field(() => LocalDate, { description: 'The local date of the mark it is about.' })
  localDate!: string;

  @Field(() => String, { description: 'Why the marks are wrong, in the words of whoever asked.' })
  reason!: string;

  @Field(() => DecisionStatusEnum, { description: 'Whether it waits, and how it was decided.' })
  status!: DecisionStatus;

  @Field(() => Date, { nullable: true, description: 'When it was decided. Null: it waits.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said with the decision. Null: nothing.' })
  decisionNote!: string | null;

  @Field(() => ID, { nullable: true, description: 'The mark that the approval wrote.' })
  eventId!: string | null;

  @Field(() => Int, { description: 'Goes up with each change; send it back with your decision.' })
  version!: number;

  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;

  /** Not in the schema: for the field resolver. */
  employeeId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What approving a correction would change. Nothing is written yet.' })
export class CorrectionPreview {
  @Field(() => String, { description: 'Send it with decideCorrection: it does exactly this, or answers CONFLICT.' })
  token!: string;

  @Field(() => Int, { description: 'How many days would become different.' })
  changeCount!: number;

  @Field(() => [DayChange], { description: 'The days, by date.' })
  changes!: readonly DayChange[];

  @Field(() => [StatusChange], { description: 'How often a day would go from one status to another.' })
  statusChanges!: readonly StatusChange[];
}

export const CorrectionConnection = connectionType('Correction', () => Correction);
