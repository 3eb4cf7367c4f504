import type { VerifyFaceMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';

/** What one verification ended as: the server's answer, or why there is none. */
export type VerifyAnswer =
  | { readonly kind: 'answer'; readonly payload: VerifyFaceMutation['verifyFace'] }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };
