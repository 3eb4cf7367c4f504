import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'The right to send one file, once.' })
export class CreateUploadPayload {
  @Field(() => ID, { description: 'Names the file in other operations once it was sent.' })
  uploadId!: string;

  @Field(() => String, { description: 'Send the bytes there with PUT. The path holds a secret and is told this once.' })
  path!: string;

  @Field(() => Date, { description: 'Until then it can be sent and used; after that it is gone.' })
  expiresAt!: Date;
}
