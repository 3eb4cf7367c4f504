import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { AUTH_COLLECTIONS, SESSION_LIMITS } from '../src/auth/auth.js';
import { TestAuthenticator } from './testing/authenticator.js';
import { type Credentials, codeOf, cookieOf } from './testing/graphql-test-client.js';
import { ORIGIN, OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const PASSWORD = 'tulip carpet ninety fog';
const RP_ID = new URL(ORIGIN).hostname;
const VIEWER = { query: '{ viewer { id } }' };
const RESET = 'mutation ($userId: ID!) { resetSecondFactor(userId: $userId) { hasPasskey } }';
const PEOPLE = { query: '{ users(first: 100) { nodes { id hasPasskey } } }' };

let api: TestApi;
let email: string;
let userId: string;
let cookie: Credentials;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.stop());

beforeEach(async () => {
  email = `${randomUUID()}@example.org`;
  const account = { email, name: 'Somebody', password: PASSWORD, roles: ['HR_ADMIN'] as const };
  userId = (await createAccount(api.container.auth, account)) ?? 'taken';
  cookie = await api.client.signIn(email, PASSWORD);
});

/** The challenge, and the cookies to answer it with. */
async function challenge(kind: 'register' | 'authenticate', as: Credentials = {}) {
  const headers = { origin: ORIGIN, ...as };
  const answer = await fetch(`${api.url}/api/auth/passkey/generate-${kind}-options`, { headers });
  const options = (await answer.json()) as { challenge: string };
  const given = [as.cookie, cookieOf(answer)].filter((one) => one !== undefined && one !== '').join('; ');
  return { status: answer.status, options, as: { cookie: given } };
}

async function add(key: TestAuthenticator, more: object = {}) {
  const { options, as } = await challenge('register', cookie);
  const body = { response: key.create(options.challenge, RP_ID), name: 'My phone', ...more };
  return api.client.auth('passkey/verify-registration', body, as);
}

async function signInWith(key: TestAuthenticator) {
  const { options, as } = await challenge('authenticate');
  return api.client.auth('passkey/verify-authentication', { response: key.get(options.challenge, RP_ID) }, as);
}

const newKey = () => new TestAuthenticator({ origin: ORIGIN });

const actionsOf = async (id: string) =>
  (await api.database.repositories.audit.list({ actorId: id }, { first: 50 })).nodes.map(({ action }) => action).sort();

const keysOf = (id: string) =>
  api.database.nativeDb.collection(AUTH_COLLECTIONS.passkey).countDocuments({ userId: id });

describe('a passkey', () => {
  it('is added by who signed in a moment ago, and signs in without a password', async () => {
    const key = newKey();
    expect((await add(key)).status).toBe(200);
    const answer = await signInWith(key);
    expect(answer.status).toBe(200);
    expect((await api.client.send(VIEWER, { cookie: cookieOf(answer) })).data.viewer).toEqual({ id: userId });
    expect(await actionsOf(userId)).toEqual(['PASSKEY_ADDED', 'SIGNED_IN', 'SIGNED_IN']);
  });

  it('is not added by a session that is no longer fresh, nor by nobody', async () => {
    expect((await challenge('register')).status).toBe(401);
    const old = new Date(Date.now() - (SESSION_LIMITS.freshSeconds + 60) * 1000);
    await api.database.nativeDb
      .collection(AUTH_COLLECTIONS.session)
      .updateMany({ userId }, { $set: { createdAt: old } });
    expect((await challenge('register', cookie)).status).toBe(403);
    expect(await keysOf(userId)).toBe(0);
  });

  it('is refused if it did not check its owner, when it is added and when it is used', async () => {
    const careless = new TestAuthenticator({ origin: ORIGIN, checksOwner: false });
    expect((await add(careless)).status).toBe(401);
    expect(await keysOf(userId)).toBe(0);
    const key = newKey();
    await add(key);
    Object.assign(key, { options: { origin: ORIGIN, checksOwner: false } });
    const answer = await signInWith(key);
    expect(answer.status).toBe(401);
    expect(cookieOf(answer)).not.toContain('session_token');
  });

  it('is refused from the page of another site, with another key, and for an answer given before', async () => {
    const key = newKey();
    await add(key);
    const phished = Object.assign(Object.create(TestAuthenticator.prototype), key, {
      options: { origin: 'https://rollcall.evil.example' },
    }) as TestAuthenticator;
    expect((await signInWith(phished)).status).toBe(400);
    expect((await signInWith(newKey())).status).toBe(401);
    const { options, as } = await challenge('authenticate');
    const body = { response: key.get(options.challenge, RP_ID) };
    expect((await api.client.auth('passkey/verify-authentication', body, as)).status).toBe(200);
    expect((await api.client.auth('passkey/verify-authentication', body, as)).status).toBe(400);
  });

  it('makes no session while it is added', async () => {
    expect((await add(newKey(), { createSession: true })).status).toBe(400);
  });

  it('goes when an owner resets the second factor, with all sessions', async () => {
    const key = newKey();
    await add(key);
    const owner = await api.client.signIn(OWNER.email, OWNER.password);
    const { users } = (await api.client.send(PEOPLE, owner)).data;
    expect(users.nodes).toContainEqual({ id: userId, hasPasskey: true });
    expect(users.nodes.filter(({ hasPasskey }: { hasPasskey: boolean }) => !hasPasskey)).not.toEqual([]);
    const answer = await api.client.send({ query: RESET, variables: { userId } }, owner);
    expect(answer.data.resetSecondFactor).toEqual({ hasPasskey: false });
    expect(await keysOf(userId)).toBe(0);
    expect((await signInWith(key)).status).toBe(401);
    expect(codeOf(await api.client.send(VIEWER, cookie))).toBe('UNAUTHENTICATED');
  });

  it('is taken away by its owner only', async () => {
    await add(newKey());
    const list = await fetch(`${api.url}/api/auth/passkey/list-user-passkeys`, {
      headers: { origin: ORIGIN, ...cookie },
    });
    const [{ id = '' } = {}] = (await list.json()) as Array<{ id: string }>;
    const other = await api.client.signIn(OWNER.email, OWNER.password);
    expect((await api.client.auth('passkey/delete-passkey', { id }, other)).status).toBe(401);
    expect(await keysOf(userId)).toBe(1);
    expect((await api.client.auth('passkey/delete-passkey', { id }, cookie)).status).toBe(200);
    expect(await keysOf(userId)).toBe(0);
    expect(await actionsOf(userId)).toContain('PASSKEY_REMOVED');
  });

  it('opens nothing for who was turned off', async () => {
    const key = newKey();
    await add(key);
    await api.database.nativeDb
      .collection(AUTH_COLLECTIONS.user)
      .updateOne({ email }, { $set: { deactivatedAt: new Date() } });
    const answer = await signInWith(key);
    expect(answer.status).toBe(401);
    expect(cookieOf(answer)).not.toContain('session_token');
  });
});
