import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { RECORD_ATTENDANCE, RECORD_CONSENT, REGISTER_FACE, VERIFY_FACE } from './testing/operations.js';
import { createPerson, createRegisteredPerson, forgetFace, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const REACTIVATE = `mutation ($input: ReactivateEmployeeInput!) {
  reactivateEmployee(input: $input) {
    id status version leavingDate hasPin faceStatus consent { id } templates { id } serviceBreaks { from to }
  }
}`;
const DAY_MS = 86_400_000;

let api: TestApi;
let owner: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());

const send = (query: string, variables: object) => api.client.send({ query, variables }, owner);
const stored = ({ id }: Person) => api.database.repositories.employees.getById(id);
const leave = ({ id }: Person) => send('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id });
const reactivate = async (person: Person, more: object = {}) => {
  const { version } = await stored(person);
  return api.client.ask(REACTIVATE, { id: person.id, version, ...more }, owner);
};
const dateIn = (days: number) =>
  new Date(api.clock.now().getTime() + days * DAY_MS).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' });

describe('somebody who is hired again', () => {
  it('is not known by the former face or PIN, and can be registered anew after agreeing anew', async () => {
    const anna = await createRegisteredPerson(api, owner, await photos.anna());
    await send('mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }', {
      id: anna.id,
      pin: '48192075',
    });
    const image = base64(await photos.annaAgain());
    const verify = async () =>
      (await api.client.ask(VERIFY_FACE, { employeeNumber: anna.number, image }, owner)).data.verifyFace.outcome;
    const byPin = async () => {
      const input = { idempotencyKey: randomUUID(), employeeNumber: anna.number, pin: '48192075' };
      return (await api.client.ask(RECORD_ATTENDANCE, input, owner)).data.recordAttendance.outcome;
    };
    await leave(anna);
    const { data } = await reactivate(anna);
    expect(data.reactivateEmployee).toMatchObject({
      ...{ status: 'ACTIVE', leavingDate: null, hasPin: false, faceStatus: 'NOT_ENROLLED' },
      ...{ consent: null, templates: [], serviceBreaks: [] },
    });
    expect([await verify(), await byPin()]).toEqual(['NOT_ENROLLED', 'PIN_MISMATCH']);
    expect(await api.database.keyStore.listErasures(`employee:${anna.id}`)).toHaveLength(1);

    const images = [base64(await photos.anna())];
    expect(codeOf(await api.client.ask(REGISTER_FACE, { employeeId: anna.id, images }, owner))).toBe('CONSENT_MISSING');
    await api.client.ask(RECORD_CONSENT, { employeeId: anna.id }, owner);
    const again = await api.client.ask(REGISTER_FACE, { employeeId: anna.id, images }, owner);
    expect(again.data.registerFace.outcome).toBe('REGISTERED');
    expect(await verify()).toBe('MATCH');
    const { nodes } = await api.database.repositories.audit.list(
      { target: { kind: 'EMPLOYEE', id: anna.id } },
      { first: 50 },
    );
    const entry = nodes.find(({ action }) => action === 'EMPLOYEE_REACTIVATED');
    expect(entry?.details).toMatchObject({ templateCount: 1, isPinRemoved: true });
    await forgetFace(api, anna);
  });

  it('was not there in between, unless a first day is given that leaves no gap', async () => {
    const [later, mistake] = [await createPerson(api, owner), await createPerson(api, owner)];
    const last = dateIn(0);
    await leave(later);
    await leave(mistake);
    api.clock.forward(3 * DAY_MS);
    expect((await reactivate(later)).data.reactivateEmployee.serviceBreaks).toEqual([
      { from: dateIn(-2), to: dateIn(-1) },
    ]);
    expect((await reactivate(mistake, { firstDay: last })).data.reactivateEmployee.serviceBreaks).toEqual([]);
    const at = new Date(api.clock.now().getTime() - 2 * DAY_MS);
    const correction = (employeeId: string) =>
      api.client.ask(
        'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id } }',
        { employeeId, action: 'ADD', at, reason: 'Forgot' },
        owner,
      );
    expect((await correction(later.id)).errors?.[0]?.extensions.details).toMatchObject({ field: 'at' });
    expect((await correction(mistake.id)).errors).toBeUndefined();
  });

  it('stays away for a stale version, a first day to come, and as the second record of somebody', async () => {
    const [person, keep, second] = [
      await createPerson(api, owner),
      await createPerson(api, owner),
      await createPerson(api, owner),
    ];
    const { version } = await stored(person);
    await leave(person);
    expect(codeOf(await reactivate(person, { version }))).toBe('CONFLICT');
    expect(codeOf(await reactivate(person, { firstDay: dateIn(1) }))).toBe('BAD_USER_INPUT');
    expect((await stored(person)).status).toBe('INACTIVE');
    const merge = { keepId: keep.id, mergeId: second.id, keepVersion: 1, mergeVersion: 1, reason: 'Entered twice.' };
    await api.client.ask(
      'mutation ($input: MergeEmployeesInput!) { mergeEmployees(input: $input) { id } }',
      merge,
      owner,
    );
    expect(codeOf(await reactivate(second))).toBe('CONFLICT');
    expect(codeOf(await api.client.ask(REACTIVATE, { id: randomUUID(), version: 1 }, owner))).toBe('NOT_FOUND');
  });
});

describe('the sign-in of somebody who leaves', () => {
  async function signedIn(roles: readonly ('EMPLOYEE' | 'MANAGER')[]) {
    const person = await createPerson(api, owner);
    const account = { email: `${randomUUID()}@example.org`, password: 'a fern grows by the door' };
    await createAccount(api.container.auth, { ...account, name: 'Leaver', roles: [...roles] });
    const user = await api.database.repositories.users.findByEmail(account.email);
    if (user === null) throw new Error('no account');
    const access = { roles: [...roles], siteIds: [], departmentIds: [], employeeId: person.id };
    await api.database.repositories.users.setAccess(user.id, access, new Date());
    const session = await api.client.signIn(account.email, account.password);
    const isSignedIn = async () =>
      (await api.client.send({ query: '{ viewer { id } }' }, session)).data?.viewer != null;
    const canSignIn = () =>
      api.client.signIn(account.email, account.password).then(
        () => true,
        () => false,
      );
    return { person, isSignedIn, canSignIn };
  }

  it('ends at once, and for good if it was for the own records only', async () => {
    const { person, isSignedIn, canSignIn } = await signedIn(['EMPLOYEE']);
    expect(await isSignedIn()).toBe(true);
    await leave(person);
    expect([await isSignedIn(), await canSignIn()]).toEqual([false, false]);
  });

  it('ends at once; with further roles it is for who manages access to turn it off', async () => {
    const { person, isSignedIn, canSignIn } = await signedIn(['EMPLOYEE', 'MANAGER']);
    expect(await isSignedIn()).toBe(true);
    await leave(person);
    expect([await isSignedIn(), await canSignIn()]).toEqual([false, true]);
  });
});
