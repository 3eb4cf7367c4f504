import { LIMITS } from '@rollcall/contracts';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ComparisonKind } from '../../graphql/enums.js';
import { ComparisonKindEnum } from '../../graphql/enums.js';
import { ImageInput } from '../../graphql/image.input.js';

@InputType()
export class RegisterFaceInput {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => [ImageInput], {
    description: `One to ${LIMITS.maxRegistrationImages} photos of this person; three are best.`,
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.maxRegistrationImages)
  images!: ImageInput[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Put the new face in place of the stored one.',
  })
  replace!: boolean;
}

@InputType({ description: 'Give employeeId or employeeNumber, exactly one.' })
export class VerifyFaceInput {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(LIMITS.maxEmployeeNumberLength)
  employeeNumber?: string | null;

  @Field(() => ImageInput)
  image!: ImageInput;

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

@InputType({ description: 'The face to search for.' })
export class IdentifyFaceInput {
  @Field(() => ImageInput, { description: 'A photo with exactly one face.' })
  image!: ImageInput;

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

@InputType()
export class CompareFacesInput {
  @Field(() => ImageInput)
  reference!: ImageInput;

  @Field(() => ImageInput)
  probe!: ImageInput;

  @Field(() => ComparisonKindEnum, { nullable: true, defaultValue: 'LIVE' })
  kind!: ComparisonKind;
}
