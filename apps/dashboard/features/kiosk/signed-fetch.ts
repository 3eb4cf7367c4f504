import { DEVICE_LIMITS } from '@rollcall/contracts';
import { authorisationFor } from './device-key';
import type { ServerClock } from './server-clock';

export interface Signer {
  readonly deviceId: string;
  readonly privateKey: CryptoKey;
}

const TIMEOUT_MS = 60_000;

/**
 * `fetch` for what a paired device sends to the API. The time in a signature is the server's as far as it is known; where it was
 * not, the refusal tells it and the request is signed anew, once. A refused request has done nothing.
 *
 * @param send what carries it; default: the browser
 */
export function createSignedFetch(
  { deviceId, privateKey }: Signer,
  clock: ServerClock,
  send: typeof fetch = (input, init) => fetch(input, init),
): typeof fetch {
  async function post(url: string, init: RequestInit, body: string): Promise<Response> {
    const request = { deviceId, method: 'POST', path: url, timeMs: clock.nowMs(), clockMs: clock.clockMs() };
    const headers = new Headers(init.headers);
    headers.set('authorization', await authorisationFor(privateKey, body, request));
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return send(url, { ...init, body, headers, signal, method: 'POST', credentials: 'omit' });
  }

  return async (input, init = {}) => {
    const [url, body] = [String(input), String(init.body ?? '')];
    const answer = await post(url, init, body);
    const errorMs = clock.learn(answer.headers.get('date'));
    if (answer.status !== 401 || errorMs <= DEVICE_LIMITS.clockSkewMs / 2) return answer;
    const second = await post(url, init, body);
    clock.learn(second.headers.get('date'));
    return second;
  };
}
