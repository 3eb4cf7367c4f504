import { ERRORS } from '@rollcall/contracts';
import type { ApiProblem } from '../../lib/graphql/api-problem';

/** True if the same attempt may succeed when it is sent again: no answer came, or the registry says a retry helps. */
export function canResend(problem: ApiProblem): boolean {
  if (problem === 'TOO_MANY_DAYS') return false;
  return problem === 'UNREACHABLE' || ERRORS[problem].isRetryable;
}
