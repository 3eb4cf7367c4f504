import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { IDENTIFY_FACE, REGISTER_FACE, VERIFY_FACE } from './testing/operations.js';
import {
  createKey,
  createPersonWithConsent,
  createRegisteredPerson,
  forgetFace,
  type Person,
} from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let anna: Person;
let twin: Person;
const image: Record<'anna' | 'annaAgain' | 'ben', Buffer> = {} as never;

beforeAll(async () => {
  for (const name of ['anna', 'annaAgain', 'ben'] as const) image[name] = await photos[name]();
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  anna = await createRegisteredPerson(api, owner, image.anna);
});

beforeEach(async () => {
  if (twin !== undefined) await forgetFace(api, twin);
  twin = await createPersonWithConsent(api, owner);
});

afterAll(() => api.stop());

const REASON = 'Twin sisters, identity cards seen';
const register = (more: object = {}, as = owner, photo = image.annaAgain) =>
  api.client.ask(REGISTER_FACE, { employeeId: twin.id, images: [base64(photo)], ...more }, as);
const allowing = (duplicateOfId: string, reason = REASON) => ({ allowDuplicate: { duplicateOfId, reason } });

async function auditOf(action: string) {
  const target = { kind: 'EMPLOYEE', id: twin.id };
  return (await api.database.repositories.audit.list({ action, target }, { first: 10 })).nodes;
}

async function signInAs(role: 'HR_ADMIN' | 'MANAGER'): Promise<Credentials> {
  const account = { email: `${role}-${Date.now()}@example.org`.toLowerCase(), password: 'tulip carpet ninety fog' };
  await createAccount(api.container.auth, { ...account, name: role, roles: [role] });
  return api.client.signIn(account.email, account.password);
}

describe('a face that somebody else is registered with', () => {
  it('is refused, and who may see people is told whose it is and how much alike', async () => {
    const { data } = await register();
    expect(data.registerFace).toMatchObject({ outcome: 'DUPLICATE_FACE', templates: [], duplicateOf: { id: anna.id } });
    expect(data.registerFace.duplicateLikeness).toMatch(/^(VERY_)?ALIKE$/);
    const [refused] = await auditOf('FACE_REGISTRATION_REFUSED');
    expect(refused?.details).toMatchObject({ outcome: 'DUPLICATE_FACE', duplicateOfId: anna.id });
  });

  it('names nobody to a key that may not see people', async () => {
    const key = bearer(await createKey(api, owner, ['faces:write'], { padPolicy: 'FLAG' }));
    const { data } = await register({}, key);
    expect(data.registerFace).toMatchObject({
      outcome: 'DUPLICATE_FACE',
      duplicateOf: null,
      duplicateLikeness: null,
    });
  });

  it('is registered by an owner who names that person and a reason, and the audit keeps both', async () => {
    const { data } = await register(allowing(anna.id));
    expect(data.registerFace).toMatchObject({ outcome: 'REGISTERED', duplicateOf: null });
    expect(data.registerFace.templates).toHaveLength(1);
    const entries = await auditOf('FACE_DUPLICATE_ALLOWED');
    expect(entries).toHaveLength(1);
    expect(entries[0]?.details).toMatchObject({ reason: REASON, duplicateOfIds: [anna.id] });
    // So few people: the point that finds most.
    expect(entries[0]?.details.pointId).toContain('/verify/');
  });

  it('is registered by an HR administrator too', async () => {
    const hr = await signInAs('HR_ADMIN');
    expect((await register(allowing(anna.id), hr)).data.registerFace.outcome).toBe('REGISTERED');
  });

  it('is never allowed by a key or a manager, and then nothing is kept', async () => {
    const key = bearer(await createKey(api, owner, ['faces:write', 'employees:read', 'audit:read', 'admin']));
    expect(codeOf(await register(allowing(anna.id), key))).toBe('FORBIDDEN');
    expect(codeOf(await register(allowing(anna.id), await signInAs('MANAGER')))).toBe('FORBIDDEN');
    expect(await api.database.repositories.faceTemplates.listByEmployee(twin.id)).toEqual([]);
    expect(await auditOf('FACE_DUPLICATE_ALLOWED')).toEqual([]);
  });

  it('is not allowed without a reason', async () => {
    expect(codeOf(await register(allowing(anna.id, '  ')))).toBe('BAD_USER_INPUT');
    expect(await api.database.repositories.faceTemplates.listByEmployee(twin.id)).toEqual([]);
  });

  it('is refused again if the person named is not the one it looks like', async () => {
    const { data } = await register(allowing(twin.id));
    expect(data.registerFace).toMatchObject({ outcome: 'DUPLICATE_FACE', duplicateOf: { id: anna.id } });
  });

  it('leaves no trace of an override where there was nothing to override', async () => {
    expect((await register(allowing(anna.id), owner, image.ben)).data.registerFace.outcome).toBe('REGISTERED');
    expect(await auditOf('FACE_DUPLICATE_ALLOWED')).toEqual([]);
  });

  it('once allowed, each of the two is known by number, and a search among all decides for neither', async () => {
    await register(allowing(anna.id), owner, image.anna);
    for (const { id } of [anna, twin]) {
      const { data } = await api.client.ask(VERIFY_FACE, { employeeId: id, image: base64(image.annaAgain) }, owner);
      expect(data.verifyFace.outcome).toBe('MATCH');
    }
    const { data } = await api.client.ask(IDENTIFY_FACE, { image: base64(image.annaAgain) }, owner);
    expect(data.identifyFace.outcome).toBe('AMBIGUOUS');
  });
});
