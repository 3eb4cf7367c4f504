import type { ConsentMethod } from '@rollcall/contracts';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ConsentMethodEnum } from '../../graphql/enums.js';
import { IdempotencyKey } from '../../graphql/idempotency-key.field.js';

@InputType({ description: 'An agreement to the use of a face.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'Who agreed.' })
  employeeId!: string;

  @Field(() => String, { nullable: true, description: 'Left out: the text now in force.' })
  @MaxLength(100)
  textVersion?: string | null;

  @Field(() => ConsentMethodEnum, {
    nullable: true,
    defaultValue: 'ON_SCREEN',
    description: 'How the person agreed.',
  })
  method!: ConsentMethod;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
