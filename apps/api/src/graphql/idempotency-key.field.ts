import { IsNotEmpty, MaxLength } from 'class-validator';
import { Field, ID } from 'type-graphql';

export const IDEMPOTENCY_KEY = {
  nullable: true,
  description:
    'Chosen by the caller. Sent again with the same content within 30 days it is not done again, and gets the same answer. Left out: done each time.',
} as const;
const MAX_KEY_LENGTH = 200;

/** `idempotencyKey?: string | null` of an input. */
export function IdempotencyKey(): PropertyDecorator {
  return (target, property) => {
    Field(() => ID, IDEMPOTENCY_KEY)(target, property as string);
    IsNotEmpty()(target, property);
    MaxLength(MAX_KEY_LENGTH)(target, property as string);
  };
}
