import type { PadPolicy } from '@rollcall/contracts';
import { Field, ID, ObjectType } from 'type-graphql';
import { PadPolicyEnum } from '../../graphql/enums.js';
import { NodeInterface } from '../../graphql/node.js';

@ObjectType({ simpleResolvers: true, implements: NodeInterface })
export class ApiKey implements NodeInterface {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [String])
  scopes!: readonly string[];

  @Field(() => PadPolicyEnum)
  padPolicy!: PadPolicy;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true })
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

@ObjectType({ simpleResolvers: true })
export class CreateApiKeyPayload {
  @Field(() => ApiKey)
  apiKey!: ApiKey;

  @Field(() => String, { description: 'The key itself. Shown this once; it cannot be read again.' })
  key!: string;
}
