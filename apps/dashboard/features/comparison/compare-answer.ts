import type { CompareFacesMutation, ComparisonKind } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';

/** What one comparison ended as: the server's answer, or why there is none. */
export type CompareAnswer =
  | { readonly kind: 'answer'; readonly payload: CompareFacesMutation['compareFaces']; readonly of: ComparisonKind }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };
