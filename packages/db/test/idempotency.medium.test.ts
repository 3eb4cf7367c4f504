import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashInput, type RunOnceOptions, runOnce } from '../src/index.js';
import { anEvent, openTestDatabase, type TestDatabase } from '../src/testing/index.js';

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

const aRequest = (given: object = {}) => ({
  actorId: 'actor',
  key: randomUUID(),
  inputHash: hashInput({ a: 1 }),
  ...given,
});
const options = (now: Date, given: object = {}) => ({ recordId: randomUUID(), token: randomUUID(), now, ...given });
const t0 = new Date('2026-03-02T08:00:00Z');
const after = (ms: number) => new Date(t0.getTime() + ms);

describe('claiming a key', () => {
  it('100 times at once has one winner', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    const results = await Promise.all(Array.from({ length: 100 }, () => idempotency.claim(request, options(t0))));
    expect(results.filter((result) => result.state === 'CLAIMED')).toHaveLength(1);
    expect(results.filter((result) => result.state === 'IN_PROGRESS')).toHaveLength(99);
  });

  it('with other input is IDEMPOTENCY_CONFLICT, before and after the answer', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    const first = await idempotency.claim(request, options(t0));
    const other = { ...request, inputHash: hashInput({ a: 2 }) };
    await expect(idempotency.claim(other, options(t0))).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    if (first.state === 'CLAIMED') await idempotency.finish(first.claim, 'done');
    await expect(idempotency.claim(other, options(t0))).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('is a matter of one actor: the same key of another is another request', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    await idempotency.claim(request, options(t0));
    const other = await idempotency.claim({ ...request, actorId: 'other', inputHash: 'x' }, options(t0));
    expect(other.state).toBe('CLAIMED');
  });

  it('finds the stored answer for 30 days, and then is free', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    const first = await idempotency.claim(request, options(t0));
    if (first.state !== 'CLAIMED') throw new Error('not claimed');
    const answer = { outcome: 'NON_MATCH', list: [1, { a: null }] };
    await idempotency.finish(first.claim, answer);
    const day = 24 * 3600 * 1000;
    expect(await idempotency.claim(request, options(after(30 * day - 1)))).toEqual({ state: 'FINISHED', answer });
    expect((await idempotency.claim(request, options(after(30 * day)))).state).toBe('CLAIMED');
  });

  it('whose lease ran out has one new owner, and the former one cannot finish any more', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    const slow = await idempotency.claim(request, options(t0, { leaseMs: 1000 }));
    expect((await idempotency.claim(request, options(after(999)))).state).toBe('IN_PROGRESS');
    const takers = await Promise.all(
      Array.from({ length: 20 }, () => idempotency.claim(request, options(after(1000)))),
    );
    const [taken, ...more] = takers.filter((result) => result.state === 'CLAIMED');
    expect(more).toEqual([]);
    if (slow.state !== 'CLAIMED' || taken?.state !== 'CLAIMED') throw new Error('not claimed');
    await expect(idempotency.finish(slow.claim, 'late')).rejects.toMatchObject({ code: 'CONFLICT' });
    await idempotency.release(slow.claim);
    await idempotency.finish(taken.claim, 'in time');
    expect(await idempotency.claim(request, options(after(1001)))).toEqual({ state: 'FINISHED', answer: 'in time' });
  });

  it('can be made longer while it is ours', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    const first = await idempotency.claim(request, options(t0, { leaseMs: 1000 }));
    if (first.state !== 'CLAIMED') throw new Error('not claimed');
    expect(await idempotency.renew(first.claim, after(5000))).toBe(true);
    expect((await idempotency.claim(request, options(after(4000)))).state).toBe('IN_PROGRESS');
    await idempotency.release(first.claim);
    expect(await idempotency.renew(first.claim, after(9000))).toBe(false);
  });

  it('is undone together with the transaction in which it was to finish', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    const first = await idempotency.claim(request, options(t0));
    if (first.state !== 'CLAIMED') throw new Error('not claimed');
    const broken = database.withTransaction(async (session) => {
      await idempotency.finish(first.claim, 'never', { session });
      throw new Error('broke off');
    });
    await expect(broken).rejects.toThrow('broke off');
    expect((await idempotency.claim(request, options(t0))).state).toBe('IN_PROGRESS');
  });

  it('leaves a record that the database itself removes', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    await idempotency.claim(request, options(t0));
    const records = client.db(database.nativeDb.databaseName).collection('idempotencyRecords');
    expect(await records.findOne({ key: request.key })).toMatchObject({ expiresAt: after(30 * 24 * 3600 * 1000) });
    const indexes = await records.indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }));
  });
});

describe('runOnce', () => {
  const once = (key: string, given: Partial<RunOnceOptions> = {}): RunOnceOptions => ({
    request: aRequest({ key }),
    now: () => new Date(),
    newId: randomUUID,
    ...given,
  });

  it('does the work once for 100 callers, who all get the one answer', async () => {
    const { idempotency, attendanceEvents } = database.repositories;
    const key = randomUUID();
    const employeeId = randomUUID();
    const call = () =>
      runOnce(idempotency, once(key), (claim) =>
        database.withTransaction(async (session) => {
          const event = anEvent(employeeId, { at: new Date() });
          await attendanceEvents.insert(event, { session });
          await idempotency.finish(claim, { eventId: event.id }, { session });
          return { eventId: event.id };
        }),
      );
    const answers = await Promise.all(Array.from({ length: 100 }, call));
    const page = await attendanceEvents.list({ employeeId }, { first: 10 });
    expect(page.totalCount).toBe(1);
    expect(answers.filter((answer) => !answer.isReplay)).toHaveLength(1);
    for (const { answer } of answers) expect(answer).toEqual({ eventId: page.nodes[0]?.id });
  });

  it('gives the key free when the work fails, and tells the error of the work', async () => {
    const { idempotency } = database.repositories;
    const key = randomUUID();
    const fails = runOnce(idempotency, once(key), async () => {
      throw new Error('no engine');
    });
    await expect(fails).rejects.toThrow('no engine');
    const works = await runOnce(idempotency, once(key), async (claim) => {
      await idempotency.finish(claim, 1);
      return 1;
    });
    expect(works).toEqual({ answer: 1, isReplay: false });
  });

  it('does not wait for ever: ENGINE_BUSY', async () => {
    const { idempotency } = database.repositories;
    const request = aRequest();
    await idempotency.claim(request, options(new Date()));
    const waits = runOnce(idempotency, once(request.key, { waitTimeoutMs: 50 }), async () => 1);
    await expect(waits).rejects.toMatchObject({ code: 'ENGINE_BUSY' });
  });
});
