import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { COUNTS, IDENTIFY_FACE, RECORD_ATTENDANCE } from './testing/operations.js';
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
let ben: Person;
const image: Record<keyof typeof photos, Buffer> = {} as never;

beforeAll(async () => {
  for (const name of Object.keys(photos) as (keyof typeof photos)[]) image[name] = await photos[name]();
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  anna = await createRegisteredPerson(api, owner, image.anna);
  ben = await createRegisteredPerson(api, owner, image.ben);
});

afterAll(() => api.stop());

/** Each key has a throttle of its own. */
const keyWith = async (...scopes: string[]): Promise<Credentials> => bearer(await createKey(api, owner, scopes));
const identify = async (photo: Buffer, as: Credentials = owner) =>
  (await api.client.ask(IDENTIFY_FACE, { image: base64(photo) }, as)).data.identifyFace;
const idsOf = (answer: { candidates: { employee: { id: string } }[] }) =>
  answer.candidates.map(({ employee }) => employee.id);
const mark = (photo: Buffer, as: Credentials = owner, idempotencyKey: string = randomUUID()) =>
  api.client.ask(RECORD_ATTENDANCE, { idempotencyKey, image: base64(photo) }, as);
const setByFaceAlone = async (isAttendanceByFaceAlone: boolean) => {
  const { data } = await api.client.send({ query: '{ settings { version } }' }, owner);
  const query =
    'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { isAttendanceByFaceAlone version } }';
  const input = { version: data.settings.version, isAttendanceByFaceAlone };
  return api.client.send({ query, variables: { input } }, owner);
};

/** Stores a vector as another process would: past this API. */
async function insertTemplate({ id: employeeId }: Person, vector: Float32Array): Promise<void> {
  const { faceTemplates, consents } = api.database.repositories;
  const consent = await consents.findInForce(employeeId, 'FACE_RECOGNITION');
  if (consent === null) throw new Error('no consent');
  const facts = { employeeId, consentId: consent.id, modelId: api.engine.modelId, imageCount: 1, quality: 1 };
  const createdBy = { kind: 'SYSTEM', id: 'test' } as const;
  await faceTemplates.insert({ id: randomUUID(), ...facts, vector, createdBy, createdAt: new Date() });
}

/**
 * Copies a stored template so often. Their keys are unknown, so they are never compared. They count all the same, which errs on
 * the safe side.
 */
async function insertSealed({ id: employeeId }: Person, count: number): Promise<void> {
  const stored = api.database.nativeDb.collection<{ _id: string; sealed: object }>('faceTemplates');
  const template = await stored.findOne({ employeeId });
  if (template === null) throw new Error('nothing to copy');
  const sealed = { ...template.sealed, keyId: 'unknown' };
  await stored.insertMany(Array.from({ length: count }, () => ({ ...template, _id: randomUUID(), sealed })));
}

async function embeddingOf(photo: Buffer) {
  const capture = await api.engine.capture(photo, { pad: 'FLAG' });
  if (capture.outcome !== 'CAPTURED') throw new Error(capture.outcome);
  return capture.embedding;
}

describe('identifyFace', () => {
  it('names the person at the operating point for so few faces and keeps the attempt', async () => {
    const found = await identify(image.annaAgain);
    expect(found).toMatchObject({ outcome: 'MATCH', operatingPoint: { kind: 'VERIFY' } });
    expect(idsOf(found)).toEqual([anna.id]);
    expect(found.candidates[0].similarity).toBeGreaterThan(found.operatingPoint.threshold);
    const { captureAttempts } = (await api.client.send({ query: COUNTS, variables: { id: anna.id } }, owner)).data;
    expect(captureAttempts.nodes.filter(({ kind }: { kind: string }) => kind === 'IDENTIFY')).toHaveLength(1);
  });

  it('names nobody for a stranger', async () => {
    expect(await identify(image.carol)).toMatchObject({ outcome: 'NO_MATCH', candidates: [] });
  });

  it('gives each of many searches at once its own person', async () => {
    const key = await keyWith('faces:verify', 'employees:read');
    const asked = [image.annaAgain, image.ben, image.carol, image.annaAgain];
    const answers = await Promise.all(asked.map((photo) => identify(photo, key)));
    expect(answers.map(idsOf)).toEqual([[anna.id], [ben.id], [], [anna.id]]);
  });

  it('tells a key without employees:read how it ended and nobody it could be', async () => {
    const key = await keyWith('faces:verify');
    expect(await identify(image.annaAgain, key)).toMatchObject({ outcome: 'MATCH', candidates: [] });
  });

  it('hides the similarity from a key without audit:read', async () => {
    const key = await keyWith('faces:verify', 'employees:read');
    const found = await identify(image.annaAgain, key);
    expect(found.candidates).toEqual([{ employee: { id: anna.id }, similarity: null }]);
  });

  it('finds nobody of another site', async () => {
    const { sites } = api.database.repositories;
    const now = new Date();
    const site = await sites.insert({
      ...{ id: randomUUID(), name: 'Elsewhere', timeZone: 'UTC' },
      ...{ createdAt: now, updatedAt: now },
    });
    const account = { email: `${randomUUID()}@example.org`, password: 'a lamp glows in the hall' };
    await createAccount(api.container.auth, { ...account, name: 'M', roles: ['MANAGER'], siteIds: [site.id] });
    const manager = await api.client.signIn(account.email, account.password);
    expect(await identify(image.annaAgain, manager)).toMatchObject({ outcome: 'NO_MATCH', candidates: [] });
  });

  it('pauses who keeps showing strangers, and nobody else', async () => {
    const key = await keyWith('faces:verify');
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await identify(image.carol, key)).outcome).toBe('NO_MATCH');
    expect(await identify(image.annaAgain, key)).toMatchObject({ outcome: 'LOCKED_OUT', quality: null });
    expect((await identify(image.annaAgain)).outcome).toBe('MATCH');
  });

  it('is no way round the pause of a person', async () => {
    const key = await keyWith('faces:verify');
    const device = `API_KEY:${await idOf(key)}`;
    const { throttles } = api.database.repositories;
    for (let failure = 0; failure < 5; failure += 1) {
      const begun = await throttles.begin(anna.id, device, api.clock.now());
      if (begun.state === 'OPEN') await throttles.settle(begun.ticket, 'FAILURE', api.clock.now());
    }
    expect((await identify(image.annaAgain, key)).outcome).toBe('LOCKED_OUT');
    await throttles.unlock(anna.id, api.clock.now());
  });
});

describe('what was changed past this process', () => {
  it('counts from the next search on: faces that come and go, consents and departures', async () => {
    const person = await createPersonWithConsent(api, owner);
    const vector = (await embeddingOf(image.carol)).vector;
    await insertTemplate(person, vector);
    expect(idsOf(await identify(image.carol))).toEqual([person.id]);
    await forgetFace(api, person);
    expect((await identify(image.carol)).outcome).toBe('NO_MATCH');
    await insertTemplate(person, vector);
    expect(idsOf(await identify(image.carol))).toEqual([person.id]);
    const consents = api.database.nativeDb.collection('consents');
    await consents.updateMany({ employeeId: person.id }, { $set: { isInForce: false } });
    expect((await identify(image.carol)).outcome).toBe('NO_MATCH');
    await consents.updateMany({ employeeId: person.id }, { $set: { isInForce: true } });
    expect((await identify(image.carol)).outcome).toBe('MATCH');
    await api.database.nativeDb
      .collection<{ _id: string }>('employees')
      .updateOne({ _id: person.id }, { $set: { status: 'INACTIVE' } });
    expect((await identify(image.carol)).outcome).toBe('NO_MATCH');
  });
});

describe('marks by face alone', () => {
  it('are refused until the organisation allows them', async () => {
    expect(codeOf(await mark(image.annaAgain))).toBe('BAD_USER_INPUT');
  });

  it('count for who is found, once for a key, and leave nothing for a stranger', async () => {
    expect((await setByFaceAlone(true)).data.updateSettings.isAttendanceByFaceAlone).toBe(true);
    const key = randomUUID();
    const first = (await mark(image.annaAgain, owner, key)).data.recordAttendance;
    expect(first).toMatchObject({ outcome: 'RECORDED', replayed: false, event: { employee: { id: anna.id } } });
    const again = (await mark(image.annaAgain, owner, key)).data.recordAttendance;
    expect(again).toMatchObject({ outcome: 'RECORDED', replayed: true, event: { id: first.event.id } });
    expect((await mark(image.carol)).data.recordAttendance).toMatchObject({ outcome: 'NO_MATCH', event: null });
    const pinAlone = { idempotencyKey: randomUUID(), pin: '481920' };
    expect(codeOf(await api.client.ask(RECORD_ATTENDANCE, pinAlone, owner))).toBe('BAD_USER_INPUT');
  });

  it('are compared at the point for that many faces, and the attempt keeps that point as evidence', async () => {
    const { captureAttempts, templateReader } = api.database.repositories;
    const crowd = await createPersonWithConsent(api, owner);
    await insertTemplate(crowd, (await embeddingOf(image.carol)).vector);
    const facesAndPoint = async () => {
      const attempt = (await mark(image.annaAgain)).data.recordAttendance.attempt;
      const kept = (await captureAttempts.findById(attempt.id))?.operatingPoint;
      const { operatingPoint, attempt: searched } = await identify(image.annaAgain);
      const keptOfSearch = (await captureAttempts.findById(searched.id))?.operatingPoint;
      expect([keptOfSearch?.kind, keptOfSearch?.threshold]).toEqual([operatingPoint.kind, operatingPoint.threshold]);
      expect(kept).toEqual(keptOfSearch);
      return [await countFaces(), kept?.kind];
    };
    const countFaces = async () => (await templateReader.listGallery(api.engine.modelId)).length;
    await insertSealed(crowd, 100 - (await countFaces()));
    expect(await facesAndPoint()).toEqual([100, 'VERIFY']);
    await insertSealed(crowd, 1);
    expect(await facesAndPoint()).toEqual([101, 'IDENTIFY']);
    await forgetFace(api, crowd);
  });

  it('are AMBIGUOUS between two people who cannot be told apart, and count for neither', async () => {
    const twin = await createPersonWithConsent(api, owner);
    await insertTemplate(twin, (await embeddingOf(image.anna)).vector);
    const answer = (await mark(image.annaAgain)).data.recordAttendance;
    expect(answer).toMatchObject({ outcome: 'AMBIGUOUS', event: null });
    expect(idsOf(await identify(image.annaAgain)).sort()).toEqual([anna.id, twin.id].sort());
    await forgetFace(api, twin);
  });

  it('stop counting, and cannot be allowed, with more faces than they are safe for', async () => {
    await setByFaceAlone(false);
    const crowd = await createPersonWithConsent(api, owner);
    await insertTemplate(crowd, (await embeddingOf(image.carol)).vector);
    await insertSealed(crowd, 1_000);
    const refused = await setByFaceAlone(true);
    expect(codeOf(refused)).toBe('BAD_USER_INPUT');
    const proposed = await identify(image.annaAgain);
    expect(proposed.outcome).toBe('AMBIGUOUS');
    expect(idsOf(proposed)[0]).toBe(anna.id);
    await forgetFace(api, crowd);
    expect((await identify(image.annaAgain)).outcome).toBe('MATCH');
  });
});

async function idOf(key: Credentials): Promise<string> {
  const { data } = await api.client.send({ query: '{ viewer { id } }' }, key);
  return data.viewer.id;
}
