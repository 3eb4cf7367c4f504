import { Field, ObjectType } from 'type-graphql';
import { type LockoutKind, LockoutKindEnum } from '../../graphql/enums.js';

@ObjectType({ simpleResolvers: true, description: 'What somebody may not try now, after too many failures.' })
export class Lockout {
  @Field(() => LockoutKindEnum, { description: 'What is off.' })
  kind!: LockoutKind;

  @Field(() => Date, {
    nullable: true,
    description: 'When it may be tried again on every device. Null: after unlockFace only.',
  })
  until!: Date | null;
}
