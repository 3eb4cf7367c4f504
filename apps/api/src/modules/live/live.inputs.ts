import { ArgsType, Field, ID } from 'type-graphql';

@ArgsType()
export class PresenceChangedArgs {
  @Field(() => ID, { nullable: true, description: 'Left out: every site you may see.' })
  siteId?: string | null;
}

@ArgsType()
export class FollowArgs extends PresenceChangedArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the last event that was handled: everything after it follows, also what happened while nobody listened. RESYNC_REQUIRED says that it is too old.',
  })
  after?: string | null;
}

@ArgsType()
export class JobProgressArgs {
  @Field(() => ID, { description: 'Which job.' })
  id!: string;
}
