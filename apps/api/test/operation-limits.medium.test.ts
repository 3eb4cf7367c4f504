import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationLimits } from '../src/graphql/operation-limits.js';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { COMPARE_FACES } from './testing/operations.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());

const perMinute = (wanted: string): number => operationLimits().find(({ name }) => name === wanted)?.perMinute ?? 0;

const together = <T>(count: number, send: () => Promise<T>) => Promise.all(Array.from({ length: count }, send));

describe('the limit of an operation', () => {
  it('is told with its answers, and says how long to wait', async () => {
    const test = () => api.client.send({ query: `mutation { testWebhook(id: "${randomUUID()}") { id } }` }, owner);
    const all = perMinute('webhook-calls');
    const answers = [];
    while (answers.length <= all && answers.at(-1)?.status !== 429) answers.push(...(await together(10, test)));
    expect(answers.slice(0, all).map(codeOf)).toEqual(Array(all).fill('NOT_FOUND'));
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe(`"webhook-calls";q=${all};w=60`);
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"webhook-calls";r=\d+;t=\d+$/);
    const over = answers.find(({ status }) => status === 429);
    expect(over && codeOf(over)).toBe('RATE_LIMITED');
    expect(Number(over?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(over?.headers.get('ratelimit')).toMatch(/^"webhook-calls";r=0;/);
    api.clock.forward(60_000);
    expect(codeOf(await test())).toBe('NOT_FOUND');
  });

  it('counts each field of a request, so aliases gain nothing', async () => {
    const from = { 'x-forwarded-for': '198.51.100.8' };
    const query = `{ ${Array.from({ length: 25 }, (_, at) => `f${at}: invitation(token: "none") { email }`).join(' ')} }`;
    const [first, second] = [await api.client.send({ query }, from), await api.client.send({ query }, from)];
    expect([codeOf(first), codeOf(second)]).toEqual(['NOT_FOUND', 'RATE_LIMITED']);
    expect(second.headers.get('ratelimit')).toMatch(/^"door";r=0;/);
  });

  it('holds for people with faces, who have no limit on requests', async () => {
    const image = { base64: 'AAAA' };
    const one = await api.client.ask(COMPARE_FACES, { reference: image, probe: image }, owner);
    expect(codeOf(one)).toBe('IMAGE_UNDECODABLE');
    const all = perMinute('people-faces');
    expect(one.headers.get('ratelimit')).toMatch(new RegExp(`^"people-faces";r=${all - 1};t=\\d+$`));
    const plain = await api.client.send({ query: '{ viewer { id } }' }, owner);
    expect(plain.headers.get('ratelimit')).toBeNull();
  });

  it('of what nobody in particular asks for counts by address, and does not count what somebody may not do', async () => {
    const ask = (from: string) =>
      api.client.send({ query: '{ invitation(token: "none") { email } }' }, { 'x-forwarded-for': from });
    const all = perMinute('door');
    const answers = await Promise.all(Array.from({ length: all }, () => ask('198.51.100.9')));
    expect(answers.map(codeOf)).toEqual(Array(all).fill('NOT_FOUND'));
    const over = await ask('198.51.100.9');
    expect([over.status, codeOf(over)]).toEqual([429, 'RATE_LIMITED']);
    expect(codeOf(await ask('198.51.100.10'))).toBe('NOT_FOUND');
    const nobody = await api.client.send({ query: 'mutation { testWebhook(id: "x") { id } }' });
    expect([codeOf(nobody), nobody.headers.get('ratelimit')]).toEqual(['UNAUTHENTICATED', null]);
  });

  it('of passwords counts by address over all accounts, and is told with the answers', async () => {
    const from = { 'x-forwarded-for': '198.51.100.20' };
    const guess = (name: string) =>
      api.client.auth('sign-in/email', { email: `${name}@example.org`, password: 'a wrong password' }, from);
    const first = await guess('first');
    expect([first.status, first.headers.get('ratelimit-policy')]).toEqual([401, '"passwords";q=240;w=60']);
    // Without an address no account is counted, which have a limit of their own.
    const answers = await together(300, () => api.client.auth('sign-in/email', {}, from));
    const over = answers.filter(({ status }) => status === 429);
    expect(over.length).toBeGreaterThan(0);
    expect(answers.length - over.length).toBeGreaterThanOrEqual(239);
    expect(await over[0]?.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(Number(over[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
