import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureAttempt } from '../src/entities/index.js';
import { anAttempt, openTestDatabase, type TestDatabase } from '../src/testing/index.js';

const SCOPE = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-04T00:00:00Z') };
const POINT = {
  ...{ id: 'm/verify/1', kind: 'VERIFY', modelId: 'm', threshold: 0.5, targetFmr: 1e-4 },
  ...{ isProvisional: false, version: '1' },
};

let database: TestDatabase;
const figures = () => database.repositories.recognitionFigures;

async function keep(given: Partial<CaptureAttempt>): Promise<void> {
  await database.repositories.captureAttempts.insert(anAttempt({ proof: 'FACE', employeeId: 'p1', ...given }));
}

beforeAll(async () => {
  database = await openTestDatabase();
  const compared = { operatingPoint: POINT, siteId: 's1', deviceId: 'd1' };
  // 23:30 UTC is the next day in Berlin.
  await keep({ ...compared, outcome: 'RECORDED', similarity: 0.52, at: new Date('2026-03-01T23:30:00Z') });
  await keep({ ...compared, outcome: 'NON_MATCH', similarity: 0.49, at: new Date('2026-03-02T08:00:00Z') });
  await keep({ ...compared, outcome: 'RECORDED', similarity: 0.5, at: new Date('2026-03-02T09:00:00Z') });
  await keep({ ...compared, outcome: 'DEVICE_REFUSED', similarity: 0.9, at: new Date('2026-03-02T09:00:00Z') });
  const verified = { ...compared, kind: 'VERIFY', at: new Date('2026-03-02T10:00:00Z') } as const;
  await keep({ ...verified, outcome: 'NON_MATCH', similarity: -0.4 });
  await keep({ ...verified, outcome: 'MATCH', similarity: 1 });
  const quality = { isAcceptable: false, score: 0.1, reasons: ['BLURRED', 'TOO_DARK'], measures: [] };
  const from = { kind: 'VERIFY', source: 'DASHBOARD' } as const;
  await keep({ ...from, outcome: 'LOW_QUALITY', quality, employeeId: 'p2', at: new Date('2026-03-03T08:00:00Z') });
  await keep({ ...from, outcome: 'NO_MATCH', proof: null, employeeId: null, at: new Date('2026-03-03T08:00:00Z') });
  // Not counted: another kind, no face, before and at the end of the period.
  await keep({ kind: 'REGISTER', outcome: 'NO_FACE', at: new Date('2026-03-02T08:00:00Z') });
  await keep({ proof: 'PIN', outcome: 'PIN_MISMATCH', at: new Date('2026-03-02T08:00:00Z') });
  await keep({ outcome: 'NO_FACE', at: new Date(SCOPE.from.getTime() - 1) });
  await keep({ outcome: 'NO_FACE', at: SCOPE.to });
});
afterAll(() => database.close());

describe('attempts to recognise a face', () => {
  it('are counted by the date of the zone, those of before proofs were told apart too', async () => {
    expect(await figures().countByDay(SCOPE, 'Europe/Berlin')).toEqual([
      { date: '2026-03-02', outcome: 'DEVICE_REFUSED', count: 1 },
      { date: '2026-03-02', outcome: 'MATCH', count: 1 },
      { date: '2026-03-02', outcome: 'NON_MATCH', count: 2 },
      { date: '2026-03-02', outcome: 'RECORDED', count: 2 },
      { date: '2026-03-03', outcome: 'LOW_QUALITY', count: 1 },
      { date: '2026-03-03', outcome: 'NO_MATCH', count: 1 },
    ]);
  });

  it('are counted by device, or by where they came from', async () => {
    const counts = await figures().countByDevice(SCOPE);
    expect(counts.map(({ deviceId, source, count }) => [deviceId, source, count])).toEqual([
      [null, 'DASHBOARD', 1],
      [null, 'DASHBOARD', 1],
      ['d1', 'KIOSK', 1],
      ['d1', 'KIOSK', 1],
      ['d1', 'KIOSK', 2],
      ['d1', 'KIOSK', 2],
    ]);
  });

  it('are counted by person, without those of nobody, and of the asked sites only', async () => {
    const who = async (siteIds?: readonly string[]) =>
      (await figures().countByPerson({ ...SCOPE, siteIds })).map(
        (one) => `${one.employeeId} ${one.outcome} ${one.count}`,
      );
    expect(await who()).toEqual([
      'p1 DEVICE_REFUSED 1',
      'p1 MATCH 1',
      'p1 NON_MATCH 2',
      'p1 RECORDED 2',
      'p2 LOW_QUALITY 1',
    ]);
    expect(await who(['s1'])).toEqual(['p1 DEVICE_REFUSED 1', 'p1 MATCH 1', 'p1 NON_MATCH 2', 'p1 RECORDED 2']);
    expect(await who([])).toEqual([]);
    await expect(who([{ $ne: null } as never])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('name each reason of a poor photo', async () => {
    expect(await figures().countQualityReasons(SCOPE)).toEqual([
      { reason: 'BLURRED', count: 1 },
      { reason: 'TOO_DARK', count: 1 },
    ]);
  });

  it('have their similarities in bins that end at the threshold, without those a device rule refused', async () => {
    const same = { employeeId: 'p1', pointId: POINT.id, threshold: 0.5 };
    expect(await figures().countSimilarities(SCOPE, { binsAbove: 10, lowest: -3 })).toEqual([
      { ...same, bin: -3, outcome: 'NON_MATCH', count: 1 },
      { ...same, bin: -1, outcome: 'NON_MATCH', count: 1 },
      { ...same, bin: 0, outcome: 'RECORDED', count: 2 },
      { ...same, bin: 9, outcome: 'MATCH', count: 1 },
    ]);
  });

  it('are counted from the index alone', async () => {
    const { nativeDb: db } = database;
    await db.command({ profile: 2 });
    await figures().countByDay(SCOPE, 'Europe/Berlin');
    await figures().countByDevice({ ...SCOPE, siteIds: ['s1'] });
    await figures().countByPerson(SCOPE);
    await db.command({ profile: 0 });
    const runs = await db.collection('system.profile').find({ 'command.aggregate': 'captureAttempts' }).toArray();
    expect(runs.map(({ docsExamined, planSummary }) => [docsExamined, /IXSCAN/.test(planSummary)])).toEqual(
      runs.map(() => [0, true]),
    );
    expect(runs).toHaveLength(3);
  });
});
