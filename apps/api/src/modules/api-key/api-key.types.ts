import type { PadPolicy } from '@rollcall/contracts';
import { Field, ID, ObjectType } from 'type-graphql';
import { PadPolicyEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

@ObjectType({
  simpleResolvers: true,
  implements: NodeInterface,
  description: 'The permission of another program to use the API. The secret itself is shown once and not kept.',
})
export class ApiKey implements NodeInterface {
  @Field(() => ID, { description: 'The id of the key; not its secret.' })
  id!: string;

  @Field(() => String, { description: 'What people call the key.' })
  name!: string;

  @Field(() => [String], { description: 'What the key may do, for example faces:verify.' })
  scopes!: readonly string[];

  @Field(() => PadPolicyEnum, { description: 'What happens to images through this key that look like a fake.' })
  padPolicy!: PadPolicy;

  @Field(() => Date, { description: 'When the key was made.' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the key stops working. Null: it does not expire.' })
  expiresAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The last request with this key, to within a minute. Null: never used.',
  })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked. Null: it was not.' })
  revokedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the secret before the last rotation works too. Null: the key was never rotated.',
  })
  previousWorksUntil!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the secret before the last rotation was used last since then. Null: not any more.',
  })
  previousLastUsedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'A key and its secret.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKey, { description: 'What is kept of the key.' })
  apiKey!: ApiKey;

  @Field(() => String, { description: 'The key itself. Shown this once; it cannot be read again.' })
  key!: string;
}
