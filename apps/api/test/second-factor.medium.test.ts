import { randomUUID } from 'node:crypto';
import type { Role } from '@rollcall/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-throttle.js';
import { codeAt, secretIn } from './testing/app-codes.js';
import { type Credentials, codeOf, cookieOf } from './testing/graphql-test-client.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const PASSWORD = 'tulip carpet ninety fog';
const WRONG_CODE = '000000x';
const VIEWER = { query: '{ viewer { id email } }' };
const STATE = { query: '{ secondFactor { isOn recoveryCodesLeft } }' };
const RESET = 'mutation ($userId: ID!) { resetSecondFactor(userId: $userId) { hasSecondFactor } }';

let api: TestApi;
let owner: Credentials;
let email: string;
let userId: string;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});

afterAll(() => api.stop());

beforeEach(async () => {
  [userId, email] = await newAccount();
});

async function newAccount(role: Role = 'HR_ADMIN'): Promise<[id: string, email: string]> {
  const address = `${randomUUID()}@example.org`;
  const account = { email: address, name: 'Somebody', password: PASSWORD, roles: [role] };
  return [(await createAccount(api.container.auth, account)) ?? 'taken', address];
}

/** Sets it up with the code of the step before, so that those of now and later are left for the test. */
async function setUp() {
  const cookie = await api.client.signIn(email, PASSWORD);
  const enabled = await api.client.auth('two-factor/enable', { password: PASSWORD }, cookie);
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
  const secret = secretIn(totpURI);
  const verified = await api.client.auth('two-factor/verify-totp', { code: await codeAt(secret, -1) }, cookie);
  expect(verified.status).toBe(200);
  return { secret, recoveryCodes: backupCodes, as: { cookie: cookieOf(verified) }, before: cookie };
}

async function challenge(headers: Credentials = {}): Promise<Credentials> {
  const answer = await api.client.auth('sign-in/email', { email, password: PASSWORD }, headers);
  expect(await answer.json()).toMatchObject({ twoFactorRedirect: true });
  return { ...headers, cookie: cookieOf(answer) };
}

const verify = (code: string, as: Credentials, kind = 'totp') =>
  api.client.auth(`two-factor/verify-${kind}`, { code }, as);

const actionsOf = async (id: string) =>
  (await api.database.repositories.audit.list({ actorId: id }, { first: 50 })).nodes.map(({ action }) => action).sort();

describe('a second factor', () => {
  it('is on only after a right code, and shows neither secret nor codes again', async () => {
    const cookie = await api.client.signIn(email, PASSWORD);
    expect((await api.client.auth('two-factor/enable', { password: 'not the password' }, cookie)).status).toBe(400);
    await api.client.auth('two-factor/enable', { password: PASSWORD }, cookie);
    expect((await api.client.send(STATE, cookie)).data.secondFactor).toEqual({ isOn: false, recoveryCodesLeft: 0 });
    expect((await api.client.auth('sign-in/email', { email, password: PASSWORD })).status).toBe(200);
    expect((await verify('123', cookie)).status).toBe(401);
    const { as, secret, recoveryCodes } = await setUp();
    expect((await api.client.send(STATE, as)).data.secondFactor).toEqual({ isOn: true, recoveryCodesLeft: 10 });
    expect((await api.client.auth('two-factor/enable', { password: PASSWORD }, as)).status).toBe(400);
    const stored = JSON.stringify(await api.database.nativeDb.collection('authTwoFactors').find().toArray());
    for (const text of [secret, ...recoveryCodes]) expect(stored + api.logged.join('')).not.toContain(text);
    expect(await actionsOf(userId)).toContain('SECOND_FACTOR_SET_UP');
  });

  it('stands between the password and the account', async () => {
    const { secret } = await setUp();
    const started = (await actionsOf(userId)).filter((action) => action === 'SIGNED_IN').length;
    const pending = await challenge();
    expect(codeOf(await api.client.send(VIEWER, pending))).toBe('UNAUTHENTICATED');
    expect(await api.database.nativeDb.collection('authSessions').countDocuments({ userId })).toBe(1);
    expect((await actionsOf(userId)).filter((action) => action === 'SIGNED_IN')).toHaveLength(started);
    const entered = await verify(await codeAt(secret), pending);
    expect(entered.status).toBe(200);
    expect((await api.client.send(VIEWER, { cookie: cookieOf(entered) })).data.viewer.email).toBe(email);
    expect((await actionsOf(userId)).filter((action) => action === 'SIGNED_IN')).toHaveLength(started + 1);
  });

  it('takes each code once, also when it comes several times at once, and none before the last', async () => {
    const { secret } = await setUp();
    const [now, next] = [await codeAt(secret), await codeAt(secret, 1)];
    const doors = await Promise.all(Array.from({ length: 4 }, () => challenge()));
    const statuses = await Promise.all(doors.map(async (door) => (await verify(next, door)).status));
    expect(statuses.sort()).toEqual([200, 401, 401, 401]);
    expect((await verify(next, await challenge())).status).toBe(401);
    expect((await verify(now, await challenge({ 'x-forwarded-for': '198.51.100.9' }))).status).toBe(401);
  });

  it('lets a recovery code in once, and no other way than from the sign-in', async () => {
    const { recoveryCodes, as } = await setUp();
    const [first = '', second = ''] = recoveryCodes;
    expect((await verify(first, as, 'backup-code')).status).toBe(400);
    const silent = { code: second, disableSession: true };
    expect((await api.client.auth('two-factor/verify-backup-code', silent, await challenge())).status).toBe(400);
    const statuses = await Promise.all(
      [await challenge(), await challenge(), await challenge()].map(
        async (door) => (await verify(first, door, 'backup-code')).status,
      ),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect((await verify(first, await challenge(), 'backup-code')).status).toBe(401);
    expect((await api.client.send(STATE, as)).data.secondFactor.recoveryCodesLeft).toBe(9);
    expect(await actionsOf(userId)).toEqual(expect.arrayContaining(['RECOVERY_CODE_USED', 'SECOND_FACTOR_REFUSED']));
  });

  it('slows guessing down, across challenges, and a right password wipes nothing out', async () => {
    const { secret } = await setUp();
    for (let tries = 0; tries < SIGN_IN_LIMITS.freeTriesPerAddress; tries += 1)
      expect((await verify(WRONG_CODE, await challenge())).status).toBe(401);
    const paused = await verify(await codeAt(secret), await challenge());
    expect(paused.status).toBe(429);
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(0);
    const elsewhere = await challenge({ 'x-forwarded-for': '198.51.100.8' });
    expect((await verify(await codeAt(secret), elsewhere)).status).toBe(200);
  });

  it('remembers no browser, and one challenge opens one session', async () => {
    const { secret } = await setUp();
    const pending = await challenge();
    const trusting = { code: await codeAt(secret), trustDevice: true };
    expect((await api.client.auth('two-factor/verify-totp', trusting, pending)).status).toBe(400);
    expect((await verify(await codeAt(secret), pending)).status).toBe(200);
    expect((await verify(await codeAt(secret, 1), pending)).status).toBe(401);
  });

  it.each(['disable', 'generate-backup-codes'])('%s needs password and code', async (path) => {
    const { secret, recoveryCodes, as } = await setUp();
    const ask = (body: object) => api.client.auth(`two-factor/${path}`, body, as);
    const code = await codeAt(secret);
    expect((await ask({ password: PASSWORD })).status).toBe(401);
    expect((await ask({ password: 'not the password', code })).status).toBe(400);
    expect((await ask({ password: PASSWORD, code: recoveryCodes[0]?.toLowerCase() })).status).toBe(401);
    const done = await ask({ password: PASSWORD, code });
    expect(done.status).toBe(200);
    const isOff = path === 'disable';
    const now = isOff ? { cookie: cookieOf(done) } : as;
    const expected = isOff ? { isOn: false, recoveryCodesLeft: 0 } : { isOn: true, recoveryCodesLeft: 10 };
    expect((await api.client.send(STATE, now)).data.secondFactor).toEqual(expected);
    expect(await actionsOf(userId)).toContain(isOff ? 'SECOND_FACTOR_SWITCHED_OFF' : 'RECOVERY_CODES_RENEWED');
    if (!isOff) expect((await verify(recoveryCodes[1] ?? '', await challenge(), 'backup-code')).status).toBe(401);
  });

  it('is reset by an owner for somebody else, who is signed out everywhere', async () => {
    const { as } = await setUp();
    const reset = (by: Credentials, id = userId) => api.client.send({ query: RESET, variables: { userId: id } }, by);
    expect(codeOf(await reset(as))).toBe('FORBIDDEN');
    expect(codeOf(await reset(owner, 'no such id'))).toBe('NOT_FOUND');
    expect((await reset(owner)).data.resetSecondFactor).toEqual({ hasSecondFactor: false });
    expect(codeOf(await api.client.send(VIEWER, as))).toBe('UNAUTHENTICATED');
    expect(codeOf(await reset(owner))).toBe('BAD_USER_INPUT');
    const again = await api.client.signIn(email, PASSWORD);
    expect((await api.client.send(VIEWER, again)).data.viewer.email).toBe(email);
    const { nodes } = await api.database.repositories.audit.list({ action: 'SECOND_FACTOR_RESET' }, { first: 9 });
    expect(nodes.filter(({ target }) => target?.id === userId)).toHaveLength(1);
  });
});
