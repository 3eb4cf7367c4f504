import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'What anyone may know about this installation before signing in.' })
export class SetupStatus {
  @Field(() => Boolean, { description: 'False: there is no owner yet.' })
  hasOwner!: boolean;

  @Field(() => String, { description: 'The version of Rollcall.' })
  version!: string;

  @Field(() => String, { description: 'The name of the organisation.' })
  organisationName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the sign-in of the organisation is called (`ROLLCALL_SSO_NAME`); null: none is configured.',
  })
  singleSignOn!: string | null;
}
