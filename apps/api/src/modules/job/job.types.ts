import type { JobKind, JobState } from '@rollcall/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../graphql/connection.js';
import { NodeInterface } from '../../graphql/node.js';
import { JobKindEnum, JobStateEnum } from './job.enums.js';

@ObjectType({ simpleResolvers: true, description: 'How far the work is.' })
export class JobProgress {
  @Field(() => String, { description: 'What is being done now, for example MARKS or DAYS.' })
  stage!: string;

  @Field(() => Int, { description: 'How many rows or people of this stage are done.' })
  done!: number;

  @Field(() => Int, { nullable: true, description: 'Of how many; null while nobody knows.' })
  total!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'One figure of what a job came to.' })
export class JobCount {
  @Field(() => String, { description: 'What was counted, for example newMarks.' })
  name!: string;

  @Field(() => Int, { description: 'How many there were.' })
  value!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A row that was not taken, and why.' })
export class JobIssue {
  @Field(() => Int, { description: 'Line of the file or row of the sheet, from 1.' })
  row!: number;

  @Field(() => String, { nullable: true, description: 'The column at fault; null: the whole row.' })
  field!: string | null;

  @Field(() => String, { description: 'The reason as a word for programs.' })
  code!: string;

  @Field(() => String, { description: 'The reason as a sentence.' })
  reason!: string;

  @Field(() => String, { description: 'The row as it stands in the file, shortened.' })
  original!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Why a job could not be done at all.' })
export class JobFailure {
  @Field(() => String, { description: 'A code of the error registry.' })
  code!: string;

  @Field(() => String, { description: 'A sentence.' })
  message!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'Work that goes on after the request, also over a restart.',
})
export class Job implements NodeInterface {
  @Field(() => ID, { description: 'The id of the job.' })
  id!: string;

  @Field(() => JobKindEnum, { description: 'What it does.' })
  kind!: JobKind;

  @Field(() => JobStateEnum, { description: 'How far it is.' })
  state!: JobState;

  @Field(() => Boolean, { description: 'True: it only tells what it would do.' })
  isDryRun!: boolean;

  @Field(() => JobProgress, { description: 'How far the work is.' })
  progress!: JobProgress;

  @Field(() => [JobCount], { description: 'What came of it so far.' })
  counts!: JobCount[];

  @Field(() => JobFailure, { nullable: true, description: 'Set if it failed as a whole.' })
  failure!: JobFailure | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the refused rows can be fetched as CSV; null: none were.',
  })
  errorFilePath!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the file it made can be fetched; null: there is none.' })
  resultFilePath!: string | null;

  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was begun.' })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it came to its end.' })
  finishedAt!: Date | null;
}

export const JobConnection = connectionType('Job', () => Job);
