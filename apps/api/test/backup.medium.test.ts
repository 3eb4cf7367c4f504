import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, formatMasterKeys, openDatabase } from '@rollcall/db';
import { startEmbeddedMongo } from '@rollcall/db/embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { runCli } from '../src/cli/run-cli.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { createServices } from '../src/services/create-services.js';
import { newId, now } from '../src/services/open-rollcall-database.js';
import type { Credentials } from './testing/graphql-test-client.js';
import { createPerson, createPersonWithConsent, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

/** Stands in the name of the person who is erased. */
const NEEDLE = 'Zebulonia';
const ACCOUNT = { email: 'zebulonia.quince@example.org', password: 'plums in a wooden bowl' };

let api: TestApi;
let owner: Credentials;
let folder: string;
let [anna, ben, carol, dora, emil]: Person[] = [];
const before = { ...process.env };
const inFolder = (name: string): string => path.join(folder, name);
const data = () => inFolder('data.backup');
const keys = () => inFolder('keys.backup');

const databaseNamed = (name: string): string => {
  const [server, options = ''] = api.mongo.uri.split('?');
  return `${server?.replace(/\/$/, '')}/${name}?${options}`;
};

async function rollcall(...args: readonly string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const terminal = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line) };
  const code = await runCli(args, terminal);
  return { code, out: out.join('\n'), error: error.join('\n') };
}

/** Restores into a database of that name, with the keys of another, and opens what came of it. */
async function restoreInto(name: string, keysOf: string, ...more: readonly string[]) {
  Object.assign(process.env, { MONGODB_URI: databaseNamed(name), KEYS_MONGODB_URI: databaseNamed(`${keysOf}_keys`) });
  try {
    return await rollcall('restore', data(), ...more);
  } finally {
    Object.assign(process.env, { MONGODB_URI: api.mongo.uri });
    delete process.env.KEYS_MONGODB_URI;
  }
}

const opened = (name: string, keysOf: string): Promise<Database> =>
  openDatabase({
    ...{ uri: databaseNamed(name), keysUri: databaseNamed(`${keysOf}_keys`) },
    ...{ masterKeys: api.masterKeys, now, newId },
  });

const send = async (query: string, variables: object) => {
  const { data: answer, text } = await api.client.send({ query, variables }, owner);
  if (answer == null) throw new Error(text);
  return answer;
};

async function outcomeOf(database: Database, { id: employeeId }: Person, photo: Buffer): Promise<string> {
  const { verifyFace } = createServices({ database, engine: api.engine, now, newId });
  const input = { employeeId, image: base64(photo) } as never;
  return verifyFace.verify(COMMAND_LINE, input).then(
    ({ outcome }) => outcome,
    ({ code }) => code,
  );
}

async function textOf(database: Database): Promise<string> {
  const listed = await database.nativeDb.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  const all: unknown[] = [];
  for (const { name } of listed.filter((one) => !one.name.startsWith('system.')))
    all.push(...(await database.nativeDb.collection(name).find().toArray()));
  return JSON.stringify(all);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-backups-'));
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  Object.assign(process.env, { MONGODB_URI: api.mongo.uri, ROLLCALL_MASTER_KEY: formatMasterKeys(api.masterKeys) });
  const registered = await createRegisteredPerson(api, owner, await photos.anna(), {
    ...{ number: `${NEEDLE}-17`, name: `${NEEDLE} Quince`, email: 'zebulonia@example.org' },
  });
  anna = { ...registered, number: `${NEEDLE}-17` };
  ben = await createRegisteredPerson(api, owner, await photos.ben());
  expect(await rollcall('backup', '--keys', inFolder('early.backup'))).toMatchObject({ code: 0, error: '' });
  carol = await createRegisteredPerson(api, owner, await photos.carol());
  emil = await createPersonWithConsent(api, owner);
  dora = await createPerson(api, owner, { name: `${NEEDLE} without a face` });
  const account = { ...ACCOUNT, name: `${NEEDLE} Quince`, roles: ['HR_ADMIN' as const], employeeId: anna.id };
  await createAccount(api.container.auth, account);
  await api.database.sealAudit();
});
afterAll(async () => {
  process.env = before;
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('rollcall backup', () => {
  it('of a running server writes the data and the keys, each into a file of its own, and says what is in them', async () => {
    const { code, out, error } = await rollcall('backup', data(), '--keys', keys(), '--json');
    expect([code, error]).toEqual([0, '']);
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(JSON.parse(out)).toMatchObject({
      data: { file: data(), sha256: hash, bytes: (await readFile(data())).length, collections: { employees: 5 } },
      keys: { file: keys(), sha256: hash, collections: { dataKeys: 7, erasedKeys: 0 } },
    });
  });

  it('is noted in the record of who did what', async () => {
    const entries = await api.database.repositories.audit.list({ action: 'BACKUP_TAKEN' }, { first: 10 });
    expect(entries.nodes.map(({ details }) => details.kind).sort()).toEqual(['DATA', 'KEYS', 'KEYS']);
  });

  it('refuses a file that is there, a folder that is not, and no file at all in one sentence', async () => {
    await writeFile(inFolder('mine'), 'mine');
    const refused = async (sentence: RegExp, ...args: readonly string[]) =>
      expect(await rollcall('backup', ...args)).toMatchObject({
        code: 2,
        out: '',
        error: expect.stringMatching(sentence),
      });
    await refused(/^.*mine is there already\. Name another file\.$/, inFolder('mine'));
    await refused(/^.*mine is there already\. Name another file\.$/, inFolder('new'), '--keys', inFolder('mine'));
    await refused(/^The folder of .*none.* does not exist\.$/, inFolder('none/data'));
    await refused(/^Name a file for the data, or one for the keys with --keys\.$/);
    expect(await readFile(inFolder('mine'), 'utf8')).toBe('mine');
  });
});

describe('a backup that is restored after somebody was erased', () => {
  let restored: Database;

  beforeAll(async () => {
    const [account] = await api.database.repositories.users.listByEmployee(String(anna?.id));
    await send('mutation ($id: ID!) { deactivateUser(userId: $id) { id } }', { id: account?.id });
    for (const person of [anna, dora] as Person[]) {
      await send('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id: person.id });
      const input = { employeeId: person.id, number: person.number, reason: 'Asked for it' };
      await send('mutation ($input: EraseEmployeeInput!) { eraseEmployee(input: $input) { id } }', { input });
    }
    const withdraw = 'mutation ($id: ID!) { withdrawConsent(employeeId: $id) { id } }';
    for (const person of [carol, emil]) await send(withdraw, { id: person?.id });
    const { code, out, error } = await restoreInto('restored', 'rollcall', '--json');
    expect([code, error]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ peopleErased: 2, facesDeleted: 2, isAuditIntact: true });
    restored = await opened('restored', 'rollcall');
  }, 120_000);
  afterAll(() => restored.close());

  it('does not bring the person back: no face, no name, no account, with a face or without', async () => {
    expect(await outcomeOf(restored, anna as Person, await photos.annaAgain())).toMatch(/^(NOT_ENROLLED|NOT_FOUND)$/);
    for (const { id } of [anna, dora] as Person[])
      expect(await restored.repositories.employees.getById(id)).toMatchObject({ status: 'ERASED', name: '—' });
    expect((await textOf(restored)).toLowerCase()).not.toContain(NEEDLE.toLowerCase());
    const ids = new Set(await restored.nativeDb.collection('faceTemplates').distinct('employeeId'));
    expect(ids).toEqual(new Set([ben?.id]));
  });

  it('does not bring a face back that was given up since, nor the agreement to it', async () => {
    expect(await outcomeOf(restored, carol as Person, await photos.carol())).toBe('NOT_ENROLLED');
    // Nor an agreement that never led to a face.
    for (const person of [carol, emil])
      expect(await restored.repositories.consents.findInForce(String(person?.id), 'FACE_RECOGNITION')).toBeNull();
    expect(await restored.repositories.employees.getById(String(carol?.id))).toMatchObject({ status: 'ACTIVE' });
  });

  it('recognises everybody else', async () => {
    expect(await outcomeOf(restored, ben as Person, await photos.ben())).toBe('MATCH');
  });

  it('has a whole record of who did what, which says what was restored', async () => {
    expect(await restored.verifyAudit()).toMatchObject({ isIntact: true });
    const entries = await restored.repositories.audit.list({ action: 'DATABASE_RESTORED' }, { first: 10 });
    expect(entries.nodes.map(({ details }) => details)).toMatchObject([{ peopleErased: 2, facesDeleted: 2 }]);
  });

  it('is not restored into it a second time', async () => {
    expect(await restoreInto('restored', 'rollcall')).toMatchObject({
      ...{ code: 2, error: expect.stringMatching(/^This database is in use: [^\n]*$/) },
    });
  });
});

describe('rollcall restore', () => {
  it('where the keys were lost too takes them from their copy, and people are recognised', async () => {
    const without = await restoreInto('elsewhere', 'elsewhere');
    expect(without).toMatchObject({ code: 2, error: expect.stringContaining('Name a copy of them with --keys.') });
    expect(await restoreInto('elsewhere', 'elsewhere', '--keys', keys())).toMatchObject({ code: 0, error: '' });
    const database = await opened('elsewhere', 'elsewhere');
    expect(await outcomeOf(database, ben as Person, await photos.ben())).toBe('MATCH');
    await database.close();
  });

  it('with a copy of the keys from before somebody registered asks that person to register again, and nobody else', async () => {
    const early = inFolder('early.backup');
    const { code, out } = await restoreInto('early', 'early', '--keys', early, '--json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { peopleErased: 0, facesDeleted: 1, isAuditIntact: true }]);
    const database = await opened('early', 'early');
    expect(await outcomeOf(database, carol as Person, await photos.carol())).toBe('NOT_ENROLLED');
    expect(await outcomeOf(database, ben as Person, await photos.ben())).toBe('MATCH');
    await database.close();
  });

  it('starts the MongoDB of the data directory itself, needs the master key to be there, and no server that runs', async () => {
    const dataDir = inFolder('data');
    delete process.env.MONGODB_URI;
    const masterKey = process.env.ROLLCALL_MASTER_KEY;
    delete process.env.ROLLCALL_MASTER_KEY;
    process.env.ROLLCALL_DATA_DIR = dataDir;
    const missing = await rollcall('restore', data(), '--keys', keys());
    expect(missing).toMatchObject({ code: 2, error: expect.stringMatching(/^The master key is missing\. [^\n]*$/) });
    process.env.ROLLCALL_MASTER_KEY = masterKey;
    expect(await rollcall('restore', data(), '--keys', keys())).toMatchObject({ code: 0, error: '' });
    const again = await rollcall('restore', data(), '--keys', keys());
    expect(again).toMatchObject({ code: 2, error: expect.stringContaining('This database is in use') });
    const running = await startEmbeddedMongo({ dataDir, searchPath: before.PATH ?? '', endsWithParent: true });
    const refused = await rollcall('restore', data(), '--keys', keys());
    expect(refused).toMatchObject({ code: 2, error: expect.stringMatching(/^Rollcall, or its MongoDB, runs with/) });
    await running.stop();
  });
});
