import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DayRecord } from '../src/entities/index.js';
import { aDayRecord, openTestDatabase, type TestDatabase } from '../src/testing/index.js';

const RANGE = { from: '2026-03-02', to: '2026-03-03' };
const ORDER = ['PRESENT', 'IN_PROGRESS', 'ABSENT'];

let database: TestDatabase;
const figures = () => database.repositories.attendanceFigures;

beforeAll(async () => {
  database = await openTestDatabase();
  const shift = (employeeId: string, given: Partial<DayRecord>) => aDayRecord(employeeId, { siteId: 's1', ...given });
  const days = [
    // Two shifts on one date: absent from one, late for the other.
    shift('p1', { shiftId: 'a', status: 'ABSENT', markCount: 0 }),
    shift('p1', { shiftId: 'b', lateMinutes: 4, firstInAt: new Date('2026-03-02T23:30:00Z') }),
    shift('p2', { firstInAt: new Date('2026-03-02T08:10:00Z') }),
    shift('p3', { siteId: 's2', firstInAt: new Date('2026-03-02T08:50:00Z') }),
    shift('p4', { siteId: null, firstInAt: new Date('2026-03-02T08:59:00Z') }),
    shift('p5', { status: 'WEEKLY_OFF', markCount: 0 }),
    shift('p1', { workDate: '2026-03-03', status: 'IN_PROGRESS', markCount: 0 }),
    shift('p2', { workDate: '2026-03-03', status: 'IN_PROGRESS', markCount: 1 }),
    shift('p2', { workDate: '2026-03-01', firstInAt: new Date('2026-03-01T08:00:00Z') }),
    shift('p2', { workDate: '2026-03-04', firstInAt: new Date('2026-03-04T08:00:00Z') }),
  ];
  const people = [...new Set(days.map(({ employeeId }) => employeeId))];
  const own = people.map((employeeId) => ({
    employeeId,
    records: days.filter((day) => day.employeeId === employeeId),
  }));
  await database.repositories.dayRecords.replaceDays({ from: '2026-03-01', to: '2026-03-04' }, own);
});
afterAll(() => database.close());

describe('verdicts of days', () => {
  it('count everybody once a date, by the stronger of two shifts; who has no mark yet is not there', async () => {
    expect(await figures().countPeople(RANGE, ORDER)).toEqual([
      { date: '2026-03-02', state: 'PRESENT', isLate: false, count: 3 },
      { date: '2026-03-02', state: 'PRESENT', isLate: true, count: 1 },
      { date: '2026-03-03', state: 'IN_PROGRESS', isLate: false, count: 1 },
    ]);
  });

  it('count arrivals by the weekday and hour of the clocks of the site', async () => {
    const zones = new Map([['Europe/Berlin', ['s1']]]);
    expect(await figures().countArrivals(RANGE, { zones, other: 'Asia/Kolkata' })).toEqual([
      { weekday: 1, hour: 9, count: 1 },
      { weekday: 1, hour: 14, count: 2 },
      { weekday: 2, hour: 0, count: 1 },
    ]);
  });

  it('count those of some sites and some people alone', async () => {
    const of = async (siteIds: string[], employeeIds: string[]) =>
      (await figures().countPeople({ ...RANGE, among: { siteIds, employeeIds } }, ORDER)).map(({ count }) => count);
    expect(await of(['s2'], [])).toEqual([1]);
    expect(await of(['s2'], ['p4'])).toEqual([2]);
    expect(await of([], [])).toEqual([]);
  });
});
