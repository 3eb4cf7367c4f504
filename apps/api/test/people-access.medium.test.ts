import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { bearer, type Credentials, codeOf, NOBODY } from './testing/graphql-test-client.js';
import { createKey, createPerson } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const PASSWORD = 'tulip carpet ninety fog';
const NEW_PASSWORD = 'seven grey herons by the lock';
const INVITE =
  'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { link isMailed invitation { id email roles expiresAt } } }';
const ACCEPT = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }';
const PREVIEW = 'query ($token: String!) { invitation(token: $token) { email organisationName roles } }';
const CHANGE = 'mutation ($input: ChangeUserAccessInput!) { changeUserAccess(input: $input) { roles siteIds } }';
const DEACTIVATE = 'mutation ($userId: ID!) { deactivateUser(userId: $userId) { deactivatedAt } }';
const REACTIVATE = 'mutation ($userId: ID!) { reactivateUser(userId: $userId) { deactivatedAt } }';
const REVOKE = 'mutation ($id: ID!) { revokeInvitation(id: $id) { revokedAt } }';
const ASK_RESET = 'mutation ($email: String!) { requestPasswordReset(email: $email) }';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }';
const SESSIONS = 'query ($userId: ID!) { userSessions(userId: $userId) { id userAgent isCurrent } }';
const END = 'mutation ($id: ID!) { endUserSession(id: $id) { id } }';
const VIEWER = { query: '{ viewer { id roles } }' };

let api: TestApi;
let owner: Credentials;
let siteId: string;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  siteId = (await api.client.send({ query: '{ sites { id } }' }, owner)).data.sites[0].id;
});

afterAll(() => api.stop());

const newAddress = () => `${randomUUID()}@example.org`;
const tokenOf = (link: string) => new URL(link).hash.slice(1);
const send = (query: string, variables: object, as: Credentials = owner) => api.client.send({ query, variables }, as);

async function account(role: 'OWNER' | 'HR_ADMIN' | 'AUDITOR') {
  const email = newAddress();
  const id = await createAccount(api.container.auth, { email, name: 'Somebody', password: PASSWORD, roles: [role] });
  if (id === null) throw new Error('taken');
  return { id, email, as: await api.client.signIn(email, PASSWORD) };
}

async function invited(email = newAddress(), more: object = { role: 'AUDITOR' }) {
  const { inviteUser } = (await api.client.ask(INVITE, { email, ...more }, owner)).data;
  return {
    email,
    token: tokenOf(inviteUser.link),
    id: inviteUser.invitation.id as string,
    link: inviteUser.link as string,
  };
}

const accept = (token: string, password = PASSWORD) => api.client.ask(ACCEPT, { token, name: 'Ines Moreau', password });

async function resetToken(email: string): Promise<string | undefined> {
  const before = api.letters.length;
  expect((await send(ASK_RESET, { email }, NOBODY)).data).toEqual({ requestPasswordReset: true });
  await api.container.services.passwordResets.settled();
  const link = /http\S+#\S+/.exec(api.letters.slice(before).find(({ to }) => to === email)?.text ?? '')?.[0];
  return link === undefined ? undefined : tokenOf(link);
}

describe('an invitation', () => {
  it('reaches the address, and lets its holder in with the role and sites it names', async () => {
    const { email, token, link } = await invited(newAddress(), { role: 'MANAGER', siteIds: [siteId] });
    expect(api.letters.at(-1)).toMatchObject({ to: email, text: expect.stringContaining(link) });
    expect((await send(PREVIEW, { token }, NOBODY)).data.invitation).toEqual({
      ...{ email, organisationName: 'Test works', roles: ['MANAGER'] },
    });
    expect((await accept(token)).data.acceptInvitation.email).toBe(email);
    const { data } = await api.client.send(VIEWER, await api.client.signIn(email, PASSWORD));
    expect(data.viewer.roles).toEqual(['MANAGER']);
    const user = await api.database.repositories.users.getById(data.viewer.id);
    expect(user).toMatchObject({ name: 'Ines Moreau', siteIds: [siteId], deactivatedAt: null });
  });

  it('works once, also for many at the same moment', async () => {
    const { token } = await invited();
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(codeOf(await accept(token))).toBe('NOT_FOUND');
  });

  it('stops working when it is revoked, over, or followed by another to the same address', async () => {
    const revoked = await invited();
    await send(REVOKE, { id: revoked.id });
    expect(codeOf(await accept(revoked.token))).toBe('NOT_FOUND');
    const former = await invited();
    await invited(former.email);
    expect(codeOf(await accept(former.token))).toBe('NOT_FOUND');
    const late = await invited();
    await api.database.nativeDb
      .collection<{ _id: string }>('invitations')
      .updateOne({ _id: late.id }, { $set: { expiresAt: new Date(0) } });
    expect(codeOf(await send(PREVIEW, { token: late.token }, NOBODY))).toBe('NOT_FOUND');
    expect(codeOf(await accept(late.token))).toBe('NOT_FOUND');
  });

  it('is not used up by a password that is easily guessed', async () => {
    const { token } = await invited();
    expect(codeOf(await accept(token, 'password password'))).toBe('BAD_USER_INPUT');
    expect((await accept(token)).errors).toBeUndefined();
  });

  it('is kept without its token', async () => {
    const { token, id } = await invited();
    const stored = await api.database.nativeDb.collection<{ _id: string }>('invitations').findOne({ _id: id });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(api.logged.join()).not.toContain(token);
  });

  it.each([
    ['a manager without a site', { role: 'MANAGER' }, 'siteIds'],
    ['an auditor of some sites', { role: 'AUDITOR', siteIds: ['x'] }, 'siteIds'],
    ['an employee who is nobody', { role: 'EMPLOYEE' }, 'employeeId'],
  ])('is refused for %s', async (_what, more, field) => {
    const answer = await api.client.ask(INVITE, { email: newAddress(), ...more }, owner);
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors?.[0]?.extensions.details).toMatchObject({ field });
  });

  it('is refused for an address that has an account', async () => {
    expect(codeOf(await api.client.ask(INVITE, { email: OWNER.email, role: 'AUDITOR' }, owner))).toBe('CONFLICT');
  });

  it('lets an employee see what is their own', async () => {
    const person = await createPerson(api, owner);
    const { email, token } = await invited(newAddress(), { role: 'EMPLOYEE', employeeId: person.id });
    await accept(token);
    const query = '{ employees { nodes { id } } }';
    const { data } = await api.client.send({ query }, await api.client.signIn(email, PASSWORD));
    expect(data.employees.nodes).toEqual([{ id: person.id }]);
  });
});

describe('nobody gives away more than they have', () => {
  it('HR invites HR, but no owner, and cannot touch one', async () => {
    const hr = await account('HR_ADMIN');
    const other = await account('OWNER');
    const invite = (role: string) => api.client.ask(INVITE, { email: newAddress(), role }, hr.as);
    expect((await invite('HR_ADMIN')).errors).toBeUndefined();
    expect(codeOf(await invite('OWNER'))).toBe('FORBIDDEN');
    expect(codeOf(await send(DEACTIVATE, { userId: other.id }, hr.as))).toBe('FORBIDDEN');
    expect(codeOf(await api.client.ask(CHANGE, { userId: other.id, roles: ['AUDITOR'] }, hr.as))).toBe('FORBIDDEN');
    expect(codeOf(await send(SESSIONS, { userId: other.id }, hr.as))).toBe('FORBIDDEN');
    await send(DEACTIVATE, { userId: other.id });
  });

  it('a key that manages people makes no HR administrator', async () => {
    const key = bearer(await createKey(api, owner, ['users:manage']));
    expect(codeOf(await api.client.ask(INVITE, { email: newAddress(), role: 'HR_ADMIN' }, key))).toBe('FORBIDDEN');
  });

  it('nobody changes their own access', async () => {
    const hr = await account('HR_ADMIN');
    expect(codeOf(await send(DEACTIVATE, { userId: hr.id }, hr.as))).toBe('BAD_USER_INPUT');
    expect(codeOf(await api.client.ask(CHANGE, { userId: hr.id, roles: ['AUDITOR'] }, hr.as))).toBe('BAD_USER_INPUT');
  });

  it('of two owners who deactivate each other at once one is left', async () => {
    const { users } = api.database.repositories;
    const [one, two] = [await account('OWNER'), await account('OWNER')];
    const first = await users.findByEmail(OWNER.email);
    await users.setDeactivated(first?.id ?? '', new Date(), new Date());
    const answers = await Promise.all([
      send(DEACTIVATE, { userId: two.id }, one.as),
      send(DEACTIVATE, { userId: one.id }, two.as),
    ]);
    await users.setDeactivated(first?.id ?? '', null, new Date());
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    for (const { id } of [one, two]) await send(DEACTIVATE, { userId: id });
  });
});

describe('access', () => {
  it('that is changed holds from the next request on', async () => {
    const hr = await account('HR_ADMIN');
    const query = { query: '{ users { totalCount } }' };
    expect((await api.client.send(query, hr.as)).errors).toBeUndefined();
    await api.client.ask(CHANGE, { userId: hr.id, roles: ['AUDITOR'] }, owner);
    expect(codeOf(await api.client.send(query, hr.as))).toBe('FORBIDDEN');
  });

  it('that is taken away ends the session at once, and signing in answers as for a wrong password', async () => {
    const auditor = await account('AUDITOR');
    await send(DEACTIVATE, { userId: auditor.id });
    expect(codeOf(await api.client.send(VIEWER, auditor.as))).toBe('UNAUTHENTICATED');
    const body = async (password: string) =>
      (await api.client.auth('sign-in/email', { email: auditor.email, password })).text();
    expect(await body(PASSWORD)).toBe(await body('not the password at all'));
    await send(REACTIVATE, { userId: auditor.id });
    expect(await api.client.signIn(auditor.email, PASSWORD)).toHaveProperty('cookie');
  });

  it('leaves an entry in the audit for each step', async () => {
    const auditor = await account('AUDITOR');
    await send(DEACTIVATE, { userId: auditor.id });
    await send(REACTIVATE, { userId: auditor.id });
    const entries = await api.database.nativeDb.collection('auditEntries').find({ 'target.id': auditor.id }).toArray();
    expect(entries.map(({ action }) => action)).toEqual(['SIGNED_IN', 'USER_DEACTIVATED', 'USER_REACTIVATED']);
  });
});

describe('sessions', () => {
  it('are seen and ended by their owner, and look as if they did not exist to others', async () => {
    const [auditor, other] = [await account('AUDITOR'), await account('AUDITOR')];
    const second = await api.client.signIn(auditor.email, PASSWORD);
    const { userSessions } = (await send(SESSIONS, { userId: auditor.id }, auditor.as)).data;
    expect(userSessions).toHaveLength(2);
    expect(JSON.stringify(userSessions)).not.toMatch(/token/i);
    // The newest first: each session knows which one it is.
    const currentOf = (found: { isCurrent: boolean }[]) => found.map(({ isCurrent }) => isCurrent);
    expect(currentOf(userSessions)).toEqual([false, true]);
    expect(currentOf((await send(SESSIONS, { userId: auditor.id }, second)).data.userSessions)).toEqual([true, false]);
    expect(codeOf(await send(SESSIONS, { userId: auditor.id }, other.as))).toBe('NOT_FOUND');
    expect(codeOf(await send(END, { id: userSessions[0].id }, other.as))).toBe('NOT_FOUND');
    await send(END, { id: userSessions[0].id }, auditor.as);
    expect(codeOf(await api.client.send(VIEWER, second))).toBe('UNAUTHENTICATED');
    expect((await api.client.send(VIEWER, auditor.as)).errors).toBeUndefined();
  });
});

describe('sessions of somebody else', () => {
  it('are seen and ended by whoever may give that role, and the account stays', async () => {
    const [hr, auditor] = [await account('HR_ADMIN'), await account('AUDITOR')];
    const { userSessions } = (await send(SESSIONS, { userId: auditor.id }, hr.as)).data;
    expect(userSessions).toMatchObject([{ isCurrent: false }]);
    expect((await send(END, { id: userSessions[0].id }, hr.as)).data.endUserSession.id).toBe(userSessions[0].id);
    expect(codeOf(await api.client.send(VIEWER, auditor.as))).toBe('UNAUTHENTICATED');
    expect((await send(SESSIONS, { userId: auditor.id }, hr.as)).data.userSessions).toEqual([]);
    expect((await api.client.send(VIEWER, await api.client.signIn(auditor.email, PASSWORD))).errors).toBeUndefined();
  });
});

describe('a forgotten password', () => {
  it('is replaced through the link, once; the old one and every session end', async () => {
    const auditor = await account('AUDITOR');
    const token = (await resetToken(auditor.email)) ?? '';
    const reset = (password: string) => api.client.ask(RESET, { token, password });
    expect(codeOf(await reset('password password'))).toBe('BAD_USER_INPUT');
    expect((await reset(NEW_PASSWORD)).data.resetPassword.email).toBe(auditor.email);
    expect(codeOf(await reset(PASSWORD))).toBe('NOT_FOUND');
    expect(codeOf(await api.client.send(VIEWER, auditor.as))).toBe('UNAUTHENTICATED');
    await expect(api.client.signIn(auditor.email, PASSWORD)).rejects.toThrow('401');
    expect(await api.client.signIn(auditor.email, NEW_PASSWORD)).toHaveProperty('cookie');
  });

  it('is asked for with one answer, whether the address is known or not', async () => {
    expect(await resetToken(newAddress())).toBeUndefined();
    const gone = await account('AUDITOR');
    await send(DEACTIVATE, { userId: gone.id });
    expect(await resetToken(gone.email)).toBeUndefined();
  });

  it('brings no more than three letters within an hour', async () => {
    const { email } = await account('AUDITOR');
    const tokens = [];
    for (let i = 0; i < 4; i += 1) tokens.push(await resetToken(email));
    expect(tokens.filter((token) => token !== undefined)).toHaveLength(3);
  });

  it('link ends after half an hour', async () => {
    const { email } = await account('AUDITOR');
    const token = await resetToken(email);
    await api.database.nativeDb.collection('passwordResets').updateMany({}, { $set: { expiresAt: new Date(0) } });
    expect(codeOf(await api.client.ask(RESET, { token, password: NEW_PASSWORD }))).toBe('NOT_FOUND');
  });
});
