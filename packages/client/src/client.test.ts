import { describe, expect, it } from 'vitest';
import { RollcallClient, RollcallError } from './index.js';

type Step = (init: RequestInit) => Response | Promise<Response>;

const answer =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Step =>
  () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
const refusal = (code: string, status = 200, headers: Record<string, string> = {}, details: object = {}): Step =>
  answer({ data: null, errors: [{ message: 'no', extensions: { code, details } }] }, status, headers);
const broken: Step = () => Promise.reject(new TypeError('fetch failed'));

/** A client whose network answers with one step after the other, and waits without waiting. */
function clientOf(...steps: Step[]) {
  const sent: { readonly path: string; readonly body: string; readonly init: RequestInit }[] = [];
  const waits: number[] = [];
  const client = new RollcallClient({
    ...{ url: 'http://rollcall.test/', apiKey: 'rk_test' },
    fetch: async (address, init = {}) => {
      const bytes = init.body instanceof Uint8Array;
      sent.push({ path: new URL(String(address)).pathname, body: bytes ? 'bytes' : String(init.body), init });
      const step = steps.shift();
      if (step === undefined) throw new Error('more requests than expected');
      return step(init);
    },
    retry: { wait: async (ms) => void waits.push(ms), random: () => 0 },
  });
  const inputs = () => sent.map(({ body }) => JSON.parse(body).variables.input);
  return { client, sent, waits, inputs, left: () => steps.length };
}

const RECORDED = { recordAttendance: { outcome: 'RECORDED', replayed: false, event: null, attempt: { id: 'a' } } };
const face = { employeeNumber: '7', image: { base64: 'AAAA' } };
const mark = { employeeNumber: '7', pin: '123456' };
const codeOf = (error: unknown) => (error instanceof RollcallError ? error.code : error);

describe('a call', () => {
  it('carries the key and gives the data', async () => {
    const { client, sent } = clientOf(answer({ data: { sites: [] } }));
    expect(await client.request('{ sites { id } }')).toEqual({ sites: [] });
    expect(sent[0]?.path).toBe('/graphql');
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe('Bearer rk_test');
  });

  it('becomes an error with our code, its details and the id of the request', async () => {
    const details = { problem: 'x' };
    const { client } = clientOf(refusal('FORBIDDEN', 200, { 'x-request-id': 'r-1' }, details));
    const error = await client.request('{ sites { id } }').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RollcallError);
    expect(error).toMatchObject({ code: 'FORBIDDEN', details, requestId: 'r-1', isRetryable: false });
  });

  it.each([
    ['a page of somebody else', answer('<html>', 200), 'UNREADABLE'],
    ['a code of a later version', refusal('SOMETHING_NEW'), 'UNREADABLE'],
    ['an answer without data', answer({}), 'UNREADABLE'],
  ])('that gets %s is an error, and not repeated', async (_what, step, code) => {
    const { client, waits } = clientOf(step);
    expect(codeOf(await client.request('{ sites { id } }').catch((thrown: unknown) => thrown))).toBe(code);
    expect(waits).toEqual([]);
  });
});

describe('retries', () => {
  it('keep one idempotency key over a broken connection, a busy engine and a fault', async () => {
    const { client, inputs } = clientOf(
      broken,
      refusal('ENGINE_BUSY', 503),
      refusal('INTERNAL_SERVER_ERROR'),
      answer({ data: RECORDED }),
    );
    expect((await client.recordAttendance(mark)).outcome).toBe('RECORDED');
    const keys = inputs().map((input) => input.idempotencyKey);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('take another key for another call, and the given one where one is given', async () => {
    const { client, inputs } = clientOf(...[1, 2, 3, 4].map(() => answer({ data: RECORDED })));
    await client.recordAttendance(mark);
    await client.recordAttendance(mark);
    await client.recordAttendance({ ...mark, idempotencyKey: 'mine' });
    // What a program in JavaScript sends for a key it does not have.
    await client.recordAttendance({ ...mark, idempotencyKey: undefined } as never);
    const keys = inputs().map((input) => input.idempotencyKey);
    expect(new Set(keys).size).toBe(4);
    expect(keys[2]).toBe('mine');
    expect(keys[3]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each<[string, (client: RollcallClient) => Promise<unknown>]>([
    ['createEmployee', (client) => client.createEmployee({ number: '7', name: 'Ada' })],
    ['upsertEmployees', (client) => client.upsertEmployees({ employees: [{ number: '7', name: 'Ada' }] })],
    ['recordConsent', (client) => client.recordConsent({ employeeId: '1' })],
    ['registerFace', (client) => client.registerFace({ employeeId: '1', images: [face.image] })],
    ['recordSupervisorMark', (client) => client.recordSupervisorMark({ employeeId: '1', reason: 'x' })],
    ['importAttendance', (client) => client.importAttendance({ uploadId: '1' })],
    ['importEmployees', (client) => client.importEmployees({ uploadId: '1' })],
  ])('send %s again under one key of its own', async (name, call) => {
    const { client, inputs } = clientOf(broken, answer({ data: { [name]: { id: '1' } } }));
    expect(await call(client)).toEqual({ id: '1' });
    const keys = inputs().map((input) => input.idempotencyKey);
    expect([keys.length, new Set(keys).size, typeof keys[0]]).toEqual([2, 1, 'string']);
  });

  it('repeat a mutation of your own with a key, in its input or beside the id', async () => {
    const text =
      'mutation ($id: ID!, $idempotencyKey: ID) { testWebhook(id: $id, idempotencyKey: $idempotencyKey) { id } }';
    for (const variables of [{ idempotencyKey: 'k' }, { input: { idempotencyKey: 'k' } }]) {
      const { client, sent } = clientOf(broken, answer({ data: {} }));
      await client.request(text, variables);
      expect(sent).toHaveLength(2);
    }
  });

  it('wait longer each time, and as long as Retry-After says', async () => {
    const { client, waits } = clientOf(
      broken,
      broken,
      refusal('RATE_LIMITED', 429, { 'retry-after': '7' }),
      answer({ data: {} }),
    );
    await client.request('{ sites { id } }');
    expect(waits).toEqual([125, 250, 7000]);
  });

  it('end after five tries, and at once where the wait would be too long', async () => {
    const many = clientOf(...Array.from({ length: 9 }, () => broken));
    expect(codeOf(await many.client.request('{ sites { id } }').catch((thrown: unknown) => thrown))).toBe('NETWORK');
    expect([many.sent.length, many.waits.length]).toEqual([5, 4]);
    const long = clientOf(refusal('RATE_LIMITED', 429, { 'retry-after': '3600' }));
    await expect(long.client.request('{ sites { id } }')).rejects.toMatchObject({ retryAfterSeconds: 3600 });
    expect(long.waits).toEqual([]);
  });

  it.each([
    ['a broken connection', broken],
    ['a fault', refusal('INTERNAL_SERVER_ERROR')],
  ])('leave a mutation alone that may have been done: %s', async (_what, step) => {
    const { client, sent } = clientOf(step, answer({ data: {} }));
    await expect(client.verifyFace(face)).rejects.toThrow(RollcallError);
    expect(sent).toHaveLength(1);
  });

  it('repeat such a mutation when it was refused before it began', async () => {
    const { client, sent } = clientOf(
      refusal('RATE_LIMITED', 429),
      answer({ data: { verifyFace: { outcome: 'MATCH' } } }),
    );
    expect(await client.verifyFace(face)).toEqual({ outcome: 'MATCH' });
    expect(sent).toHaveLength(2);
  });

  it('take a bad gateway for a broken connection', async () => {
    const { client } = clientOf(answer('<html>', 502), answer({ data: { sites: [] } }));
    expect(await client.request('{ sites { id } }')).toEqual({ sites: [] });
  });

  it('end with the signal of the caller', async () => {
    const stop = new AbortController();
    const { client, sent } = clientOf(() => {
      stop.abort(new Error('enough'));
      throw new TypeError('fetch failed');
    }, broken);
    await expect(client.request('{ sites { id } }', {}, { signal: stop.signal })).rejects.toThrow('enough');
    expect(sent).toHaveLength(1);
  });
});

describe('a list', () => {
  const page = (ids: readonly string[], endCursor: string | null) =>
    answer({
      data: {
        employees: { nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: endCursor !== null, endCursor } },
      },
    });

  it('is read page by page, each after the one before', async () => {
    const { client, sent } = clientOf(page(['1', '2'], 'c2'), page(['3'], null));
    const ids: string[] = [];
    for await (const { id } of client.employees()) ids.push(id);
    expect(ids).toEqual(['1', '2', '3']);
    expect(sent.map(({ body }) => JSON.parse(body).variables.after)).toEqual([null, 'c2']);
  });

  it('is not read further than it is looked at', async () => {
    const { client, left } = clientOf(page(['1', '2'], 'c2'), page(['3'], null));
    for await (const { id } of client.employees()) if (id === '2') break;
    expect(left()).toBe(1);
  });
});

describe('an upload', () => {
  const announced = (id: string) =>
    answer({ data: { createUpload: { uploadId: id, path: `/uploads/${id}`, expiresAt: '' } } });

  it('that breaks is announced anew, and its path alone is the permission', async () => {
    const { client, sent } = clientOf(announced('u1'), broken, announced('u2'), answer({ uploadId: 'u2' }, 201));
    const bytes = new TextEncoder().encode('number,name\n');
    expect(await client.upload({ fileName: 'people.csv', bytes })).toBe('u2');
    expect(sent.map(({ path }) => path)).toEqual(['/graphql', '/uploads/u1', '/graphql', '/uploads/u2']);
    expect(new Headers(sent[3]?.init.headers).has('authorization')).toBe(false);
    expect(JSON.parse(sent[0]?.body ?? '').variables.input).toMatchObject({
      byteLength: 12,
      sha256: '08188bec2a1f6e4cee03e8d3aeeee9a2f61f4e8e7c5f35c416632de05f5abf64',
    });
  });
});
