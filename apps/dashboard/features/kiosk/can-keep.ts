import type { ApiProblem } from '../../lib/graphql/api-problem';

/** No answer came, or one that decides nothing. */
const UNDECIDED: ReadonlySet<ApiProblem> = new Set(['UNREACHABLE', 'INTERNAL_SERVER_ERROR']);

interface ShownProof {
  readonly image?: object;
  readonly pin?: string;
  readonly challengeId?: string;
}

/**
 * Whether a mark that was not answered is kept to be sent later: one by face alone. PINs are never stored, and movements are worth
 * nothing after their challenge.
 */
export function canKeep(problem: ApiProblem, { image, pin, challengeId }: ShownProof): boolean {
  return UNDECIDED.has(problem) && image !== undefined && pin === undefined && challengeId === undefined;
}
