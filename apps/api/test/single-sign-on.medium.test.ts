import { randomUUID } from 'node:crypto';
import type { Role } from '@rollcall/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { AUTH_COLLECTIONS } from '../src/auth/auth.js';
import { cookieOf } from './testing/graphql-test-client.js';
import { CLIENT, startOpenIdProvider } from './testing/openid-provider.js';
import { ORIGIN, startTestApi, type TestApi } from './testing/test-api.js';

const CALLBACK = `${ORIGIN}/api/auth/callback/sso`;
const START = {
  provider: 'sso',
  callbackURL: '/overview',
  errorCallbackURL: '/sign-in?sso=failed',
  disableRedirect: true,
};
const VIEWER = { query: '{ viewer { id email } }' };

let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
let api: TestApi;

beforeAll(async () => {
  provider = await startOpenIdProvider(CALLBACK);
  api = await startTestApi({
    singleSignOn: { ...CLIENT, issuer: provider.issuer, name: 'Works login', trustsAddresses: false },
  });
});

afterAll(async () => {
  await api.stop();
  await provider.stop();
});

async function newUser(): Promise<{ id: string; email: string }> {
  const email = `${randomUUID()}@example.org`;
  const account = { email, name: 'Somebody', password: 'tulip carpet ninety fog', roles: ['HR_ADMIN'] as const };
  return { id: (await createAccount(api.container.auth, account)) ?? 'taken', email };
}

/** Follows the provider's redirects as a browser does, until it sends us back. */
async function throughProvider(start: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let step = 0; step < 10 && !url.startsWith(ORIGIN); step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null)
      throw new Error(`the provider answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    url = new URL(next, url).href;
  }
  return url;
}

async function begin() {
  const started = await api.client.auth('sign-in/social', START);
  const { url } = (await started.json()) as { url: string };
  return { status: started.status, url, cookie: cookieOf(started) };
}

/** The dashboard hands what comes back on to us. */
const comeBack = (url: string, cookie: string) =>
  fetch(url.replace(ORIGIN, api.url), { redirect: 'manual', headers: { cookie } });

async function signIn() {
  const { url, cookie } = await begin();
  const back = await throughProvider(url);
  return { answer: await comeBack(back, cookie), back, cookie };
}

const actionsOf = async (id: string) =>
  (await api.database.repositories.audit.list({ actorId: id }, { first: 50 })).nodes.map(({ action }) => action).sort();

const usersIn = () => api.database.nativeDb.collection(AUTH_COLLECTIONS.user).countDocuments();

describe('single sign-on', () => {
  it('is announced before the sign-in', async () => {
    expect((await api.client.send({ query: '{ setupStatus { singleSignOn } }' })).data.setupStatus).toEqual({
      singleSignOn: 'Works login',
    });
  });

  it('lets in the person whose verified address has an account here, again and again, and keeps no token', async () => {
    const user = await newUser();
    provider.signInAs({ sub: user.id, email: user.email, email_verified: true });
    const first = await signIn();
    expect(first.answer.headers.get('location')).toMatch(/\/overview$/);
    const { data } = await api.client.send(VIEWER, { cookie: cookieOf(first.answer) });
    expect(data.viewer).toEqual({ id: user.id, email: user.email });
    const second = await signIn();
    expect(cookieOf(second.answer)).toContain('session_token');
    expect(await actionsOf(user.id)).toEqual(['SIGNED_IN', 'SIGNED_IN', 'SINGLE_SIGN_ON_LINKED']);
    const accounts = await api.database.nativeDb
      .collection(AUTH_COLLECTIONS.account)
      .find({ userId: user.id, providerId: 'sso' })
      .toArray();
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({ accessToken: null, refreshToken: null, idToken: null });
  });

  it('counts as the second factor of a role only if the setting says that the provider asks for one', async () => {
    const user = await newUser();
    provider.signInAs({ sub: user.id, email: user.email, email_verified: true });
    const as = { cookie: cookieOf((await signIn()).answer) };
    const { settings } = api.database.repositories;
    const set = async (change: { secondFactorRoles?: readonly Role[]; isSecondFactorBySingleSignOn?: boolean }) =>
      settings.update(change, { version: (await settings.get()).version, now: new Date() });
    const codes = async () => (await api.client.send({ query: '{ employees { totalCount } }' }, as)).errors;
    await set({ secondFactorRoles: ['HR_ADMIN'] });
    expect((await codes())?.[0]?.extensions.code).toBe('SECOND_FACTOR_REQUIRED');
    await set({ isSecondFactorBySingleSignOn: true });
    expect(await codes()).toBeUndefined();
    await set({ secondFactorRoles: [], isSecondFactorBySingleSignOn: false });
  });

  it('makes no account for who has none', async () => {
    const before = await usersIn();
    provider.signInAs({ sub: randomUUID(), email: 'stranger@example.org', email_verified: true });
    const { answer } = await signIn();
    expect(answer.headers.get('location')).toMatch(/\/sign-in\?sso=failed&error=signup_disabled/);
    expect(cookieOf(answer)).not.toContain('session_token');
    expect(await usersIn()).toBe(before);
  });

  it('does not trust an address the provider has not verified', async () => {
    const user = await newUser();
    provider.signInAs({ sub: randomUUID(), email: user.email, email_verified: false });
    const { answer } = await signIn();
    expect(answer.headers.get('location')).toMatch(/\/sign-in\?sso=failed&error=account_not_linked/);
    expect(await actionsOf(user.id)).toEqual([]);
  });

  it('does not let in who was turned off', async () => {
    const user = await newUser();
    provider.signInAs({ sub: user.id, email: user.email, email_verified: true });
    await api.database.nativeDb
      .collection(AUTH_COLLECTIONS.user)
      .updateOne({ email: user.email }, { $set: { deactivatedAt: new Date() } });
    const { answer } = await signIn();
    expect(answer.headers.get('location')).toMatch(/\/sign-in\?sso=failed&error=/);
    expect(cookieOf(answer)).not.toContain('session_token');
    expect(await actionsOf(user.id)).not.toContain('SIGNED_IN');
  });

  it('takes an answer of the provider once, and only in the browser that asked', async () => {
    const user = await newUser();
    provider.signInAs({ sub: user.id, email: user.email, email_verified: true });
    const { url } = await begin();
    const stolen = await comeBack(await throughProvider(url), '');
    expect(cookieOf(stolen)).not.toContain('session_token');
    const { back, cookie } = await signIn();
    const again = await comeBack(back, cookie);
    expect(cookieOf(again)).not.toContain('session_token');
  });

  it.each([
    ['another provider', { ...START, provider: 'google' }, 400],
    ['a token in place of the way through the provider', { ...START, idToken: { token: 'x' } }, 400],
    ['the wish to sign up', { ...START, requestSignUp: true }, 400],
    ['a foreign page to go on to', { ...START, callbackURL: 'https://evil.example' }, 403],
    ['a foreign page for errors', { ...START, errorCallbackURL: '//evil.example' }, 403],
  ])('refuses %s', async (_what, body, status) => {
    expect((await api.client.auth('sign-in/social', body)).status).toBe(status);
  });
});

describe('single sign-on that is not there', () => {
  it('says so where the provider cannot be reached', async () => {
    const broken = await startTestApi({
      singleSignOn: { ...CLIENT, issuer: 'http://127.0.0.1:9', name: 'Gone', trustsAddresses: false },
    });
    try {
      const answer = await broken.client.auth('sign-in/social', START);
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'SINGLE_SIGN_ON_UNAVAILABLE' } }] });
      const back = await fetch(`${broken.url}/api/auth/callback/sso?code=1&state=2`, { redirect: 'manual' });
      expect(back.headers.get('location')).toBe('/sign-in?sso=failed');
    } finally {
      await broken.stop();
    }
  });
});
