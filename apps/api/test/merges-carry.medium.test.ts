import type { Employee } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { openWorkDays, type WorkDays } from './testing/work-days.js';

const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
const SUNDAY = '2026-03-08';

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);

afterAll(() => work.database.close());

const current = ({ id }: Pick<Employee, 'id'>) => work.repositories.employees.getById(id);
const rebuildBoth = (people: readonly Employee[]) =>
  work.rebuild(people, '2026-02-16', work.clock.now().toISOString().slice(0, 10));

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
  const days = await work.repositories.dayRecords.listOf([person.id], { from: '0000-01-01', to: '9999-12-31' });
  return days.map(({ computedAt: _at, ...verdict }) => verdict);
}

const statusOf = async (person: Employee, date: string) => (await work.dayOf(person, date))?.status;

async function leaveOf(person: Employee, from: string, to: string) {
  const { id: leaveTypeId } = await work.services.calendar.createLeaveType(COMMAND_LINE, {
    ...{ name: `Leave ${person.number} ${from}`, isPaid: true },
  });
  const wish = { employeeId: person.id, leaveTypeId, from, to, portion: 'FULL' as const };
  const { id, version } = await work.services.leaves.request(COMMAND_LINE, wish);
  return work.services.leaves.decide(COMMAND_LINE, { id, version, isApproved: true });
}

describe('what a second record has counts after a merge', () => {
  const week = { joiningDate: MONDAY, leavingDate: SUNDAY };

  it('its leave is taken, beside that of the record that stays, and goes back when the merge is undone', async () => {
    const place = { ...week, defaultShiftId: await work.shift() };
    const [keep, second] = [await work.person(place), await work.person(place)];
    await leaveOf(keep, MONDAY, TUESDAY);
    await leaveOf(second, TUESDAY, WEDNESDAY);
    await rebuildBoth([keep, second]);
    const before = [await verdictsOf(keep), await verdictsOf(second)];
    expect(await statusOf(keep, WEDNESDAY)).toBe('ABSENT');
    await merge(keep, second);
    expect(await statusOf(keep, WEDNESDAY)).toBe('ON_LEAVE');
    const tuesday = await work.dayOf(keep, TUESDAY);
    expect(tuesday === null ? [] : work.services.attendanceDays.verdictOf(tuesday).leaves).toHaveLength(1);
    const listed = await work.services.leaves.list(COMMAND_LINE, { filter: { employeeId: keep.id }, first: 10 });
    expect(listed.nodes.map(({ employeeId }) => employeeId).sort()).toEqual([keep.id, second.id].sort());
    await unmerge(second);
    expect([await verdictsOf(keep), await verdictsOf(second)]).toEqual(before);
  });

  it('leave that is decided or taken back after the merge is judged for the record that stays', async () => {
    const place = { ...week, defaultShiftId: await work.shift() };
    const [keep, second] = [await work.person(place), await work.person(place)];
    await rebuildBoth([keep, second]);
    await merge(keep, second);
    const { id, version } = await leaveOf(second, TUESDAY, TUESDAY);
    expect(await statusOf(keep, TUESDAY)).toBe('ON_LEAVE');
    await work.services.leaves.cancel(COMMAND_LINE, id, version);
    expect(await statusOf(keep, TUESDAY)).toBe('ABSENT');
  });

  it('its shifts are worked on the dates for which the record that stays has none', async () => {
    const [early, late] = [await work.shift(), await work.shift({}, { start: '14:00', end: '22:00' })];
    const [keep, second] = [await work.person(week), await work.person(week)];
    const assign = (person: Employee, shiftId: string, from: string, to: string) =>
      work.services.assignments.assign(COMMAND_LINE, { employeeIds: [person.id], shiftId, from, to });
    await assign(keep, early, MONDAY, MONDAY);
    await assign(second, late, MONDAY, WEDNESDAY);
    await work.marks(second, TUESDAY, ['14:00', '22:00']);
    await rebuildBoth([keep, second]);
    const before = [await verdictsOf(keep), await verdictsOf(second)];
    await merge(keep, second);
    expect(await work.dayOf(keep, MONDAY)).toMatchObject({ shiftId: early, status: 'ABSENT' });
    expect(await work.dayOf(keep, TUESDAY)).toMatchObject({ shiftId: late, status: 'PRESENT', workedMinutes: 480 });
    expect(await work.repositories.dayRecords.listByDay(keep.id, MONDAY)).toHaveLength(1);
    const planned = await work.services.assignments.list(COMMAND_LINE, keep.id);
    expect(planned.map(({ from, to }) => [from, to])).toEqual([
      [MONDAY, MONDAY],
      [TUESDAY, WEDNESDAY],
    ]);
    await unmerge(second);
    expect([await verdictsOf(keep), await verdictsOf(second)]).toEqual(before);
  });

  it('is refused with SHIFT_OVERLAP and nothing changes if the shifts of both contradict each other', async () => {
    const night = await work.shift({}, { start: '22:00', end: '06:00' });
    const morning = await work.shift({}, { start: '05:00', end: '13:00' });
    const [keep, second] = [await work.person(week), await work.person(week)];
    const assign = (person: Employee, shiftId: string, date: string) =>
      work.services.assignments.assign(COMMAND_LINE, { employeeIds: [person.id], shiftId, from: date, to: date });
    await assign(second, night, MONDAY);
    await assign(keep, morning, TUESDAY);
    const refused = await merge(keep, second).catch((error) => error);
    expect(refused).toMatchObject({ code: 'SHIFT_OVERLAP', details: { date: TUESDAY, shiftIds: [night, morning] } });
    expect(await current(second)).toMatchObject({ status: 'ACTIVE', mergedIntoId: null });
    await work.services.assignments.remove(COMMAND_LINE, ...(await firstAssignment(keep)));
    await merge(keep, second);
    await expect(assign(keep, morning, TUESDAY)).rejects.toMatchObject({ code: 'SHIFT_OVERLAP' });
  });

  it('overtime that was approved for it is payable, and what is decided afterwards takes its place', async () => {
    const overtime = { side: 'AFTER_SHIFT', startsAfterMinutes: 0, needsApproval: true };
    const place = { ...week, defaultShiftId: await work.shift({ overtime }) };
    const [keep, second] = [await work.person(place), await work.person(place)];
    await work.marks(second, MONDAY, ['09:00', '18:00']);
    await rebuildBoth([keep, second]);
    const decide = async (person: Employee, approvedMinutes: number) =>
      work.services.overtime.decide(COMMAND_LINE, {
        ...{ dayId: (await work.dayOf(person, MONDAY))?.id ?? '', approvedMinutes, version: 0 },
      });
    await decide(second, 40);
    const before = [await verdictsOf(keep), await verdictsOf(second)];
    const payable = async () => {
      const day = await work.dayOf(keep, MONDAY);
      return day && work.services.attendanceDays.verdictOf(day).overtime.payableMinutes;
    };
    await merge(keep, second);
    expect(await payable()).toBe(40);
    const { overtime: shown } = await work.services.dayEvidence.find(COMMAND_LINE, keep.id, MONDAY);
    expect(shown.map(({ approvedMinutes }) => approvedMinutes)).toEqual([40]);
    await unmerge(second);
    expect([await verdictsOf(keep), await verdictsOf(second)]).toEqual(before);
    await merge(keep, second);
    await decide(keep, 55);
    expect(await payable()).toBe(55);
  });

  it('days from before the record that stays was hired are judged, with the shift of then, and the gap is a break', async () => {
    const [day, night] = [await work.shift(), await work.shift({}, { start: '22:00', end: '06:00' })];
    const second = await work.person({
      ...{ joiningDate: '2026-02-16', leavingDate: '2026-02-20', defaultShiftId: night },
    });
    const keep = await work.person({ joiningDate: '2026-02-25', leavingDate: SUNDAY, defaultShiftId: day });
    await work.marks(second, '2026-02-17', ['22:00']);
    await work.marks(second, '2026-02-18', ['06:00']);
    await rebuildBoth([keep, second]);
    const before = [await verdictsOf(keep), await verdictsOf(second)];
    await merge(keep, second);
    expect(await work.dayOf(keep, '2026-02-17')).toMatchObject({ shiftId: night, status: 'PRESENT' });
    expect(await statusOf(keep, '2026-02-16')).toBe('ABSENT');
    expect(await work.dayOf(keep, '2026-02-22')).toBeNull();
    expect(await work.dayOf(keep, '2026-02-26')).toMatchObject({ shiftId: day });
    const forgotten = (date: string) =>
      work.services.corrections.request(COMMAND_LINE, {
        ...{ employeeId: keep.id, action: 'ADD' as const, at: new Date(`${date}T21:00:00Z`), reason: 'Forgot' },
      });
    await expect(forgotten('2026-02-22')).rejects.toMatchObject({ details: { field: 'at' } });
    expect(await forgotten('2026-02-16')).toMatchObject({ status: 'PENDING' });
    await unmerge(second);
    expect([await verdictsOf(keep), await verdictsOf(second)]).toEqual(before);
  });

  it('is refused while a day with its leave is finalised', async () => {
    const place = { ...week, defaultShiftId: await work.shift() };
    const { id: siteId } = await work.repositories.sites.insert(work.siteOf('Own', work.clock.now()));
    const there = { ...place, siteId, siteHistory: [{ siteId, from: null }] };
    const [keep, second] = [await work.person(there), await work.person(there)];
    await leaveOf(second, TUESDAY, TUESDAY);
    await rebuildBoth([keep, second]);
    await work.services.periods.finalise(COMMAND_LINE, { from: TUESDAY, to: TUESDAY, siteId });
    await expect(merge(keep, second)).rejects.toMatchObject({ code: 'DAY_CLOSED' });
  });
});

async function firstAssignment(person: Employee): Promise<[string, number]> {
  const [found] = await work.repositories.shiftAssignments.listByEmployees([person.id]);
  return [found?.id ?? '', found?.version ?? 0];
}
