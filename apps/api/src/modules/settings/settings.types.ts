import type { PinUse } from '@rollcall/contracts';
import { Field, Int, ObjectType } from 'type-graphql';
import { PinUseEnum } from '../../graphql/enums.js';

@ObjectType({ simpleResolvers: true, description: 'What holds for the whole organisation.' })
export class Settings {
  @Field(() => String, { description: 'The name of the organisation.' })
  organisationName!: string;

  @Field(() => String, { description: 'IANA zone for reports that span sites.' })
  timeZone!: string;

  @Field(() => PinUseEnum, { description: 'Who of those with a PIN may mark by it.' })
  pinUse!: PinUse;

  @Field(() => Int, { description: 'With AFTER_FACE_FAILURES: after how many in a row, within 15 minutes.' })
  pinAfterFaceFailures!: number;

  @Field(() => Int, { description: 'Goes up with each change; send it back with updateSettings.' })
  version!: number;

  @Field(() => Date, { description: 'Of the last change.' })
  updatedAt!: Date;
}
