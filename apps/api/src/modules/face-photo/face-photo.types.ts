import type { FacePhotoKind } from '@rollcall/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../graphql/described-enum.js';

export const FacePhotoKindEnum = describedEnum<FacePhotoKind>('FacePhotoKind', 'What a photo was kept for.', {
  ATTEMPT: 'Evidence of one use of the camera, for as many days as the settings say.',
  REGISTRATION: 'What a stored face was made from, for as long as that face.',
});

@ObjectType({
  simpleResolvers: true,
  description: 'A photo that was kept of an attempt: the face and a little around it.',
})
export class AttemptPhoto {
  @Field(() => ID, { description: 'The attempt it was taken for.' })
  attemptId!: string;

  @Field(() => FacePhotoKindEnum, { description: 'What it was kept for.' })
  kind!: FacePhotoKind;

  @Field(() => String, { description: 'A JPEG in base64.' })
  base64!: string;

  @Field(() => Int, { description: 'Width in pixels.' })
  widthPx!: number;

  @Field(() => Int, { description: 'Height in pixels.' })
  heightPx!: number;

  @Field(() => Date, { description: 'When the server received it.' })
  createdAt!: Date;
}
