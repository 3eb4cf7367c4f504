import { randomUUID } from 'node:crypto';
import type { Employee } from '@rollcall/db';
import { anAttempt } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/access/actor.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { addDays } from '../src/local-dates/date-range.js';
import { localDateOf } from '../src/local-dates/local-date.js';
import { AttendanceDayService } from '../src/modules/attendance/attendance-day.service.js';
import { ReportService } from '../src/modules/report/report.service.js';
import { REPORT_KINDS } from '../src/modules/report/report-kinds.js';
import { managerOf, openWorkDays, type WorkDays, ZONE } from './testing/work-days.js';

const FROM = '2026-03-02';
const TO = '2026-03-15';
const MOVED_ON = '2026-03-09';

let work: WorkDays;
let southId: string;
let mover: Employee;

beforeAll(async () => {
  work = await openWorkDays();
  const { repositories, clock, services } = work;
  southId = (await repositories.sites.insert(work.siteOf('South', clock.now()))).id;
  const defaultShiftId = await work.shift({
    lateGraceMinutes: 5,
    overtime: { side: 'BOTH', startsAfterMinutes: 0, needsApproval: true },
  });
  const at = clock.now();
  const stamps = { createdAt: at, updatedAt: at };
  const plain = { parentId: null, managerEmployeeId: null, siteId: null, costCentre: null, isArchived: false };
  const sales = await repositories.departments.insert({ id: randomUUID(), name: 'Sales', ...plain, ...stamps });
  const people: Employee[] = [];
  for (let index = 0; index < 5; index += 1) {
    const place = index < 3 ? {} : { siteId: southId, siteHistory: [{ siteId: southId, from: null }] };
    const person = await work.person({ defaultShiftId, ...place, ...(index % 2 === 0 && { departmentId: sales.id }) });
    people.push(person);
    for (let day = 0; day < 12; day += 1) {
      const times = day === 3 ? ['09:00'] : ['09:10', `17:${10 + index}`];
      await work.marks(person, addDays(FROM, day), times, { assurance: index === 1 ? 'PIN' : 'FACE_PAIRED_DEVICE' });
    }
  }
  const history = [
    { siteId: work.site.id, from: null },
    { siteId: southId, from: MOVED_ON },
  ];
  mover = await work.person({ defaultShiftId, siteId: southId, siteHistory: history });
  await work.marks(mover, FROM, ['03:00']);
  await work.rebuild([...people, mover], FROM, TO);
  await services.closeDays.run();
}, 120_000);

afterAll(() => work.database.close());

async function streamed(kind: (typeof REPORT_KINDS)[number]) {
  const { columns, rows } = await work.services.reports.stream(COMMAND_LINE, { kind, from: FROM, to: TO });
  const list: unknown[] = [];
  for await (const row of rows) list.push(row);
  return { columns, rows: list };
}

const text = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

describe.each(REPORT_KINDS)('the report %s', (kind) => {
  it('streams the very rows it shows', async () => {
    const shown = await work.services.reports.report(COMMAND_LINE, { kind, from: FROM, to: TO });
    const sent = await streamed(kind);
    expect(shown.rows.length).toBeGreaterThan(0);
    expect(sent.columns).toEqual(shown.columns);
    expect(text(sent.rows)).toEqual(text(shown.rows));
  });

  it('is the same, whether people are read one at a time or all at once', async () => {
    const request = { kind, from: FROM, to: TO };
    const context = {
      db: { ...work.repositories, withTransaction: work.database.withTransaction },
      now: work.clock.now,
      newId: randomUUID,
    };
    const oneByOne = new ReportService(context, new AttendanceDayService(context), 1);
    const whole = await work.services.reports.report(COMMAND_LINE, request);
    expect(await oneByOne.report(COMMAND_LINE, request)).toEqual(whole);
    expect(whole.rows.length).toBeGreaterThan(1);
  });

  it.each(['SITE', 'DEPARTMENT'] as const)('adds up by %s to its totals', async (grouping) => {
    const { reports } = work.services;
    const report = await reports.report(COMMAND_LINE, { kind, from: FROM, to: TO });
    const groups = reports.groupsOf(report, grouping);
    expect(groups.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(report.rows.length);
    for (const [field, total] of Object.entries(report.totals))
      expect(
        groups.reduce((sum, { totals }) => sum + (totals[field] ?? 0), 0),
        field,
      ).toBe(total);
  });

  it('shows a manager nothing of other sites', async () => {
    const { reports } = work.services;
    const all = await reports.report(COMMAND_LINE, { kind, from: FROM, to: TO });
    const own = await reports.report(managerOf([southId]), { kind, from: FROM, to: TO });
    expect(own.rows.length).toBeGreaterThan(0);
    expect(own.rows.length).toBeLessThan(all.rows.length);
    expect(own.places.every(({ siteId }) => siteId === southId)).toBe(true);
  });
});

describe('a report of days', () => {
  it('shows somebody who moved under both sites, each day where it was worked', async () => {
    const rowsAt = async (siteId: string) => {
      const request = { kind: 'REGISTER', from: FROM, to: TO, siteId, employeeId: mover.id } as const;
      return (await work.services.reports.report(COMMAND_LINE, request)).rows.map(({ workDate }) => String(workDate));
    };
    const [before, after] = [await rowsAt(work.site.id), await rowsAt(southId)];
    expect(before.length + after.length).toBe(14);
    expect(before.every((date) => date < MOVED_ON)).toBe(true);
    expect(after.every((date) => date >= MOVED_ON)).toBe(true);
  });
});

describe('ASSURANCE', () => {
  it('tells the share of marks by PIN, and EXCEPTIONS name who uses it most', async () => {
    const { reports } = work.services;
    const { rows } = await reports.report(COMMAND_LINE, { kind: 'ASSURANCE', from: FROM, to: TO });
    const byPin = rows.filter(({ pin }) => Number(pin) > 0);
    expect(byPin).toMatchObject([{ markCount: 23, pin: 23, pinPercent: 100 }]);
    const exceptions = await reports.report(COMMAND_LINE, { kind: 'EXCEPTIONS', from: FROM, to: TO });
    const named = exceptions.rows.filter((row) => row.kind === 'HIGH_PIN_SHARE');
    expect(named.map((row) => row.number)).toEqual(byPin.map((row) => row.number));
  });
});

describe('a report of some statuses', () => {
  it('has the days with one of them, with totals of these alone', async () => {
    const { reports } = work.services;
    const request = { kind: 'REGISTER', from: FROM, to: TO } as const;
    const all = await reports.report(COMMAND_LINE, request);
    const some = await reports.report(COMMAND_LINE, { ...request, statuses: ['ABSENT', 'MISSING_MARK'] });
    expect(some.rows.length).toBeGreaterThan(0);
    expect(some.rows).toEqual(all.rows.filter(({ status }) => status === 'ABSENT' || status === 'MISSING_MARK'));
    expect(some.totals.workedMinutes).toBeLessThan(all.totals.workedMinutes ?? 0);
    const exceptions = { ...request, kind: 'EXCEPTIONS', statuses: ['MISSING_MARK'] } as const;
    const kinds = (await reports.report(COMMAND_LINE, exceptions)).rows.map(({ kind }) => kind);
    expect(kinds).toContain('MISSING_MARK');
    expect(kinds).not.toContain('HIGH_PIN_SHARE');
  });

  it.each(['HOURS', 'LATE', 'OVERTIME', 'PAYROLL', 'ASSURANCE'] as const)('is refused for %s', async (kind) => {
    const request = { kind, from: FROM, to: TO, statuses: ['PRESENT'] } as const;
    const refused = { code: 'BAD_USER_INPUT', details: { field: 'statuses' } };
    await expect(work.services.reports.report(COMMAND_LINE, request)).rejects.toMatchObject(refused);
  });
});

describe('EXCEPTIONS', () => {
  const attempt = (employeeId: string, at: string, siteId: string | null) =>
    work.repositories.captureAttempts.insert(
      anAttempt({ kind: 'ATTENDANCE', outcome: 'NON_MATCH', employeeId, siteId, at: new Date(at) }),
    );
  const refusedOf = async (actor: Actor, employeeId: string, range = { from: FROM, to: TO }) =>
    (await work.services.reports.report(actor, { kind: 'EXCEPTIONS', ...range, employeeId })).rows
      .filter((row) => row.kind === 'REFUSED_ATTEMPT')
      .map(({ date, at }) => `${date} ${String(at).slice(0, 16)}`);

  it('tell each refused attempt once: in a window, outside of it, on a day off, on a leave, a holiday, without a shift', async () => {
    const defaultShiftId = await work.shift({}, { pattern: { kind: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] } });
    const [person, shiftless] = [await work.person({ defaultShiftId }), await work.person()];
    const { services, site } = work;
    const type = await services.calendar.createLeaveType(COMMAND_LINE, { name: 'Annual', isPaid: true });
    const leave = { employeeId: person.id, leaveTypeId: type.id, from: '2026-03-04', to: '2026-03-04' };
    const { id, version } = await services.leaves.request(COMMAND_LINE, { ...leave, portion: 'FULL' });
    await services.leaves.decide(COMMAND_LINE, { id, version, isApproved: true });
    const feast = { date: '2026-03-05', name: 'Feast', portion: 'FULL', siteId: site.id } as const;
    await services.calendar.createHoliday(COMMAND_LINE, feast);
    const moments = [
      '2026-03-01T23:30', // Monday half past midnight in Berlin, before the window opens
      '2026-03-02T10:00',
      '2026-03-03T03:00',
      '2026-03-04T10:00',
      '2026-03-05T10:00',
      '2026-03-07T10:00',
    ];
    for (const at of [...moments, '2026-02-28T10:00']) await attempt(person.id, `${at}:00Z`, site.id);
    await attempt(shiftless.id, '2026-03-06T10:00:00Z', null);
    await work.rebuild([person, shiftless], addDays(FROM, -3), TO);
    const expected = moments.map((at) => `${at < FROM ? FROM : at.slice(0, 10)} ${at}`);
    expect(await refusedOf(COMMAND_LINE, person.id)).toEqual(expected);
    expect(await refusedOf(COMMAND_LINE, shiftless.id)).toEqual(['2026-03-06 2026-03-06T10:00']);
    expect(await refusedOf(managerOf([southId]), person.id)).toEqual([]);
    expect(await refusedOf(managerOf([site.id]), person.id)).toEqual(expected);
  });
});

describe('the list for an evacuation', () => {
  it('names everybody who marked in at a site, whichever site they belong to, and nobody who left', async () => {
    const today = localDateOf(work.clock.now(), ZONE);
    const [visitor, left] = [await work.person(), await work.person()];
    const at = work.clock.now();
    const shape = { siteId: southId, at, recordedAt: at };
    await work.marks(visitor, today, ['00:00'], shape);
    await work.marks(left, today, ['00:00'], { ...shape, at: new Date(at.getTime() - 600_000) });
    await work.marks(left, today, ['00:00'], { ...shape, at: new Date(at.getTime() - 300_000) });
    work.clock.forward(1_000);
    await work.rebuild([visitor, left], addDays(today, -1), addDays(today, 1));
    const { sites } = await work.services.evacuation.list(managerOf([southId]), null);
    expect(sites).toMatchObject([{ siteId: southId, people: [{ number: visitor.number, state: 'IN' }] }]);
    expect(sites[0]?.people[0]?.sinceLocal).toContain(today);
    expect((await work.services.evacuation.list(managerOf([work.site.id]), null)).sites).toEqual([]);
  });
});
