import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'Whether this installation works, and with what.' })
export class Health {
  @Field(() => String, { description: 'The word ok, or what is wrong.' })
  status!: string;

  @Field(() => String, { description: 'The version of Rollcall.' })
  version!: string;

  @Field(() => String, { description: 'What computes the face models: onnx, tfjs-node or tfjs-wasm.' })
  engine!: string;

  @Field(() => String, { description: 'The models that are used together.' })
  pack!: string;

  @Field(() => String, { description: 'The model that stored faces are made with.' })
  modelId!: string;
}
