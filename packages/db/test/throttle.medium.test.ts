import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptResult } from '../src/index.js';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const SECOND = 1000;
let clock = new Date('2026-03-02T08:00:00Z');
const pass = (ms: number): void => {
  clock = new Date(clock.getTime() + ms);
};

async function attempt(employeeId: string, device: string, result: AttemptResult) {
  const { throttles } = database.repositories;
  const begun = await throttles.begin(employeeId, device, clock);
  return begun.state === 'OPEN' ? throttles.settle(begun.ticket, result, clock) : begun;
}

const fail = async (employeeId: string, device: string, times: number): Promise<void> => {
  for (let i = 0; i < times; i += 1) await attempt(employeeId, device, 'FAILURE');
};

describe('the face throttle', () => {
  it('pauses a person on a device after 5 failures for 30 s, then 60, then 120, by the given clock', async () => {
    const employeeId = randomUUID();
    for (const seconds of [30, 60, 120]) {
      await fail(employeeId, 'kiosk', 4);
      expect(await database.repositories.throttles.check(employeeId, 'kiosk', clock)).toEqual({ state: 'OPEN' });
      const until = new Date(clock.getTime() + seconds * SECOND);
      expect(await attempt(employeeId, 'kiosk', 'FAILURE')).toEqual({ state: 'PAUSED', until });
      pass(seconds * SECOND - 1);
      expect(await attempt(employeeId, 'kiosk', 'SUCCESS')).toEqual({ state: 'PAUSED', until });
      pass(1);
      expect(await database.repositories.throttles.check(employeeId, 'kiosk', clock)).toEqual({ state: 'OPEN' });
    }
  });

  it('lets the person in on another device meanwhile', async () => {
    const employeeId = randomUUID();
    await fail(employeeId, 'kiosk', 5);
    expect(await attempt(employeeId, 'other', 'SUCCESS')).toEqual({ state: 'OPEN' });
  });

  it('survives a restart', async () => {
    const employeeId = randomUUID();
    await fail(employeeId, 'kiosk', 5);
    const { uri, masterKeys } = database;
    const restarted = await openTestDatabase({ uri, masterKeys });
    expect(await restarted.repositories.throttles.check(employeeId, 'kiosk', clock)).toMatchObject({ state: 'PAUSED' });
    await restarted.close();
  });

  it('lets in no more attempts at once than failures are left', async () => {
    const { throttles } = database.repositories;
    const employeeId = randomUUID();
    const begun = await Promise.all(Array.from({ length: 60 }, () => throttles.begin(employeeId, 'kiosk', clock)));
    const tickets = begun.flatMap((result) => (result.state === 'OPEN' ? [result.ticket] : []));
    expect(tickets).toHaveLength(5);
    await Promise.all(tickets.map((ticket) => throttles.settle(ticket, 'FAILURE', clock)));
    const until = new Date(clock.getTime() + 30 * SECOND);
    expect(await throttles.check(employeeId, 'kiosk', clock)).toEqual({ state: 'PAUSED', until });
  });

  it('locks after 50 failures over any devices until HR unlocks, whatever time passes', async () => {
    const { throttles } = database.repositories;
    const employeeId = randomUUID();
    for (let i = 0; i < 50; i += 1) {
      await fail(employeeId, `device-${i}`, 1);
      pass(3600 * SECOND);
    }
    expect(await throttles.check(employeeId, 'new', clock)).toEqual({ state: 'LOCKED' });
    pass(365 * 24 * 3600 * SECOND);
    expect(await attempt(employeeId, 'device-1', 'SUCCESS')).toEqual({ state: 'LOCKED' });
    await throttles.unlock(employeeId, clock);
    expect(await attempt(employeeId, 'device-1', 'SUCCESS')).toEqual({ state: 'OPEN' });
  });

  it('counts together with the attempt it belongs to: all or nothing', async () => {
    const { throttles } = database.repositories;
    const employeeId = randomUUID();
    await fail(employeeId, 'kiosk', 4);
    const begun = await throttles.begin(employeeId, 'kiosk', clock);
    if (begun.state !== 'OPEN') throw new Error('not open');
    const broken = database.withTransaction(async (session) => {
      await throttles.settle(begun.ticket, 'FAILURE', clock, { session });
      throw new Error('broke off');
    });
    await expect(broken).rejects.toThrow('broke off');
    await throttles.settle(begun.ticket, 'NEUTRAL', clock);
    expect(await throttles.check(employeeId, 'kiosk', clock)).toEqual({ state: 'OPEN' });
  });

  it('settled in transactions at once loses no count', async () => {
    const { throttles } = database.repositories;
    const employeeId = randomUUID();
    const begun = await Promise.all([1, 2, 3, 4, 5].map((n) => throttles.begin(employeeId, `d${n}`, clock)));
    await Promise.all(
      begun.map((result) =>
        database.withTransaction(async (session) => {
          if (result.state === 'OPEN') await throttles.settle(result.ticket, 'FAILURE', clock, { session });
        }),
      ),
    );
    await fail(employeeId, 'x', 5);
    await fail(employeeId, 'y', 4);
    expect(await throttles.check(employeeId, 'z', clock)).toEqual({ state: 'OPEN' });
    await fail(employeeId, 'z', 1);
    expect(await throttles.check(employeeId, 'z2', clock)).toMatchObject({ state: 'PAUSED' });
  });
});
