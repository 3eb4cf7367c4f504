import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FacePhotoKind } from '../src/entities/face-photo.js';
import {
  aConsent,
  anAccess,
  anEmployee,
  aTemplate,
  openTestDatabase,
  TEST_ACTOR,
  type TestDatabase,
} from '../src/testing/index.js';

let database: TestDatabase;
let client: MongoClient;
beforeAll(async () => {
  database = await openTestDatabase();
  client = await MongoClient.connect(database.uri);
});
afterAll(async () => {
  await client.close();
  await database.close();
});

const at = new Date('2026-03-03T08:00:00Z');
const JPEG = Buffer.from('not a picture, but bytes that can be told apart');
const stored = () => client.db(database.nativeDb.databaseName).collection<{ _id: string }>('facePhotos');

async function aPersonWithPhoto(kind: FacePhotoKind = 'ATTEMPT', createdAt = at) {
  const { employees, consents, facePhotos } = database.repositories;
  const employee = await employees.insert(anEmployee());
  const consent = await consents.insert(aConsent(employee.id));
  const id = randomUUID();
  const size = { widthPx: 8, heightPx: 9 };
  const photo = { id, kind, employeeId: employee.id, consentId: consent.id, ...size, createdAt };
  expect(await facePhotos.insert({ ...photo, jpeg: JPEG })).toBe(true);
  return { employee, consent, photo };
}

describe('a kept photo', () => {
  it('comes back as it was, and lies encrypted', async () => {
    const { photo } = await aPersonWithPhoto();
    const read = await database.repositories.facePhotos.read(photo.id);
    expect(read).toMatchObject(photo);
    expect(read?.jpeg.equals(JPEG)).toBe(true);
    expect(JSON.stringify(await stored().findOne({ _id: photo.id }))).not.toContain(
      JPEG.toString('base64').slice(0, 16),
    );
  });

  it('is not kept without a consent in force', async () => {
    const { facePhotos } = database.repositories;
    const { photo, employee } = await aPersonWithPhoto();
    const stranger = await aPersonWithPhoto();
    const id = randomUUID();
    expect(await facePhotos.insert({ ...photo, id, consentId: stranger.consent.id, jpeg: JPEG })).toBe(false);
    await database.repositories.consents.withdraw(employee.id, 'FACE_RECOGNITION', { actor: TEST_ACTOR, at });
    expect(await facePhotos.insert({ ...photo, id, jpeg: JPEG })).toBe(false);
    expect(await facePhotos.findById(id)).toBeNull();
  });

  it('cannot be read after a withdrawal, nor when the key of the person is destroyed', async () => {
    const { facePhotos, consents, faceTemplates } = database.repositories;
    const [left, erased] = [await aPersonWithPhoto(), await aPersonWithPhoto()];
    await consents.withdraw(left.employee.id, 'FACE_RECOGNITION', { actor: TEST_ACTOR, at });
    await faceTemplates.eraseKey(erased.employee.id, at);
    expect(await facePhotos.read(left.photo.id)).toBeNull();
    expect(await facePhotos.read(erased.photo.id)).toBeNull();
  });

  it('opens in no other place', async () => {
    const [one, other] = [await aPersonWithPhoto(), await aPersonWithPhoto()];
    const document = await stored().findOne({ _id: one.photo.id });
    await stored().updateOne(
      { _id: other.photo.id },
      { $set: { sealed: (document as never as { sealed: object }).sealed } },
    );
    await expect(database.repositories.facePhotos.read(other.photo.id)).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
    });
  });
});

describe('deleting photos', () => {
  it('takes those of one kind, or all of a person, and nobody else’s', async () => {
    const { facePhotos } = database.repositories;
    const [{ employee, consent, photo }, other] = [await aPersonWithPhoto('REGISTRATION'), await aPersonWithPhoto()];
    const attempt = { ...photo, id: randomUUID(), kind: 'ATTEMPT' as const, consentId: consent.id };
    await facePhotos.insert({ ...attempt, jpeg: JPEG });
    expect(await facePhotos.deleteByEmployee(employee.id, 'REGISTRATION')).toBe(1);
    expect((await facePhotos.listByIds([photo.id, attempt.id, other.photo.id])).length).toBe(2);
    expect(await facePhotos.deleteByEmployee(employee.id, null)).toBe(1);
    expect((await facePhotos.listByIds([attempt.id, other.photo.id])).map(({ id }) => id)).toEqual([other.photo.id]);
  });

  it('takes what is as old as asked for, and leaves what is younger', async () => {
    const { facePhotos } = database.repositories;
    const later = new Date(at.getTime() + 1);
    const [old, young] = [await aPersonWithPhoto(), await aPersonWithPhoto('ATTEMPT', later)];
    await facePhotos.deleteOlder('ATTEMPT', at);
    expect(await facePhotos.findById(old.photo.id)).toBeNull();
    expect(await facePhotos.findById(young.photo.id)).not.toBeNull();
  });
});

describe('agreeing to another text', () => {
  it('keeps the stored face readable under the new consent, and under it alone', async () => {
    const { consents, faceTemplates, templateReader } = database.repositories;
    const { employee, consent } = await aPersonWithPhoto();
    const template = aTemplate({ employeeId: employee.id, consentId: consent.id }, { modelId: 'test-model' });
    await faceTemplates.insert(template);
    await consents.withdraw(employee.id, 'FACE_RECOGNITION', { actor: TEST_ACTOR, at });
    const read = async () => {
      const query = { employee: { id: employee.id }, modelId: 'test-model' };
      return (await templateReader.readForVerification(query, anAccess()))?.templates.map(({ vector }) => [...vector]);
    };
    const anew = await consents.insert(aConsent(employee.id));
    expect(await read()).toEqual([]);
    expect(await faceTemplates.moveToConsent(employee.id, { from: consent.id, to: anew.id })).toBe(1);
    expect(await read()).toEqual([[...template.vector]]);
  });
});
