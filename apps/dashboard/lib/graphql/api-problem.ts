import { ERROR_CODES, type ErrorCode } from '@rollcall/contracts';

/** Why a request to the API brought no data: a code of the registry, no answer at all, or too much asked for in one preview. */
export type ApiProblem = ErrorCode | 'UNREACHABLE' | 'TOO_MANY_DAYS';

/** Data, or why there is none. Problems are shown, never thrown: Next masks the messages of thrown errors. */
export type ApiResult<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problem: ApiProblem };

interface GraphQLErrorLike {
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The code of the first error that has one of ours; INTERNAL_SERVER_ERROR for anything else. */
export function problemOf(errors: readonly GraphQLErrorLike[]): ApiProblem {
  for (const { extensions } of errors) {
    const code = ERROR_CODES.find((known) => known === extensions?.code);
    const details = extensions?.details as { readonly code?: unknown } | undefined;
    if (code === 'BAD_USER_INPUT' && details?.code === 'TOO_MANY_DAYS') return 'TOO_MANY_DAYS';
    if (code) return code;
  }
  return 'INTERNAL_SERVER_ERROR';
}

/** What urql reports: it tells apart answers with errors and no answer. */
export function problemOfCombined(error: {
  readonly graphQLErrors: readonly GraphQLErrorLike[];
  readonly networkError?: Error | undefined;
}): ApiProblem {
  if (error.graphQLErrors.length > 0) return problemOf(error.graphQLErrors);
  return error.networkError ? 'UNREACHABLE' : 'INTERNAL_SERVER_ERROR';
}
