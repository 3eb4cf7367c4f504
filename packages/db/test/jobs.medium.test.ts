import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewJob } from '../src/index.js';
import { openTestDatabase, TEST_ACTOR, type TestDatabase } from '../src/testing/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-03-02T08:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const aJob = (given: Partial<NewJob> = {}): NewJob => ({
  id: randomUUID(),
  kind: 'ATTENDANCE_IMPORT',
  isDryRun: false,
  input: { fileId: 'f1', options: { zone: 'Europe/Berlin' } },
  createdBy: TEST_ACTOR,
  grant: { scopes: ['attendance:write'], siteIds: null, padPolicy: 'REFUSE' },
  createdAt: now,
  ...given,
});
const claim = (more: object = {}) =>
  database.repositories.jobs.claimNext({
    kinds: ['ATTENDANCE_IMPORT'],
    token: randomUUID(),
    now,
    leaseMs: 1_000,
    ...more,
  });

describe('a job', () => {
  it('is claimed by exactly one of many runners, and not again while its lease lives', async () => {
    const { jobs } = database.repositories;
    const given = aJob();
    const { id } = await jobs.insert(given);
    expect(await jobs.findById(id)).toMatchObject({ ...given, state: 'QUEUED', runs: 0 });
    const claims = await Promise.all(Array.from({ length: 12 }, () => claim({ id })));
    expect(claims.filter((one) => one?.job.id === id)).toHaveLength(1);
    expect(await claim({ id, now: after(999) })).toBeNull();
    expect((await claim({ id, now: after(1_000) }))?.job).toMatchObject({ id, state: 'RUNNING', runs: 2 });
  });

  it('that was taken over cannot be changed by its former runner', async () => {
    const { jobs } = database.repositories;
    const { id } = await jobs.insert(aJob());
    const slow = await claim({ id });
    const next = await claim({ id, now: after(5_000) });
    if (slow === null || next === null) throw new Error('not claimed');
    const point = { counts: { added: 3 }, cursor: { row: 3 } };
    await expect(jobs.checkpoint(slow, point)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(jobs.finish(slow, 'SUCCEEDED', { now })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await jobs.renew(slow, after(60_000))).toBe(false);
    await jobs.checkpoint(next, point);
    expect(await jobs.finish(next, 'SUCCEEDED', { now: after(6_000) })).toMatchObject({ ...point, state: 'SUCCEEDED' });
    expect(await claim({ id, now: after(99_000) })).toBeNull();
  });

  it('keeps its checkpoint together with the work of the same transaction, or not at all', async () => {
    const { jobs } = database.repositories;
    const { id } = await jobs.insert(aJob());
    const taken = await claim({ id });
    if (taken === null) throw new Error('not claimed');
    const broken = database.withTransaction(async (session) => {
      await jobs.checkpoint(taken, { cursor: { row: 9 } }, { session });
      throw new Error('the batch failed');
    });
    await expect(broken).rejects.toThrow('the batch failed');
    expect(await jobs.getById(id)).toMatchObject({ cursor: null });
  });

  it('that is given back is free at once', async () => {
    const { jobs } = database.repositories;
    const { id } = await jobs.insert(aJob());
    const taken = await claim({ id });
    if (taken === null) throw new Error('not claimed');
    await jobs.release(taken);
    expect((await claim({ id }))?.job.id).toBe(id);
  });

  it('lists its issues by row, however many they are', async () => {
    const { jobIssues } = database.repositories;
    const jobId = randomUUID();
    const issues = Array.from({ length: 2_500 }, (_, index) => ({
      ...{ id: randomUUID(), jobId, row: index + 1, field: 'time', code: 'BAD_TIME' },
      ...{ reason: 'No such time.', original: `17;${index}`, expiresAt: new Date(Date.now() + 3_600_000) },
    }));
    await jobIssues.insertMany(issues.toReversed());
    const rows: number[] = [];
    for await (const issue of jobIssues.readByJob(jobId)) rows.push(issue.row);
    expect(rows).toEqual(issues.map((issue) => issue.row));
    expect((await jobIssues.listByJob(jobId, 3)).map((issue) => issue.row)).toEqual([1, 2, 3]);
  });
});
