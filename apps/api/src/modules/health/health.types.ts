import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true })
export class Health {
  @Field(() => String, { description: 'ok, or what is wrong.' })
  status!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String)
  engine!: string;

  @Field(() => String)
  pack!: string;

  @Field(() => String)
  modelId!: string;
}
