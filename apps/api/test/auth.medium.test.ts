import { randomUUID } from 'node:crypto';
import type { Role } from '@rollcall/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { SESSION_LIMITS } from '../src/auth/auth.js';
import { createFirstOwner } from '../src/auth/first-start.js';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-throttle.js';
import { bearer, type Credentials, codeOf, cookieOf } from './testing/graphql-test-client.js';
import { createKey } from './testing/people.js';
import { ORIGIN, OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const PASSWORD = 'tulip carpet ninety fog';
const VIEWER = { query: '{ viewer { id kind email roles } }' };

const ROTATE = `mutation ($input: RotateApiKeyInput!) {
  rotateApiKey(input: $input) { key apiKey { previousWorksUntil expiresAt } }
}`;

interface RotatedKey {
  readonly key: string;
  readonly apiKey: { readonly previousWorksUntil: string };
}

let api: TestApi;
let email: string;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.stop());

async function newAccount(roles: readonly Role[] = ['HR_ADMIN']): Promise<string> {
  const address = `${randomUUID()}@example.org`;
  await createAccount(api.container.auth, { email: address, name: 'Somebody', password: PASSWORD, roles });
  return address;
}

beforeEach(async () => {
  email = await newAccount();
});

const signIn = (address: string, password: string, headers: Credentials = {}) =>
  api.client.auth('sign-in/email', { email: address, password }, headers);

describe('signing in', () => {
  it('gives an opaque HttpOnly SameSite cookie that opens the API', async () => {
    const response = await signIn(email, PASSWORD);
    expect(response.status).toBe(200);
    const [cookie, ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const { data } = await api.client.send(VIEWER, { cookie: cookieOf(response) });
    expect(data.viewer).toMatchObject({ kind: 'USER', email, roles: ['HR_ADMIN'] });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const [wrong, unknown] = [
      await signIn(email, 'not the password at all'),
      await signIn('nobody@example.org', PASSWORD),
    ];
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await wrong.text()).toBe(await unknown.text());
    expect(wrong.headers.getSetCookie()).toEqual(unknown.headers.getSetCookie());
  });

  it('hashes a password for an unknown address too, so that time tells nothing', async () => {
    const hash = (await api.container.auth.$context).password;
    const { hash: original } = hash;
    let hashed = 0;
    hash.hash = async (password) => {
      hashed += 1;
      return original(password);
    };
    await signIn('nobody-else@example.org', PASSWORD);
    hash.hash = original;
    expect(hashed).toBe(1);
  });

  it('never takes over a session id that was planted before', async () => {
    const planted = 'rollcall.session_token=planted.c2lnbmF0dXJl';
    const response = await signIn(email, PASSWORD, { cookie: planted });
    expect(response.status).toBe(200);
    expect(cookieOf(response)).not.toContain('planted');
    expect(codeOf(await api.client.send(VIEWER, { cookie: planted }))).toBe('UNAUTHENTICATED');
  });

  it('pauses after a few wrong passwords, for unknown addresses too, and even the right one waits', async () => {
    for (const address of [email, 'still-nobody@example.org']) {
      const tries = Array.from({ length: SIGN_IN_LIMITS.freeTriesPerAddress }, () =>
        signIn(address, 'wrong password, sorry'),
      );
      expect((await Promise.all(tries)).map((response) => response.status)).toEqual(tries.map(() => 401));
      const paused = await signIn(address, PASSWORD);
      expect(paused.status).toBe(429);
      expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    api.clock.forward(SIGN_IN_LIMITS.firstPauseMs);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect((await signIn(email, 'wrong password, sorry')).status).toBe(401);
  });

  it('lets no more wrong passwords through when they come all at once', async () => {
    const tries = Array.from({ length: 30 }, () => signIn(email, 'wrong password, sorry'));
    const statuses = (await Promise.all(tries)).map((response) => response.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(SIGN_IN_LIMITS.freeTriesPerAddress);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30 - SIGN_IN_LIMITS.freeTriesPerAddress);
  });

  it('from one address does not lock the same person out elsewhere', async () => {
    const far = { 'x-forwarded-for': '198.51.100.7' };
    for (let index = 0; index <= SIGN_IN_LIMITS.freeTriesPerAddress; index += 1)
      await signIn(email, 'wrong password, sorry', far);
    expect((await signIn(email, PASSWORD, far)).status).toBe(429);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });
});

describe('a session', () => {
  let cookie: Credentials;
  beforeEach(async () => {
    cookie = await api.client.signIn(email, PASSWORD);
  });

  it('ends within one request when it is signed out or revoked elsewhere', async () => {
    const other = await api.client.signIn(email, PASSWORD);
    expect((await api.client.auth('revoke-other-sessions', {}, other)).status).toBe(200);
    expect(codeOf(await api.client.send(VIEWER, cookie))).toBe('UNAUTHENTICATED');
    expect((await api.client.auth('sign-out', {}, other)).status).toBe(200);
    expect(codeOf(await api.client.send(VIEWER, other))).toBe('UNAUTHENTICATED');
  });

  it('ends for good at the absolute limit, however busy it was', async () => {
    expect((await api.client.send(VIEWER, cookie)).data.viewer.email).toBe(email);
    api.clock.forward(SESSION_LIMITS.absoluteSeconds * 1000);
    expect(codeOf(await api.client.send(VIEWER, cookie))).toBe('UNAUTHENTICATED');
    const session = await fetch(`${api.url}/api/auth/get-session`, { headers: { ...cookie, origin: ORIGIN } });
    expect(await session.json()).toBeNull();
    api.clock.forward(-SESSION_LIMITS.absoluteSeconds * 1000);
    expect(codeOf(await api.client.send(VIEWER, cookie))).toBe('UNAUTHENTICATED');
  });

  it('ends after the idle limit', async () => {
    const { session } = (await (
      await fetch(`${api.url}/api/auth/get-session`, { headers: cookie as Record<string, string> })
    ).json()) as {
      session: { expiresAt: string; createdAt: string };
    };
    const lifetimeMs = Date.parse(session.expiresAt) - Date.parse(session.createdAt);
    expect(Math.round(lifetimeMs / 1000)).toBe(SESSION_LIMITS.idleSeconds);
    await api.database.nativeDb
      .collection('authSessions')
      .updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1) } });
    expect(codeOf(await api.client.send(VIEWER, cookie))).toBe('UNAUTHENTICATED');
  });

  it('is renewed by a request once the time to do so has come, and not before', async () => {
    const sessions = api.database.nativeDb.collection('authSessions');
    const ask = () =>
      fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...cookie },
        body: JSON.stringify({ query: VIEWER }),
      });
    expect((await ask()).headers.getSetCookie()).toEqual([]);
    const almostIdleMs = (SESSION_LIMITS.idleSeconds - SESSION_LIMITS.refreshSeconds - 60) * 1000;
    await sessions.updateMany({}, { $set: { expiresAt: new Date(Date.now() + almostIdleMs) } });
    expect((await ask()).headers.getSetCookie()).toEqual([expect.stringMatching(/^rollcall\.session_token=/)]);
    const renewed = await sessions.findOne({ expiresAt: { $gt: new Date(Date.now() + almostIdleMs + 60_000) } });
    expect(renewed).not.toBeNull();
  });

  it('cannot be used by a page of another site', async () => {
    const answer = await api.client.send(VIEWER, { ...cookie, origin: 'https://evil.example' });
    expect(codeOf(answer)).toBe('FORBIDDEN');
    expect((await api.client.auth('sign-out', {}, { ...cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await api.client.send(VIEWER, { ...cookie, origin: ORIGIN })).data.viewer.email).toBe(email);
  });

  it('with a changed signature is nobody', async () => {
    const forged = { cookie: `${cookie.cookie?.slice(0, -6)}AAAA%3D` };
    expect(codeOf(await api.client.send(VIEWER, forged))).toBe('UNAUTHENTICATED');
    const unsigned = { cookie: `${cookie.cookie?.split('.').slice(0, -1).join('.')}.` };
    expect(codeOf(await api.client.send(VIEWER, unsigned))).toBe('UNAUTHENTICATED');
  });

  it('with the signature of another session is nobody', async () => {
    const other = await api.client.signIn(email, PASSWORD);
    const signature = other.cookie?.split('.').at(-1);
    const forged = { cookie: [...(cookie.cookie?.split('.').slice(0, -1) ?? []), signature].join('.') };
    expect(codeOf(await api.client.send(VIEWER, forged))).toBe('UNAUTHENTICATED');
  });

  it('lets a person change the password to a good one only', async () => {
    const change = (newPassword: string) =>
      api.client.auth('change-password', { currentPassword: PASSWORD, newPassword, revokeOtherSessions: true }, cookie);
    const weak = await change('password1234');
    expect([weak.status, ((await weak.json()) as { code: string }).code]).toEqual([400, 'PASSWORD_TOO_COMMON']);
    expect((await change('short')).status).toBe(400);
    const changed = await change('forty green umbrellas');
    expect(changed.status).toBe(200);
    const { user } = (await changed.json()) as { user: { id: string } };
    const { nodes } = await api.database.repositories.audit.list({ actorId: user.id }, { first: 10 });
    // The session that replaces the others is no sign-in.
    expect(nodes.map((entry) => entry.action).sort()).toEqual(['PASSWORD_CHANGED', 'SIGNED_IN']);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, 'forty green umbrellas')).status).toBe(200);
  });

  it('cannot guess its own password without end', async () => {
    const guess = () =>
      api.client.auth(
        'change-password',
        { currentPassword: 'wrong password, sorry', newPassword: 'forty green umbrellas' },
        cookie,
      );
    const statuses = [];
    for (let index = 0; index <= SIGN_IN_LIMITS.freeTriesPerAddress; index += 1) statuses.push((await guess()).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the session service', () => {
  it.each([
    ['POST', 'sign-up/email'],
    ['POST', 'update-user'],
    ['POST', 'change-email'],
    ['POST', 'delete-user'],
    ['POST', 'request-password-reset'],
    ['POST', 'reset-password'],
    ['POST', 'sign-in/social'],
    ['POST', 'link-social'],
    ['POST', 'update-session'],
    ['POST', 'two-factor/send-otp'],
    ['POST', 'two-factor/verify-otp'],
    ['POST', 'two-factor/get-totp-uri'],
    ['GET', 'list-accounts'],
    ['GET', 'ok'],
    ['GET', 'error'],
    ['POST', 'sign-in/email/'],
    ['POST', 'SIGN-IN/email'],
  ])('%s %s does not exist', async (method, path) => {
    const cookie = await api.client.signIn(email, PASSWORD);
    const init =
      method === 'POST'
        ? { method, body: '{}', headers: { ...cookie, origin: ORIGIN, 'content-type': 'application/json' } }
        : { headers: cookie };
    const response = await fetch(`${api.url}/api/auth/${path}`, init as RequestInit);
    expect(response.status).toBe(404);
  });

  it('makes nobody of a sign-up', async () => {
    const before = await api.database.nativeDb.collection('authUsers').countDocuments();
    await api.client.auth('sign-up/email', {
      email: 'new@example.org',
      password: PASSWORD,
      name: 'New',
      roles: ['OWNER'],
    });
    expect(await api.database.nativeDb.collection('authUsers').countDocuments()).toBe(before);
  });

  it('reads no large body', async () => {
    const response = await api.client.auth('sign-in/email', { email, password: PASSWORD, padding: 'x'.repeat(20_000) });
    expect(response.status).toBe(413);
  });

  it('makes one account of six sign-ups with one address at once', async () => {
    const account = {
      email: `${randomUUID()}@example.org`,
      name: 'Twin',
      password: PASSWORD,
      roles: ['EMPLOYEE'] as const,
    };
    const made = await Promise.allSettled(Array.from({ length: 6 }, () => createAccount(api.container.auth, account)));
    expect(made.filter((one) => one.status === 'fulfilled' && one.value !== null)).toHaveLength(1);
    expect(await api.database.nativeDb.collection('authUsers').countDocuments({ email: account.email })).toBe(1);
  });

  it('makes no second owner at a later start', async () => {
    const wanted = { email: 'second@example.org', password: undefined };
    expect(await createFirstOwner(api.container.auth, api.database.nativeDb, wanted)).toBeNull();
  });

  it('keeps no password: only argon2id hashes with the agreed cost', async () => {
    const accounts = await api.database.nativeDb.collection('authAccounts').find().toArray();
    expect(accounts.length).toBeGreaterThan(0);
    for (const account of accounts) expect(account.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('an API key', () => {
  let owner: Credentials;
  beforeAll(async () => {
    api.clock.forward(3600_000);
    owner = await api.client.signIn(OWNER.email, OWNER.password);
  });

  it('opens what its scopes allow and tells who it is', async () => {
    const key = await createKey(api, owner, ['employees:read'], { name: 'payroll' });
    expect(key).toMatch(/^rk_[0-9a-f]+_[\w-]{43}$/);
    const { data } = await api.client.send(
      { query: '{ viewer { kind name scopes email } employees { totalCount } }' },
      bearer(key),
    );
    expect(data).toMatchObject({
      viewer: { kind: 'API_KEY', name: 'payroll', scopes: ['employees:read'], email: null },
    });
  });

  it('is kept as a hash only and shown once', async () => {
    const key = await createKey(api, owner, ['employees:read']);
    const secret = key.split('_').slice(2).join('_');
    expect(JSON.stringify(await api.database.nativeDb.collection('apiKeys').find().toArray())).not.toContain(secret);
    const { text } = await api.client.send({ query: '{ apiKeys { id name scopes } }' }, owner);
    expect(text).not.toContain(secret);
  });

  it('stops at once when it is revoked, and twice is once', async () => {
    const key = await createKey(api, owner, ['employees:read']);
    const revoke = {
      query: 'mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }',
      variables: { id: key.split('_')[1] },
    };
    const first = await api.client.send(revoke, owner);
    expect(first.data.revokeApiKey.revokedAt).not.toBeNull();
    expect((await api.client.send(revoke, owner)).data).toEqual(first.data);
    expect(codeOf(await api.client.send(VIEWER, bearer(key)))).toBe('UNAUTHENTICATED');
  });

  it('gets a new secret, beside which the old one works as long as was chosen and no longer', async () => {
    const key = await createKey(api, owner, ['employees:read']);
    const id = key.split('_')[1];
    const rotate = async (input: object) =>
      (await api.client.ask(ROTATE, { id, ...input }, owner)).data.rotateApiKey as RotatedKey;
    const works = async (text: string) => (await api.client.send(VIEWER, bearer(text))).errors === undefined;
    const second = await rotate({ overlapHours: 1 });
    expect(await Promise.all([key, second.key].map(works))).toEqual([true, true]);
    const third = await rotate({});
    expect(await Promise.all([key, second.key, third.key].map(works))).toEqual([false, true, true]);
    const overlapMs = Date.parse(third.apiKey.previousWorksUntil) - api.clock.now().getTime();
    expect(Math.round(overlapMs / 3600_000)).toBe(24);
    const { nodes } = await api.database.repositories.audit.list({ action: 'API_KEY_ROTATED' }, { first: 9 });
    expect(nodes.filter(({ target }) => target?.id === id)).toHaveLength(2);
    const found = (await api.client.send({ query: '{ apiKeys { id previousLastUsedAt lastUsedAt } }' }, owner)).data;
    const shown = found.apiKeys.find((one: { id: string }) => one.id === id);
    expect(shown.previousLastUsedAt).not.toBeNull();
    const last = await rotate({ overlapHours: 0 });
    expect(await Promise.all([second.key, third.key, last.key].map(works))).toEqual([false, false, true]);
    const stored = JSON.stringify(await api.database.nativeDb.collection('apiKeys').find().toArray());
    expect(stored).not.toContain(last.key.split('_').slice(2).join('_'));
  });

  it('keeps its old secret no longer than itself, and gets no new one once it is over', async () => {
    const expiresAt = new Date(api.clock.now().getTime() + 60_000).toISOString();
    const key = await createKey(api, owner, ['employees:read'], { expiresAt });
    const id = key.split('_')[1];
    const later = new Date(api.clock.now().getTime() + 86_400_000).toISOString();
    const rotated = await api.client.ask(ROTATE, { id, expiresAt: later }, owner);
    expect(rotated.data.rotateApiKey.apiKey).toMatchObject({ previousWorksUntil: expiresAt, expiresAt: later });
    await api.client.send({ query: `mutation { revokeApiKey(id: "${id}") { id } }` }, owner);
    expect(codeOf(await api.client.send(VIEWER, bearer(rotated.data.rotateApiKey.key)))).toBe('UNAUTHENTICATED');
    expect(codeOf(await api.client.send(VIEWER, bearer(key)))).toBe('UNAUTHENTICATED');
    for (const [input, code] of [
      [{ id }, 'BAD_USER_INPUT'],
      [{ id: 'abcdef' }, 'NOT_FOUND'],
      [{ id, overlapHours: 169 }, 'BAD_USER_INPUT'],
      [{ id, overlapHours: -1 }, 'BAD_USER_INPUT'],
    ] as const)
      expect(codeOf(await api.client.ask(ROTATE, input, owner))).toBe(code);
  });

  it('ends when it expires', async () => {
    const expiresAt = new Date(api.clock.now().getTime() + 60_000).toISOString();
    const key = await createKey(api, owner, ['employees:read'], { expiresAt });
    expect((await api.client.send(VIEWER, bearer(key))).data.viewer.kind).toBe('API_KEY');
    api.clock.forward(60_000);
    expect(codeOf(await api.client.send(VIEWER, bearer(key)))).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['a word', 'Bearer hello'],
    ['nothing behind Bearer', 'Bearer '],
    ['a key that never was', `Bearer rk_${'0'.repeat(18)}_${'A'.repeat(43)}`],
    ['a very long key', `Bearer rk_aa_${'A'.repeat(5000)}`],
  ])('that is %s is refused, even beside a good session', async (_what, authorization) => {
    const answer = await api.client.send(VIEWER, { ...owner, authorization });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('with a wrong secret is refused like one that never was', async () => {
    const key = await createKey(api, owner, ['employees:read']);
    const wrong = await api.client.send(VIEWER, bearer(`${key.slice(0, -4)}AAAA`));
    const unknown = await api.client.send(VIEWER, bearer(`rk_${'0'.repeat(18)}_${'A'.repeat(43)}`));
    expect(wrong.text).toBe(unknown.text);
  });

  it('cannot be made with an unknown scope, a past expiry or no scope', async () => {
    const query = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key } }';
    for (const input of [
      { name: 'x', scopes: ['everything'] },
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['admin', 'admin'] },
      { name: ' ', scopes: ['admin'] },
      { name: 'x', scopes: ['admin'], expiresAt: '2020-01-01T00:00:00Z' },
    ]) {
      expect(codeOf(await api.client.ask(query, input, owner))).toBe('BAD_USER_INPUT');
    }
  });
});
