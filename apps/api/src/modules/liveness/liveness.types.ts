import type { LivenessAction, LivenessFailure } from '@rollcall/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LivenessActionEnum, LivenessFailureEnum } from '../../graphql/liveness-enums.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Movements to make in front of the camera, good for one check by whoever asked for them.',
})
export class LivenessChallenge {
  @Field(() => ID, { description: 'Send it back with the frames, once.' })
  id!: string;

  @Field(() => [LivenessActionEnum], { description: 'In the order in which they must be seen.' })
  actions!: readonly LivenessAction[];

  @Field(() => Date, { description: 'Too late from then on.' })
  expiresAt!: Date;

  @Field(() => Int, {
    description: 'Frames to send at most: the first looks into the camera, then at least one a movement.',
  })
  maxFrames!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How the movements that were asked for ended.' })
export class LivenessReport {
  @Field(() => Boolean, { description: 'True: as asked, by one person.' })
  isLive!: boolean;

  @Field(() => LivenessFailureEnum, { nullable: true, description: 'Null: as asked.' })
  failure!: LivenessFailure | null;

  @Field(() => Int, { description: 'How many movements were seen in order.' })
  completedActions!: number;

  @Field(() => String, { nullable: true, description: 'What to do about it, in one sentence. Null: as asked.' })
  hint!: string | null;
}
