import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { LIMITS } from '@rollcall/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUERY_LIMITS } from '../src/graphql/limits.js';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { VERIFY_FACE } from './testing/operations.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});

afterAll(() => api.stop());

const post = (body: string | Uint8Array, headers: Record<string, string>) =>
  fetch(`${api.url}/graphql`, { method: 'POST', body, headers });
const json = { 'content-type': 'application/json' };
const codeIn = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('a connection', () => {
  /** As a proxy asks that keeps its connections. @returns what the answer says of the connection */
  async function connectionAfter(path: string, headers: Record<string, string>): Promise<string | undefined> {
    const agent = new Agent({ keepAlive: true });
    try {
      const asked = request(`${api.url}${path}`, { method: 'POST', headers: { ...json, ...headers }, agent }).end('{}');
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      await response.resume().toArray();
      return response.headers.connection;
    } finally {
      agent.destroy();
    }
  }

  it.each(['/graphql', '/api/auth/sign-in/email'])(
    'to %s is kept for a program, and ended after what was forwarded',
    async (path) => {
      expect(await connectionAfter(path, {})).toBe('keep-alive');
      expect(await connectionAfter(path, { 'x-forwarded-host': 'rollcall.example' })).toBe('close');
    },
  );
});

describe('a body', () => {
  it('of 50 MB is refused with a typed error, and the API goes on', async () => {
    const body = JSON.stringify({
      query: VERIFY_FACE,
      variables: { input: { employeeNumber: 'x', image: { base64: 'A'.repeat(50_000_000) } } },
    });
    const response = await post(body, { ...json, ...owner });
    expect([response.status, await codeIn(response)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect((await api.client.send({ query: '{ viewer { id } }' }, owner)).status).toBe(200);
  });

  it('of an image that is too large, within the limit of a request, is refused as an image', async () => {
    const input = {
      employeeNumber: 'x',
      image: { base64: randomBytes(LIMITS.maxImageBytes + 1000).toString('base64') },
    };
    expect(codeOf(await api.client.ask(VERIFY_FACE, input, owner))).toBe('IMAGE_TOO_LARGE');
  });

  it('of more than a query is not read from a stranger', async () => {
    const body = JSON.stringify({
      query: VERIFY_FACE,
      variables: { input: { image: { base64: 'A'.repeat(1_000_000) } } },
    });
    const response = await post(body, json);
    expect([response.status, await codeIn(response)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each([
    ['that is not JSON', '{ query: viewer }', json],
    ['that is empty', '', json],
    ['that is a text in JSON', '"viewer"', json],
    ['that is a list', '[{ "query": "{ viewer { id } }" }]', json],
    ['that is a form', 'query={viewer{id}}', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['that is plain text', '{ "query": "{ viewer { id } }" }', { 'content-type': 'text/plain' }],
    ['in an unknown character set', '{}', { 'content-type': 'application/json; charset=klingon' }],
    ['in an unknown compression', '{}', { ...json, 'content-encoding': 'snappy' }],
    ['that lies about its compression', '{}', { ...json, 'content-encoding': 'gzip' }],
    ['without a query', '{}', json],
    ['with variables that are no object', '{ "query": "{ viewer { id } }", "variables": [1] }', json],
    ['with a query that is no text', '{ "query": 42 }', json],
    ['with broken characters', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), json],
  ])('%s is a typed error', async (_what, body, headers) => {
    const response = await post(body, { ...headers, ...owner });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await codeIn(response)).toBe('BAD_USER_INPUT');
  });

  it('that unpacks to more than is allowed is refused', async () => {
    const { gzipSync } = await import('node:zlib');
    const bomb = gzipSync(Buffer.alloc(60_000_000, 0x20));
    const response = await post(bomb, { ...json, ...owner, 'content-encoding': 'gzip' });
    expect([response.status, await codeIn(response)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });
});

describe('a query', () => {
  const page = (inner: string) => `{ employees(first: 100) { nodes { ${inner} } } }`;
  it.each([
    [
      'too deep',
      `{ attendanceEvents { nodes { attempt { employee { ${'site { '.repeat(9)} id ${'} '.repeat(9)} } } } } }`,
    ],
    [
      'with too many aliases',
      `{ ${Array.from({ length: QUERY_LIMITS.aliases + 1 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
    ],
    ['with too many directives', `{ viewer { id ${'@include(if: true) '.repeat(QUERY_LIMITS.directives + 1)} } }`],
    [
      'with aliases of a mutation that guesses faces',
      `mutation ($input: VerifyFaceInput!) { ${['a', 'b', 'c', 'd'].map((name) => `${name}: verifyFace(input: $input) { outcome }`).join(' ')} }`,
    ],
    [
      'for too many rows of too many fields',
      page(
        Array.from(
          { length: 30 },
          (_, index) => `x${index}: templates { id modelId quality imageCount createdAt }`,
        ).join(' '),
      ),
    ],
  ])('%s is refused', async (_what, query) => {
    const variables = { input: { employeeNumber: 'x', image: { base64: 'AAAA' } } };
    const answer = await api.client.send({ query, variables }, owner);
    expect(answer.status).toBe(400);
    expect(answer.errors?.map((error) => error.extensions.code)).toContain('QUERY_TOO_COMPLEX');
    expect(answer.data).toBeUndefined();
  });

  it('is weighed with its variables', async () => {
    const fields = Array.from(
      { length: 25 },
      (_, index) => `x${index}: templates { id modelId quality imageCount createdAt }`,
    ).join(' ');
    const query = `query ($first: Int) { employees(first: $first) { nodes { ${fields} } } }`;
    expect((await api.client.send({ query, variables: { first: 2 } }, owner)).errors).toBeUndefined();
    expect(codeOf(await api.client.send({ query, variables: { first: 100 } }, owner))).toBe('QUERY_TOO_COMPLEX');
  });

  it.each([
    ['too long', `{ ${'viewer { id } '.repeat(QUERY_LIMITS.tokens)} }`],
    ['that cannot be read', '{ viewer { id }'],
    ['with a fragment that holds itself', '{ viewer { ...f } } fragment f on Viewer { ...f }'],
    ['without an operation of that name', 'query a { viewer { id } } query b { viewer { id } }'],
  ])('%s is refused as a bad request', async (_what, query) => {
    const answer = await api.client.send({ query }, owner);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(answer.text.length).toBeLessThan(3_000);
  });

  it('as a GET, or in a batch, is not answered', async () => {
    const get = await fetch(`${api.url}/graphql?query=${encodeURIComponent('{ viewer { id } }')}`, {
      headers: owner as Record<string, string>,
    });
    expect(get.status).toBe(405);
    expect(await codeIn(get)).toBe('BAD_USER_INPUT');
    const batch = await post(JSON.stringify([{ query: '{ viewer { id } }' }]), { ...json, ...owner });
    expect(batch.status).toBe(400);
  });

  it('about the schema is not answered in production, and a wrong field gets no hint', async () => {
    const introspection = await api.client.send({ query: '{ __schema { types { name } } }' }, owner);
    expect(introspection.status).toBe(400);
    expect(introspection.text).not.toContain('Employee');
    const typo = await api.client.send({ query: '{ viewr { id } }' }, owner);
    expect(typo.text).not.toMatch(/did you mean/i);
    expect(typo.text).not.toContain('"viewer"');
  });
});

describe('every answer', () => {
  it('has an id, tells browsers to keep out, and names no software', async () => {
    const { headers } = await api.client.send({ query: '{ health { status } }' });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('to an unknown path is a typed 404', async () => {
    const response = await fetch(`${api.url}/admin`);
    expect([response.status, await codeIn(response)]).toEqual([404, 'NOT_FOUND']);
  });

  it('of a fault says nothing but an id that is in the log', async () => {
    const { sites } = api.database.repositories;
    const { listAll } = sites;
    sites.listAll = async () => {
      throw new Error('connection to mongodb://user:secret@127.0.0.1 lost');
    };
    const answer = await api.client.send({ query: '{ sites { id } }' }, owner);
    sites.listAll = listAll;
    expect(codeOf(answer)).toBe('INTERNAL_SERVER_ERROR');
    expect(answer.text).not.toMatch(/secret|10\.0\.0\.5|mongodb|\.js/);
    const { errorId } = (answer.errors?.[0]?.extensions ?? {}) as { errorId?: string };
    expect(errorId).toMatch(/^[0-9a-f-]{36}$/);
    expect(api.logged.join('')).toContain(errorId);
  });
});

describe('the paths for machines', () => {
  it('/livez and /readyz answer, /schema.graphql is the schema', async () => {
    expect((await fetch(`${api.url}/livez`)).status).toBe(200);
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${api.url}/schema.graphql`)).text()).toContain('type Mutation {');
  });
});
