import { LIMITS } from '@rollcall/contracts';
import { IsNotEmpty, Matches, MaxLength, Min, ValidateIf } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'The file that is going to be sent.' })
export class CreateUploadInput {
  @Field(() => String, { description: 'What the file is called.' })
  @IsNotEmpty()
  @MaxLength(LIMITS.maxNameLength)
  fileName!: string;

  @Field(() => String, { nullable: true, description: 'Its media type, for example text/csv. Nobody relies on it.' })
  @ValidateIf((_, value) => value !== null && value !== undefined)
  @Matches(/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/)
  mediaType?: string | null;

  @Field(() => Int, { description: 'Its length in bytes, at most 536,870,912.' })
  @Min(1)
  byteLength!: number;

  @Field(() => String, { description: 'The SHA-256 of its bytes in hex. Other bytes are refused.' })
  @Matches(/^[0-9a-fA-F]{64}$/)
  sha256!: string;
}
