import { DEVICE_LIMITS, readDeviceAuthorization } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { createKeyPair, sha256Hex } from './device-key';
import { ServerClock } from './server-clock';
import { createSignedFetch } from './signed-fetch';

const SERVER_MS = Date.parse('2026-11-27T08:00:00Z');
const BODY = '{"query":"{ viewer { id } }"}';

/** A server that lets in whoever signs with about its time, and tells it. */
async function talk(clockMs: number, isKnown = true) {
  const { privateKey } = await createKeyPair();
  const requests: RequestInit[] = [];
  const credentialsOf = ({ headers }: RequestInit) =>
    readDeviceAuthorization(new Headers(headers).get('authorization') ?? '');
  const server = async (_input: unknown, init: RequestInit = {}) => {
    requests.push(init);
    const timeMs = credentialsOf(init)?.timeMs ?? 0;
    const isIn = isKnown && Math.abs(timeMs - SERVER_MS) <= DEVICE_LIMITS.clockSkewMs;
    return new Response('{}', { status: isIn ? 200 : 401, headers: { date: new Date(SERVER_MS).toUTCString() } });
  };
  const clock = new ServerClock({ clockMs: () => clockMs, steadyMs: () => 0 });
  const signedFetch = createSignedFetch({ deviceId: 'd-1', privateKey }, clock, server as typeof fetch);
  const send = () => signedFetch('/graphql', { body: BODY, headers: { 'content-type': 'application/json' } });
  return { send, requests, sent: () => requests.map(credentialsOf) };
}

describe('what a kiosk sends', () => {
  it('is signed, goes without cookies, and keeps its body', async () => {
    const { send, requests, sent } = await talk(SERVER_MS);
    expect((await send()).status).toBe(200);
    expect(requests).toMatchObject([{ method: 'POST', body: BODY, credentials: 'omit' }]);
    expect(sent()).toMatchObject([{ deviceId: 'd-1', timeMs: SERVER_MS, bodySha256: await sha256Hex(BODY) }]);
  });

  it('is signed anew when the clock was ten minutes off, with another nonce; later requests have the right time', async () => {
    const { send, sent } = await talk(SERVER_MS + 600_000);
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(200);
    const [first, second, third] = sent();
    expect([first?.timeMs, second?.timeMs, third?.timeMs]).toEqual([SERVER_MS + 600_000, SERVER_MS, SERVER_MS]);
    expect(new Set(sent().map((credentials) => credentials?.nonce)).size).toBe(3);
    // What its own clock shows is told as it is.
    expect(second?.clockMs).toBe(SERVER_MS + 600_000);
  });

  it('is not sent again when the clock was right: then it is the key that is refused', async () => {
    const { send, requests } = await talk(SERVER_MS, false);
    expect((await send()).status).toBe(401);
    expect(requests).toHaveLength(1);
  });

  it('is sent twice at most', async () => {
    const { send, requests } = await talk(SERVER_MS + 600_000, false);
    expect((await send()).status).toBe(401);
    expect(requests).toHaveLength(2);
  });
});
