import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'What anyone may know about this installation before signing in.' })
export class SetupStatus {
  @Field(() => Boolean, { description: 'False: there is no owner yet.' })
  hasOwner!: boolean;

  @Field(() => String, { description: 'The version of Rollcall.' })
  version!: string;

  @Field(() => String, { description: 'The name of the organisation.' })
  organisationName!: string;
}
