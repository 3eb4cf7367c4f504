import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../src/index.js';
import { anAuditEntry, openTestDatabase, type TestDatabase } from '../src/testing/index.js';

interface RawEntry {
  _id: string;
  [field: string]: unknown;
}

let client: MongoClient;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  client = await MongoClient.connect(database.uri);
});
// Each test has a chain of its own, on one database: making one takes a second.
beforeEach(async () => {
  await raw().deleteMany({});
  await head().deleteMany({});
});
afterAll(async () => {
  await client.close();
  await database.close();
});

const raw = () => client.db(database.nativeDb.databaseName).collection<RawEntry>('auditEntries');
const head = () => client.db(database.nativeDb.databaseName).collection<RawEntry>('auditHead');
const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 8, 0, second));

async function sealed(count: number, db: Database = database): Promise<void> {
  const inserts = Array.from({ length: count }, (_, i) =>
    db.repositories.audit.insert(
      anAuditEntry({ at: at(i), details: { number: i, nested: { b: [1, null, 'x'], a: {} } } }),
    ),
  );
  await Promise.all(inserts);
  await db.sealAudit();
}

const bySequence = async (sequence: number): Promise<RawEntry> => {
  const found = await raw().findOne({ sequence });
  if (found === null) throw new Error(`no entry ${sequence}`);
  return found;
};

describe('the sealer', () => {
  it('chains what waits in the order of time, without gaps, and the chain verifies', async () => {
    await sealed(7);
    const entries = await raw().find().sort({ sequence: 1 }).toArray();
    expect(entries.map((entry) => entry.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(entries.map((entry) => (entry.details as { number: number }).number)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await database.verifyAudit()).toMatchObject({
      isIntact: true,
      sealedCount: 7,
      pendingCount: 0,
      head: { sequence: 7 },
    });
  });

  it('goes on where it stopped', async () => {
    await sealed(3);
    await sealed(2);
    expect(await database.verifyAudit()).toMatchObject({ isIntact: true, sealedCount: 5 });
  });

  it('counts entries that wait and checks their content too', async () => {
    await sealed(1);
    const waiting = anAuditEntry();
    await database.repositories.audit.insert(waiting);
    expect(await database.verifyAudit()).toMatchObject({ isIntact: true, sealedCount: 1, pendingCount: 1 });
    await raw().updateOne({ _id: waiting.id }, { $set: { action: 'OTHER' } });
    expect(await database.verifyAudit()).toMatchObject({
      firstFault: { reason: 'CONTENT_CHANGED', entryId: waiting.id, sequence: null },
    });
  });

  it('run by many at once makes one chain', async () => {
    const others = await Promise.all(
      [1, 2, 3].map(() => openTestDatabase({ uri: database.uri, masterKeys: database.masterKeys })),
    );
    const all = [database, ...others];
    const work = all.flatMap((db, i) => [sealed(20 + i, db), sealed(10, db)]);
    await Promise.all(work);
    while ((await database.sealAudit()) !== 0);
    expect(await database.verifyAudit()).toMatchObject({ isIntact: true, sealedCount: 4 * 30 + 6, pendingCount: 0 });
    await Promise.all(others.map((db) => db.close()));
  });

  it('leaves the work to the holder of the lease, and takes over when the lease has run out', async () => {
    await sealed(1);
    await database.repositories.audit.insert(anAuditEntry());
    await head().updateOne({}, { $set: { leaseOwner: 'other', leaseUntil: new Date(Date.now() + 60_000) } });
    expect(await database.sealAudit()).toBeNull();
    await head().updateOne({}, { $set: { leaseUntil: new Date(Date.now() - 1) } });
    expect(await database.sealAudit()).toBe(1);
    expect(await database.verifyAudit()).toMatchObject({ isIntact: true, sealedCount: 2 });
  });

  it('in the background chains an entry without being asked, and at the end what is left', async () => {
    const errors: unknown[] = [];
    const sealing = database.startAuditSealing((error) => errors.push(error), 20);
    await database.repositories.audit.insert(anAuditEntry());
    await expect.poll(() => raw().countDocuments({ sequence: 1 })).toBe(1);
    await database.repositories.audit.insert(anAuditEntry());
    await sealing.stop();
    expect(await database.verifyAudit()).toMatchObject({ isIntact: true, sealedCount: 2, pendingCount: 0 });
    expect(errors).toEqual([]);
  });
});

describe('verification', () => {
  it('sees one moment: what is written and chained meanwhile is no fault', async () => {
    let isOver = false;
    const writing = (async () => {
      while (!isOver) await sealed(5);
    })();
    try {
      for (let i = 0; i < 40; i += 1) expect(await database.verifyAudit()).toMatchObject({ isIntact: true });
    } finally {
      isOver = true;
      await writing;
    }
  });
});

describe('verification names the first bad entry after', () => {
  const faultAfter = async (tamper: () => Promise<unknown>) => {
    await sealed(9);
    await tamper();
    const result = await database.verifyAudit();
    return result.isIntact ? null : result.firstFault;
  };

  const contentChanges: [string, object][] = [
    ['a changed action', { $set: { action: 'OTHER' } }],
    ['a changed actor', { $set: { 'actor.id': 'someone-else' } }],
    ['a changed time', { $set: { at: at(59) } }],
    ['a changed detail', { $set: { 'details.number': 400 } }],
    ['an added field', { $set: { note: 'x' } }],
    ['a removed field', { $unset: { requestId: 1 } }],
    ['a changed code', { $set: { mac: '0'.repeat(64) } }],
    ['a value that is not plain', { $set: { 'details.number': new Uint8Array(2) } }],
  ];
  for (const [name, update] of contentChanges) {
    it(name, async () => {
      expect(await faultAfter(() => raw().updateOne({ sequence: 4 }, update))).toMatchObject({
        reason: 'CONTENT_CHANGED',
        sequence: 4,
      });
    });
  }

  it('a changed time of sealing', async () => {
    const tamper = () => raw().updateOne({ sequence: 4 }, { $set: { sealedAt: at(0) } });
    expect(await faultAfter(tamper)).toMatchObject({ reason: 'CHAIN_BROKEN', sequence: 4 });
  });

  it('an exchange of two entries', async () => {
    const swap = async () => {
      const [a, b] = [await bySequence(3), await bySequence(6)];
      const place = ({ sequence, previous, chain, sealedAt }: RawEntry) => ({ sequence, previous, chain, sealedAt });
      await raw().updateOne({ _id: a._id }, { $set: { sequence: 1e6 } });
      await raw().updateOne({ _id: b._id }, { $set: place(a) });
      await raw().updateOne({ _id: a._id }, { $set: place(b) });
    };
    expect(await faultAfter(swap)).toMatchObject({ reason: 'CHAIN_BROKEN', sequence: 3 });
  });

  it('the deletion of an entry in the middle, and of the first', async () => {
    expect(await faultAfter(() => raw().deleteOne({ sequence: 5 }))).toMatchObject({ reason: 'GAP', sequence: 6 });
    await raw().deleteOne({ sequence: 1 });
    expect(await database.verifyAudit()).toMatchObject({ firstFault: { reason: 'GAP', sequence: 2 } });
  });

  it('a deletion closed by renumbering', async () => {
    const tamper = async () => {
      await raw().deleteOne({ sequence: 5 });
      for (const sequence of [6, 7, 8, 9]) await raw().updateOne({ sequence }, { $set: { sequence: sequence - 1 } });
    };
    expect(await faultAfter(tamper)).toMatchObject({ reason: 'CHAIN_BROKEN', sequence: 5 });
  });

  it('truncation, with the head left or put back by hand', async () => {
    expect(await faultAfter(() => raw().deleteMany({ sequence: { $gt: 6 } }))).toMatchObject({
      reason: 'TRUNCATED',
      sequence: 6,
    });
    const last = await bySequence(6);
    await head().updateOne({}, { $set: { sequence: 6, chain: last.chain } });
    expect(await database.verifyAudit()).toMatchObject({ firstFault: { reason: 'HEAD_CHANGED' } });
    await head().deleteMany({});
    expect(await database.verifyAudit()).toMatchObject({ firstFault: { reason: 'HEAD_CHANGED' } });
  });

  it('everything was deleted', async () => {
    const tamper = () => raw().deleteMany({});
    expect(await faultAfter(tamper)).toMatchObject({ reason: 'TRUNCATED', sequence: 0 });
  });

  it('truncation with an old copy of head and chain put back, if a later head was noted elsewhere', async () => {
    await sealed(3);
    const oldHead = await head().findOne({});
    await sealed(3);
    const before = await database.verifyAudit();
    if (!before.isIntact || oldHead === null) throw new Error('the chain is not intact before');
    await raw().deleteMany({ sequence: { $gt: 3 } });
    await head().replaceOne({}, oldHead);
    expect(await database.verifyAudit()).toMatchObject({ isIntact: true });
    expect(await database.verifyAudit([before.head])).toMatchObject({ firstFault: { reason: 'TRUNCATED' } });
  });

  it('an entry that nobody of ours wrote', async () => {
    const forge = async () => {
      const { _id, ...like } = await bySequence(9);
      await raw().insertOne({ ...like, _id: `${_id}-forged`, sequence: 10, previous: like.chain });
    };
    expect(await faultAfter(forge)).toMatchObject({ sequence: 10, reason: 'CONTENT_CHANGED' });
    await raw().updateOne({ sequence: 10 }, { $unset: { sequence: 1, isPending: 1 } });
    expect(await database.verifyAudit()).toMatchObject({ firstFault: { reason: 'CONTENT_CHANGED', sequence: null } });
  });

  it('any of 200 random changes, deletions and exchanges', async () => {
    await sealed(40);
    const whole = await raw().find().toArray();
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 200; round += 1) {
      const entries = structuredClone(whole);
      const victim = entries[random(40)] as RawEntry;
      const other = entries[random(40)] as RawEntry;
      const fields = [
        'at',
        'actor',
        'action',
        'target',
        'details',
        'mac',
        'sequence',
        'previous',
        'chain',
        'sealedAt',
        'outcome',
      ];
      const field = fields[random(fields.length)] as string;
      if (round % 3 === 0) entries.splice(random(40), 1);
      else if (round % 3 === 1) victim[field] = field === 'sequence' ? 1000 : 'changed';
      else if (victim._id === other._id) continue;
      else [victim.sequence, other.sequence] = [other.sequence, victim.sequence];
      await raw().deleteMany({});
      await raw().insertMany(entries);
      expect((await database.verifyAudit()).isIntact, `round ${round}`).toBe(false);
    }
  });
});

describe('an entry', () => {
  it('is refused if its details are not plain data', async () => {
    for (const details of [{ a: Number.NaN }, { a: () => 1 }, { a: new Map() }, { a: 1n }]) {
      const insert = database.repositories.audit.insert(anAuditEntry({ details: details as never }));
      await expect(insert).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('is listed newest first, by actor, target, action and time, without its codes', async () => {
    const { audit } = database.repositories;
    const target = { kind: 'EMPLOYEE', id: 'e1' };
    for (const second of [1, 2, 3])
      await audit.insert(anAuditEntry({ at: at(second), target, action: second === 2 ? 'TWO' : 'ODD' }));
    const list = async (filter: object) =>
      (await audit.list(filter, { first: 10 })).nodes.map((one) => one.at.getUTCSeconds());
    expect(await list({ target })).toEqual([3, 2, 1]);
    expect(await list({ action: 'TWO' })).toEqual([2]);
    expect(await list({ actorId: 'nobody' })).toEqual([]);
    expect(await list({ from: at(2), to: at(3) })).toEqual([2]);
    const [first] = (await audit.list({}, { first: 1 })).nodes;
    expect(Object.keys(first ?? {})).not.toContain('mac');
  });
});
