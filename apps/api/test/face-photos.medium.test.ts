import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { COMPARE_FACES, RECORD_ATTENDANCE, RECORD_CONSENT, REGISTER_FACE } from './testing/operations.js';
import { createKey, createPersonWithConsent, forgetFace, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const DAY_MS = 86_400_000;
const PASSWORD = 'correct horse battery staple 9';
const SETTINGS = '{ settings { version attemptPhotoRetentionDays areRegistrationPhotosKept } consentText { version } }';
const UPDATE = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }';
const ATTEMPTS =
  'query ($filter: CaptureAttemptFilter) { captureAttempts(first: 10, filter: $filter) { nodes { id kind outcome hasPhoto } } }';
const VIEW =
  'mutation ($id: ID!) { viewAttemptPhoto(attemptId: $id) { attemptId kind base64 widthPx heightPx createdAt } }';

let api: TestApi;
let owner: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());
const people: Person[] = [];
afterEach(async () => {
  for (const person of people.splice(0)) await forgetFace(api, person);
});
beforeEach(() => keep({ attemptPhotoRetentionDays: 7, areRegistrationPhotosKept: false }));

const send = (query: string, variables: object = {}, as = owner) => api.client.send({ query, variables }, as);
async function keep(change: object) {
  const { version } = (await send(SETTINGS)).data.settings;
  return send(UPDATE, { input: { version, ...change } });
}
async function registered(...images: readonly Buffer[]): Promise<Person> {
  const person = await createPersonWithConsent(api, owner);
  people.push(person);
  const input = { employeeId: person.id, images: images.map(base64) };
  expect((await api.client.ask(REGISTER_FACE, input, owner)).data.registerFace.outcome).toBe('REGISTERED');
  return person;
}
const mark = async ({ number }: Person, photo: Buffer) => {
  const input = { idempotencyKey: randomUUID(), employeeNumber: number, image: base64(photo) };
  return (await api.client.ask(RECORD_ATTENDANCE, input, owner)).data.recordAttendance.outcome;
};
const attemptsOf = async ({ id }: Person, as = owner) =>
  (await send(ATTEMPTS, { filter: { employeeId: id } }, as)).data.captureAttempts.nodes;
const view = (id: string, as = owner) => send(VIEW, { id }, as);
const kept = async ({ id }: Person, kind: 'ATTEMPT' | 'REGISTRATION' = 'ATTEMPT') =>
  (await api.database.repositories.facePhotos.listByEmployee(id, kind)).length;

describe('photos of attempts', () => {
  it('are not kept unless the organisation asks for it', async () => {
    await keep({ attemptPhotoRetentionDays: 0 });
    expect((await send(SETTINGS)).data).toMatchObject({
      settings: { attemptPhotoRetentionDays: 0, areRegistrationPhotosKept: false },
      consentText: { version: '1' },
    });
    const anna = await registered(await photos.anna());
    await keep({ attemptPhotoRetentionDays: 0 });
    expect(await mark(anna, await photos.annaAgain())).toBe('RECORDED');
    expect(await kept(anna)).toBe(0);
  });

  it('show the face that was judged, accepted or refused, and each look is in the record', async () => {
    const anna = await registered(await photos.anna());
    expect(await mark(anna, await photos.annaAgain())).toBe('RECORDED');
    expect(await mark(anna, await photos.ben())).toBe('NON_MATCH');
    const attempts = await attemptsOf(anna);
    expect(attempts.map((one: { outcome: string; hasPhoto: boolean }) => [one.outcome, one.hasPhoto])).toEqual([
      ['NON_MATCH', true],
      ['RECORDED', true],
      ['REGISTERED', false],
    ]);
    const photo = (await view(attempts[1].id)).data.viewAttemptPhoto;
    expect(photo).toMatchObject({ attemptId: attempts[1].id, kind: 'ATTEMPT' });
    const { format, width, height } = await sharp(Buffer.from(photo.base64, 'base64')).metadata();
    expect([format, width, height]).toEqual(['jpeg', photo.widthPx, photo.heightPx]);
    expect(Math.max(photo.widthPx, photo.heightPx)).toBeLessThanOrEqual(320);
    // Each shows the face of its own mark.
    const compare = async (reference: string, probe: Buffer) => {
      const input = { reference: { base64: reference }, probe: base64(probe), kind: 'DOCUMENT' };
      return (await api.client.ask(COMPARE_FACES, input, owner)).data.compareFaces.outcome;
    };
    const refused = (await view(attempts[0].id)).data.viewAttemptPhoto.base64;
    expect([await compare(photo.base64, await photos.anna()), await compare(photo.base64, await photos.ben())]).toEqual(
      ['MATCH', 'NON_MATCH'],
    );
    expect(await compare(refused, await photos.ben())).toBe('MATCH');
    const target = { kind: 'EMPLOYEE', id: anna.id };
    const { nodes } = await api.database.repositories.audit.list({ target }, { first: 50 });
    const looks = nodes.filter(({ action }) => action === 'FACE_PHOTO_VIEWED');
    expect(looks.map(({ details }) => details)).toEqual([
      { attemptId: attempts[0].id, kind: 'ATTEMPT' },
      { attemptId: attempts[1].id, kind: 'ATTEMPT' },
    ]);
  });

  it('are not kept where several people are seen, or nobody', async () => {
    const anna = await registered(await photos.anna());
    expect(await mark(anna, await photos.group())).toBe('MULTIPLE_FACES');
    expect(await mark(anna, await photos.landscape())).toBe('NO_FACE');
    expect(await kept(anna)).toBe(0);
  });

  it('are kept only of who agreed to it, and agreeing needs no new registration', async () => {
    await keep({ attemptPhotoRetentionDays: 0 });
    const anna = await registered(await photos.anna());
    await keep({ attemptPhotoRetentionDays: 7 });
    await mark(anna, await photos.annaAgain());
    expect(await kept(anna)).toBe(0);
    const { data } = await api.client.ask(RECORD_CONSENT, { employeeId: anna.id, textLanguage: 'DE' }, owner);
    expect(data.recordConsent).toMatchObject({ textVersion: '2' });
    api.clock.forward(DAY_MS / 24);
    expect(await mark(anna, await photos.annaAgain())).toBe('RECORDED');
    expect(await kept(anna)).toBe(1);
    const inForce = await api.database.repositories.consents.findInForce(anna.id, 'FACE_RECOGNITION');
    expect(inForce).toMatchObject({ textVersion: '2', textLanguage: 'DE' });
    // Back to the text that says that no photo is kept.
    await api.client.ask(RECORD_CONSENT, { employeeId: anna.id, textVersion: '1' }, owner);
    expect(await kept(anna)).toBe(0);
  });

  it('are opened by owners, HR administrators and auditors, and by no manager and no key', async () => {
    const anna = await registered(await photos.anna());
    await mark(anna, await photos.annaAgain());
    const [{ id }] = await attemptsOf(anna);
    const outcomeFor = async (role: 'HR_ADMIN' | 'AUDITOR' | 'MANAGER') => {
      const email = `${role.toLowerCase()}-${randomUUID()}@example.org`;
      await createAccount(api.container.auth, { name: role, email, password: PASSWORD, roles: [role] });
      const as = await api.client.signIn(email, PASSWORD);
      return (await view(id, as)).errors?.[0]?.extensions.code ?? 'OPENED';
    };
    expect(await outcomeFor('HR_ADMIN')).toBe('OPENED');
    expect(await outcomeFor('AUDITOR')).toBe('OPENED');
    expect(await outcomeFor('MANAGER')).toBe('FORBIDDEN');
    const key = bearer(await createKey(api, owner, ['audit:read', 'admin']));
    expect(codeOf(await view(id, key))).toBe('FORBIDDEN');
    expect((await attemptsOf(anna, key))[0]).toMatchObject({ id, hasPhoto: false });
  });

  it('cannot be opened when their days are over, also if that was decided later, and the job deletes them', async () => {
    const anna = await registered(await photos.anna());
    await mark(anna, await photos.annaAgain());
    const [{ id }] = await attemptsOf(anna);
    await keep({ attemptPhotoRetentionDays: 1 });
    api.clock.forward(DAY_MS - 60_000);
    const early = await api.client.signIn(OWNER.email, OWNER.password);
    expect((await view(id, early)).data.viewAttemptPhoto.attemptId).toBe(id);
    api.clock.forward(60_001);
    expect(codeOf(await view(id, early))).toBe('NOT_FOUND');
    expect((await attemptsOf(anna, early))[0].hasPhoto).toBe(false);
    expect(await kept(anna)).toBe(1);
    await api.container.services.forgetPhotos.run();
    expect(await kept(anna)).toBe(0);
    api.clock.forward(-DAY_MS - 1);
  });

  it('go with the agreement', async () => {
    const anna = await registered(await photos.anna());
    await mark(anna, await photos.annaAgain());
    const [{ id }] = await attemptsOf(anna);
    await send('mutation ($id: ID!) { withdrawConsent(employeeId: $id) { id } }', { id: anna.id });
    expect(await kept(anna)).toBe(0);
    expect(codeOf(await view(id))).toBe('NOT_FOUND');
  });
});

describe('photos of a registration', () => {
  it('are kept where that is asked for, go when the face is replaced, and are counted when the person is erased', async () => {
    await keep({ attemptPhotoRetentionDays: 0, areRegistrationPhotosKept: true });
    const anna = await registered(await photos.anna(), await photos.annaAgain(), await photos.landscape());
    expect(await kept(anna, 'REGISTRATION')).toBe(2);
    const input = { employeeId: anna.id, images: [base64(await photos.anna())], replace: true };
    await api.client.ask(REGISTER_FACE, input, owner);
    expect(await kept(anna, 'REGISTRATION')).toBe(1);
    await send('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id: anna.id });
    const erase = 'mutation ($input: EraseEmployeeInput!) { eraseEmployee(input: $input) { erased { kind count } } }';
    const { data, text } = await send(erase, {
      input: { employeeId: anna.id, number: anna.number, reason: 'Asked for.' },
    });
    expect(data?.eraseEmployee.erased ?? text).toContainEqual({ kind: 'FACE_PHOTOS', count: 1 });
  });

  it('go within the hour when they are to be kept no more', async () => {
    await keep({ attemptPhotoRetentionDays: 7, areRegistrationPhotosKept: true });
    const anna = await registered(await photos.anna());
    await mark(anna, await photos.annaAgain());
    await keep({ areRegistrationPhotosKept: false });
    await api.container.services.forgetPhotos.run();
    expect([await kept(anna), await kept(anna, 'REGISTRATION')]).toEqual([1, 0]);
  });
});
