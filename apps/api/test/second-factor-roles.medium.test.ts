import { randomUUID } from 'node:crypto';
import type { Role } from '@rollcall/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { ACCESS_RULES } from '../src/graphql/access-rules.js';
import { createSchema } from '../src/graphql/schema.js';
import { codeAt, secretIn } from './testing/app-codes.js';
import { TestAuthenticator } from './testing/authenticator.js';
import { bearer, type Credentials, codeOf, cookieOf } from './testing/graphql-test-client.js';
import { LiveClient } from './testing/live-client.js';
import { createKey, createPerson } from './testing/people.js';
import { ORIGIN, OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const PASSWORD = 'tulip carpet ninety fog';
const RP_ID = new URL(ORIGIN).hostname;
const VIEWER = '{ viewer { roles mustSetUpSecondFactor employee { id } } secondFactor { isOn } }';
const PEOPLE = '{ employees { totalCount } }';
const UPDATE =
  'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { secondFactorRoles version } }';

let api: TestApi;
let owner: Credentials;

beforeAll(async () => {
  api = await startTestApi({ recheckMs: 100 });
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterEach(() => ask([]));
afterAll(() => api.stop());

/** Behind the API's back: who may ask it is a test of its own. */
async function ask(secondFactorRoles: readonly Role[]): Promise<void> {
  const { settings } = api.database.repositories;
  const { version } = await settings.get();
  await settings.update({ secondFactorRoles: [...secondFactorRoles] }, { version, now: new Date() });
}

async function newAccount(role: Role, more: object = {}): Promise<{ id: string; email: string; as: Credentials }> {
  const email = `${randomUUID()}@example.org`;
  const account = { email, name: role, password: PASSWORD, roles: [role], ...more };
  const id = (await createAccount(api.container.auth, account)) ?? 'taken';
  return { id, email, as: await api.client.signIn(email, PASSWORD) };
}

const send = (query: string, as: Credentials) => api.client.send({ query }, as);

async function setUpApp(as: Credentials) {
  const enabled = await api.client.auth('two-factor/enable', { password: PASSWORD }, as);
  if (enabled.status !== 200) return { status: enabled.status, secret: '', as };
  const secret = secretIn(((await enabled.json()) as { totpURI: string }).totpURI);
  const verified = await api.client.auth('two-factor/verify-totp', { code: await codeAt(secret, -1) }, as);
  return { status: verified.status, secret, as: { cookie: cookieOf(verified) } };
}

async function challenge(kind: 'register' | 'authenticate', as: Credentials = {}) {
  const headers = { origin: ORIGIN, ...as };
  const answer = await fetch(`${api.url}/api/auth/passkey/generate-${kind}-options`, { headers });
  const options = (await answer.json()) as { challenge: string };
  const given = [as.cookie, cookieOf(answer)].filter((one) => one !== undefined && one !== '').join('; ');
  return { status: answer.status, options, as: { cookie: given } };
}

async function addPasskey(as: Credentials) {
  const key = new TestAuthenticator({ origin: ORIGIN });
  const { status, options, as: given } = await challenge('register', as);
  if (status !== 200) return { status, key };
  const body = { response: key.create(options.challenge, RP_ID), name: 'My phone' };
  return { status: (await api.client.auth('passkey/verify-registration', body, given)).status, key };
}

describe('a role that must have a second factor', () => {
  it('reaches nothing but who one is and setting one up, whatever is asked', async () => {
    const employee = await createPerson(api, owner);
    const { as } = await newAccount('HR_ADMIN', { employeeId: employee.id });
    expect((await send(VIEWER, as)).data.viewer).toMatchObject({
      mustSetUpSecondFactor: false,
      employee: { id: employee.id },
    });
    await ask(['HR_ADMIN']);
    const open: string[] = [];
    const schema = createSchema();
    for (const type of [schema.getQueryType(), schema.getMutationType()])
      for (const { name, args } of Object.values(type?.getFields() ?? {})) {
        // Whoever is asked for by the schema is not asked: a field without arguments is enough to come to the rule.
        if (args.some(({ type: argument }) => String(argument).endsWith('!'))) continue;
        const answer = await send(
          `${type?.name.toLowerCase()} { ${name} ${/(Boolean|String|Int|Float|ID)!?$/.test(String(type?.getFields()[name]?.type)) ? '' : '{ __typename }'} }`,
          as,
        );
        if (!JSON.stringify(answer.errors ?? []).includes('SECOND_FACTOR_REQUIRED')) open.push(name);
      }
    const isPublic = (name: string) =>
      ACCESS_RULES[`Query.${name}`]?.kind === 'public' || ACCESS_RULES[`Mutation.${name}`]?.kind === 'public';
    expect(open.filter((name) => !isPublic(name)).sort()).toEqual(['secondFactor', 'viewer']);
    expect((await send(VIEWER, as)).data).toEqual({
      viewer: { roles: ['HR_ADMIN'], mustSetUpSecondFactor: true, employee: null },
      secondFactor: { isOn: false },
    });
    const refused = await send(PEOPLE, as);
    expect(codeOf(refused)).toBe('SECOND_FACTOR_REQUIRED');
    const file = await fetch(`${api.url}/exports/jobs/none/errors`, { headers: as });
    expect(await file.text()).toContain('SECOND_FACTOR_REQUIRED');
  });

  it('reaches everything once an app is set up, in this session and the next', async () => {
    const { as, email } = await newAccount('HR_ADMIN');
    await ask(['HR_ADMIN']);
    const app = await setUpApp(as);
    expect(app.status).toBe(200);
    expect((await send(PEOPLE, app.as)).errors).toBeUndefined();
    const first = await api.client.auth('sign-in/email', { email, password: PASSWORD });
    const waiting = { cookie: cookieOf(first) };
    expect(codeOf(await send(PEOPLE, waiting))).toBe('UNAUTHENTICATED');
    const verified = await api.client.auth('two-factor/verify-totp', { code: await codeAt(app.secret) }, waiting);
    expect((await send(PEOPLE, { cookie: cookieOf(verified) })).errors).toBeUndefined();
  });

  it('is satisfied by a sign-in with a passkey, not by owning one, and a password alone adds no other', async () => {
    const { as } = await newAccount('HR_ADMIN');
    await ask(['HR_ADMIN']);
    const { status, key } = await addPasskey(as);
    expect(status).toBe(200);
    expect(codeOf(await send(PEOPLE, as))).toBe('SECOND_FACTOR_REQUIRED');
    expect((await setUpApp(as)).status).toBe(403);
    expect((await addPasskey(as)).status).toBe(403);
    const { options, as: given } = await challenge('authenticate');
    const body = { response: key.get(options.challenge, RP_ID) };
    const signedIn = await api.client.auth('passkey/verify-authentication', body, given);
    expect((await send(PEOPLE, { cookie: cookieOf(signedIn) })).errors).toBeUndefined();
  });

  it('leaves other roles, keys and their sessions alone', async () => {
    const key = bearer(await createKey(api, owner, ['employees:read']));
    const { as } = await newAccount('AUDITOR');
    await ask(['HR_ADMIN', 'OWNER']);
    expect((await send(PEOPLE, key)).errors).toBeUndefined();
    expect((await send(PEOPLE, as)).errors).toBeUndefined();
    expect(codeOf(await send(PEOPLE, owner))).toBe('SECOND_FACTOR_REQUIRED');
  });

  it('closes what is followed live', async () => {
    const { as } = await newAccount('HR_ADMIN');
    const client = new LiveClient(api.url, as);
    await client.opened;
    await ask(['HR_ADMIN']);
    expect((await client.closed).code).toBeGreaterThanOrEqual(4000);
    await client.close();
  });

  it('keeps a session that was renewed with a new password to what it was begun with', async () => {
    const { as } = await newAccount('HR_ADMIN');
    await ask(['HR_ADMIN']);
    const body = { currentPassword: PASSWORD, newPassword: 'lantern quarry nineteen oak', revokeOtherSessions: true };
    const changed = await api.client.auth('change-password', body, as);
    expect(changed.status).toBe(200);
    expect(codeOf(await send(PEOPLE, { cookie: cookieOf(changed) }))).toBe('SECOND_FACTOR_REQUIRED');
  });
});

describe('asking it', () => {
  const update = async (secondFactorRoles: readonly string[], as: Credentials) => {
    const { version } = await api.database.repositories.settings.get();
    return api.client.ask(UPDATE, { version, secondFactorRoles }, as);
  };

  it('of owners takes an owner who has one, so that nobody is locked out; a kiosk is never asked', async () => {
    expect((await update(['MANAGER'], owner)).data.updateSettings.secondFactorRoles).toEqual(['MANAGER']);
    expect(codeOf(await update(['OWNER'], owner))).toBe('BAD_USER_INPUT');
    expect(codeOf(await update(['OWNER'], bearer(await createKey(api, owner, ['admin']))))).toBe('BAD_USER_INPUT');
    expect(codeOf(await update(['KIOSK'], owner))).toBe('BAD_USER_INPUT');
    const other = await newAccount('OWNER');
    const app = await setUpApp(other.as);
    expect((await update(['OWNER'], app.as)).data.updateSettings.secondFactorRoles).toEqual(['OWNER']);
    expect((await send(PEOPLE, app.as)).errors).toBeUndefined();
    expect(codeOf(await send(PEOPLE, owner))).toBe('SECOND_FACTOR_REQUIRED');
    const entries = await api.database.repositories.audit.list({ actorId: other.id }, { first: 10 });
    const entry = entries.nodes.find(({ action }) => action === 'SETTINGS_UPDATED');
    expect(entry?.details).toMatchObject({ secondFactorRoles: ['OWNER'] });
  });
});
