import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, TEST_ACTOR, type TestDatabase } from '../src/testing/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-03-03T00:00:00Z');
const at = { createdAt: now, updatedAt: now };
const aShift = (given = {}) => ({
  id: randomUUID(),
  name: `Early ${randomUUID()}`,
  start: '06:00',
  end: '14:00',
  pattern: { kind: 'WEEKLY', weekdays: [1, 2, 3] } as const,
  policyId: 'p',
  isArchived: false,
  ...at,
  ...given,
});

describe('what people edit', () => {
  it('comes back as it was stored and changes only from the version that was read', async () => {
    const { shifts } = database.repositories;
    const stored = await shifts.insert(aShift());
    expect(await shifts.getById(stored.id)).toEqual(stored);
    const changed = await shifts.update(stored.id, { start: '07:00' }, { version: 1, now });
    expect(changed).toMatchObject({ start: '07:00', end: '14:00', version: 2 });
    const late = shifts.update(stored.id, { start: '08:00' }, { version: 1, now });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(shifts.remove(stored.id, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
    await shifts.remove(stored.id, 2);
    await expect(shifts.update(stored.id, {}, { version: 2, now })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has names that are unique whatever case and accents', async () => {
    const { shifts } = database.repositories;
    await shifts.insert(aShift({ name: 'Früh' }));
    await expect(shifts.insert(aShift({ name: 'FRUH' }))).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('changed by ten at once from one version is changed by one', async () => {
    const { shifts } = database.repositories;
    const { id } = await shifts.insert(aShift());
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, hour) => shifts.update(id, { start: `0${hour}:00` }, { version: 1, now })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

it('planning somebody with a shift makes a removal of it at the same time run again, so that it sees that', async () => {
  const { shifts } = database.repositories;
  const { id } = await shifts.insert(aShift());
  let runs = 0;
  await database.withTransaction(async (session) => {
    runs += 1;
    await shifts.getById(id, { session });
    if (runs === 1) expect(await shifts.claim([id, id, 'none'], {})).toEqual([id]);
    await shifts.remove(id, 1, { session });
  });
  expect(runs).toBe(2);
  expect(await shifts.claim([id], {})).toEqual([]);
});

it('a shift that is archived cannot be planned with', async () => {
  const { shifts } = database.repositories;
  const { id } = await shifts.insert(aShift({ isArchived: true }));
  expect(await shifts.claim([id], {})).toEqual([]);
});

it('an assignment tells which shifts it uses, in a rotation too', async () => {
  const { shiftAssignments } = database.repositories;
  const [single, rotating] = [randomUUID(), randomUUID()];
  const base = { employeeId: randomUUID(), from: '2026-01-01', to: null, siteId: null, ...at };
  await shiftAssignments.insert({ id: randomUUID(), ...base, schedule: { kind: 'SHIFT', shiftId: single } });
  const schedule = { kind: 'ROTATION', anchorDate: '2026-01-01', slots: [[], [rotating]] } as const;
  await shiftAssignments.insert({ id: randomUUID(), ...base, schedule });
  expect(await shiftAssignments.listEmployeeIdsOfShift(single)).toEqual([base.employeeId]);
  expect(await shiftAssignments.listEmployeeIdsOfShift(rotating)).toEqual([base.employeeId]);
  expect(await shiftAssignments.listEmployeeIdsOfShift(randomUUID())).toEqual([]);
  expect(await shiftAssignments.listByEmployees([base.employeeId])).toHaveLength(2);
});

it('a version of a policy is never changed, and two of one number are refused', async () => {
  const { attendancePolicies } = database.repositories;
  const policy = { policyId: 'office', name: 'Office', effectiveFrom: null, levers: { lateGraceMinutes: 5 } };
  const first = { id: 'office:1', number: 1, ...policy, createdBy: TEST_ACTOR, createdAt: now };
  await attendancePolicies.insert(first);
  await expect(attendancePolicies.insert({ ...first, id: 'other' })).rejects.toMatchObject({ code: 'CONFLICT' });
  const versions = (await attendancePolicies.listAll()).filter(({ policyId }) => policyId === 'office');
  expect(versions).toEqual([first]);
});

it('a holiday of one name, date and site is there once', async () => {
  const { holidays } = database.repositories;
  const holiday = { date: '2026-05-01', name: 'Labour Day', portion: 'FULL', siteId: null, ...at } as const;
  await holidays.insert({ id: randomUUID(), ...holiday });
  await expect(holidays.insert({ id: randomUUID(), ...holiday })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await holidays.listBetween('2026-05-01', '2026-05-01')).toHaveLength(1);
  expect(await holidays.listBetween('2026-05-02', '2026-06-01')).toEqual([]);
});

it('a job has one runner, until it lets go or its lease runs out', async () => {
  const { jobLeases } = database.repositories;
  const job = randomUUID();
  const lease = { now, leaseMs: 1_000 };
  const winners = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => jobLeases.acquire(job, owner, lease)));
  expect(winners.filter(Boolean)).toHaveLength(1);
  const owner = ['a', 'b', 'c', 'd'][winners.indexOf(true)] ?? '';
  expect(await jobLeases.acquire(job, owner, lease)).toBe(true);
  expect(await jobLeases.acquire(job, 'other', lease)).toBe(false);
  expect(await jobLeases.acquire(job, 'other', { ...lease, now: new Date(now.getTime() + 1_000) })).toBe(true);
  await jobLeases.release(job, 'other');
  expect(await jobLeases.acquire(job, owner, lease)).toBe(true);
});

it('marks off shift are replaced by the dates they are of', async () => {
  const { offShiftMarks } = database.repositories;
  const employeeId = randomUUID();
  const mark = (localDate: string) => ({
    id: randomUUID(),
    employeeId,
    siteId: null,
    kind: 'AUTO' as const,
    at: new Date(`${localDate}T03:00:00Z`),
    timeZone: 'UTC',
    localDate,
    reason: 'OUTSIDE_WINDOW',
  });
  const [one, two, three] = [mark('2026-03-01'), mark('2026-03-02'), mark('2026-03-02')];
  await offShiftMarks.replaceDays([employeeId], { from: '2026-03-01', to: '2026-03-02' }, [one, two]);
  await offShiftMarks.replaceDays([employeeId], { from: '2026-03-02', to: '2026-03-02' }, [three]);
  const page = await offShiftMarks.list({ employeeId }, { first: 10 });
  expect(page.nodes).toEqual([three, one]);
});
