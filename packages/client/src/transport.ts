import { type AnsweredError, RollcallError, toRollcallError } from './errors.js';

export interface TransportOptions {
  /** Where the API or the dashboard is, for example http://localhost:4000. */
  readonly url: string;
  /** The key, `rk_…`. */
  readonly apiKey: string;
  /** Default: the global fetch. */
  readonly fetch?: typeof fetch;
  /** How long one try may take in milliseconds; default 120,000: an image may wait for the face engine. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 120_000;

/** `path` below the address of the API; an address with a path of its own keeps it. */
export const addressOf = (url: string, path: string): string => `${url.replace(/\/+$/, '')}${path}`;

/** One HTTP request. @throws RollcallError NETWORK if there is no answer; the reason of `signal` if that ended it */
export async function send(
  options: TransportOptions,
  path: string,
  init: RequestInit,
  signal?: AbortSignal,
): Promise<Response> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  try {
    return await (options.fetch ?? fetch)(addressOf(options.url, path), {
      ...init,
      redirect: 'error', // A key is never carried to another address.
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw signal.reason;
    throw new RollcallError('NETWORK', { message: 'The API cannot be reached.', cause });
  }
}

/** One GraphQL request. @throws RollcallError */
export async function ask(
  options: TransportOptions,
  query: string,
  variables: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    authorization: `Bearer ${options.apiKey}`,
  };
  const body = JSON.stringify({ query, variables });
  const response = await send(options, '/graphql', { method: 'POST', headers, body }, signal);
  const { data, errors } = await answerOf(response, signal);
  if (errors?.[0] !== undefined) throw toRollcallError(errors[0], requestOf(response));
  if (data == null) throw unreadable(response);
  return data;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
}

/** @throws RollcallError NETWORK if the answer breaks off, UNREADABLE if it is none of Rollcall's */
export async function answerOf(response: Response, signal?: AbortSignal): Promise<Answer> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted === true) throw signal.reason;
    throw new RollcallError('NETWORK', { message: 'The answer broke off.', cause });
  }
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer as Answer;
  } catch {
    // Told below: a proxy's page, for example.
  }
  // A proxy in front answers like this while the API is starting again.
  if ([502, 503, 504].includes(response.status))
    throw new RollcallError('NETWORK', { message: `A proxy answered ${response.status}.`, ...requestOf(response) });
  throw unreadable(response);
}

/** What the headers tell about a request that failed. */
export function requestOf(response: Response) {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    requestId: response.headers.get('x-request-id') ?? undefined,
    httpStatus: response.status,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
  };
}

function unreadable(response: Response): RollcallError {
  const message = `The answer (${response.status}) is not one of Rollcall. Is the address right?`;
  return new RollcallError('UNREADABLE', { message, ...requestOf(response) });
}
