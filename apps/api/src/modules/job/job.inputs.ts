import type { JobKind, JobState } from '@rollcall/db';
import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import { JobKindEnum, JobStateEnum } from './job.enums.js';

@InputType({ description: 'Which jobs: all that is given must hold.' })
export class JobFilter {
  @Field(() => JobKindEnum, { nullable: true, description: 'Only jobs of this kind.' })
  kind?: JobKind | null;

  @Field(() => JobStateEnum, { nullable: true, description: 'Only jobs in this state.' })
  state?: JobState | null;
}

@ArgsType()
export class JobsArgs extends PageArgs {
  @Field(() => JobFilter, { nullable: true, description: 'Which jobs. Left out: all you may see.' })
  filter?: JobFilter | null;
}
