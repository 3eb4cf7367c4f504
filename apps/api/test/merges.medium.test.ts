import { randomUUID } from 'node:crypto';
import type { Employee } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { openWorkDays, type WorkDays } from './testing/work-days.js';

const MONDAY = '2026-03-02';
const TUESDAY = '2026-03-03';

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);

afterAll(() => work.database.close());

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error) => error.code,
  );

/** One person with two records: came on Monday with the first one, left with the second, and worked on Tuesday with the second. */
async function twoRecords() {
  const { id: siteId } = await work.repositories.sites.insert(work.siteOf('Own', work.clock.now()));
  const place = { siteId, siteHistory: [{ siteId, from: null }], defaultShiftId: await work.shift() };
  const hired = { joiningDate: MONDAY, leavingDate: '2026-03-08' };
  const [keep, second] = [await work.person({ ...place, ...hired }), await work.person({ ...place, ...hired })];
  const own = await work.marks(keep, MONDAY, ['09:00'], { siteId });
  const late = await work.marks(second, MONDAY, ['17:00'], { siteId });
  const next = await work.marks(second, TUESDAY, ['09:00', '17:00'], { siteId });
  const today = work.clock.now().toISOString().slice(0, 10);
  await work.rebuild([keep, second], MONDAY, today);
  return { keep, second, siteId, marks: [...own, ...late, ...next], today };
}

const current = ({ id }: Pick<Employee, 'id'>) => work.repositories.employees.getById(id);

async function merge(keep: Employee, second: Employee) {
  const [{ version: keepVersion }, { version: mergeVersion }] = [await current(keep), await current(second)];
  const input = { keepId: keep.id, keepVersion, mergeId: second.id, mergeVersion, reason: 'Same identity card' };
  return work.services.merges.merge(COMMAND_LINE, input);
}

async function unmerge(second: Employee) {
  const { version } = await current(second);
  return work.services.merges.unmerge(COMMAND_LINE, { mergedId: second.id, version, reason: 'Two sisters' });
}

/** Everything that is told about a person's days, but when it was computed. */
async function verdictsOf(person: Employee) {
  const all = { from: '0000-01-01', to: '9999-12-31' };
  const days = await work.repositories.dayRecords.listOf([person.id], all);
  return days.map(({ computedAt: _at, ...verdict }) => verdict);
}

async function auditOf({ id }: Employee, action: string) {
  const target = { kind: 'EMPLOYEE', id };
  return (await work.repositories.audit.list({ action, target }, { first: 10 })).nodes;
}

describe('merging two records of one person', () => {
  it('counts the marks of both for the one that stays, and leaves the other without days, face or PIN', async () => {
    const { keep, second } = await twoRecords();
    expect((await work.dayOf(keep, MONDAY))?.status).toBe('MISSING_MARK');
    await merge(keep, second);
    expect(await work.dayOf(keep, MONDAY)).toMatchObject({ status: 'PRESENT', workedMinutes: 480 });
    expect(await work.dayOf(keep, TUESDAY)).toMatchObject({ status: 'PRESENT', workedMinutes: 480 });
    expect(await verdictsOf(second)).toEqual([]);
    expect(await current(second)).toMatchObject({ status: 'INACTIVE', mergedIntoId: keep.id });
    const [entry] = await auditOf(second, 'EMPLOYEE_MERGED');
    expect(entry?.details).toEqual({ intoId: keep.id, reason: 'Same identity card' });
  });

  it('rewrites no mark, and building the days anew changes nothing', async () => {
    const { keep, second, marks, today } = await twoRecords();
    await merge(keep, second);
    for (const mark of marks)
      expect(await work.repositories.attendanceEvents.getById(mark.id)).toMatchObject({ employeeId: mark.employeeId });
    const before = await verdictsOf(keep);
    await work.rebuild([keep, second], MONDAY, today);
    expect(await verdictsOf(keep)).toEqual(before);
    expect(await verdictsOf(second)).toEqual([]);
  });

  it('is undone exactly: both have the days and the second record the status they had before', async () => {
    const { keep, second } = await twoRecords();
    const before = [await verdictsOf(keep), await verdictsOf(second)];
    await merge(keep, second);
    expect(await verdictsOf(keep)).not.toEqual(before[0]);
    await unmerge(second);
    expect([await verdictsOf(keep), await verdictsOf(second)]).toEqual(before);
    expect(await current(second)).toMatchObject({ status: 'ACTIVE', mergedIntoId: null, statusBeforeMerge: null });
    expect(await auditOf(second, 'EMPLOYEE_UNMERGED')).toHaveLength(1);
  });

  it('counts a mark of the second record that arrives later for the first, too', async () => {
    const { keep, second, siteId } = await twoRecords();
    await merge(keep, second);
    const wednesday = '2026-03-04';
    await work.marks(second, wednesday, ['09:00', '17:00'], { siteId });
    await work.rebuild([second], wednesday, wednesday);
    expect(await work.dayOf(keep, wednesday)).toMatchObject({ status: 'PRESENT' });
    expect(await work.dayOf(second, wednesday)).toBeNull();
  });

  it('shows the marks of both among the evidence of a day, and each can be corrected; corrections stay with their record', async () => {
    const { keep, second, marks } = await twoRecords();
    await merge(keep, second);
    const evidence = await work.services.dayEvidence.find(COMMAND_LINE, keep.id, MONDAY);
    expect(evidence.events.map(({ id }) => id)).toEqual(marks.slice(0, 2).map(({ id }) => id));
    const wish = { employeeId: keep.id, action: 'VOID' as const, replacesEventId: marks[1]?.id ?? '', reason: 'Wrong' };
    const { id, version } = await work.services.corrections.request(COMMAND_LINE, wish);
    const { eventId } = await work.services.corrections.decide(COMMAND_LINE, { id, version, isApproved: true });
    expect((await work.dayOf(keep, MONDAY))?.status).toBe('MISSING_MARK');
    expect((await work.repositories.attendanceEvents.getById(eventId ?? '')).employeeId).toBe(second.id);
    await unmerge(second);
    expect((await work.dayOf(second, MONDAY))?.markCount ?? 0).toBe(0);
  });

  it('takes a mark in question back on the day it counts for', async () => {
    const { keep, second, marks } = await twoRecords();
    await merge(keep, second);
    const { disputes } = work.services;
    const { id, version } = await disputes.raise(COMMAND_LINE, {
      eventId: marks[1]?.id ?? '',
      reason: 'Somebody else',
    });
    await disputes.resolve(COMMAND_LINE, { id, version, isUpheld: true });
    expect((await work.dayOf(keep, MONDAY))?.status).toBe('MISSING_MARK');
  });

  it('is refused while a day with marks of the second record is finalised, and so is undoing it; nothing changes', async () => {
    const { keep, second, siteId } = await twoRecords();
    const period = { from: MONDAY, to: MONDAY, siteId };
    const closed = await work.services.periods.finalise(COMMAND_LINE, period);
    const before = [await verdictsOf(keep), await verdictsOf(second)];
    expect(await codeOf(merge(keep, second))).toBe('DAY_CLOSED');
    expect(await current(second)).toMatchObject({ status: 'ACTIVE', mergedIntoId: null });
    expect([await verdictsOf(keep), await verdictsOf(second)]).toEqual(before);
    const { id, version } = closed;
    await work.services.periods.reopen(COMMAND_LINE, { id, version, reason: 'Two records' });
    await merge(keep, second);
    await work.services.periods.finalise(COMMAND_LINE, period);
    expect(await codeOf(unmerge(second))).toBe('DAY_CLOSED');
    expect((await work.dayOf(keep, MONDAY))?.status).toBe('PRESENT');
  });

  it('is refused for one record twice, for versions that are old, and across other merges', async () => {
    const { keep, second } = await twoRecords();
    expect(await codeOf(merge(keep, keep))).toBe('BAD_USER_INPUT');
    const old = { keepId: keep.id, keepVersion: 0, mergeId: second.id, mergeVersion: 0, reason: 'x' };
    expect(await codeOf(work.services.merges.merge(COMMAND_LINE, old))).toBe('CONFLICT');
    const third = await work.person({ siteId: keep.siteId });
    await merge(keep, second);
    expect(await codeOf(merge(third, second))).toBe('CONFLICT');
    expect(await codeOf(merge(third, keep))).toBe('CONFLICT');
    expect(await codeOf(merge(second, third))).toBe('BAD_USER_INPUT');
    expect(await codeOf(unmerge(third))).toBe('CONFLICT');
  });

  it('looks to somebody of another site as if the records did not exist', async () => {
    const { keep, second } = await twoRecords();
    const stranger = { ...COMMAND_LINE, siteIds: [randomUUID()] };
    const input = { keepId: keep.id, keepVersion: 1, mergeId: second.id, mergeVersion: 1, reason: 'x' };
    expect(await codeOf(work.services.merges.merge(stranger, input))).toBe('NOT_FOUND');
    await merge(keep, second);
    const back = { mergedId: second.id, version: 1, reason: 'x' };
    expect(await codeOf(work.services.merges.unmerge(stranger, back))).toBe('NOT_FOUND');
  });
});
