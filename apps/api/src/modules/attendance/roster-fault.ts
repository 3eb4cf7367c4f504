import { DomainError } from '@rollcall/contracts';

/** Rosters that contradict themselves, or name a shift or policy that is not there. */
const CODES: readonly string[] = ['BAD_USER_INPUT', 'SHIFT_OVERLAP'];

/** Whether the rule engine could not judge because of the roster. Such an error must not cost anybody a mark. */
export function isRosterFault(error: unknown): error is DomainError {
  return error instanceof DomainError && CODES.includes(error.code);
}
