import { type LookupAddress, lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress, problemOfUrl } from './webhook-target.js';

export interface WebhookAnswer {
  /** Null: no answer came. */
  readonly status: number | null;
  /** Why it does not count as delivered; null if it does. Never what the receiver wrote. */
  readonly problem: string | null;
}

export interface PostOptions {
  readonly allowsPrivate: boolean;
  readonly timeoutMs: number;
}

/** More of an answer is not read: only its status counts. */
const MAX_ANSWER_BYTES = 16 * 1024;
const PRIVATE_PROBLEM = 'The name leads to an address of a private network.';

class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * Sends one POST. The connection goes to the very address that was judged, so a name that changes its mind gains nothing;
 * a redirect is an answer like any other and not followed.
 */
export async function postWebhook(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { allowsPrivate, timeoutMs }: PostOptions,
): Promise<WebhookAnswer> {
  const wrong = problemOfUrl(url, allowsPrivate);
  if (wrong !== null) return { status: null, problem: wrong };
  try {
    const status = await send(new URL(url), body, headers, allowsPrivate, timeoutMs);
    return { status, problem: problemOf(status) };
  } catch (error) {
    return { status: null, problem: sentenceOf(error) };
  }
}

function send(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  allowsPrivate: boolean,
  timeoutMs: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      // A connection of its own: one that was opened before was judged before.
      agent: false as const,
      lookup: judgedLookup(allowsPrivate),
      maxHeaderSize: MAX_ANSWER_BYTES,
      // From the first step to the last byte of the answer.
      signal: AbortSignal.timeout(timeoutMs),
    };
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      let bytes = 0;
      const end = (): void => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      };
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_ANSWER_BYTES) end();
      });
      response.on('end', end);
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Every address of the name must be open, not only the first: which one is used is not for the name to say. */
function judgedLookup(allowsPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    const give = (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]): void => {
      const [first] = addresses;
      const isOpen = allowsPrivate || addresses.every(({ address }) => isPublicAddress(address));
      if (error !== null || first === undefined) callback(error ?? new Error('no address'), '', 4);
      else if (!isOpen) callback(new PrivateAddressError(PRIVATE_PROBLEM), '', 4);
      else if (options.all === true) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    };
    if (isIP(host) !== 0) give(null, [{ address: host, family: isIP(host) }]);
    else lookup(host, { all: true, verbatim: true }, (error, addresses) => give(error, addresses ?? []));
  };
}

function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `Answered ${status}: redirects are not followed.`;
  return `Answered ${status}.`;
}

/** The errors of the network by their codes; their messages may hold addresses of ours. */
function sentenceOf(error: unknown): string {
  if (error instanceof PrivateAddressError) return PRIVATE_PROBLEM;
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') return 'No answer in time.';
  return typeof code === 'string' ? `No connection (${code}).` : 'No connection.';
}
