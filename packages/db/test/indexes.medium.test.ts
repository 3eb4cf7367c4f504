import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateMasterKeys, withNewMasterKey } from '../src/crypto/master-key.js';
import { anAuditEntry, openTestDatabase, type TestDatabase } from '../src/testing/index.js';
import { explainCommands } from './indexes/captured-commands.js';
import { DAYS } from './indexes/days.cases.js';
import { OPERATIONS } from './indexes/operations.cases.js';
import { PEOPLE } from './indexes/people.cases.js';
import { SEEDED, SEEDS } from './indexes/seeds.js';

const CASES = [...PEOPLE, ...DAYS, ...OPERATIONS];
/** A queue looks at what one other runner holds; much more than is wanted would be a scan. */
const mostExamined = (wanted: number): number => wanted * 1.2 + 1;

let database: TestDatabase;
type Db = TestDatabase['nativeDb'];
const OF_KEYS = /^(dataKeys|erasedKeys|erasedEmployees)$/;
const dbOf = (collection: string): Db =>
  OF_KEYS.test(collection) ? database.nativeClient.db(`${database.nativeDb.databaseName}_keys`) : database.nativeDb;

beforeAll(async () => {
  const older = generateMasterKeys();
  const first = await openTestDatabase({ masterKeys: older });
  for (let i = 0; i < 20; i += 1) await first.keyStore.ensure(`employee:old${i}`, new Date());
  await first.close();
  database = await openTestDatabase({ uri: first.uri, masterKeys: withNewMasterKey(older) });
  for (const [collection, make] of Object.entries(SEEDS)) {
    const documents = Array.from({ length: SEEDED }, (_, i) => ({ _id: `${collection}-${i}`, ...make(i) }));
    const current = collection === 'dataKeys' ? { masterKeyVersion: 2 } : {};
    await dbOf(collection)
      .collection(collection)
      .insertMany(documents.map((one) => ({ ...one, ...current })) as never[]);
  }
  for (let i = 0; i < 20; i += 1) await database.repositories.audit.insert(anAuditEntry());
});
afterAll(() => database.close());

describe('each index is for something:', () => {
  it.each(CASES.filter((one) => one.kind === 'query'))('$index: $purpose', async ({ index, collection, run }) => {
    const explained = await explainCommands(dbOf(collection), collection, () => run(database.repositories, database));
    const served = explained.filter(({ indexes }) => indexes.has(index));
    expect(served, JSON.stringify(explained.map((one) => ({ ...one, indexes: [...one.indexes] })))).not.toEqual([]);
    for (const { documentsExamined, documentsWanted } of served) {
      expect(documentsExamined).toBeLessThanOrEqual(mostExamined(documentsWanted));
    }
    expect(served.some(({ documentsWanted }) => documentsWanted > 0)).toBe(true);
  });

  it.each(CASES.filter((one) => one.kind === 'refuses'))('$index refuses $purpose', async (one) => {
    const into = dbOf(one.collection).collection(one.collection);
    const [first, second] = one.pair.map((document) => ({ _id: randomUUID(), ...document }));
    await into.insertOne(first as never);
    await expect(into.insertOne(second as never)).rejects.toThrow(new RegExp(`E11000.* ${one.index} `));
  });

  it.each(CASES.filter((one) => one.kind === 'expires'))('$index: $purpose', async ({ index, collection, field }) => {
    const indexes = await dbOf(collection).collection(collection).indexes();
    expect(indexes.find(({ name }) => name === index)).toMatchObject({ key: { [field]: 1 }, expireAfterSeconds: 0 });
  });
});

it('a database of before loses the indexes that nothing used', async () => {
  const former = { devices: 'device_of_site', shiftAssignments: 'assignment_of_shift', auditEntries: 'audit_of_actor' };
  const { nativeDb: db } = database;
  for (const [name, index] of Object.entries(former))
    await db.collection(name).createIndex({ former: 1 }, { name: index });
  await db.collection('migrations').deleteOne({ _id: 4 as never });
  await (await openTestDatabase({ uri: database.uri, masterKeys: database.masterKeys })).close();
  for (const [name, index] of Object.entries(former)) {
    expect((await db.collection(name).indexes()).map((one) => one.name)).not.toContain(index);
  }
});

it('no index is there without a use', async () => {
  const names: string[] = [];
  for (const db of [dbOf('sites'), dbOf('dataKeys')]) {
    for (const { name } of await db.listCollections({ name: { $not: /^(blobBytes|system)\./ } }).toArray()) {
      names.push(
        ...(await db.collection(name).indexes()).flatMap((one) => (one.name === '_id_' ? [] : (one.name ?? []))),
      );
    }
  }
  expect(names.sort()).toEqual(CASES.map(({ index }) => index).sort());
});
