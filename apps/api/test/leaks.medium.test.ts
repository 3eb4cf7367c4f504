import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Credentials } from './testing/graphql-test-client.js';
import { COMPARE_FACES, RECORD_ATTENDANCE, REGISTER_FACE, VERIFY_FACE } from './testing/operations.js';
import { createKey, createPersonWithConsent, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let key: string;
let anna: Person;
const sent: Buffer[] = [];

/** Does everything the API can do with faces and secrets, and lets each thing fail as well. */
beforeAll(async () => {
  api = await startTestApi({ isProduction: false });
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  await api.client.auth('sign-in/email', { email: OWNER.email, password: `${OWNER.password} wrong` });
  key = await createKey(api, owner, ['faces:verify', 'attendance:write', 'audit:read']);
  const [first, again, other] = await Promise.all([photos.anna(), photos.annaAgain(), photos.ben()]);
  sent.push(first, again, other);
  anna = await createPersonWithConsent(api, owner);
  await api.client.ask(REGISTER_FACE, { employeeId: anna.id, images: [base64(first), base64(again)] }, owner);
  for (const photo of [again, other, again.subarray(0, 3_000)]) {
    for (const as of [owner, bearer(key)]) {
      await api.client.ask(VERIFY_FACE, { employeeNumber: anna.number, image: base64(photo) }, as);
      await api.client.ask(COMPARE_FACES, { reference: base64(first), probe: base64(photo) }, as);
      const input = { idempotencyKey: `${photo.length}`, employeeNumber: anna.number, image: base64(photo) };
      await api.client.ask(RECORD_ATTENDANCE, input, as);
      await api.client.ask(RECORD_ATTENDANCE, { ...input, image: [base64(photo)] }, as);
      await api.client.ask(RECORD_ATTENDANCE, { ...input, kind: photo.toString('base64') }, as);
    }
  }
  const { templateReader } = api.database.repositories;
  const { readForVerification } = templateReader;
  templateReader.readForVerification = async (query, access) => {
    const subject = await readForVerification.call(templateReader, query, access);
    throw Object.assign(new Error('a fault with a face in its hands'), { subject, templates: subject?.templates });
  };
  await api.client.ask(VERIFY_FACE, { employeeNumber: anna.number, image: base64(again) }, owner);
  templateReader.readForVerification = readForVerification;
  const everything = `{ employees { nodes { id number templates { id modelId imageCount quality } consent { id } } }
    captureAttempts { nodes { outcome similarity pad { score } quality { score measures { name value } } } } apiKeys { id name } }`;
  await api.client.send({ query: everything }, owner);
});

afterAll(() => api.stop());

const left = () => [...api.client.answers, ...api.logged];

/** Pieces of each photo, from its first bytes and from its middle, in the encodings in which they travelled. */
function piecesOfPhotos(): readonly string[] {
  const places = sent.flatMap((photo) =>
    [0, Math.floor(photo.length / 6) * 3].map((start) => photo.subarray(start, start + 45)),
  );
  return places.flatMap((piece) => {
    return [piece.toString('base64'), piece.toString('hex'), [...piece.subarray(0, 12)].join(',')];
  });
}

/** Twenty numbers one after another: what a vector looks like in JSON. */
const NUMBER_ROW = /(?:-?\d+(?:\.\d+)?(?:e-?\d+)?\s*,\s*){20}/;

describe('what leaves the API, in answers and in the log,', () => {
  it('was really collected, faults included', () => {
    expect(api.client.answers.length).toBeGreaterThan(30);
    expect(api.logged.join('')).toContain('a fault with a face in its hands');
  });

  it('holds no piece of a photo', () => {
    const all = left().join('\n');
    for (const piece of piecesOfPhotos()) expect(all.includes(piece)).toBe(false);
  });

  it('holds no vector: no row of more than twenty numbers, no stored component', async () => {
    const all = left().join('\n');
    expect(NUMBER_ROW.test(all)).toBe(false);
    const access = {
      auditId: 'leak-test',
      at: new Date(),
      actor: { kind: 'SYSTEM', id: 'test' },
      reason: 'TEST',
      requestId: null,
    } as const;
    const query = { employee: { id: anna.id }, modelId: api.engine.modelId };
    const subject = await api.database.repositories.templateReader.readForVerification(query, access);
    const vector = subject?.templates[0]?.vector ?? new Float32Array();
    expect(vector.length).toBe(192);
    for (const value of vector) expect(all.includes(String(value).slice(0, 12))).toBe(false);
  });

  it('holds no password, key secret, cookie or connection string beyond the one answer that shows it', () => {
    const log = api.logged.join('\n');
    const secret = key.split('_').slice(2).join('_');
    const token = /session_token=([^;.]+)/.exec(owner.cookie ?? '')?.[1] ?? 'none';
    for (const word of [OWNER.password, secret, token, api.mongo.uri, 'mongodb://'])
      expect(log.includes(word)).toBe(false);
    expect(api.client.answers.filter((answer) => answer.includes(secret))).toHaveLength(1);
    expect(api.client.answers.filter((answer) => answer.includes(OWNER.password))).toEqual([]);
  });

  it('the database holds no photo and no readable vector either', async () => {
    const names = (await api.database.nativeDb.listCollections().toArray()).map((one) => one.name);
    const documents = await Promise.all(names.map((name) => api.database.nativeDb.collection(name).find().toArray()));
    // Sealed templates are bytes; JSON would print those as a row of numbers.
    const all = JSON.stringify(documents, (_name, value) =>
      value?.type === 'Buffer' ? Buffer.from(value).toString('base64') : value,
    );
    for (const piece of piecesOfPhotos()) expect(all.includes(piece)).toBe(false);
    expect(NUMBER_ROW.test(all)).toBe(false);
  });
});
