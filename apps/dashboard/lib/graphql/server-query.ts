import { type GraphQLError, print } from 'graphql';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { TypedDocumentNode } from 'urql';
import { apiOrigin } from '../../env';
import { signInPath } from '../navigation/return-path';
import { type ApiResult, problemOf } from './api-problem';
import { postQuery } from './post-query';

/**
 * Asks the API in the name of whoever asked for the page. Sends people without a session to the sign-in page, and those who have to set up a second factor first to where that is done.
 *
 * @throws the redirect of Next
 */
export async function serverQuery<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<ApiResult<Data>> {
  const result = await publicServerQuery(document, variables);
  if (!result.ok && result.problem === 'UNAUTHENTICATED') {
    redirect(signInPath((await headers()).get('x-path') ?? '/overview'));
  }
  if (!result.ok && result.problem === 'SECOND_FACTOR_REQUIRED' && !(await isAt(SECURITY))) redirect(SECURITY);
  return result;
}

/** The page where a second factor is set up. */
const SECURITY = '/security';

async function isAt(path: string): Promise<boolean> {
  return (await headers()).get('x-path')?.split('?')[0] === path;
}

/** As `serverQuery`, for pages that anyone may see: being nobody is just another problem. */
export async function publicServerQuery<Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<ApiResult<Data>> {
  const body = JSON.stringify({ query: print(document), variables });
  const requestHeaders = { 'content-type': 'application/json', ...(await identity()) };
  try {
    const response = await postQuery(`${apiOrigin()}/graphql`, requestHeaders, body);
    const answer: { data?: Data | null; errors?: GraphQLError[] } = await response.json();
    if (answer.errors?.length) return { ok: false, problem: problemOf(answer.errors) };
    return answer.data ? { ok: true, data: answer.data } : { ok: false, problem: 'INTERNAL_SERVER_ERROR' };
  } catch {
    return { ok: false, problem: 'UNREACHABLE' };
  }
}

/** The cookies and the address of the one who asks, as the API would see them without us in between. */
async function identity(): Promise<Record<string, string>> {
  const cookie = (await cookies()).toString();
  const forwardedFor = (await headers()).get('x-forwarded-for');
  return { ...(cookie ? { cookie } : {}), ...(forwardedFor ? { 'x-forwarded-for': forwardedFor } : {}) };
}
