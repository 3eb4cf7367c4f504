import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateMasterKeys, withNewMasterKey } from '../src/crypto/master-key.js';
import type { FaceStatus } from '../src/entities/employee.js';
import type { ReadableTemplate } from '../src/entities/face-template.js';
import { employeeKeyOwner } from '../src/index.js';
import {
  aConsent,
  anAccess,
  anEmployee,
  aTemplate,
  openTestDatabase,
  TEST_ACTOR,
  type TestDatabase,
} from '../src/testing/index.js';

const masterKeys = generateMasterKeys();
let database: TestDatabase;
let client: MongoClient;
beforeAll(async () => {
  database = await openTestDatabase({ masterKeys });
  client = await MongoClient.connect(database.uri);
});
afterAll(async () => {
  await client.close();
  await database.close();
});

const now = new Date('2026-03-03T00:00:00Z');
const stored = () => client.db(database.nativeDb.databaseName).collection<{ _id: string }>('faceTemplates');

async function enrol(given: { modelId?: string; siteId?: string } = {}) {
  const { employees, consents, faceTemplates } = database.repositories;
  const employee = await employees.insert(anEmployee({ siteId: given.siteId ?? null }));
  const consent = await consents.insert(aConsent(employee.id));
  const template = aTemplate(
    { employeeId: employee.id, consentId: consent.id },
    { modelId: given.modelId ?? 'test-model' },
  );
  await faceTemplates.insert(template);
  return { employee, consent, template };
}

const read = (employeeId: string, modelId = 'test-model') =>
  database.repositories.templateReader.readForVerification({ employee: { id: employeeId }, modelId }, anAccess());

async function gallery(query: { modelId: string; siteIds?: string[] }): Promise<ReadableTemplate[]> {
  const found: ReadableTemplate[] = [];
  for await (const batch of database.repositories.templateReader.readGallery(query, anAccess())) found.push(...batch);
  return found;
}

describe('a stored face', () => {
  it('divides people into those with a face, those without one and those who need a new one', async () => {
    const { employees } = database.repositories;
    const siteId = randomUUID();
    const [known, outdated] = [await enrol({ siteId }), await enrol({ siteId, modelId: 'old-model' })];
    const newcomer = await employees.insert(anEmployee({ siteId }));
    const found = async (status: FaceStatus) => {
      const filter = { siteId, face: { status, modelId: 'test-model' } };
      return (await employees.list(filter, 'NUMBER_ASC', { first: 9 })).nodes.map(({ id }) => id);
    };
    expect([await found('ENROLLED'), await found('NOT_ENROLLED'), await found('RE_ENROLMENT_NEEDED')]).toEqual([
      [known.employee.id],
      [newcomer.id],
      [outdated.employee.id],
    ]);
  });

  it('comes back as the very vector, with the person and the consent, by id and by number', async () => {
    const { employee, consent, template } = await enrol();
    const byId = await read(employee.id);
    expect(byId).toMatchObject({
      employee: { id: employee.id, templateModelIds: ['test-model'] },
      consent: { id: consent.id },
    });
    expect(byId?.templates.map(({ vector }) => vector)).toEqual([template.vector]);
    const query = { employee: { number: employee.number.toUpperCase() }, modelId: 'test-model' };
    const byNumber = await database.repositories.templateReader.readForVerification(query, anAccess());
    expect(byNumber?.templates.map(({ id }) => id)).toEqual([template.id]);
  });

  it('is nowhere in the database in clear', async () => {
    const { template } = await enrol();
    const [document] = await stored().find({ _id: template.id }, { promoteBuffers: true }).toArray();
    const text = JSON.stringify(document);
    const first = Buffer.from(template.vector.buffer).subarray(0, 16);
    expect(JSON.stringify(first)).not.toBe('');
    const { sealed } = document as unknown as { sealed: { ciphertext: Buffer } };
    expect(sealed.ciphertext.length).toBe(template.vector.byteLength);
    expect(sealed.ciphertext.includes(first)).toBe(false);
    expect(text).not.toContain(String(template.vector[0]));
  });

  it('is shown by no serialiser', async () => {
    const { employee, template } = await enrol();
    const subject = await read(employee.id);
    const number = String(template.vector[0]);
    expect(subject?.templates[0]?.vector[0]).toBe(template.vector[0]);
    expect(JSON.stringify(subject)).not.toContain(number);
    expect(inspect(subject, { depth: 9, showHidden: true })).not.toContain(number);
    const metadata = await database.repositories.faceTemplates.listByEmployee(employee.id);
    expect(Object.keys(metadata[0] ?? {})).not.toContain('sealed');
  });

  it('is not stored without a consent in force of that very person', async () => {
    const { faceTemplates, consents, employees } = database.repositories;
    const { consent } = await enrol();
    const other = await employees.insert(anEmployee());
    const foreign = faceTemplates.insert(aTemplate({ employeeId: other.id, consentId: consent.id }));
    await expect(foreign).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    const own = await consents.insert(aConsent(other.id));
    await consents.withdraw(other.id, 'FACE_RECOGNITION', { actor: TEST_ACTOR, at: now });
    const late = faceTemplates.insert(aTemplate({ employeeId: other.id, consentId: own.id }));
    await expect(late).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    expect((await read(other.id))?.templates).toEqual([]);
  });

  it('of another model is not handed out, but said to be there', async () => {
    const { employee } = await enrol({ modelId: 'old-model' });
    expect(await read(employee.id)).toMatchObject({ templates: [], hasOtherModel: true });
  });

  it('moved to another person, template, model or consent does not open', async () => {
    const mine = await enrol();
    const theirs = await enrol();
    const [document] = await stored().find({ _id: mine.template.id }).toArray();
    const { sealed } = document as unknown as { sealed: object };
    await stored().updateOne({ _id: theirs.template.id }, { $set: { sealed } });
    await expect(read(theirs.employee.id)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    await stored().updateOne({ _id: mine.template.id }, { $set: { modelId: 'better-model' } });
    await expect(read(mine.employee.id, 'better-model')).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('with one bit changed does not open', async () => {
    const { employee, template } = await enrol();
    const [document] = await stored().find({ _id: template.id }, { promoteBuffers: true }).toArray();
    const { ciphertext } = (document as unknown as { sealed: { ciphertext: Buffer } }).sealed;
    ciphertext[5] = (ciphertext[5] ?? 0) ^ 1;
    await stored().updateOne({ _id: template.id }, { $set: { 'sealed.ciphertext': ciphertext } });
    await expect(read(employee.id)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });
});

describe('withdrawing consent', () => {
  it('makes the templates unreadable at once, even before they are deleted', async () => {
    const { employee } = await enrol();
    await database.repositories.consents.withdraw(employee.id, 'FACE_RECOGNITION', { actor: TEST_ACTOR, at: now });
    expect(await read(employee.id)).toMatchObject({ consent: null, templates: [], hasOtherModel: false });
    expect((await gallery({ modelId: 'test-model' })).map((one) => one.employeeId)).not.toContain(employee.id);
  });

  it('is not undone by a new consent: the old templates stay closed', async () => {
    const { employee } = await enrol();
    const { consents } = database.repositories;
    await consents.withdraw(employee.id, 'FACE_RECOGNITION', { actor: TEST_ACTOR, at: now });
    const again = await consents.insert(aConsent(employee.id));
    expect(await read(employee.id)).toMatchObject({ consent: { id: again.id }, templates: [] });
  });

  it('can be done once; one consent per person and purpose is in force', async () => {
    const { employee, consent } = await enrol();
    const { consents } = database.repositories;
    await expect(consents.insert(aConsent(employee.id))).rejects.toMatchObject({ code: 'CONFLICT' });
    const by = { actor: TEST_ACTOR, at: now };
    expect(await consents.withdraw(employee.id, 'FACE_RECOGNITION', by)).toMatchObject({
      id: consent.id,
      withdrawnAt: now,
    });
    const twice = consents.withdraw(employee.id, 'FACE_RECOGNITION', by);
    await expect(twice).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    expect(await consents.listByEmployee(employee.id)).toHaveLength(1);
  });
});

describe('deleting and erasing', () => {
  it('deletes one model or all, and the person says so', async () => {
    const { employee, consent } = await enrol();
    const { faceTemplates, employees } = database.repositories;
    await faceTemplates.insert(aTemplate({ employeeId: employee.id, consentId: consent.id }, { modelId: 'second' }));
    expect((await employees.getById(employee.id)).templateModelIds).toEqual(['test-model', 'second']);
    expect(await faceTemplates.deleteByEmployee(employee.id, 'second')).toBe(1);
    expect((await employees.getById(employee.id)).templateModelIds).toEqual(['test-model']);
    expect(await faceTemplates.deleteByEmployee(employee.id)).toBe(1);
    expect((await employees.getById(employee.id)).templateModelIds).toEqual([]);
    expect((await read(employee.id))?.templates).toEqual([]);
  });

  it('an erased key leaves a template that came back from a backup unreadable, and is in the ledger', async () => {
    const { employee, consent, template } = await enrol();
    const { faceTemplates } = database.repositories;
    const [backup] = await stored().find({ _id: template.id }).toArray();
    await faceTemplates.deleteByEmployee(employee.id);
    await faceTemplates.eraseKey(employee.id, now);
    if (backup) await stored().insertOne(backup);
    expect((await read(employee.id))?.templates).toEqual([]);
    const owner = employeeKeyOwner(employee.id);
    expect(await database.keyStore.listErasures(owner)).toMatchObject([{ ownerId: owner, erasedAt: now }]);
    // A new registration gets a new key and works.
    await faceTemplates.insert(aTemplate({ employeeId: employee.id, consentId: consent.id }));
    expect((await read(employee.id))?.templates).toHaveLength(1);
  });
});

describe('reading', () => {
  it('leaves an audit entry with reader and reason, for unknown persons too, and is refused without a reason', async () => {
    const { templateReader, audit } = database.repositories;
    const id = randomUUID();
    await templateReader.readForVerification(
      { employee: { id }, modelId: 'm' },
      anAccess({ reason: 'VERIFY', actor: { kind: 'API_KEY', id: 'k1' } }),
    );
    const { nodes } = await audit.list({ target: { kind: 'EMPLOYEE', id } }, { first: 5 });
    expect(nodes).toMatchObject([
      { action: 'FACE_TEMPLATES_READ', actor: { id: 'k1' }, details: { reason: 'VERIFY', modelId: 'm' } },
    ]);
    const { employee } = await enrol();
    const query = { employee: { id: employee.id }, modelId: 'test-model' };
    await expect(templateReader.readForVerification(query, anAccess({ reason: ' ' }))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const iterator = templateReader.readGallery({ modelId: 'm' }, anAccess({ reason: '' }));
    await expect(iterator.next()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('answers nothing if its audit entry cannot be written', async () => {
    const { employee } = await enrol();
    const access = anAccess();
    await database.repositories.templateReader.readForVerification(
      { employee: { id: employee.id }, modelId: 'm' },
      access,
    );
    const again = database.repositories.templateReader.readForVerification(
      { employee: { id: employee.id }, modelId: 'test-model' },
      access,
    );
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('takes no operator for a name', async () => {
    const { templateReader } = database.repositories;
    for (const employee of [{ id: { $ne: '' } }, { number: { $ne: '' } }]) {
      const reading = templateReader.readForVerification({ employee: employee as never, modelId: 'm' }, anAccess());
      await expect(reading).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const iterator = templateReader.readGallery({ modelId: { $ne: '' } as never }, anAccess());
    await expect(iterator.next()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the gallery', () => {
  it('holds the readable templates of one model and of the asked sites, of persons who work here', async () => {
    const modelId = `gallery-${randomUUID()}`;
    const here = await enrol({ modelId, siteId: 'here' });
    const there = await enrol({ modelId, siteId: 'there' });
    const left = await enrol({ modelId, siteId: 'here' });
    await database.repositories.employees.update(left.employee.id, { status: 'INACTIVE' }, { version: 1, now });
    await enrol({ modelId: 'other-model', siteId: 'here' });
    const ids = (templates: ReadableTemplate[]) => templates.map((one) => one.id).toSorted();
    expect(ids(await gallery({ modelId }))).toEqual([here.template.id, there.template.id].toSorted());
    const [only, ...rest] = await gallery({ modelId, siteIds: ['here'] });
    expect(rest).toEqual([]);
    expect(only?.vector).toEqual(here.template.vector);
    expect(await gallery({ modelId, siteIds: [] })).toEqual([]);
  });
});

describe('a damaged template', () => {
  it('stops nobody else: the gallery leaves it out and the audit names it', async () => {
    const modelId = `gallery-${randomUUID()}`;
    const sound = await enrol({ modelId });
    const damaged = await enrol({ modelId });
    await stored().updateOne({ _id: damaged.template.id }, { $set: { 'sealed.tag': Buffer.alloc(16) } });
    expect((await gallery({ modelId })).map((one) => one.id)).toEqual([sound.template.id]);
    const target = { kind: 'FACE_TEMPLATE', id: damaged.template.id };
    const { nodes } = await database.repositories.audit.list({ target }, { first: 5 });
    expect(nodes).toMatchObject([{ action: 'FACE_TEMPLATE_DAMAGED', details: { employeeId: damaged.employee.id } }]);
  });
});

describe('master keys', () => {
  it('are rotated batch by batch while templates stay readable, and then the old one is not needed', async () => {
    const people = [await enrol(), await enrol(), await enrol()];
    const ring = withNewMasterKey(masterKeys);
    const rotating = await openTestDatabase({ uri: database.uri, masterKeys: ring });
    expect(await rotating.keyStore.rewrapBatch(2)).toBe(2);
    const readBy = (db: TestDatabase, id: string) =>
      db.repositories.templateReader.readForVerification({ employee: { id }, modelId: 'test-model' }, anAccess());
    for (const { employee, template } of people) {
      expect((await readBy(rotating, employee.id))?.templates[0]?.vector).toEqual(template.vector);
    }
    while ((await rotating.keyStore.rewrapBatch(100)) > 0);
    await rotating.close();
    const current = ring.keys.get(ring.currentVersion);
    if (current === undefined) throw new Error('no current key');
    const only = { currentVersion: ring.currentVersion, keys: new Map([[ring.currentVersion, current]]) };
    const later = await openTestDatabase({ uri: database.uri, masterKeys: only });
    for (const { employee, template } of people) {
      expect((await readBy(later, employee.id))?.templates[0]?.vector).toEqual(template.vector);
    }
    await later.close();
    await expect(openTestDatabase({ uri: database.uri, masterKeys })).rejects.toThrow(
      /Master key version 2 is not known/,
    );
  });

  it('are looked at again by a process that runs since before a rotation, for what it reads and what it makes', async () => {
    const before = generateMasterKeys();
    let current = before;
    const server = await openTestDatabase({ masterKeys: before, reloadMasterKeys: async () => current });
    await server.keyStore.ensure('employee:old', new Date());
    current = withNewMasterKey(before);
    const command = await openTestDatabase({ uri: server.uri, masterKeys: current });
    expect(await command.keyStore.countOlder()).toBeGreaterThan(0);
    while ((await command.keyStore.rewrapBatch(100)) > 0);
    const opened = await server.keyStore.ensure('employee:old', new Date());
    expect(opened).toEqual(await command.keyStore.ensure('employee:old', new Date()));
    await server.keyStore.ensure('employee:new', new Date());
    expect(await command.keyStore.countOlder()).toBe(0);
    await Promise.all([server.close(), command.close()]);
  });

  it('of another installation do not open the database', async () => {
    const uri = (await openTestDatabase()).uri;
    await expect(openTestDatabase({ uri })).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('wrap the data keys in another database than the templates', async () => {
    await enrol();
    const names = (await client.db(database.nativeDb.databaseName).listCollections().toArray()).map((one) => one.name);
    expect(names).not.toContain('dataKeys');
    const keys = client.db(`${database.nativeDb.databaseName}_keys`).collection('dataKeys');
    expect(await keys.countDocuments()).toBeGreaterThan(1);
  });

  it('are made once when two processes need a key at the same time', async () => {
    const owner = `employee:${randomUUID()}`;
    const keys = await Promise.all(Array.from({ length: 10 }, () => database.keyStore.ensure(owner, now)));
    expect(new Set(keys.map(({ key }) => key.toString('hex'))).size).toBe(1);
  });
});
