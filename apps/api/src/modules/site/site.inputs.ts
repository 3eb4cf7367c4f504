import { IsNotEmpty, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class CreateSiteInput {
  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Field(() => String, { description: 'IANA name, for example Europe/Berlin.' })
  timeZone!: string;
}

@InputType({ description: 'A field left out stays as it is.' })
export class UpdateSiteInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version you read. CONFLICT if someone changed it since.' })
  version!: number;

  @Field(() => String, { nullable: true })
  @MaxLength(200)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Marks that are there already keep their zone.' })
  timeZone?: string | null;
}
