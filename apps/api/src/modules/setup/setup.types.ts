import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'What anyone may know about this installation before signing in.' })
export class SetupStatus {
  @Field(() => Boolean)
  hasOwner!: boolean;

  @Field(() => String)
  version!: string;

  @Field(() => String)
  organisationName!: string;
}
