import { DomainError } from '@rollcall/contracts';

/**
 * For values that go into an aggregation, where no schema casts them: only text gets through.
 *
 * @throws DomainError BAD_USER_INPUT
 */
export function plainText(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw new DomainError('BAD_USER_INPUT', { details: { fields: [field] } });
}
