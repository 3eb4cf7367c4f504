import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { COMPARE_FACES } from './testing/operations.js';
import { createKey } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;

beforeAll(async () => {
  // Two of the audits ask about the schema, which production answers to nobody.
  api = await startTestApi({ isProduction: false, keyLimits: { requests: 6, faceOperations: 2 } });
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());

describe('GraphQL over HTTP', () => {
  it('is spoken as its specification wants: no audit fails', async () => {
    const results = await auditServer({ url: `${api.url}/graphql` });
    expect(results.length).toBeGreaterThan(50);
    const failed = results.filter(({ status }) => status === 'error');
    expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });

  it.each([
    ['a text of 10 MB', `{ viewer { id } } #${'x'.repeat(10_000_000)}`],
    ['one field 10,000 times', `{ ${'__typename '.repeat(10_000)} }`],
    [
      'fragments that double at each step',
      `{ ...f0 } ${Array.from({ length: 40 }, (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`).join(' ')} fragment f40 on Query { __typename }`,
    ],
  ])('%s is refused or answered shortly, and the API goes on', async (_what, query) => {
    const answer = await api.client.send({ query }, owner);
    expect([200, 400, 413]).toContain(answer.status);
    expect(answer.text.length).toBeLessThan(3_000);
    expect((await api.client.send({ query: '{ viewer { id } }' }, owner)).status).toBe(200);
  });
});

describe('the limits of a key', () => {
  const headersOf = (headers: Headers) => [headers.get('ratelimit-policy'), headers.get('ratelimit')];

  it('are told with every answer, and the key that is over them is told how long to wait', async () => {
    const key = bearer(await createKey(api, owner, ['employees:read']));
    const ask = () => api.client.send({ query: '{ viewer { id } }' }, key);
    const first = await ask();
    expect(first.status).toBe(200);
    expect(headersOf(first.headers)).toEqual([
      '"key";q=6;w=60, "faces";q=2;w=60',
      expect.stringMatching(/^"key";r=5;t=\d+, "faces";r=2;t=0$/),
    ]);
    let last = first;
    for (let more = 0; more < 20 && last.status === 200; more++) last = await ask();
    expect([last.status, codeOf(last)]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+, /);
    api.clock.forward(60_000);
    expect((await ask()).status).toBe(200);
  });

  it('count faces on their own, and do not count what the key may not do', async () => {
    const image = { base64: 'AAAA' };
    const compare = (key: Credentials) => api.client.ask(COMPARE_FACES, { reference: image, probe: image }, key);
    const may = bearer(await createKey(api, owner, ['faces:verify']));
    expect([await compare(may), await compare(may)].map(codeOf)).toEqual(['IMAGE_UNDECODABLE', 'IMAGE_UNDECODABLE']);
    const third = await compare(may);
    expect([third.status, codeOf(third)]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    const mayNot = bearer(await createKey(api, owner, ['reports:read']));
    for (let time = 0; time < 3; time++) expect(codeOf(await compare(mayNot))).toBe('FORBIDDEN');
  });

  it('do not hold for people who are signed in', async () => {
    for (let time = 0; time < 8; time++)
      expect((await api.client.send({ query: '{ viewer { id } }' }, owner)).status).toBe(200);
  });
});

describe('/docs', () => {
  it('is a page of its own: nothing from elsewhere, no script but its own', async () => {
    const response = await fetch(`${api.url}/docs`);
    const policy = response.headers.get('content-security-policy');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; frame-ancestors 'none'/,
    );
    expect(await response.text()).toContain('<section id="recordAttendance"');
  });
});
