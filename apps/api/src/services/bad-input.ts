import { DomainError } from '@rollcall/contracts';

/** BAD_USER_INPUT with the field at fault, a sentence for the person who wrote it, and figures for programs. */
export function badInput(field: string, problem: string, figures: object = {}): DomainError {
  return new DomainError('BAD_USER_INPUT', { details: { field, problem, ...figures } });
}

/** The text without space around it. @throws DomainError BAD_USER_INPUT if nothing is left */
export function requiredText(field: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw badInput(field, 'This must not be empty.');
  return trimmed;
}
