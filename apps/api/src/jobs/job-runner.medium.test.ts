import { randomUUID } from 'node:crypto';
import { DomainError } from '@rollcall/contracts';
import { openTestDatabase, type TestDatabase } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobHandler, JobRun } from './job-handler.js';
import { JobRunner } from './job-runner.js';

let database: TestDatabase;
let clockMs = Date.parse('2026-03-02T08:00:00Z');
const faults: unknown[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = (): Date => new Date(clockMs);

function runnerOf(run: (run: JobRun) => Promise<object>) {
  const handler: JobHandler = { kind: 'ATTENDANCE_IMPORT', run };
  const context = {
    db: { ...database.repositories, withTransaction: database.withTransaction },
    ...{ now, newId: randomUUID },
  };
  return new JobRunner(context, { handlers: [handler], onError: (error) => void faults.push(error) });
}

async function newJob(): Promise<string> {
  const grant = { scopes: [], siteIds: null, padPolicy: 'REFUSE' } as const;
  const owned = { createdBy: { kind: 'SYSTEM', id: 'test' }, grant, createdAt: now() } as const;
  const wanted = { kind: 'ATTENDANCE_IMPORT', isDryRun: false, input: {} } as const;
  return (await database.repositories.jobs.insert({ id: randomUUID(), ...wanted, ...owned })).id;
}

describe('a job', () => {
  it('that cannot be done says so with a code and is not tried again', async () => {
    const id = await newJob();
    const runner = runnerOf(async () => {
      throw new DomainError('BAD_USER_INPUT', { details: { problem: 'The file is empty.' } });
    });
    const failure = { code: 'BAD_USER_INPUT', message: 'The file is empty.' };
    expect(await runner.runNext(id)).toMatchObject({ state: 'FAILED', failure });
    expect(await runner.runNext(id)).toBeNull();
  });

  it('that breaks for reasons of ours is tried again when its lease ends, five times, and tells nobody why', async () => {
    const id = await newJob();
    const runner = runnerOf(async () => {
      throw new Error('secret of the database');
    });
    for (let run = 1; run <= 4; run += 1) {
      expect(await runner.runNext(id)).toMatchObject({ state: 'RUNNING', runs: run });
      expect(await runner.runNext(id)).toBeNull();
      clockMs += 31_000;
    }
    const last = await runner.runNext(id);
    expect(last).toMatchObject({ state: 'FAILED', failure: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(JSON.stringify(last)).not.toContain('secret');
    expect(faults).toHaveLength(5);
  });

  it('is given back when the process stops, and goes on where its checkpoint is', async () => {
    const id = await newJob();
    const starts: unknown[] = [];
    const work = async (run: JobRun): Promise<object> => {
      starts.push(run.job.cursor);
      await run.checkpoint({ cursor: { done: starts.length } });
      if (starts.length === 1) void first.stop();
      run.throwIfStopped();
      return { counts: { done: starts.length } };
    };
    const first: JobRunner = runnerOf(work);
    expect(await first.runNext(id)).toMatchObject({ state: 'QUEUED' });
    expect(await first.runNext(id)).toBeNull();
    expect(await runnerOf(work).runNext(id)).toMatchObject({ state: 'SUCCEEDED', counts: { done: 2 } });
    expect(starts).toEqual([null, { done: 1 }]);
  });

  it('that was taken over while its runner slept is not ended by that runner', async () => {
    const id = await newJob();
    const second = runnerOf(async () => ({ counts: { by: 2 } }));
    const first = runnerOf(async () => {
      clockMs += 31_000;
      await second.runNext(id);
      return { counts: { by: 1 } };
    });
    expect(await first.runNext(id)).toMatchObject({ state: 'SUCCEEDED', counts: { by: 2 } });
  });
});
