import { LIMITS } from '@rollcall/contracts';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ImageInput } from './image.input.js';

/** What may come with the image wherever somebody shows their face. */
@InputType()
export abstract class ShownFaceFields {
  @Field(() => ID, {
    nullable: true,
    description: 'Of startLivenessChallenge: the frames then show its movements. Used up by this, whatever the answer.',
  })
  @MaxLength(200)
  challengeId?: string | null;

  @Field(() => [ImageInput], {
    nullable: true,
    description: `Up to ${LIMITS.maxVerificationFrames} more pictures of the same person, in the order of capture: a few of the same moment make the answer surer; with a challenge the first looks into the camera and the others show the movements.`,
  })
  @ArrayMaxSize(LIMITS.maxVerificationFrames)
  frames?: ImageInput[] | null;
}
