import type { Employee } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { addDays } from '../src/local-dates/date-range.js';
import { localDateOf } from '../src/local-dates/local-date.js';
import { openWorkDays, type WorkDays, ZONE } from './testing/work-days.js';

const FIRST_OF_JUNE = '2026-06-01';

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);

afterAll(() => work.database.close());

const today = () => localDateOf(work.clock.now(), ZONE);
const statusOf = async (person: Employee, date: string) => (await work.dayOf(person, date))?.status;
const marksOf = async (person: Employee, date: string): Promise<readonly string[]> =>
  JSON.parse((await work.dayOf(person, date))?.detail ?? '{"marks":[]}').marks.map(
    ({ eventId }: { eventId: string }) => eventId,
  );
const somebody = async (levers: object = {}, more: Partial<Employee> = {}) =>
  work.person({ defaultShiftId: await work.shift(levers), ...more });

async function worked(person: Employee, date: string, ...times: readonly string[]) {
  const events = await work.marks(person, date, times);
  await work.rebuild([person], date, date);
  return events;
}

async function correct(
  employeeId: string,
  action: 'REPLACE' | 'VOID',
  replacesEventId: string,
  at?: string,
): Promise<string> {
  const wish = {
    employeeId,
    action,
    replacesEventId,
    at: at === undefined ? null : new Date(at),
    reason: 'Wrong day.',
  };
  const { id, version } = await work.services.corrections.request(COMMAND_LINE, wish);
  const { eventId } = await work.services.corrections.decide(COMMAND_LINE, { id, version, isApproved: true });
  return eventId ?? '';
}

describe('a mark that a correction moves', () => {
  const [first, tenth] = [FIRST_OF_JUNE, '2026-06-10'];

  it('to a day far away counts there and no longer where it was', async () => {
    const person = await somebody();
    const [wrong, out] = await worked(person, first, '09:00', '17:00');
    expect(await marksOf(person, first)).toEqual([wrong?.id, out?.id]);
    const moved = await correct(person.id, 'REPLACE', wrong?.id ?? '', `${tenth}T07:00:00Z`);
    expect(await marksOf(person, first)).toEqual([out?.id]);
    expect(await statusOf(person, first)).toBe('MISSING_MARK');
    expect(await marksOf(person, tenth)).toEqual([moved]);
  });

  it('far away and then takes back counts nowhere, and moved on counts at the last place only', async () => {
    const person = await somebody();
    const [wrong, out] = await worked(person, first, '09:00', '17:00');
    const moved = await correct(person.id, 'REPLACE', wrong?.id ?? '', `${tenth}T07:00:00Z`);
    const july = '2026-07-07';
    const again = await correct(person.id, 'REPLACE', moved, `${july}T07:00:00Z`);
    for (const date of [first, tenth, july]) await work.rebuild([person], date, date);
    expect(await Promise.all([first, tenth, july].map((date) => marksOf(person, date)))).toEqual([
      [out?.id],
      [],
      [again],
    ]);
    await correct(person.id, 'VOID', again);
    for (const date of [first, tenth, july]) await work.rebuild([person], date, date);
    expect(await Promise.all([first, tenth, july].map((date) => marksOf(person, date)))).toEqual([[out?.id], [], []]);
  });

  it('away from the day of a merged record leaves that day too', async () => {
    const [keep, second] = [await somebody(), await somebody()];
    const [wrong, out] = await worked(second, first, '09:00', '17:00');
    const versions = { keepVersion: keep.version, mergeVersion: second.version };
    const ids = { keepId: keep.id, mergeId: second.id };
    await work.services.merges.merge(COMMAND_LINE, { ...ids, ...versions, reason: 'Entered twice.' });
    expect(await marksOf(keep, first)).toEqual([wrong?.id, out?.id]);
    const moved = await correct(keep.id, 'REPLACE', wrong?.id ?? '', `${tenth}T07:00:00Z`);
    expect(await marksOf(keep, first)).toEqual([out?.id]);
    expect(await marksOf(keep, tenth)).toEqual([moved]);
  });
});

describe('somebody who is deactivated', () => {
  const HOURS = 3_600_000;

  it('leaves today, and the job closes the last day and writes no absence after it', async () => {
    const person = await somebody({}, { joiningDate: addDays(today(), -2) });
    const last = today();
    await work.services.closeDays.run();
    const gone = await work.services.employees.deactivate(COMMAND_LINE, person.id);
    expect(gone).toMatchObject({ status: 'INACTIVE', leavingDate: last });
    work.clock.forward(49 * HOURS);
    await work.services.closeDays.run();
    expect(await statusOf(person, last)).toBe('ABSENT');
    await work.rebuild([person], last, today());
    expect(await work.dayOf(person, addDays(last, 1))).toBeNull();
  });

  it('and hired again has days from the first day back on, and none in between', async () => {
    const person = await somebody({}, { joiningDate: addDays(today(), -2) });
    const last = today();
    await work.services.employees.deactivate(COMMAND_LINE, person.id);
    work.clock.forward(5 * 24 * HOURS);
    const { version } = await work.repositories.employees.getById(person.id);
    const back = await work.services.rehires.reactivate(COMMAND_LINE, { id: person.id, version });
    expect(back.serviceBreaks).toEqual([{ from: addDays(last, 1), to: addDays(last, 4) }]);
    work.clock.forward(49 * HOURS);
    await work.services.closeDays.run();
    await work.rebuild([person], last, today());
    expect(await statusOf(person, last)).toBe('ABSENT');
    for (const gap of [1, 2, 3, 4]) expect(await work.dayOf(person, addDays(last, gap))).toBeNull();
    expect(await statusOf(person, addDays(last, 5))).toBe('ABSENT');
  });

  it('keeps a last day that is past, and does not wait for one that was still to come', async () => {
    const past = await somebody({}, { leavingDate: addDays(today(), -5) });
    expect((await work.services.employees.deactivate(COMMAND_LINE, past.id)).leavingDate).toBe(addDays(today(), -5));
    const planned = await somebody({}, { leavingDate: addDays(today(), 30) });
    expect((await work.services.employees.deactivate(COMMAND_LINE, planned.id)).leavingDate).toBe(today());
  });

  it('before ever having come has no day at all and can still be edited', async () => {
    const person = await somebody({}, { joiningDate: addDays(today(), 3) });
    const { id, version } = await work.services.employees.deactivate(COMMAND_LINE, person.id);
    await work.services.employees.update(COMMAND_LINE, { id, version, name: 'Changed mind' });
    await work.rebuild([person], today(), addDays(today(), 5));
    expect(await work.dayOf(person, addDays(today(), 3))).toBeNull();
  });
});

describe('a change of the rules', () => {
  const stricter = async (policyId: string) =>
    work.services.policies.create(COMMAND_LINE, { policyId, name: 'Stricter', levers: { halfDayBelowMinutes: 470 } });

  async function shortDays() {
    const policy = await work.services.policies.create(COMMAND_LINE, { name: 'Kind', levers: {} });
    const hours = { name: `Shift ${policy.id}`, start: '09:00', end: '17:00', policyId: policy.policyId };
    const shift = await work.services.shifts.create(COMMAND_LINE, hours);
    const person = await work.person({ defaultShiftId: shift.id, joiningDate: addDays(today(), -4) });
    for (const back of [-3, -2]) await worked(person, addDays(today(), back), '09:00', '16:00');
    return { person, policy, shift };
  }

  it('leaves verdicts that are final alone, whatever the job closes', async () => {
    const { person, policy } = await shortDays();
    const date = addDays(today(), -2);
    expect(await work.dayOf(person, date)).toMatchObject({ status: 'PRESENT', closure: 'FINAL' });
    await stricter(policy.policyId);
    await work.services.closeDays.run();
    expect(await statusOf(person, date)).toBe('PRESENT');
    const input = { from: date, to: date, employeeIds: [person.id] };
    const { changes } = await work.services.recompute.preview(COMMAND_LINE, input);
    expect(changes).toHaveLength(1);
  });

  it('leaves the day before alone when the person marks the next one, and no mark is counted or shown twice', async () => {
    const { person, shift } = await shortDays();
    const [earlier, late] = [addDays(today(), -3), addDays(today(), -2)];
    const { id, version } = shift;
    await work.services.shifts.update(COMMAND_LINE, { id, version, start: '18:00', end: '23:00' });
    const before = await marksOf(person, earlier);
    const at = new Date(`${late}T19:00:00Z`);
    const wish = { employeeId: person.id, action: 'ADD' as const, at, reason: 'Forgot.' };
    const made = await work.services.corrections.request(COMMAND_LINE, wish);
    await work.services.corrections.decide(COMMAND_LINE, { id: made.id, version: made.version, isApproved: true });
    expect(await marksOf(person, earlier)).toEqual(before);
    const page = await work.repositories.offShiftMarks.list({ employeeId: person.id }, { first: 50 });
    const shown = page.nodes.map((mark) => mark.id).filter((mark) => before.includes(mark));
    expect(shown).toEqual([]);
  });

  it('does not keep a late mark out of a day that was final', async () => {
    const { person, policy } = await shortDays();
    const date = addDays(today(), -2);
    await stricter(policy.policyId);
    await work.marks(person, date, ['16:30', '17:00']);
    await work.services.closeDays.run();
    expect(await marksOf(person, date)).toHaveLength(4);
  });
});

describe('what concerns days long past', () => {
  const long = () => addDays(today(), -200);

  it('leave that is approved late, and taken back', async () => {
    const person = await somebody();
    const date = long();
    await work.rebuild([person], date, date);
    expect(await statusOf(person, date)).toBe('ABSENT');
    const type = await work.services.calendar.createLeaveType(COMMAND_LINE, { name: `L ${person.id}`, isPaid: true });
    const asked = { employeeId: person.id, leaveTypeId: type.id, from: date, to: date, portion: 'FULL' as const };
    const { id, version } = await work.services.leaves.request(COMMAND_LINE, asked);
    const decided = await work.services.leaves.decide(COMMAND_LINE, { id, version, isApproved: true });
    expect(await statusOf(person, date)).toBe('ON_LEAVE');
    await work.services.leaves.cancel(COMMAND_LINE, id, decided.version);
    expect(await statusOf(person, date)).toBe('ABSENT');
  });

  it('an assignment, its change and its removal', async () => {
    const person = await work.person();
    const date = long();
    await worked(person, addDays(date, -1), '09:00', '17:00');
    const shiftId = await work.shift();
    const given = { employeeIds: [person.id], from: date, to: addDays(date, 9), shiftId };
    const [assignment] = await work.services.assignments.assign(COMMAND_LINE, given);
    expect(await statusOf(person, date)).toBe('ABSENT');
    const { id = '', version = 0 } = assignment ?? {};
    const from = addDays(date, 5);
    const changed = await work.services.assignments.update(COMMAND_LINE, { id, version, from });
    expect(await work.dayOf(person, date)).toBeNull();
    expect(await statusOf(person, from)).toBe('ABSENT');
    await work.services.assignments.remove(COMMAND_LINE, id, changed.version);
    expect(await work.dayOf(person, from)).toBeNull();
  });

  it('a day of joining or leaving', async () => {
    const person = await somebody({}, { joiningDate: addDays(long(), -5) });
    const date = long();
    await work.rebuild([person], date, date);
    expect(await statusOf(person, date)).toBe('ABSENT');
    const { id } = person;
    const { version } = await work.repositories.employees.getById(id);
    await work.services.employees.update(COMMAND_LINE, { id, version, joiningDate: addDays(date, 1) });
    expect(await work.dayOf(person, date)).toBeNull();
  });

  it('of many people waits for the job, is written with the change, and concerns nobody else', async () => {
    const [first, second, newcomer] = [await work.person(), await work.person(), await work.person()];
    const bystander = await somebody();
    const date = addDays(today(), -40);
    for (const person of [first, second]) await worked(person, date, '09:00', '17:00');
    const shiftId = await work.shift();
    const people = [first, second, newcomer];
    const given = { employeeIds: people.map(({ id }) => id), from: addDays(date, 1), shiftId };
    await work.services.assignments.assign(COMMAND_LINE, given);
    const waiting = await work.repositories.dayRebuilds.findNext();
    expect(waiting).toMatchObject({ from: date, reason: 'SHIFT_ASSIGNED' });
    for (const person of people) expect(await statusOf(person, addDays(today(), -1))).toBe('ABSENT');
    await work.services.rebuildDays.run();
    const next = addDays(date, 1);
    for (const person of [first, second]) expect(await statusOf(person, next)).toBe('ABSENT');
    // Nobody ever looked at these days of the newcomer.
    for (const person of [newcomer, bystander]) expect(await work.dayOf(person, next)).toBeNull();
  });
});

describe('a mark soon after another', () => {
  it('is called what the day makes of it: the third after two minutes is no double tap of the second', async () => {
    const person = await work.person();
    const noon = new Date(`${addDays(today(), 1)}T12:00:00Z`);
    work.clock.forward(noon.getTime() - work.clock.now().getTime());
    const outcomes: string[] = [];
    for (const mark of ['first', 'second', 'third']) {
      const given = { idempotencyKey: `${person.id}-${mark}`, employeeId: person.id, kind: 'AUTO' as const };
      const recorded = await work.services.supervisorMarks.record(COMMAND_LINE, { ...given, reason: 'No camera.' });
      expect(recorded.attempt.outcome).toBe(recorded.outcome);
      outcomes.push(recorded.outcome);
      work.clock.forward(90_000);
    }
    expect(outcomes).toEqual(['RECORDED', 'DOUBLE_TAP', 'RECORDED']);
    const { marks } = JSON.parse((await work.dayOf(person, today()))?.detail ?? '{}');
    expect(marks.map(({ role }: { role: string }) => role)).toEqual(['IN', 'DOUBLE_TAP', 'OUT']);
  });
});
