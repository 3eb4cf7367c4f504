import { createClient } from 'graphql-ws';
import { type AnsweredError, RollcallError, toRollcallError } from './errors.js';
import { backOffMs, type RetryOptions, waitFor } from './retry.js';
import { addressOf, type TransportOptions } from './transport.js';

export interface FollowOptions extends TransportOptions {
  /** A WebSocket class; default: the global one (browsers, Node.js 22). On Node.js 20 pass that of the package `ws`. */
  readonly webSocket?: unknown;
  readonly retry?: RetryOptions;
}

export interface Following<TData, TEvent> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly read: (data: TData) => TEvent;
  /** Of events that can be resumed: where to go on, and what tells doubles. Left out: asked for anew after a break. */
  readonly placeOf?: (event: TEvent) => { readonly cursor: string; readonly id: string };
  readonly signal?: AbortSignal | undefined;
}

/** So many ids are remembered to tell doubles by; the API repeats the last few at most. */
const REMEMBERED_IDS = 10_000;

/** Close codes after which trying again says the same. */
const FINAL: Readonly<Record<number, RollcallError['code']>> = {
  4400: 'BAD_USER_INPUT',
  4401: 'UNAUTHENTICATED',
  4403: 'FORBIDDEN',
};

/**
 * Events in order, each once, over broken connections and restarts of the server. Ends when the subscription is complete or
 * `signal` is aborted.
 *
 * @throws RollcallError when going on makes no sense, RESYNC_REQUIRED if the break was too long
 */
export async function* follow<TData, TEvent>(
  options: FollowOptions,
  { query, variables, read, placeOf, signal }: Following<TData, TEvent>,
): AsyncGenerator<TEvent, void, undefined> {
  const { retry = {} } = options;
  const isStopped = (): boolean => signal?.aborted === true;
  const seen = new Set<string>();
  let after = variables.after;
  for (let failures = 0; !isStopped(); failures++) {
    try {
      for await (const data of eventsOf<TData>(options, query, { ...variables, after }, signal)) {
        failures = 0;
        const event = read(data);
        const place = placeOf?.(event);
        if (place !== undefined) after = place.cursor;
        if (place === undefined || isNew(seen, place.id)) yield event;
      }
      return;
    } catch (error) {
      if (isStopped()) return;
      const known = toError(error);
      if (!known.isRetryable) throw known;
      await (retry.wait ?? waitFor)(backOffMs(failures, retry), signal).catch((reason: unknown) => {
        if (!isStopped()) throw reason;
      });
    }
  }
}

/** One connection, until it ends. */
async function* eventsOf<TData>(
  { url, apiKey, webSocket }: FollowOptions,
  query: string,
  variables: Record<string, unknown>,
  signal?: AbortSignal,
): AsyncGenerator<TData, void, undefined> {
  const client = createClient({
    url: addressOf(url.replace(/^http/, 'ws'), '/graphql'),
    connectionParams: { authorization: `Bearer ${apiKey}` },
    retryAttempts: 0, // Its own retries would begin again at the first place.
    ...(webSocket === undefined ? {} : { webSocketImpl: webSocket }),
  });
  const events = client.iterate<TData>({ query, variables });
  const stop = (): void => void events.return?.();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const { data, errors } of events) {
      if (errors !== undefined) throw errors;
      if (data != null) yield data;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await client.dispose();
  }
}

function isNew(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const [oldest] = seen;
  if (seen.size > REMEMBERED_IDS && oldest !== undefined) seen.delete(oldest);
  return true;
}

/** The library throws a list of GraphQL errors, the event with which the socket closed, or what the network says. */
function toError(thrown: unknown): RollcallError {
  if (thrown instanceof RollcallError) return thrown;
  if (Array.isArray(thrown)) return toRollcallError((thrown[0] ?? {}) as AnsweredError);
  const { code, reason } = thrown as { readonly code?: unknown; readonly reason?: unknown };
  const final = typeof code === 'number' ? FINAL[code] : undefined;
  const message = typeof reason === 'string' && reason !== '' ? reason : 'The connection broke.';
  return new RollcallError(final ?? 'NETWORK', { message, cause: thrown });
}
