import { randomUUID } from 'node:crypto';
import type { Employee } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/access/actor.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { addDays } from '../src/local-dates/date-range.js';
import { localDateOf } from '../src/local-dates/local-date.js';
import { CloseDaysJob } from '../src/modules/attendance/close-days.job.js';
import { RebuildDaysJob } from '../src/modules/attendance/rebuild-days.job.js';
import { managerOf, openWorkDays, type WorkDays, ZONE } from './testing/work-days.js';

const MONDAY = '2026-03-02';
/** A period of all sites stays away from the dates of the others. */
const DEPARTMENT_DAY = '2026-02-02';
const OVERTIME = { side: 'AFTER_SHIFT', startsAfterMinutes: 0, needsApproval: true };

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);

afterAll(() => work.database.close());

/** What failed, as a caller reads it. */
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error) => error.code,
  );

/** Somebody of a site of their own, so that a period of it locks nobody else. */
async function atOwnSite(levers: object = {}, more: Partial<Employee> = {}) {
  const { id: siteId } = await work.repositories.sites.insert(work.siteOf('Own', work.clock.now()));
  const place = { siteId, siteHistory: [{ siteId, from: null }] };
  const person = await work.person({ defaultShiftId: await work.shift(levers), ...place, ...more });
  return { person, siteId };
}

async function worked(person: Employee, siteId: string, date: string, ...times: readonly string[]): Promise<void> {
  await work.marks(person, date, times, { siteId });
  await work.rebuild([person], date, date);
}

async function auditOf(action: string, id: string) {
  const { nodes } = await work.repositories.audit.list({ action }, { first: 100 });
  return nodes.filter(({ target }) => target?.id === id);
}

describe('overtime that needs approval', () => {
  const decide = (actor: Actor, dayId: string, approvedMinutes: number, version = 0) =>
    work.services.overtime.decide(actor, { dayId, approvedMinutes, version });

  it('is pending, then payable as far as it was approved, and can be decided again', async () => {
    const { person, siteId } = await atOwnSite({ overtime: OVERTIME });
    await worked(person, siteId, MONDAY, '09:00', '18:30');
    const dayId = (await work.dayOf(person, MONDAY))?.id ?? '';
    const overtime = async () => JSON.parse((await work.dayOf(person, MONDAY))?.detail ?? '{}').overtime;
    expect(await overtime()).toMatchObject({ minutes: 90, approval: 'PENDING', payableMinutes: 0 });
    const { version } = await decide(managerOf([siteId]), dayId, 60);
    expect(await overtime()).toMatchObject({ minutes: 90, approval: 'APPROVED', payableMinutes: 60 });
    await decide(COMMAND_LINE, dayId, 0, version);
    expect(await overtime()).toMatchObject({ approval: 'APPROVED', payableMinutes: 0 });
    expect(await auditOf('OVERTIME_DECIDED', dayId)).toHaveLength(2);
  });

  it('is decided once by two at once', async () => {
    const { person, siteId } = await atOwnSite({ overtime: OVERTIME });
    await worked(person, siteId, MONDAY, '09:00', '18:00');
    const dayId = (await work.dayOf(person, MONDAY))?.id ?? '';
    const codes = await Promise.all([10, 20, 30].map((minutes) => codeOf(decide(COMMAND_LINE, dayId, minutes))));
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'done']);
  });

  it('is refused where there is none, for more than was worked, for oneself and for people of other sites', async () => {
    const { person, siteId } = await atOwnSite({ overtime: OVERTIME });
    await worked(person, siteId, MONDAY, '09:00', '18:00');
    await worked(person, siteId, addDays(MONDAY, 1), '09:00', '17:00');
    const [late, plain] = [await work.dayOf(person, MONDAY), await work.dayOf(person, addDays(MONDAY, 1))];
    expect(await codeOf(decide(COMMAND_LINE, late?.id ?? '', 61))).toBe('BAD_USER_INPUT');
    expect(await codeOf(decide(COMMAND_LINE, plain?.id ?? '', 1))).toBe('BAD_USER_INPUT');
    expect(await codeOf(decide(managerOf([siteId], { employeeId: person.id }), late?.id ?? '', 1))).toBe('FORBIDDEN');
    expect(await codeOf(decide(managerOf([work.site.id]), late?.id ?? '', 1))).toBe('NOT_FOUND');
    expect(await codeOf(decide(COMMAND_LINE, 'no-such-day', 1))).toBe('NOT_FOUND');
  });
});

describe('a sign-off', () => {
  const range = { from: MONDAY, to: addDays(MONDAY, 1) };

  it('stands for the days as they were signed, and no longer when one changes', async () => {
    const { person, siteId } = await atOwnSite();
    for (const date of [range.from, range.to]) await worked(person, siteId, date, '09:00', '17:00');
    const manager = managerOf([siteId]);
    const { signOff: signed } = await work.services.signOffs.sign(manager, { ...range, siteId, note: 'As agreed.' });
    expect(signed).toMatchObject({ dayCount: 2, note: 'As agreed.' });
    const current = async () => (await work.services.signOffs.list(manager, range)).map(({ isCurrent }) => isCurrent);
    expect(await current()).toEqual([true]);
    await worked(person, siteId, range.to, '18:00', '19:00');
    expect(await current()).toEqual([false]);
    const withdrawn = await work.services.signOffs.withdraw(manager, { id: signed.id, version: signed.version });
    expect(withdrawn.withdrawnAt).toBeInstanceOf(Date);
    const again = work.services.signOffs.withdraw(manager, { id: signed.id, version: withdrawn.version });
    expect(await codeOf(again)).toBe('CONFLICT');
  });

  it('is refused over open days, no days, without a site for a manager, and for sites of others', async () => {
    const { person, siteId } = await atOwnSite();
    await worked(person, siteId, range.from, '09:00');
    const sign = (actor: Actor, site: string | null) =>
      codeOf(work.services.signOffs.sign(actor, { ...range, siteId: site }));
    expect(await sign(managerOf([siteId]), siteId)).toBe('BAD_USER_INPUT');
    expect(await sign(managerOf([siteId]), null)).toBe('BAD_USER_INPUT');
    expect(await sign(managerOf([work.site.id]), siteId)).toBe('NOT_FOUND');
    const empty = await work.repositories.sites.insert(work.siteOf('Empty', work.clock.now()));
    expect(await sign(COMMAND_LINE, empty.id)).toBe('BAD_USER_INPUT');
  });

  it('is taken back by who gave it, or by HR', async () => {
    const { person, siteId } = await atOwnSite();
    await worked(person, siteId, range.from, '09:00', '17:00');
    const { signOff } = await work.services.signOffs.sign(managerOf([siteId]), { ...range, siteId });
    const { id, version } = signOff;
    const withdraw = (actor: Actor) => codeOf(work.services.signOffs.withdraw(actor, { id, version }));
    expect(await withdraw(managerOf([siteId]))).toBe('FORBIDDEN');
    expect(await withdraw(COMMAND_LINE)).toBe('done');
  });
});

describe('a finalised period', () => {
  it('of a department locks its people and nobody else', async () => {
    const at = work.clock.now();
    const plain = { parentId: null, managerEmployeeId: null, siteId: null, costCentre: null, isArchived: false };
    const made = { id: randomUUID(), name: randomUUID(), ...plain, createdAt: at, updatedAt: at };
    const { id: departmentId } = await work.repositories.departments.insert(made);
    const { person: inside, siteId } = await atOwnSite({}, { departmentId });
    const outside = await work.person({ defaultShiftId: inside.defaultShiftId });
    for (const person of [inside, outside]) await worked(person, siteId, DEPARTMENT_DAY, '09:00');
    const period = { from: DEPARTMENT_DAY, to: DEPARTMENT_DAY, departmentId };
    await work.services.periods.finalise(COMMAND_LINE, period);
    for (const person of [inside, outside]) await worked(person, siteId, DEPARTMENT_DAY, '17:00');
    expect((await work.dayOf(inside, DEPARTMENT_DAY))?.status).toBe('MISSING_MARK');
    expect((await work.dayOf(outside, DEPARTMENT_DAY))?.status).toBe('PRESENT');
    const wish = (employeeId: string) => {
      const what = { action: 'ADD', at: new Date(`${DEPARTMENT_DAY}T16:30:00Z`), reason: 'Forgot.' } as const;
      return codeOf(work.services.corrections.request(COMMAND_LINE, { employeeId, ...what }));
    };
    expect(await wish(inside.id)).toBe('DAY_CLOSED');
    expect(await wish(outside.id)).toBe('done');
    // Leaving the department opens nothing.
    const { version } = await work.repositories.employees.getById(inside.id);
    await work.services.employees.update(COMMAND_LINE, { id: inside.id, version, departmentId: null });
    expect(await wish(inside.id)).toBe('DAY_CLOSED');
  });

  it('is made once by two at once', async () => {
    const { person, siteId } = await atOwnSite();
    await worked(person, siteId, MONDAY, '09:00', '17:00');
    const finalise = () => codeOf(work.services.periods.finalise(COMMAND_LINE, { from: MONDAY, to: MONDAY, siteId }));
    expect((await Promise.all([finalise(), finalise(), finalise()])).sort()).toEqual(['CONFLICT', 'CONFLICT', 'done']);
  });

  it('says first how many days are unresolved, and is no longer made when they are others than were shown', async () => {
    const { person, siteId } = await atOwnSite();
    await worked(person, siteId, MONDAY, '09:00');
    await worked(person, siteId, addDays(MONDAY, 1), '09:00', '17:00');
    const input = { from: MONDAY, to: addDays(MONDAY, 1), siteId };
    const { periods } = work.services;
    expect(await periods.readiness(COMMAND_LINE, input)).toEqual({
      ...{ dayCount: 2, missingMarkCount: 1, inProgressCount: 0, unresolvedCount: 1, provisionalCount: 0 },
    });
    const finalise = periods.finalise(COMMAND_LINE, { ...input, unresolvedCount: 0 });
    await expect(finalise).rejects.toMatchObject({ code: 'CONFLICT', details: { unresolvedCount: 1 } });
    const { id } = await periods.finalise(COMMAND_LINE, { ...input, unresolvedCount: 1 });
    const [entry] = await auditOf('PERIOD_FINALISED', id);
    expect(entry?.details).toMatchObject({ missingMarkCount: 1, inProgressCount: 0 });
    expect(await codeOf(periods.readiness(managerOf([siteId]), input))).toBe('FORBIDDEN');
  });

  it('keeps what payroll took: late marks and later corrections are differences to it', async () => {
    const { person, siteId } = await atOwnSite();
    await worked(person, siteId, MONDAY, '09:00', '12:00');
    const input = { from: MONDAY, to: MONDAY, siteId };
    const { id, version } = await work.services.periods.finalise(COMMAND_LINE, input);
    const deltas = async () => {
      const found = [];
      for await (const { employee, deltas: own } of work.services.payroll.retroDeltas(COMMAND_LINE, id))
        found.push(...own.map(({ payClass, deltaMinutes }) => ({ number: employee.number, payClass, deltaMinutes })));
      return found;
    };
    expect(await deltas()).toEqual([]);
    // The first out stays the last one until the afternoon arrives.
    await worked(person, siteId, MONDAY, '13:00', '17:00');
    expect((await work.dayOf(person, MONDAY))?.workedMinutes).toBe(180);
    const expected = [
      { number: person.number, payClass: 'REGULAR', deltaMinutes: 300 },
      { number: person.number, payClass: 'EARLY_EXIT', deltaMinutes: -300 },
    ];
    expect(await deltas()).toEqual(expected);
    await work.services.periods.reopen(COMMAND_LINE, { id, version, reason: 'A terminal was late.' });
    await work.rebuild([person], MONDAY, MONDAY);
    expect((await work.dayOf(person, MONDAY))?.workedMinutes).toBe(480);
    // The first hand-over stays what was paid; the next one begins with the corrected days.
    expect(await deltas()).toEqual(expected);
    const second = await work.services.periods.finalise(COMMAND_LINE, input);
    expect((await work.services.payroll.retroDeltas(COMMAND_LINE, second.id).next()).done).toBe(true);
  });
});

describe('a roster that names a shift that is not there', () => {
  /** Two people with a day each, the first of whom cannot be judged any more. */
  async function withOneBroken(levers: object = {}) {
    const { person: sound, siteId } = await atOwnSite(levers);
    const { person: broken } = await atOwnSite(levers, { siteId });
    for (const person of [sound, broken]) await worked(person, siteId, MONDAY, '09:00', '18:00');
    const shatter = async () => {
      const { version } = await work.repositories.employees.getById(broken.id);
      await work.repositories.employees.update(broken.id, { defaultShiftId: 'gone' }, { version, now: new Date() });
    };
    return { sound, broken, siteId, shatter };
  }

  it('is named beside the differences of everybody else', async () => {
    const { sound, broken, siteId, shatter } = await withOneBroken();
    const { id } = await work.services.periods.finalise(COMMAND_LINE, { from: MONDAY, to: MONDAY, siteId });
    await shatter();
    await worked(sound, siteId, MONDAY, '19:00');
    const found = [];
    for await (const { employee } of work.services.payroll.retroDeltas(COMMAND_LINE, id)) found.push(employee.id);
    expect(found).toEqual([sound.id]);
    const unjudged = await work.services.payroll.unjudged(COMMAND_LINE, id);
    expect(unjudged.map((employee) => employee.id)).toEqual([broken.id]);
  });

  it('is named in a preview, which leaves its days out', async () => {
    const { sound, broken, shatter } = await withOneBroken();
    await shatter();
    await work.repositories.dayRecords.removeDays({ from: MONDAY, to: MONDAY });
    const input = { from: MONDAY, to: MONDAY, employeeIds: [sound.id, broken.id] };
    const { changes, unjudged, lockedCount, token } = await work.services.recompute.preview(COMMAND_LINE, input);
    expect(changes.map(({ employeeId }) => employeeId)).toEqual([sound.id]);
    expect([unjudged.map(({ id }) => id), lockedCount]).toEqual([[broken.id], 0]);
    expect(await work.services.recompute.apply(COMMAND_LINE, input, token)).toMatchObject({ written: 1, unjudged: 1 });
  });

  it('has no overtime decided about, because the decision would have no effect', async () => {
    const { broken, shatter } = await withOneBroken({ overtime: OVERTIME });
    const dayId = (await work.dayOf(broken, MONDAY))?.id ?? '';
    await shatter();
    const decide = work.services.overtime.decide(COMMAND_LINE, { dayId, approvedMinutes: 10, version: 0 });
    await expect(decide).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'dayId' } });
    expect(await auditOf('OVERTIME_DECIDED', dayId)).toHaveLength(0);
  });
});

describe('a withdrawn absence', () => {
  it('leaves an audit entry that names the marks, when they were made and that they came late', async () => {
    const { person, siteId } = await atOwnSite();
    await work.rebuild([person], MONDAY, MONDAY);
    expect((await work.dayOf(person, MONDAY))?.status).toBe('ABSENT');
    const arrived = work.clock.now();
    await work.marks(person, MONDAY, ['09:00', '17:00'], { siteId, recordedAt: arrived, isOffline: true });
    await work.rebuild([person], MONDAY, MONDAY);
    expect(await work.dayOf(person, MONDAY)).toMatchObject({ status: 'PRESENT', flags: ['OFFLINE_MARK'] });
    const [entry, ...more] = await auditOf('ABSENCE_WITHDRAWN', person.id);
    expect(more).toEqual([]);
    expect(entry?.details).toMatchObject({ workDate: MONDAY, statusAfter: 'PRESENT', causes: ['MARKS_ADDED'] });
    expect(entry?.details.marks).toMatchObject([
      { at: `${MONDAY}T08:00:00Z`, recordedAt: arrived.toISOString(), isOffline: true },
      { at: `${MONDAY}T16:00:00Z` },
    ]);
    await work.rebuild([person], MONDAY, MONDAY);
    expect(await auditOf('ABSENCE_WITHDRAWN', person.id)).toHaveLength(1);
  });
});

describe('jobs of several processes', () => {
  const job = (Job: typeof CloseDaysJob | typeof RebuildDaysJob, now = work.clock.now) =>
    new Job(
      { db: { ...work.repositories, withTransaction: work.database.withTransaction }, now, newId: randomUUID },
      work.services.attendanceDays,
      randomUUID(),
    );

  it('close days one at a time, and take over from one that was cut off when its lease is over', async () => {
    const runs = await Promise.all([job(CloseDaysJob).run(), job(CloseDaysJob).run()]);
    expect(runs.filter((run) => run === null)).toHaveLength(1);
    const at = work.clock.now();
    expect(await work.repositories.jobLeases.acquire('close-days', 'cut-off', { now: at, leaseMs: 60_000 })).toBe(true);
    expect(await job(CloseDaysJob).run()).toBeNull();
    const later = () => new Date(at.getTime() + 61_000);
    expect(await job(CloseDaysJob, later).run()).not.toBeNull();
  });

  it('build days anew after a holiday was entered, and go on where a cut-off one stopped', async () => {
    const shiftId = await work.shift();
    const people = [await work.person({ defaultShiftId: shiftId }), await work.person({ defaultShiftId: shiftId })];
    people.sort((a, b) => (a.id < b.id ? -1 : 1));
    const date = '2026-04-06';
    await work.rebuild(people, date, date);
    await work.services.calendar.createHoliday(COMMAND_LINE, { date, name: randomUUID(), portion: 'FULL' });
    const status = () => Promise.all(people.map(async (person) => (await work.dayOf(person, date))?.status));
    expect(await status()).toEqual(['ABSENT', 'ABSENT']);
    const waiting = await work.repositories.dayRebuilds.findNext();
    expect(waiting).toMatchObject({ from: '2026-04-05', to: '2026-04-07', reason: 'HOLIDAY_CREATED' });
    await work.repositories.dayRebuilds.noteProgress(waiting?.id ?? '', people[0]?.id ?? '');
    expect(await job(RebuildDaysJob).run()).toBe(1);
    expect(await status()).toEqual(['ABSENT', 'HOLIDAY']);
    expect(await work.repositories.dayRebuilds.findNext()).toBeNull();
  });

  it('judge the days anew that waited for a device, however long it was silent', async () => {
    const { person, siteId } = await atOwnSite();
    const today = localDateOf(work.clock.now(), ZONE);
    const date = addDays(today, -10);
    const activeFromAt = new Date(`${addDays(today, -20)}T00:00:00Z`);
    const device = await work.services.devices.create(COMMAND_LINE, { name: 'Gate', siteId, activeFromAt });
    await work.rebuild([person], date, date);
    expect(await work.dayOf(person, date)).toMatchObject({ status: 'ABSENT', closure: 'PROVISIONAL' });
    await work.services.devices.noteContact(COMMAND_LINE, { id: device.id, syncedThroughAt: work.clock.now() });
    expect(await job(RebuildDaysJob).run()).toBe(1);
    expect(await work.dayOf(person, date)).toMatchObject({ status: 'ABSENT', closure: 'FINAL' });
  });
});

describe('people without shifts', () => {
  it('keep the days they had when shifts are given out', async () => {
    const person = await work.person();
    const [before, after] = [addDays(MONDAY, 1), addDays(MONDAY, 8)];
    for (const date of [before, after]) await work.marks(person, date, ['07:00', '11:00']);
    await work.rebuild([person], MONDAY, addDays(MONDAY, 13));
    const first = await work.dayOf(person, before);
    expect(first).toMatchObject({ status: 'PRESENT', workedMinutes: 240, shiftId: 'free-day' });
    const from = addDays(MONDAY, 7);
    const shiftId = await work.shift();
    await work.services.assignments.assign(COMMAND_LINE, { employeeIds: [person.id], from, shiftId });
    await work.rebuild([person], MONDAY, addDays(MONDAY, 13));
    expect((await work.dayOf(person, before))?.digest).toBe(first?.digest);
    expect(await work.dayOf(person, MONDAY)).toBeNull();
    expect(await work.dayOf(person, from)).toMatchObject({ status: 'ABSENT', shiftId });
  });
});
