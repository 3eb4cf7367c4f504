import type { IdentifyFaceMutation, VerifyFaceMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';

/** "Is this …?" by number and face, or "who is this?" by the face alone. */
export type FaceQuestion = 'verify' | 'identify';

/** What one question ended as: the server's answer, or why there is none. */
export type VerifyAnswer =
  | { readonly kind: 'answer'; readonly payload: VerifyFaceMutation['verifyFace'] }
  | { readonly kind: 'identified'; readonly payload: IdentifyFaceMutation['identifyFace'] }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };
