import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '../src/connection/open-connection.js';
import { generateMasterKeys, openDatabase } from '../src/index.js';
import { type Migration, MigrationError } from '../src/migrations/migration.js';
import { withMigrationLock } from '../src/migrations/migration-lock.js';
import { runMigrations } from '../src/migrations/run-migrations.js';
import { compileKeyModels, compileModels } from '../src/models/index.js';
import {
  anAttempt,
  anAuditEntry,
  anEmployee,
  anEvent,
  openTestDatabase,
  randomDatabaseUri,
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

const now = new Date('2026-03-03T00:00:00Z');

describe('a transaction', () => {
  const write = (fails: boolean, ids: { attempt: string; event: string; audit: string }) =>
    database.withTransaction(async (session) => {
      const { captureAttempts, attendanceEvents, audit } = database.repositories;
      await captureAttempts.insert(anAttempt({ id: ids.attempt }), { session });
      await attendanceEvents.insert(anEvent(ids.event, { id: ids.event }), { session });
      await audit.insert(anAuditEntry({ id: ids.audit, target: { kind: 'X', id: ids.audit } }), { session });
      if (fails) throw new Error('broke off');
      return 'answer';
    });
  const found = async (ids: { attempt: string; event: string; audit: string }) => {
    const { captureAttempts, attendanceEvents, audit } = database.repositories;
    const entries = await audit.list({ target: { kind: 'X', id: ids.audit } }, { first: 1 });
    const all = [
      await captureAttempts.findById(ids.attempt),
      await attendanceEvents.findById(ids.event),
      entries.nodes[0],
    ];
    return all.filter((one) => one != null).length;
  };
  const newIds = () => ({ attempt: randomUUID(), event: randomUUID(), audit: randomUUID() });

  it('writes attempt, event and audit entry together and returns what the work returns', async () => {
    const ids = newIds();
    expect(await write(false, ids)).toBe('answer');
    expect(await found(ids)).toBe(3);
  });

  it('that breaks off writes none of them', async () => {
    const ids = newIds();
    await expect(write(true, ids)).rejects.toThrow('broke off');
    expect(await found(ids)).toBe(0);
  });

  it('whose last write is refused writes none of them', async () => {
    const ids = newIds();
    await database.repositories.audit.insert(anAuditEntry({ id: ids.audit }));
    await expect(write(false, ids)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await database.repositories.captureAttempts.findById(ids.attempt)).toBeNull();
    expect(await database.repositories.attendanceEvents.findById(ids.event)).toBeNull();
  });

  it('is seen by nobody before it commits', async () => {
    const { employees } = database.repositories;
    const given = anEmployee();
    await database.withTransaction(async (session) => {
      await employees.insert(given, { session });
      expect(await employees.findById(given.id)).toBeNull();
      expect(await employees.findById(given.id, { session })).not.toBeNull();
      expect((await employees.list({}, 'NUMBER_ASC', { first: 100 }, { session })).nodes.map((e) => e.id)).toContain(
        given.id,
      );
    });
    expect(await employees.findById(given.id)).not.toBeNull();
  });

  it('runs again after a write conflict: 20 at once on one row lose no change', async () => {
    const { employees } = database.repositories;
    const { id } = await employees.insert(anEmployee());
    const change = () =>
      database.withTransaction(async (session) => {
        const current = await employees.getById(id, { session });
        await employees.update(id, { name: `${current.name}+` }, { version: current.version, now }, { session });
      });
    await Promise.all(Array.from({ length: 20 }, change));
    const after = await employees.getById(id);
    expect(after.version).toBe(21);
    expect(after.name).toBe(`Ada Example${'+'.repeat(20)}`);
  });
});

describe('opening', () => {
  it('makes every index, and finds all data again', async () => {
    const { id } = await database.repositories.employees.insert(anEmployee());
    const { uri, masterKeys } = database;
    const again = await openTestDatabase({ uri, masterKeys });
    expect((await again.repositories.employees.getById(id)).id).toBe(id);
    await again.close();
    const db = client.db(database.nativeDb.databaseName);
    const unique = async (collection: string) =>
      (await db.collection(collection).indexes()).filter((index) => index.unique).map((index) => index.name);
    expect(await unique('employees')).toEqual(expect.arrayContaining(['employee_number', 'employee_external_id']));
    expect(await unique('attendanceEvents')).toEqual(
      expect.arrayContaining(['event_once', 'event_of_attempt', 'event_replaced_once']),
    );
    expect(await unique('dayRecords')).toEqual(['day_once']);
    expect(await unique('idempotencyRecords')).toEqual(['idempotency_once']);
    expect(await unique('consents')).toEqual(['consent_in_force']);
    expect(await unique('auditEntries')).toEqual(['audit_sequence']);
  });

  it('by five processes at once works for all of them', async () => {
    const uri = await randomDatabaseUri();
    const masterKeys = generateMasterKeys();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openTestDatabase({ uri, masterKeys })));
    const settings = await Promise.all(opened.map((one) => one.repositories.settings.get()));
    expect(new Set(settings.map((one) => one.version))).toEqual(new Set([1]));
    await Promise.all(opened.map((one) => one.close()));
  });

  it('keeps the data keys in another deployment if told so', async () => {
    const keysUri = await randomDatabaseUri();
    const other = await openTestDatabase({ keysUri });
    await other.keyStore.ensure('employee:x', now);
    const keysName = new URL(keysUri.replace('mongodb:', 'http:')).pathname.slice(1);
    const keys = await client.db(keysName).collection('dataKeys').find().toArray();
    const ours = ['employee:x', 'system:audit', 'system:blobs', 'system:webhooks'];
    expect(keys.map(({ ownerId }) => ownerId).sort()).toEqual(ours);
    expect(await client.db(`${other.nativeDb.databaseName}_keys`).listCollections().toArray()).toEqual([]);
    await other.close();
  });

  it('takes the database `rollcall` if the address names none', async () => {
    const uri = (await randomDatabaseUri()).replace(/\/test_\w+\?/, '/?');
    const connection = await openConnection(uri);
    expect(connection.name).toBe('rollcall');
    await connection.close();
  });

  it('fails within its time if nobody answers', async () => {
    const uri = 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200';
    const opening = openDatabase({ uri, masterKeys: generateMasterKeys(), now: () => now, newId: randomUUID });
    await expect(opening).rejects.toThrow();
  });

  it('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
  });
});

describe('migrations', () => {
  const context = async () => {
    const connection = await openConnection(await randomDatabaseUri());
    const keys = connection.useDb(`${connection.name}_keys`, { useCache: true });
    const clock = () => new Date();
    return {
      connection,
      models: compileModels(connection),
      keyModels: compileKeyModels(keys),
      now: clock,
      newId: randomUUID,
    };
  };
  const step = (version: number, run: Migration['run']): Migration => ({ version, name: `step ${version}`, run });

  it('run in order, each once', async () => {
    const given = await context();
    const ran: number[] = [];
    const steps = [1, 2].map((version) => step(version, async () => void ran.push(version)));
    expect(await runMigrations(given, steps)).toEqual([1, 2]);
    expect(await runMigrations(given, [...steps, step(3, async () => void ran.push(3))])).toEqual([3]);
    expect(ran).toEqual([1, 2, 3]);
    await given.connection.close();
  });

  it('run once when several processes start together', async () => {
    const given = await context();
    let running = 0;
    let count = 0;
    const slow = step(1, async () => {
      running += 1;
      count += 1;
      expect(running).toBe(1);
      await given.connection.db?.command({ ping: 1 });
      running -= 1;
    });
    const results = await Promise.all([1, 2, 3].map(() => runMigrations(given, [slow])));
    expect(results.flat()).toEqual([1]);
    expect(count).toBe(1);
    await given.connection.close();
  });

  it('that fail say which, keep what ran before, and can be run again', async () => {
    const given = await context();
    let isBroken = true;
    const steps = [
      step(1, async () => undefined),
      step(2, async () => {
        if (isBroken) throw new Error('disk full');
      }),
    ];
    await expect(runMigrations(given, steps)).rejects.toThrow(/Migration 2 \(step 2\) failed/);
    isBroken = false;
    expect(await runMigrations(given, steps)).toEqual([2]);
    await given.connection.close();
  });

  it('refuse a database that a newer program made', async () => {
    const given = await context();
    await runMigrations(given, [step(1, async () => undefined), step(2, async () => undefined)]);
    const older = runMigrations(given, [step(1, async () => undefined)]);
    await expect(older).rejects.toThrow(MigrationError);
    await given.connection.close();
  });

  it('take over a lock whose holder died, and wait for one that lives', async () => {
    const { connection, now: clock } = await context();
    const locks = connection.collection<{ _id: string; ownerId: string; leaseUntil: Date }>('locks');
    await locks.insertOne({ _id: 'migrations', ownerId: 'dead', leaseUntil: new Date(Date.now() - 1) });
    expect(await withMigrationLock({ connection, now: clock, ownerId: 'a' }, async () => 'done')).toBe('done');
    await locks.insertOne({ _id: 'migrations', ownerId: 'alive', leaseUntil: new Date(Date.now() + 60_000) });
    const waits = withMigrationLock({ connection, now: clock, ownerId: 'b', waitTimeoutMs: 300 }, async () => 'done');
    await expect(waits).rejects.toThrow(MigrationError);
    await connection.close();
  });
});

describe('an API key', () => {
  it('lets in with the right secret only, until it expires or is revoked, and notes its use once a minute', async () => {
    const { hashApiKeySecret } = await import('../src/index.js');
    const { apiKeys } = database.repositories;
    const id = randomUUID();
    const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const none = { lastUsedAt: null, revokedAt: null };
    const given = {
      id,
      name: 'k',
      scopes: ['faces:verify'],
      padPolicy: 'REFUSE',
      createdBy: { kind: 'SYSTEM', id: 'cli' },
      createdAt: now,
    } as const;
    await apiKeys.insert({ ...given, ...none, expiresAt: at(300), secretHash: hashApiKeySecret('right') });
    expect(await apiKeys.authenticate(id, 'wrong', at(1))).toBeNull();
    expect(await apiKeys.authenticate(id, '', at(1))).toBeNull();
    expect(await apiKeys.authenticate(randomUUID(), 'right', at(1))).toBeNull();
    expect(await apiKeys.authenticate(id, 'right', at(1))).toMatchObject({ id, scopes: ['faces:verify'] });
    await apiKeys.authenticate(id, 'right', at(60));
    expect((await apiKeys.getById(id)).lastUsedAt).toEqual(at(1));
    await apiKeys.authenticate(id, 'right', at(61));
    expect((await apiKeys.getById(id)).lastUsedAt).toEqual(at(61));
    expect(await apiKeys.authenticate(id, 'right', at(300))).toBeNull();
    expect(await apiKeys.revoke(id, at(70))).toMatchObject({ revokedAt: at(70) });
    expect(await apiKeys.authenticate(id, 'right', at(71))).toBeNull();
    expect(await apiKeys.revoke(id, at(80))).toMatchObject({ revokedAt: at(70) });
    await expect(apiKeys.revoke(randomUUID(), now)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(JSON.stringify(await apiKeys.listAll())).not.toContain(hashApiKeySecret('right'));
  });

  it('without a secret hash of the right form is refused', async () => {
    const { apiKeys } = database.repositories;
    const given = {
      id: randomUUID(),
      name: 'k',
      scopes: [],
      padPolicy: 'REFUSE',
      createdBy: { kind: 'SYSTEM', id: 'cli' },
      createdAt: now,
    } as const;
    const bad = apiKeys.insert({
      ...given,
      lastUsedAt: null,
      revokedAt: null,
      expiresAt: null,
      secretHash: 'plain secret',
    });
    await expect(bad).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
