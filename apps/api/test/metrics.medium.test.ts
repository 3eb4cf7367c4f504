import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const TOKEN = 'a token for the tests';
let api: TestApi;
let without: TestApi;

beforeAll(async () => {
  [api, without] = await Promise.all([startTestApi({ metricsToken: TOKEN }), startTestApi()]);
});
afterAll(() => Promise.all([api.stop(), without.stop()]));

const ask = (of: TestApi, authorization?: string) =>
  fetch(`${of.url}/metrics`, authorization === undefined ? {} : { headers: { authorization } });

/** The value of one line, whatever the order of its labels. */
function sampleOf(text: string, name: string, labels: readonly string[] = []): number | undefined {
  const line = text
    .split('\n')
    .find((one) => one.startsWith(`${name}{`) && labels.every((label) => one.includes(label)));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

describe('GET /metrics', () => {
  it('counts requests by route and operations by field and outcome, and names nobody', async () => {
    const owner = await api.client.signIn(OWNER.email, OWNER.password);
    const person = await createPerson(api, owner, { name: 'Quentin Metrisch' });
    await api.client.send({ query: '{ employees { totalCount } }' }, owner);
    await api.client.send({ query: '{ employees { totalCount } }' });
    await api.client.send({ query: '{ whatNobodyDefined }' }, owner);
    await fetch(`${api.url}/exports/${person.number}`);
    const answer = await ask(api, `Bearer ${TOKEN}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await answer.text();
    const operations = 'rollcall_graphql_operation_duration_seconds_count';
    expect(sampleOf(text, operations, ['operation="employees"', 'outcome="OK"'])).toBe(1);
    expect(sampleOf(text, operations, ['operation="employees"', 'outcome="UNAUTHENTICATED"'])).toBe(1);
    expect(sampleOf(text, operations, ['operation="none"', 'outcome="BAD_USER_INPUT"'])).toBe(1);
    const requests = 'rollcall_http_request_duration_seconds_count';
    expect(sampleOf(text, requests, ['route="/graphql"', 'method="POST"', 'status="200"'])).toBeGreaterThanOrEqual(2);
    expect(sampleOf(text, 'rollcall_face_engine', ['what="workers"'])).toBe(1);
    expect(text).toMatch(/^rollcall_ready 1$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    for (const word of ['Quentin', person.number, person.id, OWNER.email, 'whatNobodyDefined', TOKEN])
      expect(text).not.toContain(word);
  });

  it('is for who has the token: no other one, no session, and nobody where none is set', async () => {
    const { cookie = '' } = await api.client.signIn(OWNER.email, OWNER.password);
    expect((await ask(api)).status).toBe(401);
    expect((await ask(api, 'Bearer another token')).status).toBe(401);
    expect((await fetch(`${api.url}/metrics`, { headers: { cookie } })).status).toBe(401);
    expect((await ask(without, `Bearer ${TOKEN}`)).status).toBe(404);
    expect((await ask(without, 'Bearer undefined')).status).toBe(404);
  });
});
