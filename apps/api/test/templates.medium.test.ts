import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatMasterKeys } from '@rollcall/db';
import { FaceEngine } from '@rollcall/face-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { runCli } from '../src/cli/run-cli.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { readAll } from '../src/files/byte-source.js';
import { createServices } from '../src/services/create-services.js';
import type { Credentials } from './testing/graphql-test-client.js';
import { RECORD_CONSENT, REGISTER_FACE, VERIFY_FACE } from './testing/operations.js';
import { createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const NEW_MODEL = 'faceapi-128';
const OLD_MODEL = 'mobilefacenet-192';

let api: TestApi;
let owner: Credentials;
let folder: string;
let people: Person[];
let archive: string;
const before = { ...process.env };

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-templates-'));
  people = [];
  for (const name of ['anna', 'ben', 'carol'] as const)
    people.push(await createRegisteredPerson(api, owner, await photos[name]()));
  const zip = new yazl.ZipFile();
  zip.addBuffer(await photos.annaAgain(), `faces/${people[0]?.number}.jpg`);
  zip.addBuffer(await photos.ben(), `faces/${people[1]?.number}_1.jpg`);
  zip.addBuffer(await photos.landscape(), `${people[2]?.number}.jpg`);
  zip.end();
  archive = path.join(folder, 'faces.zip');
  await writeFile(archive, await readAll(zip.outputStream as unknown as AsyncIterable<Uint8Array>));
  Object.assign(process.env, { MONGODB_URI: api.mongo.uri, ROLLCALL_MASTER_KEY: formatMasterKeys(api.masterKeys) });
});

afterAll(async () => {
  process.env = before;
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

async function templates(...args: readonly string[]) {
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };
  const code = await runCli(['templates', ...args, '--pack', NEW_MODEL, '--json'], terminal);
  return { code, answer: code === 2 ? lines.join('\n') : JSON.parse(lines.join('\n')) };
}

const numbers = () => people.map(({ number }) => number);
const modelsOf = async ({ id }: Person) =>
  (await api.database.repositories.faceTemplates.listByEmployee(id)).map(({ modelId }) => modelId).sort();
const countOf = (action: string) => api.database.nativeDb.collection('auditEntries').countDocuments({ action });
const verify = async ({ number }: Person, photo: Buffer) =>
  (await api.client.ask(VERIFY_FACE, { employeeNumber: number, image: base64(photo) }, owner)).data.verifyFace.outcome;

/** A run that ends as a killed process does: the first new template is stored, and nothing is noted. */
async function runUntilKilled(): Promise<string> {
  const engine = await FaceEngine.create({ pack: NEW_MODEL, workers: 1 });
  const now = () => new Date();
  try {
    const { templateRenewals } = createServices({ ...{ database: api.database, engine, now }, newId: randomUUID });
    const { jobs, blobs } = api.database.repositories;
    const times = { createdAt: now(), expiresAt: new Date(Date.now() + 86_400_000) };
    const described = { id: randomUUID(), fileName: 'faces.zip', mediaType: 'application/zip', ...times };
    const bytes = await readFile(archive);
    const { id: fileId } = await blobs.write(
      (async function* () {
        yield bytes;
      })(),
      described,
    );
    const actor = { ...COMMAND_LINE, padPolicy: 'FLAG' } as const;
    const { id } = await templateRenewals.start(actor, { modelId: NEW_MODEL, fileId, isOldRemoved: false });
    const claim = await jobs.claimNext({ kinds: ['TEMPLATE_RENEWAL'], token: 'x', now: new Date(0), leaseMs: 1, id });
    if (claim === null) throw new Error('the job was not free');
    const killed = async (): Promise<void> => {
      throw new Error('killed');
    };
    const work = { job: claim.job, claim, throwIfStopped: () => undefined, checkpoint: killed };
    await expect(templateRenewals.run(work)).rejects.toThrow('killed');
    return id;
  } finally {
    await engine.close();
  }
}

describe('when the pack changes', () => {
  it('everybody with a face of the old model is listed, and nobody of the pack that is in use', async () => {
    const file = path.join(folder, 'stale.csv');
    const { code, answer } = await templates('list-stale', '--out', file);
    expect([code, answer]).toMatchObject([1, { modelId: NEW_MODEL, stale: 3, current: 0 }]);
    expect(answer.people.map((one: Person) => one.number).sort()).toEqual(numbers().sort());
    expect((await readFile(file, 'utf8')).split('\r\n')[0]).toBe('\uFEFFnumber,name,models');
    expect(await readFile(file, 'utf8')).toContain(OLD_MODEL);
    const lines: string[] = [];
    const terminal = { out: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };
    expect(await runCli(['templates', 'list-stale'], terminal)).toBe(0);
    expect(lines.at(-1)).toBe(`0 with templates of other models only, 3 with one of ${OLD_MODEL}, 0 without any`);
  });

  it('without photos everybody stays on the list, and no template goes', async () => {
    const file = path.join(folder, 'register.csv');
    const { code, answer } = await templates('re-embed', '--out', file, '--remove-old');
    expect([code, answer.counts]).toEqual([1, { renewed: 0, current: 0, toRegister: 3, oldRemoved: 0 }]);
    expect(await readFile(file, 'utf8')).toContain(`${people[0]?.number},`);
    expect(await readFile(file, 'utf8')).toContain(',NO_PHOTO');
    for (const person of people) expect(await modelsOf(person)).toEqual([OLD_MODEL]);
  });

  it('a renewal that was killed goes on where it was, and at no moment is anybody without a template', async () => {
    const jobId = await runUntilKilled();
    const half = await Promise.all(people.map(modelsOf));
    expect(half.every((models) => models.includes(OLD_MODEL))).toBe(true);
    // People are taken by their id; the photo of the third shows no face.
    const [first] = people.map(({ id }) => id).sort();
    const made = first === people[2]?.id ? 0 : 1;
    expect(half.flat().filter((model) => model === NEW_MODEL)).toHaveLength(made);
    const { code, answer } = await templates('re-embed');
    expect([code, answer.jobId]).toEqual([1, jobId]);
    expect(answer.counts).toEqual({ renewed: 2, current: 0, toRegister: 1, oldRemoved: 0 });
    expect(answer.toRegister).toEqual([expect.objectContaining({ number: people[2]?.number, reason: 'NO_FACE' })]);
    const [anna, ben, carol] = await Promise.all(people.map(modelsOf));
    expect([anna, ben, carol]).toEqual([[NEW_MODEL, OLD_MODEL], [NEW_MODEL, OLD_MODEL], [OLD_MODEL]]);
    // The photos went with the job; each new template and the renewal stand in the audit.
    expect(await api.database.nativeDb.collection('blobs').countDocuments()).toBe(0);
    expect(await countOf('FACE_TEMPLATES_RENEWED')).toBe(2);
    expect(await countOf('FACE_REGISTERED')).toBe(5);
  });

  it('models are never mixed: the server goes on with the old templates until they are removed', async () => {
    const [anna] = people as [Person];
    expect(await verify(anna, await photos.anna())).toBe('MATCH');
    const { code, answer } = await templates('re-embed', '--remove-old');
    expect([code, answer.counts]).toEqual([1, { renewed: 0, current: 2, toRegister: 1, oldRemoved: 2 }]);
    expect(await Promise.all(people.map(modelsOf))).toEqual([[NEW_MODEL], [NEW_MODEL], [OLD_MODEL]]);
    expect(await countOf('OLD_FACE_TEMPLATES_REMOVED')).toBe(2);
    expect(await verify(anna, await photos.anna())).toBe('NOT_ENROLLED');
  });

  it('where photos of registrations are kept, nobody has to bring one', async () => {
    const carol = people[2] as Person;
    const { version } = (await api.client.send({ query: '{ settings { version } }' }, owner)).data.settings;
    const update = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }';
    await api.client.ask(update, { version, areRegistrationPhotosKept: true }, owner);
    await api.client.ask(RECORD_CONSENT, { employeeId: carol.id }, owner);
    const images = [base64(await photos.carol())];
    await api.client.ask(REGISTER_FACE, { employeeId: carol.id, images, replace: true }, owner);
    const { code, answer } = await templates('re-embed');
    expect([code, answer.counts]).toEqual([0, { renewed: 1, current: 2, toRegister: 0, oldRemoved: 0 }]);
    expect(await modelsOf(carol)).toEqual([NEW_MODEL, OLD_MODEL]);
    expect(await countOf('FACE_PHOTOS_READ')).toBe(1);
    expect(await api.database.repositories.facePhotos.listByEmployee(carol.id, 'REGISTRATION')).toHaveLength(1);
  });

  it('a pack that is not there, a missing archive and one that is no archive are one sentence each', async () => {
    const terminal = { out: () => undefined, error: () => undefined };
    expect(await runCli(['templates', 'list-stale', '--pack', 'best'], terminal)).toBe(2);
    expect(await templates('re-embed', '--photos', path.join(folder, 'none.zip'))).toMatchObject({
      code: 2,
      answer: expect.stringContaining('There is no file'),
    });
    const text = path.join(folder, 'text.zip');
    await writeFile(text, 'no archive');
    expect(await templates('re-embed', '--photos', text)).toEqual({
      code: 2,
      answer: 'This is not a complete ZIP archive.',
    });
  });
});
