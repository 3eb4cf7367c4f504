import { randomUUID } from 'node:crypto';
import { diffDayRecords, type DayRecord as EngineDay } from '@rollcall/attendance';
import type { Employee } from '@rollcall/db';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { addDays } from '../src/local-dates/date-range.js';
import type { RecomputeInput, RuleChangeInput } from '../src/modules/period/period.inputs.js';
import { RecomputeService } from '../src/modules/period/recompute.service.js';
import type { RuleChanges } from '../src/modules/period/rule-change.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

const MONDAY = '2026-03-02';
const RANGE = { from: MONDAY, to: addDays(MONDAY, 4) };

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
}, 120_000);

afterAll(() => work.database.close());

/** For previews without a change of the rules. */
const NO_RULES = {} as RuleChanges;

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error) => error.code,
  );

/** What the rules are changed to, in minutes and hours. */
const CHANGES = ['NONE', 'POLICY', 'SHIFT', 'HOLIDAY', 'HOLIDAY_REMOVED', 'DAY_OFF', 'DAY_OFF_REMOVED'] as const;
/** What happens between the look at the preview and its application. */
const MEANWHILE = ['NOTHING', 'TIME', 'OTHER_PERSON', 'MARK', 'CORRECTION', 'LEAVE', 'FINALISED', 'REBUILT'] as const;
/** Of these nothing reaches the previewed days. */
const HARMLESS: readonly (typeof MEANWHILE)[number][] = ['NOTHING', 'TIME', 'OTHER_PERSON'];

const scenario = fc.record({
  change: fc.constantFrom(...CHANGES),
  meanwhile: fc.constantFrom(...MEANWHILE),
  day: fc.nat({ max: 4 }),
  marks: fc.array(fc.array(fc.integer({ min: 8 * 60, max: 20 * 60 }), { maxLength: 4 }), {
    minLength: 5,
    maxLength: 5,
  }),
  minutes: fc.integer({ min: 60, max: 400 }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

async function prepare({ change, day, marks }: Scenario) {
  const { id: siteId } = await work.repositories.sites.insert(work.siteOf('Own', work.clock.now()));
  const { policyId } = await work.services.policies.create(COMMAND_LINE, { name: 'Rules', levers: {} });
  const hours = { name: `Shift ${randomUUID()}`, start: '09:00', end: '17:00', policyId };
  const shift = await work.services.shifts.create(COMMAND_LINE, hours);
  const place = { siteId, siteHistory: [{ siteId, from: null }] };
  const person = await work.person({ defaultShiftId: shift.id, ...place });
  for (const [index, minutes] of marks.entries())
    await work.marks(person, addDays(MONDAY, index), [...new Set(minutes)].map(clock), { siteId });
  const removed =
    change === 'HOLIDAY_REMOVED'
      ? await work.services.calendar.createHoliday(COMMAND_LINE, holidayOn(day, siteId))
      : change === 'DAY_OFF_REMOVED'
        ? await work.services.calendar.createWeeklyOff(COMMAND_LINE, { weekday: day + 1, siteId })
        : null;
  await work.rebuild([person], RANGE.from, RANGE.to);
  return { person, siteId, policyId, shift, removed };
}
type Prepared = Awaited<ReturnType<typeof prepare>>;

const holidayOn = (day: number, siteId: string) => ({
  ...{ date: addDays(MONDAY, day), name: `Feast ${randomUUID()}`, portion: 'FULL' as const, siteId },
});

function changeOf(
  { change, day, minutes }: Scenario,
  { siteId, policyId, shift, removed }: Prepared,
): RuleChangeInput | null {
  switch (change) {
    case 'POLICY':
      return { policy: { policyId, name: 'Stricter', levers: { halfDayBelowMinutes: minutes, lateGraceMinutes: 7 } } };
    case 'SHIFT':
      return { shift: { id: shift.id, version: shift.version, start: clock(8 * 60 + (minutes % 120)) } };
    case 'HOLIDAY':
      return { holiday: holidayOn(day, siteId) };
    case 'HOLIDAY_REMOVED':
      return { removedHoliday: { id: removed?.id ?? '', version: removed?.version ?? 0 } };
    case 'DAY_OFF':
      return { weeklyOff: { weekday: day + 1, siteId } };
    case 'DAY_OFF_REMOVED':
      return { removedWeeklyOff: { id: removed?.id ?? '', version: removed?.version ?? 0 } };
    default:
      return null;
  }
}

async function happen({ meanwhile, day, minutes }: Scenario, { person, siteId }: Prepared): Promise<void> {
  const date = addDays(MONDAY, day);
  const at = new Date(`${date}T${clock(9 * 60 + (minutes % 400))}:30Z`);
  switch (meanwhile) {
    case 'TIME':
      return work.clock.forward(minutes * 1000);
    case 'OTHER_PERSON': {
      const other = await work.person({ defaultShiftId: person.defaultShiftId });
      await work.marks(other, date, ['09:00', '17:00']);
      return void (await work.rebuild([other], date, date));
    }
    case 'MARK':
      // Between the minutes of the others, so that it is a mark of its own.
      return void (await work.marks(person, date, ['12:00'], { siteId, at, recordedAt: at }));
    case 'CORRECTION': {
      const wish = { employeeId: person.id, action: 'ADD' as const, at, reason: 'Forgot.' };
      const { id, version } = await work.services.corrections.request(COMMAND_LINE, wish);
      return void (await work.services.corrections.decide(COMMAND_LINE, { id, version, isApproved: true }));
    }
    case 'LEAVE': {
      const type = await work.services.calendar.createLeaveType(COMMAND_LINE, { name: randomUUID(), isPaid: true });
      const input = { employeeId: person.id, leaveTypeId: type.id, from: date, to: date, portion: 'FULL' as const };
      const { id, version } = await work.services.leaves.request(COMMAND_LINE, input);
      return void (await work.services.leaves.decide(COMMAND_LINE, { id, version, isApproved: true }));
    }
    case 'FINALISED':
      return void (await work.services.periods.finalise(COMMAND_LINE, { from: date, to: date, siteId }));
    case 'REBUILT':
      return void (await work.repositories.dayRecords.removeDays({ from: date, to: date }));
    default:
      return undefined;
  }
}

const stored = async ({ id }: Employee): Promise<readonly EngineDay[]> =>
  (await work.repositories.dayRecords.listOf([id], RANGE)).map((record) =>
    work.services.attendanceDays.verdictOf(record),
  );

describe('applying a preview', () => {
  it('writes exactly what was shown, or is a conflict and writes nothing', async () => {
    let conflicts = 0;
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const prepared = await prepare(given);
        const { person } = prepared;
        const input: RecomputeInput = { ...RANGE, employeeIds: [person.id], change: changeOf(given, prepared) };
        const preview = await work.services.recompute.preview(COMMAND_LINE, input);
        await happen(given, prepared);
        const before = await stored(person);
        const outcome = await codeOf(work.services.recompute.apply(COMMAND_LINE, input, preview.token));
        const after = await stored(person);
        const written = diffDayRecords(before, after).changes;
        if (outcome === 'done') {
          applied += 1;
          expect(written).toEqual(preview.changes.toSorted((a, b) => (a.workDate < b.workDate ? -1 : 1)));
          // A second look finds nothing left to do.
          const again = await work.services.recompute.preview(COMMAND_LINE, { ...input, change: null });
          expect(again.changes).toEqual([]);
        } else {
          conflicts += 1;
          expect(outcome).toBe('CONFLICT');
          expect(written).toEqual([]);
        }
        if (HARMLESS.includes(given.meanwhile)) expect(outcome).toBe('done');
      }),
      { numRuns: 60, seed: 20_260_302 },
    );
    expect(Math.min(applied, conflicts)).toBeGreaterThan(5);
  });
});

describe('a preview of many', () => {
  const many = async (count: number) => {
    const defaultShiftId = await work.shift();
    const people: Employee[] = [];
    for (let i = 0; i < count; i += 1) {
      const person = await work.person({ defaultShiftId });
      await work.marks(person, MONDAY, ['09:00', '16:00']);
      people.push(person);
    }
    await work.rebuild(people, RANGE.from, RANGE.to);
    await work.marks(people[0] as Employee, addDays(MONDAY, 1), ['09:00', '17:00']);
    return people;
  };

  it('lets others have their turn between two people, and writes few at a time', async () => {
    const people = await many(12);
    const input = { ...RANGE, employeeIds: people.map(({ id }) => id) };
    let turn = 0;
    let isOver = false;
    const count = () => {
      turn += 1;
      if (!isOver) setImmediate(count);
    };
    const peopleOfTurn = new Map<number, Set<string>>();
    const { attendanceDays } = work.services;
    const looked = vi.spyOn(attendanceDays, 'verdictOf').mockImplementation((record) => {
      peopleOfTurn.set(turn, (peopleOfTurn.get(turn) ?? new Set()).add(record.employeeId));
      return JSON.parse(record.detail);
    });
    const replaced = vi.spyOn(work.repositories.dayRecords, 'replaceDays');
    count();
    const { token } = await work.services.recompute.preview(COMMAND_LINE, input);
    expect(await work.services.recompute.apply(COMMAND_LINE, input, token)).toMatchObject({ people: 12, written: 1 });
    isOver = true;
    looked.mockRestore();
    expect(new Set([...peopleOfTurn.values()].flatMap((ids) => [...ids])).size).toBe(12);
    expect(Math.max(...[...peopleOfTurn.values()].map(({ size }) => size))).toBe(1);
    expect(Math.max(...replaced.mock.calls.map(([, written]) => written.length))).toBeLessThanOrEqual(5);
    replaced.mockRestore();
  });

  it('is the sum of the previews of each, in however many parts it is made', async () => {
    const people = await many(3);
    // A year is more than one part holds of two people.
    const year = { from: addDays(MONDAY, -300), to: addDays(MONDAY, 4) };
    const preview = (employeeIds: string[]) => work.services.recompute.preview(COMMAND_LINE, { ...year, employeeIds });
    const all = await preview(people.map(({ id }) => id));
    const each = await Promise.all(people.map(({ id }) => preview([id])));
    expect(all.changeCount).toBe(each.reduce((sum, { changeCount }) => sum + changeCount, 0));
    expect(all.changeCount).toBeGreaterThan(500);
    expect(all.changes).toHaveLength(500);
    const input = { ...year, employeeIds: people.map(({ id }) => id) };
    const { written } = await work.services.recompute.apply(COMMAND_LINE, input, all.token);
    expect(written).toBe(all.changeCount);
  });

  it('of more days of people than a transaction may hold is refused before anything is judged', async () => {
    const people = await many(2);
    const recompute = new RecomputeService(work.context, work.services.attendanceDays, NO_RULES, 9);
    const input = { ...RANGE, employeeIds: people.map(({ id }) => id) };
    const refused = recompute.preview(COMMAND_LINE, input);
    await expect(refused).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'to', code: 'TOO_MANY_DAYS' },
    });
    const few = { ...input, employeeIds: [people[0]?.id ?? ''] };
    expect(await recompute.preview(COMMAND_LINE, few)).toMatchObject({ changeCount: 1 });
  });
});

describe('a rule that is tried out', () => {
  const nothing: Scenario = {
    change: 'POLICY',
    meanwhile: 'NOTHING',
    day: 0,
    marks: [[540, 720], [], [], [], []],
    minutes: 300,
  };

  it('is stored with the days it was tried out for, and not before', async () => {
    const prepared = await prepare(nothing);
    const { person, policyId } = prepared;
    const versions = async () =>
      (await work.repositories.attendancePolicies.listAll()).filter((policy) => policy.policyId === policyId).length;
    const input = { ...RANGE, employeeIds: [person.id], change: changeOf(nothing, prepared) };
    const { token, statusChanges } = await work.services.recompute.preview(COMMAND_LINE, input);
    expect(statusChanges).toEqual([{ before: 'PRESENT', after: 'HALF_DAY', count: 1 }]);
    expect(await versions()).toBe(1);
    expect((await work.dayOf(person, MONDAY))?.status).toBe('PRESENT');
    await work.services.recompute.apply(COMMAND_LINE, input, token);
    expect(await versions()).toBe(2);
    expect((await work.dayOf(person, MONDAY))?.status).toBe('HALF_DAY');
    // The version is there already, so the same token is not good for another one.
    expect(await codeOf(work.services.recompute.apply(COMMAND_LINE, input, token))).toBe('CONFLICT');
    expect(await versions()).toBe(2);
  });

  it.each(['SHIFT', 'POLICY'] as const)(
    'of a %s looks at those who work by it, whoever else there is',
    async (change) => {
      const given: Scenario = { ...nothing, change };
      const prepared = await prepare(given);
      const { shift, person } = prepared;
      const [assigned, second, other] = [await work.person(), await work.person(), await work.person()];
      const late = await work.shift({}, { start: '10:00', end: '18:00' });
      const assign = (of: { readonly id: string }, shiftId: string) =>
        work.services.assignments.assign(COMMAND_LINE, { employeeIds: [of.id], shiftId, from: MONDAY, to: MONDAY });
      await assign(assigned, shift.id);
      await assign(second, shift.id);
      await assign(other, late);
      const keep = await work.repositories.employees.getById((await work.person()).id);
      const { version: mergeVersion } = await work.repositories.employees.getById(second.id);
      const merge = { keepId: keep.id, keepVersion: keep.version, mergeId: second.id, mergeVersion, reason: 'Twice' };
      await work.services.merges.merge(COMMAND_LINE, merge);
      const input = { ...RANGE, change: changeOf(given, prepared) };
      const { token } = await work.services.recompute.preview(COMMAND_LINE, input);
      const looked = vi.spyOn(work.services.attendanceDays, 'writeComputed');
      await work.services.recompute.apply(COMMAND_LINE, input, token);
      const people = looked.mock.calls.flatMap(([computed]) => computed.map((days) => days.person.employee.id));
      looked.mockRestore();
      expect(people.sort()).toEqual([person.id, assigned.id, keep.id].sort());
    },
  );

  it.each([
    ['HOLIDAY', 'PRESENT', 'HOLIDAY'],
    ['HOLIDAY_REMOVED', 'HOLIDAY', 'PRESENT'],
    ['DAY_OFF', 'PRESENT', 'WEEKLY_OFF'],
    ['DAY_OFF_REMOVED', 'WEEKLY_OFF', 'PRESENT'],
  ] as const)('%s shows its day from %s to %s, and stores that', async (change, before, after) => {
    const given: Scenario = { ...nothing, change };
    const prepared = await prepare(given);
    const { person } = prepared;
    const input = { ...RANGE, employeeIds: [person.id], change: changeOf(given, prepared) };
    const { token, statusChanges } = await work.services.recompute.preview(COMMAND_LINE, input);
    expect(statusChanges).toEqual([{ before, after, count: 1 }]);
    expect((await work.dayOf(person, MONDAY))?.status).toBe(before);
    await work.services.recompute.apply(COMMAND_LINE, input, token);
    expect((await work.dayOf(person, MONDAY))?.status).toBe(after);
  });

  it('is refused if it is none, more than one, of a field that cannot be, or of somebody who may not change rules', async () => {
    const prepared = await prepare(nothing);
    const base = { ...RANGE, employeeIds: [prepared.person.id] };
    const preview = (change: RuleChangeInput, actor = COMMAND_LINE) =>
      codeOf(work.services.recompute.preview(actor, { ...base, change }));
    const { policy } = changeOf(nothing, prepared) ?? {};
    const { holiday } = changeOf({ ...nothing, change: 'HOLIDAY' }, prepared) ?? {};
    expect(await preview({})).toBe('BAD_USER_INPUT');
    expect(await preview({ policy, holiday })).toBe('BAD_USER_INPUT');
    expect(await preview({ policy: { name: 'New', levers: {} } })).toBe('BAD_USER_INPUT');
    const negative = { policyId: prepared.policyId, name: 'Negative', levers: { lateGraceMinutes: -1 } };
    expect(await preview({ policy: negative })).toBe('BAD_USER_INPUT');
    const { id, version } = prepared.shift;
    expect(await preview({ shift: { id, version, end: '09:00' } })).toBe('BAD_USER_INPUT');
    expect(await preview({ holiday: { date: '2026-02-30', name: 'None', portion: 'FULL' } })).toBe('BAD_USER_INPUT');
    expect(await preview({ removedHoliday: { id: 'none', version: 1 } })).toBe('NOT_FOUND');
    expect(await preview({ removedWeeklyOff: { id: 'none', version: 1 } })).toBe('NOT_FOUND');
    expect(await preview({ weeklyOff: { weekday: 1, from: '2026-03-02', to: '2026-03-01' } })).toBe('BAD_USER_INPUT');
    expect(await preview({ policy }, managerOf([prepared.siteId]))).toBe('FORBIDDEN');
  });
});
