import { DomainError } from '@rollcall/contracts';

/** The error for a value that cannot be used; `field` is its path in the caller's input, `code` is for machines. */
export function invalid(field: string, code: string, message: string): DomainError {
  return new DomainError('BAD_USER_INPUT', {
    internal: `${field}: ${message}`,
    details: { field, code, message, issues: [{ field, code, message }] },
  });
}
