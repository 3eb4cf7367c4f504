import { DomainError } from '@rollcall/contracts';

/** BAD_USER_INPUT with the field at fault and a sentence for the person who wrote it. */
export function badInput(field: string, problem: string): DomainError {
  return new DomainError('BAD_USER_INPUT', { details: { field, problem } });
}

/** The text without space around it. @throws DomainError BAD_USER_INPUT if nothing is left */
export function requiredText(field: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw badInput(field, 'This must not be empty.');
  return trimmed;
}
