import { randomUUID } from 'node:crypto';
import type { AttendanceEvent } from '@rollcall/db';
import { anAttempt, anEvent } from '@rollcall/db/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createAccount } from '../src/auth/accounts.js';
import { LIVE_LIMITS } from '../src/live/live-limits.js';
import { bearer, type Credentials } from './testing/graphql-test-client.js';
import { codeOfAnswer, type LiveAnswer, LiveClient } from './testing/live-client.js';
import { createKey, createPerson } from './testing/people.js';
import { ORIGIN, OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const MARKS = `subscription ($siteId: ID, $after: String) {
  attendanceRecorded(siteId: $siteId, after: $after) { cursor node { id kind employee { id number } } }
}`;
const PRESENCE = 'subscription ($siteId: ID) { presenceChanged(siteId: $siteId) { siteIds asOf } }';
const REFUSALS = 'subscription { captureRefused { cursor node { id outcome similarity } } }';
const JOB = 'subscription ($id: ID!) { jobProgress(id: $id) { id state progress { stage done total } } }';

let api: TestApi;
let owner: Credentials;
let north: string;
let south: string;
const clients: LiveClient[] = [];

beforeAll(async () => {
  api = await startTestApi({ recheckMs: 100 });
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  [north, south] = await Promise.all([site('North'), site('South')]);
});
afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));
afterAll(() => api.stop());

function listen(as: Credentials): LiveClient {
  const client = new LiveClient(api.url, as);
  clients.push(client);
  return client;
}

async function site(name: string): Promise<string> {
  const at = new Date();
  const made = { id: randomUUID(), name: `${name} ${randomUUID()}`, timeZone: 'UTC', createdAt: at, updatedAt: at };
  return (await api.database.repositories.sites.insert(made)).id;
}

async function signInAs(roles: ('MANAGER' | 'EMPLOYEE' | 'AUDITOR')[], more: object = {}) {
  const account = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog' };
  const id = await createAccount(api.container.auth, { ...account, name: 'Somebody', roles, ...more });
  if (id === null) throw new Error('no account was made');
  return { id, credentials: await api.client.signIn(account.email, account.password) };
}

/** What an answer tells; it must tell something. */
function dataOf(answer: LiveAnswer | undefined) {
  if (answer?.data == null) throw new Error(`no data: ${JSON.stringify(answer)}`);
  return answer.data;
}

let second = 0;
/** As another process would have written it. */
async function mark(employeeId: string, siteId: string): Promise<AttendanceEvent> {
  second += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 8, 0, second));
  return api.database.repositories.attendanceEvents.insert(anEvent(employeeId, { siteId, at, recordedAt: at }));
}

/** Begins to follow, and makes sure that it is heard: marks are made until one arrives. */
async function following(client: LiveClient, query: string, nudge: () => Promise<unknown>, variables = {}) {
  const answers = client.follow(query, variables);
  let isHeard = false;
  const first = answers.next().finally(() => {
    isHeard = true;
  });
  await expect
    .poll(
      async () => {
        if (!isHeard) await nudge();
        return isHeard;
      },
      { timeout: 10_000, interval: 300 },
    )
    .toBe(true);
  return { answers, first: (await first).value };
}

/** The next mark of this person, past what the beginning still has in the pipe. */
async function nextOf(answers: AsyncIterableIterator<{ data?: unknown }>, employeeId: string) {
  for await (const { data } of { [Symbol.asyncIterator]: () => ({ next: () => answers.next() }) }) {
    const edge = (data as { attendanceRecorded: { cursor: string; node: { id: string; employee: { id: string } } } })
      .attendanceRecorded;
    if (edge.node.employee?.id === employeeId) return edge;
  }
  throw new Error('ended');
}

describe('attendanceRecorded', () => {
  it('tells a key and a signed-in person each mark in order, and goes on after a cursor', async () => {
    const person = await createPerson(api, owner, { siteId: north });
    const key = bearer(await createKey(api, owner, ['attendance:read', 'employees:read']));
    const noise = await createPerson(api, owner, { siteId: north });
    const nudge = () => mark(noise.id, north);
    const [byKey, byCookie] = await Promise.all([
      following(listen(key), MARKS, nudge),
      following(listen(owner), MARKS, nudge),
    ]);
    const made = [await mark(person.id, north), await mark(person.id, north), await mark(person.id, south)];
    for (const { answers } of [byKey, byCookie]) {
      const first = await nextOf(answers, person.id);
      expect(first.node).toMatchObject({ id: made[0]?.id, employee: { id: person.id, number: person.number } });
      expect((await nextOf(answers, person.id)).node.id).toBe(made[1]?.id);
      const { cursor } = first;
      const resumed = listen(key).follow(MARKS, { after: cursor });
      expect((await nextOf(resumed, person.id)).node.id).toBe(made[1]?.id);
      expect((await nextOf(resumed, person.id)).node.id).toBe(made[2]?.id);
    }
  });

  it('shows a manager the own sites alone, and an employee nothing but the own marks', async () => {
    const [here, there] = await Promise.all([
      createPerson(api, owner, { siteId: north }),
      createPerson(api, owner, { siteId: south }),
    ]);
    const manager = await signInAs(['MANAGER'], { siteIds: [north] });
    const employee = await signInAs(['EMPLOYEE'], { employeeId: there.id });
    const [seenByManager, seenByEmployee] = await Promise.all([
      following(listen(manager.credentials), MARKS, () => mark(here.id, north)),
      following(listen(employee.credentials), MARKS, () => mark(there.id, south)),
    ]);
    await mark(there.id, south);
    await mark(here.id, north);
    const last = { here: await mark(here.id, north), there: await mark(there.id, south) };
    for (const [{ answers, first }, own, end] of [
      [seenByManager, here, last.here],
      [seenByEmployee, there, last.there],
    ] as const) {
      let { node } = dataOf(first).attendanceRecorded;
      while (node.id !== end.id) {
        expect(node.employee.id).toBe(own.id);
        node = dataOf((await answers.next()).value).attendanceRecorded.node;
      }
    }
    const foreign = listen(manager.credentials).follow(MARKS, { siteId: south });
    const answered = foreign.next();
    await mark(there.id, south);
    await mark(there.id, south);
    const isTold = await Promise.race([answered.then(() => true), nextMark(seenByManager.answers, here.id, north)]);
    expect(isTold).toBe(false);
  });

  it('says that a cursor cannot be gone on from', async () => {
    expect(codeOfAnswer(await listen(owner).first(MARKS, { after: 'nonsense' }))).toBe('BAD_USER_INPUT');
    const cursor = Buffer.from(JSON.stringify(['marks', '0123456789ABCDEF'])).toString('base64url');
    expect(codeOfAnswer(await listen(owner).first(MARKS, { after: cursor }))).toBe('RESYNC_REQUIRED');
  });
});

/** A mark that is seen later than those before it. */
async function nextMark(answers: AsyncIterableIterator<{ data?: unknown }>, employeeId: string, siteId: string) {
  const { id } = await mark(employeeId, siteId);
  while ((await nextOf(answers, employeeId)).node.id !== id);
  return false;
}

describe('presenceChanged', () => {
  it('names the site of the mark and the one where the person was before, of those that may be seen', async () => {
    const person = await createPerson(api, owner, { siteId: north });
    const manager = await signInAs(['MANAGER'], { siteIds: [north] });
    const all = await following(listen(owner), PRESENCE, () => mark(person.id, north));
    const own = await following(listen(manager.credentials), PRESENCE, () => mark(person.id, north));
    await mark(person.id, south);
    const until = async (answers: typeof all.answers, wanted: readonly string[]) => {
      for (;;) {
        const { siteIds } = dataOf((await answers.next()).value).presenceChanged;
        if (siteIds.length === wanted.length) return siteIds;
      }
    };
    expect((await until(all.answers, [south, north])).sort()).toEqual([north, south].sort());
    expect(own.first?.data.presenceChanged.siteIds).toEqual([north]);
    expect(await until(own.answers, [north])).toEqual([north]);
  });
});

describe('captureRefused', () => {
  it('tells of refused attempts and not of granted ones, without numbers for who may not see them', async () => {
    const { captureAttempts } = api.database.repositories;
    const refuse = () => captureAttempts.insert(anAttempt({ id: randomUUID(), outcome: 'NON_MATCH', siteId: north }));
    const { answers } = await following(listen(owner), REFUSALS, refuse);
    await captureAttempts.insert(anAttempt({ id: randomUUID(), outcome: 'RECORDED', siteId: north }));
    const last = await captureAttempts.insert(
      anAttempt({ id: randomUUID(), outcome: 'PRESENTATION_ATTACK', siteId: north }),
    );
    for (;;) {
      const { node } = dataOf((await answers.next()).value).captureRefused;
      expect(node.outcome).not.toBe('RECORDED');
      if (node.id === last.id) break;
    }
  });
});

describe('jobProgress', () => {
  it('tells a job as it is, each change, and ends with it; a job of somebody else is not there', async () => {
    const { jobs } = api.database.repositories;
    const { id: userId } = await signInAs(['AUDITOR']);
    const id = randomUUID();
    const grant = { scopes: [], siteIds: null, padPolicy: 'REFUSE' } as const;
    const createdBy = { kind: 'USER', id: userId } as const;
    const wanted = { kind: 'EMPLOYEE_IMPORT', isDryRun: true, input: {} } as const;
    await jobs.insert({ id, ...wanted, createdBy, grant, createdAt: new Date() });
    const key = await createKey(api, owner, ['attendance:read']);
    expect(codeOfAnswer(await listen(bearer(key)).first(JOB, { id }))).toBe('NOT_FOUND');
    const answers = listen(owner).follow(JOB, { id });
    const states: string[] = [];
    for await (const { data } of answers) {
      const { state } = data.jobProgress;
      if (states.at(-1) !== state) states.push(state);
      if (state === 'QUEUED') {
        const at = { now: new Date(), leaseMs: 60_000 };
        const claim = await jobs.claimNext({ kinds: ['EMPLOYEE_IMPORT'], token: randomUUID(), ...at, id });
        if (claim !== null) await jobs.finish(claim, 'SUCCEEDED', { now: new Date() });
      }
    }
    expect(states[0]).toBe('QUEUED');
    expect(states.at(-1)).toBe('SUCCEEDED');
  });
});

/** How an upgrade ends: with its HTTP status, or 101. */
function upgrade(headers: Record<string, string>, path = '/graphql'): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, ['graphql-transport-ws'], { headers });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
}

describe('who may listen', () => {
  it('is nobody from a page of another origin, whatever cookie the browser adds', async () => {
    const cookie = owner.cookie ?? '';
    expect(await upgrade({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await upgrade({ cookie, origin: 'null' })).toBe(403);
    expect(await upgrade({ cookie, origin: ORIGIN })).toBe(101);
    expect(await upgrade({ cookie, origin: ORIGIN }, '/elsewhere')).toBe(404);
  });

  it('is nobody without a live session or key, and a wrong key is not made up for by a cookie', async () => {
    expect(await listen({}).closed).toMatchObject({ code: 4401 });
    expect(await listen({ authorization: 'Bearer rk_abcdef_nonsense' }).closed).toMatchObject({ code: 4401 });
    expect(await listen({ ...owner, authorization: 'Bearer rk_abcdef_nonsense' }).closed).toMatchObject({ code: 4401 });
    expect(await listen({ cookie: 'rollcall.session_token=nonsense' }).closed).toMatchObject({ code: 4401 });
  });

  it('is asked again while the socket is open: a revoked key and an ended session hear nothing more', async () => {
    const key = await createKey(api, owner, ['attendance:read']);
    const byKey = listen(bearer(key));
    const { id, credentials } = await signInAs(['AUDITOR']);
    const bySession = listen(credentials);
    await Promise.all([byKey.opened, bySession.opened]);
    const keys = await api.client.send({ query: '{ apiKeys { id revokedAt } }' }, owner);
    const keyId = key.split('_')[1];
    expect(keys.data.apiKeys.map((one: { id: string }) => one.id)).toContain(keyId);
    await api.client.send({ query: `mutation { revokeApiKey(id: "${keyId}") { id } }` }, owner);
    await api.database.repositories.userSessions.removeOf(id);
    expect(await byKey.closed).toMatchObject({ code: 4401 });
    expect(await bySession.closed).toMatchObject({ code: 4401 });
  });

  it('closes the socket of a deactivated person, and of one whose rights have changed', async () => {
    const [gone, changed] = await Promise.all([signInAs(['AUDITOR']), signInAs(['AUDITOR'])]);
    const sockets = [listen(gone.credentials), listen(changed.credentials)] as const;
    await Promise.all(sockets.map(({ opened }) => opened));
    const deactivated = await api.client.send(
      { query: `mutation { deactivateUser(userId: "${gone.id}") { id } }` },
      owner,
    );
    expect(deactivated.errors).toBeUndefined();
    const users = api.database.nativeDb.collection('authUsers');
    await users.updateOne({ _id: changed.id as never }, { $set: { roles: ['EMPLOYEE'] } });
    expect(await sockets[0].closed).toMatchObject({ code: 4401 });
    expect(await sockets[1].closed).toMatchObject({ code: 4403 });
  });
});

describe('what one socket may ask', () => {
  it('is subscriptions only, no deeper and no heavier than over HTTP, and nothing about the schema', async () => {
    const client = listen(owner);
    const cases = {
      'query { viewer { __typename } }': 'BAD_USER_INPUT',
      'mutation { endUserSession(id: "x") { __typename } }': 'BAD_USER_INPUT',
      'subscription { nothingLikeThis { id } }': 'BAD_USER_INPUT',
      'subscription {': 'BAD_USER_INPUT',
      'subscription { __schema { types { name } } }': 'BAD_USER_INPUT',
      [`subscription { attendanceRecorded { node { ${'employee { department { manager { '.repeat(4)} id ${'} } } '.repeat(4)} } } }`]:
        'QUERY_TOO_COMPLEX',
      [`subscription { attendanceRecorded { node { ${Array.from({ length: 40 }, (_, i) => `a${i}: id`).join(' ')} } } }`]:
        'QUERY_TOO_COMPLEX',
    };
    for (const [query, code] of Object.entries(cases))
      expect([query, codeOfAnswer(await client.first(query))]).toEqual([query, code]);
    const answer = await api.client.send({ query: 'subscription { presenceChanged { siteIds } }' }, owner);
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(answer.status).toBe(400);
  });

  it('is at most so many subscriptions at once', async () => {
    const client = listen(owner);
    for (let count = 0; count < LIVE_LIMITS.subscriptionsPerSocket; count += 1) void client.follow(PRESENCE).next();
    expect(codeOfAnswer(await client.first(PRESENCE))).toBe('RATE_LIMITED');
  });

  it('and one key has at most so many sockets', async () => {
    const key = bearer(await createKey(api, owner, ['attendance:read']));
    const sockets = Array.from({ length: LIVE_LIMITS.socketsPerActor }, () => listen(key));
    await Promise.all(sockets.map(({ opened }) => opened));
    expect(await listen(key).closed).toMatchObject({ code: 4429 });
    await sockets[0]?.close();
    await sockets[0]?.closed;
    await listen(key).opened;
  });
});

it('tells nothing that only the log may know', () => {
  expect(api.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});
