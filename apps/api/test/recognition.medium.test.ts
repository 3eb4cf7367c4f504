import type { CaptureAttempt, Employee } from '@rollcall/db';
import { anAttempt } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

const HOUR_MS = 3_600_000;
const POINT = {
  ...{ id: 'm/verify/1', kind: 'VERIFY', modelId: 'm', threshold: 0.5, targetFmr: 1e-4 },
  ...{ isProvisional: false, version: '1' },
};

let work: WorkDays;
let refused: Employee;
let elsewhere: Employee;
let southId: string;

async function keep(employee: Employee | null, given: Partial<CaptureAttempt>): Promise<void> {
  const at = new Date(work.clock.now().getTime() - HOUR_MS);
  const who = { employeeId: employee?.id ?? null, siteId: employee?.siteId ?? null };
  const compared = { operatingPoint: POINT, similarity: 0.51, proof: 'FACE' as const };
  await work.repositories.captureAttempts.insert(anAttempt({ ...compared, ...who, at, ...given }));
}

beforeAll(async () => {
  work = await openWorkDays();
  const south = await work.repositories.sites.insert(work.siteOf('South', work.clock.now()));
  southId = south.id;
  refused = await work.person({ templateModelIds: ['none'] } as Partial<Employee>);
  elsewhere = await work.person({ siteId: southId });
  const device = await work.services.devices.create(COMMAND_LINE, { name: 'Gate', siteId: work.site.id });
  for (const outcome of ['NON_MATCH', 'NON_MATCH', 'NON_MATCH', 'RECORDED']) {
    await keep(refused, { outcome, deviceId: device.id, similarity: outcome === 'RECORDED' ? 0.51 : 0.4 });
  }
  await keep(elsewhere, { outcome: 'PRESENTATION_ATTACK', similarity: null });
  await keep(null, { outcome: 'NO_FACE', similarity: null });
  await keep(refused, { outcome: 'NO_FACE', at: new Date(work.clock.now().getTime() - 10 * 24 * HOUR_MS) });
}, 120_000);

afterAll(() => work.database.close());

describe('how well faces are recognised', () => {
  it('is told of everybody to who sees everybody, by person, by device and in all', async () => {
    const health = await work.services.recognition.health(COMMAND_LINE, { days: 7 });
    expect(health.figures.refused).toMatchObject({ count: 5, total: 6 });
    expect(health.figures.attacks.count).toBe(1);
    expect(health.people?.map(({ employee, figures }) => [employee.id, figures.refused.count])).toEqual([
      [refused.id, 3],
      [elsewhere.id, 1],
    ]);
    expect(health.devices.map(({ name, figures }) => [name, figures.refused.count, figures.refused.total])).toEqual([
      // Two of two are more surely often than three of four.
      [null, 2, 2],
      ['Gate', 3, 4],
    ]);
    expect(health.trend).toHaveLength(7);
    const longer = await work.services.recognition.health(COMMAND_LINE, { days: 30 });
    expect(longer.figures.refused.count).toBe(6);
    expect(longer.trend.reduce((sum, { figures }) => sum + figures.attempts, 0)).toBe(longer.figures.attempts);
  });

  it('lists who is to be registered again', async () => {
    const { registerAgain, registerAgainCount } = await work.services.recognition.health(COMMAND_LINE, { days: 7 });
    expect(registerAgain?.map(({ employee, reasons }) => [employee.id, ...reasons])).toEqual([
      [refused.id, 'OFTEN_NOT_MATCHED'],
    ]);
    expect(registerAgainCount).toBe(1);
  });

  it('is told a manager of the people of the own sites only, and never of similarities', async () => {
    const south = await work.services.recognition.health(managerOf([southId]), { days: 7 });
    expect(south.figures.refused).toMatchObject({ count: 1, total: 1 });
    expect(south.people?.map(({ employee }) => employee.id)).toEqual([elsewhere.id]);
    expect(south.registerAgain).toEqual([]);
    expect(south.histograms).toBeNull();
    const north = await work.services.recognition.health(managerOf([southId]), { days: 7, siteId: work.site.id });
    expect([north.figures.attempts, north.people, north.devices]).toEqual([0, [], []]);
  });

  it('names nobody to a key that may not read people', async () => {
    const key = managerOf([], { siteIds: null, kind: 'API_KEY', scopes: new Set(['attendance:read'] as const) });
    const health = await work.services.recognition.health(key, { days: 7 });
    expect([health.people, health.peopleCount, health.registerAgain, health.registerAgainCount]).toEqual(
      Array(4).fill(null),
    );
    expect(health.figures.attempts).toBe(6);
  });

  it('shows similarities of five people or more, and of fewer none', async () => {
    const few = await work.services.recognition.health(COMMAND_LINE, { days: 7 });
    expect(few.histograms).toEqual([]);
    for (let i = 0; i < 4; i += 1)
      await keep(await work.person(), { outcome: 'MATCH', kind: 'VERIFY', similarity: 0.9 });
    const { histograms } = await work.services.recognition.health(COMMAND_LINE, { days: 7 });
    expect(histograms?.map(({ threshold, people }) => [threshold, people])).toEqual([[0.5, 5]]);
    const sums = histograms?.[0]?.bins.reduce(
      (sum, { accepted, refused }) => [sum[0] + accepted, sum[1] + refused] as [number, number],
      [0, 0] as [number, number],
    );
    expect(sums).toEqual([5, 3]);
  });
});
