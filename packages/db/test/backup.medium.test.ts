import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { BSON, Decimal128, Double, Int32, Long, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackupError, generateMasterKeys, openDatabase, restoreBackup } from '../src/index.js';
import {
  aConsent,
  anAttempt,
  anAuditEntry,
  anEmployee,
  aTemplate,
  openTestDatabase,
  randomDatabaseUri,
  type TestDatabase,
} from '../src/testing/index.js';

let folder: string;
let source: TestDatabase;
let client: MongoClient;
let personId: string;
let file: string;
let keysFile: string;
const now = () => new Date();
const inFolder = (name: string): string => path.join(folder, name);

/** Every type that a document may hold. */
const ODD = {
  _id: 'odd' as never,
  ...{ int: new Int32(7), double: new Double(7), long: Long.fromNumber(7), decimal: Decimal128.fromString('7.10') },
  ...{ nothing: null, list: [1, 'two', [3.5]], text: 'Zoë\u0000', when: new Date(0), bytes: Buffer.from([1, 2]) },
  ...{ pattern: /a.b/i, big: Long.MAX_VALUE, object: new BSON.ObjectId(), empty: {} },
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-backup-'));
  source = await openTestDatabase();
  client = await MongoClient.connect(source.uri);
  const { employees, consents, faceTemplates, captureAttempts, audit, blobs } = source.repositories;
  personId = (await employees.insert(anEmployee())).id;
  const consent = await consents.insert(aConsent(personId));
  await faceTemplates.insert(aTemplate({ employeeId: personId, consentId: consent.id }));
  for (let i = 0; i < 2_100; i += 1) await captureAttempts.insert(anAttempt());
  for (let i = 0; i < 20; i += 1) await audit.insert(anAuditEntry());
  await source.sealAudit();
  const described = { fileName: 'a.csv', mediaType: 'text/csv', createdAt: now(), expiresAt: new Date('2100-01-01') };
  await blobs.write([Buffer.alloc(600_000, 'x')] as never, { id: 'blob-1', ...described });
  await source.nativeDb.collection('oddities').insertOne(ODD);
  await source.nativeDb.collection('authSessions').insertOne({ token: 'a token that must not come back' });
  file = inFolder('data.backup');
  keysFile = inFolder('keys.backup');
  await source.takeBackup({ file });
  await source.takeKeysBackup({ file: keysFile });
});
afterAll(async () => {
  await client.close();
  await source.close();
  await rm(folder, { recursive: true, force: true });
});

type Raw = Readonly<Record<string, readonly string[]>>;

/** Every document of a database, byte for byte, by collection. */
async function allBytes(name: string): Promise<Raw> {
  const db = client.db(name);
  const listed = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  const found: Record<string, string[]> = {};
  for (const one of listed.filter((each) => !each.name.startsWith('system.'))) {
    const documents = await db
      .collection(one.name)
      .find({}, { raw: true, sort: { _id: 1 } })
      .toArray();
    found[one.name] = documents.map((bytes) => (bytes as unknown as Buffer).toString('hex'));
  }
  return found;
}

const nameIn = (uri: string): string => new URL(uri.replace('mongodb:', 'http:')).pathname.slice(1);

interface Place {
  readonly uri: string;
  readonly name: string;
  restore(more?: Partial<Parameters<typeof restoreBackup>[0]>): ReturnType<typeof restoreBackup>;
}

async function anotherPlace(): Promise<Place> {
  const uri = await randomDatabaseUri();
  const given = { uri, masterKeys: source.masterKeys, file, keysFile, now };
  return { uri, name: nameIn(uri), restore: (more = {}) => restoreBackup({ ...given, ...more }) };
}

const isUntouched = async ({ name }: Place): Promise<boolean> =>
  Object.keys({ ...(await allBytes(name)), ...(await allBytes(`${name}_keys`)) }).length === 0;

describe('a backup', () => {
  it('is one file that only its owner may read, beside which nothing is left', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['data.backup', 'keys.backup']);
  });

  it('ends with the SHA-256 of all before it, which the summary names with the counts', async () => {
    const again = inFolder('again.backup');
    const taken = await source.takeBackup({ file: again });
    const bytes = await readFile(again);
    expect(taken.bytes).toBe(bytes.length);
    expect(createHash('sha256').update(bytes.subarray(0, -32)).digest('hex')).toBe(taken.sha256);
    expect(bytes.subarray(-32).toString('hex')).toBe(taken.sha256);
    expect(taken.collections).toMatchObject({ employees: 1, captureAttempts: 2_100, 'blobBytes.files': 1 });
    for (const left of ['authSessions', 'deviceNonces', 'locks', 'dataKeys', 'erasedKeys'])
      expect(taken.collections).not.toHaveProperty(left);
    await rm(again);
  });

  it('never takes the place of a file that is there', async () => {
    const taken = inFolder('taken');
    await writeFile(taken, 'mine');
    await expect(source.takeBackup({ file: taken })).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(taken, 'utf8')).toBe('mine');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    await rm(taken);
  });

  it('is of one moment: what is written meanwhile is in it wholly or not at all', async () => {
    const { employees, audit } = source.repositories;
    let isOver = false;
    const writing = (async () => {
      while (!isOver)
        await source.withTransaction(async (session) => {
          const { id } = await employees.insert(anEmployee(), { session });
          await audit.insert(anAuditEntry({ target: { kind: 'NEW_PERSON', id } }), { session });
        });
    })();
    const busy = inFolder('busy.backup');
    try {
      await source.takeBackup({ file: busy });
    } finally {
      isOver = true;
      await writing;
    }
    const place = await anotherPlace();
    await place.restore({ file: busy });
    const db = client.db(place.name);
    const entries = await db.collection('auditEntries').find({ 'target.kind': 'NEW_PERSON' }).toArray();
    const people = await db
      .collection('employees')
      .find({ _id: { $ne: personId as never } })
      .toArray();
    expect(people.map(({ _id }) => String(_id)).sort()).toEqual(entries.map(({ target }) => target.id).sort());
    await rm(busy);
  });
});

describe('a restore', () => {
  it('writes every document byte for byte, files included, and the same indexes', async () => {
    const place = await anotherPlace();
    const own = inFolder('own.backup');
    await source.takeBackup({ file: own });
    await place.restore({ file: own });
    const [before, after] = [await allBytes(source.nativeDb.databaseName), await allBytes(place.name)];
    for (const left of ['authSessions', 'deviceNonces', 'uploads', 'exportTickets', 'passwordResets', 'locks'])
      delete (before as Record<string, unknown>)[left];
    const { locks: _marker, ...rest } = after;
    expect(Object.keys(rest).sort()).toEqual(Object.keys(before).sort());
    expect(rest).toEqual(before);
    for (const name of Object.keys(before)) {
      const indexesOf = async (database: string) =>
        (await client.db(database).collection(name).indexes()).sort((a, b) =>
          String(a.name).localeCompare(String(b.name)),
        );
      expect(await indexesOf(place.name)).toEqual(await indexesOf(source.nativeDb.databaseName));
    }
    await rm(own);
  });

  it('is opened by nobody before it is finished, and begins anew if it was cut off', async () => {
    const place = await anotherPlace();
    await place.restore();
    const options = { uri: place.uri, masterKeys: source.masterKeys, now, newId: randomUUID };
    await expect(openDatabase(options)).rejects.toThrow('A restore into this database was cut off.');
    await place.restore();
    const database = await openDatabase({ ...options, isRestoring: true });
    expect(await database.verifyAudit()).toMatchObject({ isIntact: true, sealedCount: 20 });
    await database.finishRestore();
    await database.close();
    const opened = await openDatabase(options);
    expect((await opened.repositories.employees.getById(personId)).id).toBe(personId);
    await opened.close();
    await expect(place.restore()).rejects.toThrow('This database is in use');
  });

  it('of the keys brings back neither a key nor a person that a ledger says is gone', async () => {
    const place = await anotherPlace();
    const keys = client.db(`${place.name}_keys`);
    const { _id } = (await client
      .db(`${source.nativeDb.databaseName}_keys`)
      .collection('dataKeys')
      .findOne({ ownerId: `employee:${personId}` })) as { _id: unknown };
    await keys
      .collection('erasedKeys')
      .insertOne({ _id: _id as never, ownerId: `employee:${personId}`, erasedAt: now() });
    await place.restore();
    expect(await keys.collection('dataKeys').countDocuments({ ownerId: `employee:${personId}` })).toBe(0);
    expect(await keys.collection('dataKeys').countDocuments()).toBe(3);
  });

  it.each<[string, RegExp, (bytes: Buffer) => Buffer]>([
    ['cut off', /is not whole/, (bytes) => bytes.subarray(0, -1)],
    ['cut off in the middle', /is not whole/, (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['cut off after its first line', /is not whole/, (bytes) => bytes.subarray(0, 30)],
    ['changed in one bit', /is not whole/, (bytes) => flipped(bytes, bytes.length >> 1)],
    ['changed in its hash', /is not whole/, (bytes) => flipped(bytes, bytes.length - 1)],
    ['longer than it was', /is not whole/, (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['something else', /is not a backup of Rollcall/, () => gzipSync('a dump of something else')],
    ['empty', /is not a backup of Rollcall/, () => Buffer.alloc(0)],
    [
      'of a later format',
      /made by a newer Rollcall/,
      (bytes) => hashed(Buffer.from(`ROLLCALL BACKUP 2\n${bytes.length}`)),
    ],
    ['of a later version of the database', /is of version 9999 of the database/, () => ofVersion(9_999)],
  ])('of an archive that is %s is refused in one sentence, and nothing is written', async (_what, sentence, change) => {
    const place = await anotherPlace();
    const broken = inFolder(`${randomUUID()}.backup`);
    await writeFile(broken, change(await readFile(file)));
    const refusal = place.restore({ file: broken });
    await expect(refusal).rejects.toBeInstanceOf(BackupError);
    await expect(refusal).rejects.toThrow(sentence);
    expect(await isUntouched(place)).toBe(true);
  });

  it('without its keys, with those of somebody else, or with another master key is refused, and nothing is written', async () => {
    const place = await anotherPlace();
    const refused = async (more: object, sentence: string) => {
      const refusal = place.restore(more);
      await expect(refusal).rejects.toBeInstanceOf(BackupError);
      await expect(refusal).rejects.toThrow(sentence);
    };
    await refused({ keysFile: undefined }, 'The keys of this backup are not here.');
    await refused({ keysFile: file }, 'is a copy of the data, not of the keys.');
    await refused({ file: keysFile }, 'is a copy of the keys, not of the data.');
    await refused({ keysFile: inFolder('none') }, 'There is no file');
    await refused({ file: folder }, 'cannot be read.');
    await refused({ masterKeys: generateMasterKeys() }, 'The master key that is here does not open');
    expect(await isUntouched(place)).toBe(true);
  });

  it('beside the keys of another installation is refused, and they stay', async () => {
    const other = await openTestDatabase();
    const person = await other.repositories.employees.insert(anEmployee());
    const consent = await other.repositories.consents.insert(aConsent(person.id));
    await other.repositories.faceTemplates.insert(aTemplate({ employeeId: person.id, consentId: consent.id }));
    const keysName = `${other.nativeDb.databaseName}_keys`;
    const keysBefore = await allBytes(keysName);
    const place = await anotherPlace();
    const keysUri = other.uri.replace(other.nativeDb.databaseName, keysName);
    await expect(place.restore({ keysUri })).rejects.toThrow('The database of the keys holds those of other people.');
    expect(await allBytes(keysName)).toEqual(keysBefore);
    expect(await isUntouched(place)).toBe(true);
    await other.close();
  });

  it('into a database that holds people is refused and changes nothing', async () => {
    const inUse = await openTestDatabase();
    await inUse.repositories.employees.insert(anEmployee());
    const before = await allBytes(inUse.nativeDb.databaseName);
    await expect(restoreBackup({ uri: inUse.uri, masterKeys: inUse.masterKeys, file, keysFile, now })).rejects.toThrow(
      'This database is in use',
    );
    expect(await allBytes(inUse.nativeDb.databaseName)).toEqual(before);
    await inUse.close();
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

const hashed = (bytes: Buffer): Buffer => Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);

function ofVersion(migrationVersion: number): Buffer {
  const header = { kind: 'DATA', takenAt: now(), migrationVersion, systemKeys: {}, collections: [] };
  return hashed(Buffer.concat([Buffer.from('ROLLCALL BACKUP 1\n'), gzipSync(BSON.serialize(header))]));
}
