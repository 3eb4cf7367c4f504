import type { FaceLandmarks } from '@rollcall/face-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderedBust } from '../../../packages/face-core/test/rendered-bust.js';
import { bearer, type Credentials } from './testing/graphql-test-client.js';
import { REGISTER_FACE } from './testing/operations.js';
import { createKey, createPersonWithConsent, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const VERIFY = `mutation ($input: VerifyFaceInput!) {
  verifyFace(input: $input) { outcome similarity quality { isAcceptable reasons } attempt { outcome } }
}`;

let api: TestApi;
let owner: Credentials;
let anna: Buffer;
let carol: Buffer;
let key: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  [anna, carol] = [await photos.anna(), await photos.carol()];
  key = bearer(await createKey(api, owner, ['faces:write', 'faces:verify', 'employees:read']));
});

/** One photo serves several people here. */
beforeEach(async () => {
  await api.database.nativeDb.collection('faceTemplates').deleteMany({});
});

afterAll(() => api.stop());

async function register(person: Person, images: readonly Buffer[], as = owner) {
  const input = { employeeId: person.id, images: images.map(base64) };
  return (await api.client.ask(REGISTER_FACE, input, as)).data.registerFace;
}

const verify = async (person: Person, image: Buffer, as = owner) =>
  (await api.client.ask(VERIFY, { employeeId: person.id, image: base64(image) }, as)).data.verifyFace;

const storedOf = ({ id }: Person) => api.database.repositories.faceTemplates.listByEmployee(id);

async function landmarksOf(photo: Buffer): Promise<FaceLandmarks> {
  const { detection, outcome } = await api.engine.capture(photo, { pad: 'OFF' });
  if (detection === null) throw new Error(`ended as ${outcome}`);
  return detection.landmarks;
}

/** A blue cloth over nose, mouth and chin, between the ears. */
async function masked(photo: Buffer): Promise<Buffer> {
  const [[rightX, rightY], [leftX, leftY]] = await landmarksOf(photo);
  const unit = Math.hypot(leftX - rightX, leftY - rightY);
  const [left, top] = [(rightX + leftX) / 2 - unit, (rightY + leftY) / 2 + 0.5 * unit];
  const { width, height } = await sharp(photo).metadata();
  const cloth = `<rect x="${left}" y="${top}" width="${2 * unit}" height="${1.5 * unit}" rx="12" fill="#6ea0d2"/>`;
  const input = Buffer.from(`<svg width="${width}" height="${height}">${cloth}</svg>`);
  return sharp(photo).composite([{ input }]).jpeg({ quality: 92 }).toBuffer();
}

async function twice(photo: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(photo).metadata();
  return sharp({ create: { width: 2 * width, height, channels: 3, background: '#888' } })
    .composite([
      { input: photo, left: 0, top: 0 },
      { input: photo, left: width, top: 0 },
    ])
    .jpeg({ quality: 92 })
    .toBuffer();
}

describe('a face behind a mask', () => {
  it('is not registered, and the caller is told what to do', async () => {
    const person = await createPersonWithConsent(api, owner);
    const { outcome, templates, images } = await register(person, [await masked(carol)]);
    expect([outcome, templates]).toEqual(['LOW_QUALITY', []]);
    expect(images).toMatchObject([
      {
        outcome: 'LOW_QUALITY',
        hints: expect.arrayContaining(['Take away what covers the face.']),
        quality: { isAcceptable: false, reasons: expect.arrayContaining(['OCCLUDED']) },
      },
    ]);
    expect(await storedOf(person)).toEqual([]);
  });

  it('is not compared, not even with the person it is, and the caller is told why', async () => {
    const person = await createRegisteredPerson(api, owner, carol);
    expect((await verify(person, carol)).outcome).toBe('MATCH');
    expect(await verify(person, await masked(carol))).toMatchObject({
      outcome: 'LOW_QUALITY',
      similarity: null,
      quality: { isAcceptable: false, reasons: expect.arrayContaining(['OCCLUDED']) },
      attempt: { outcome: 'LOW_QUALITY' },
    });
  });
});

describe('the same face twice', () => {
  it('in one photo is refused as two faces, at registration and at verification', async () => {
    const person = await createRegisteredPerson(api, owner, anna);
    const both = await twice(anna);
    expect((await verify(person, both)).outcome).toBe('MULTIPLE_FACES');
    expect(await register(person, [both])).toMatchObject({ outcome: 'MULTIPLE_FACES', templates: [] });
  });

  it('as the same photo sent three times, once in another format, counts once, and the later ones say so', async () => {
    const person = await createPersonWithConsent(api, owner);
    const again = await sharp(anna).png().toBuffer();
    const { outcome, templates, images } = await register(person, [anna, anna, again]);
    expect([outcome, templates]).toMatchObject(['REGISTERED', [{ imageCount: 1 }]]);
    const once = [expect.stringContaining('counts once')];
    expect(images.map(({ hints }: { hints: string[] }) => hints)).toEqual([[], once, once]);
  });

  it('as two photos counts twice', async () => {
    const person = await createPersonWithConsent(api, owner);
    const { templates } = await register(person, [anna, await photos.annaAgain()]);
    expect(templates).toMatchObject([{ imageCount: 2 }]);
  });
});

describe('a bust', () => {
  it('is refused as an attack where a program registers or verifies', async () => {
    const person = await createRegisteredPerson(api, owner, anna);
    const bust = await renderedBust();
    expect((await verify(person, bust, key)).outcome).toBe('PRESENTATION_ATTACK');
    expect(await register(person, [bust], key)).toMatchObject({ outcome: 'PRESENTATION_ATTACK', templates: [] });
  });

  it('that somebody of HR uploads is registered with the suspicion shown: portraits are often photos of prints', async () => {
    const person = await createPersonWithConsent(api, owner);
    const { outcome, images } = await register(person, [await renderedBust()]);
    expect([outcome, images]).toMatchObject(['REGISTERED', [{ pad: { outcome: 'ATTACK' } }]]);
    expect((await verify(person, await renderedBust(), key)).outcome).toBe('PRESENTATION_ATTACK');
  });
});
