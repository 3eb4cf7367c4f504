import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A JPEG, PNG or WebP file of at most 8 MB. Never an address or a path.' })
export class ImageInput {
  @Field(() => String, { nullable: true, description: 'The file in base64; a data-URL prefix is accepted.' })
  base64?: string | null;
}
