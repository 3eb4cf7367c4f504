import { randomUUID } from 'node:crypto';
import type { AttendanceEvent } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { addDays } from '../src/local-dates/date-range.js';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createPerson, type Person } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let siteId: string;
/** A Monday three to four weeks ago. */
let monday: string;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  siteId = (await api.database.repositories.sites.listAll())[0]?.id ?? '';
  const today = new Date().toISOString().slice(0, 10);
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay() || 7;
  monday = addDays(today, 1 - weekday - 21);
});

afterAll(() => api.stop());

const ask = async (query: string, variables: object = {}, as: Credentials = owner) =>
  api.client.send({ query, variables }, as);
const ok = async (query: string, variables: object = {}, as: Credentials = owner) => {
  const answer = await ask(query, variables, as);
  expect(answer.errors, answer.text).toBeUndefined();
  return answer.data;
};

const POLICY =
  'mutation ($input: CreatePolicyInput!) { createAttendancePolicy(input: $input) { id policyId number levers } }';
const SHIFT = 'mutation ($input: CreateShiftInput!) { createShift(input: $input) { id version } }';
const ASSIGN = 'mutation ($input: AssignShiftInput!) { assignShift(input: $input) { id version from to } }';
const CORRECT = 'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id version status } }';
const DECIDE = 'mutation ($input: DecisionInput!) { decideCorrection(input: $input) { status eventId } }';
const DAYS =
  'query ($id: ID!) { attendanceDays(first: 100, filter: {employeeId: $id}) { nodes { workDate status workedMinutes lateMinutes flags isFinal shiftId trace { rule message values } marks { role } } } }';

async function createShift(levers: object = {}, more: object = {}): Promise<string> {
  const policy = await ok(POLICY, { input: { name: 'Office', levers } });
  const input = { name: `Day ${randomUUID()}`, start: '09:00', end: '17:00', ...more };
  const { policyId } = policy.createAttendancePolicy;
  return (await ok(SHIFT, { input: { ...input, policyId } })).createShift.id;
}

const planned = async (shiftId: string): Promise<Person> => {
  const person = await createPerson(api, owner, { joiningDate: monday });
  await ok(ASSIGN, { input: { employeeIds: [person.id], from: monday, shiftId } });
  return person;
};

/** Marks on the clock of Berlin, as a device of another maker would have brought them. */
async function mark(person: Person, date: string, ...times: readonly string[]): Promise<readonly AttendanceEvent[]> {
  const { repositories } = api.database;
  const events: AttendanceEvent[] = [];
  for (const time of times) {
    const noon = new Date(`${date}T${time}:00Z`);
    const shown = new Date(`${noon.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).replace(' ', 'T')}Z`);
    const at = new Date(noon.getTime() - (shown.getTime() - noon.getTime()));
    const made = {
      id: randomUUID(),
      employeeId: person.id,
      siteId,
      kind: 'AUTO',
      at,
      timeZone: 'Europe/Berlin',
    } as const;
    const none = { attemptId: null, deviceId: null, replacesEventId: null, costCentre: null };
    const rest = { source: 'DEVICE_IMPORT', assurance: 'IMPORT', actor: { kind: 'SYSTEM', id: 'test' } } as const;
    const plain = { isVoid: false, isRemote: false, recordedAt: at, localDate: date };
    events.push(await repositories.attendanceEvents.insert({ ...made, ...none, ...rest, ...plain }));
  }
  await rebuild(person, monday, addDays(monday, 13));
  return events;
}

async function rebuild({ id }: Person, from: string, to: string) {
  const employee = await api.database.repositories.employees.getById(id);
  return api.container.services.attendanceDays.rebuild([employee], { from, to }, api.clock.now());
}

async function dayOf({ id }: Person, date: string) {
  const { attendanceDays } = await ok(DAYS, { id });
  return attendanceDays.nodes.find((day: { workDate: string }) => day.workDate === date);
}

describe('what is planned', () => {
  it.each([
    ['thresholds that cross', { absentBelowMinutes: 300, halfDayBelowMinutes: 240 }, 'absentBelowMinutes'],
    ['negative grace', { lateGraceMinutes: -1 }, 'lateGraceMinutes'],
    ['a check-out outside the window', { autoCheckOut: { minutesAfterEnd: 600 } }, 'autoCheckOut.minutesAfterEnd'],
  ])('refuses %s and names the lever', async (_what, levers, field) => {
    const answer = await ask(POLICY, { input: { name: 'Wrong', levers } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors?.[0]?.extensions.details).toMatchObject({ field });
  });

  it('refuses a shift that ends when it starts, and one without a policy', async () => {
    const policy = await ok(POLICY, { input: { name: 'Office', levers: {} } });
    const base = { name: `Odd ${randomUUID()}`, start: '09:00', end: '09:00' };
    const { policyId } = policy.createAttendancePolicy;
    expect(codeOf(await ask(SHIFT, { input: { ...base, policyId } }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await ask(SHIFT, { input: { ...base, end: '17:00', policyId: 'none' } }))).toBe('BAD_USER_INPUT');
  });

  it('keeps former versions of a policy: the next one judges from its date on', async () => {
    const first = (await ok(POLICY, { input: { name: 'Grace', levers: {} } })).createAttendancePolicy;
    const effectiveFrom = addDays(monday, 1);
    const input = { policyId: first.policyId, name: 'Grace', effectiveFrom, levers: { lateGraceMinutes: 15 } };
    expect((await ok(POLICY, { input })).createAttendancePolicy.number).toBe(2);
    const shift = { name: `Graceful ${randomUUID()}`, start: '09:00', end: '17:00', policyId: first.policyId };
    const person = await planned((await ok(SHIFT, { input: shift })).createShift.id);
    await mark(person, monday, '09:15', '17:00');
    await mark(person, effectiveFrom, '09:15', '17:00');
    expect(await dayOf(person, monday)).toMatchObject({ lateMinutes: 15, flags: ['LATE_ENTRY'] });
    expect(await dayOf(person, effectiveFrom)).toMatchObject({ lateMinutes: 0, flags: [] });
  });

  it('refuses shifts that overlap, also when both are assigned at once', async () => {
    const [early, late] = [await createShift(), await createShift({}, { start: '16:00', end: '22:00' })];
    const person = await createPerson(api, owner);
    const assign = (shiftId: string) => ask(ASSIGN, { input: { employeeIds: [person.id], from: monday, shiftId } });
    const answers = await Promise.all([assign(early), assign(late)]);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(answers.filter(({ errors }) => errors !== undefined).map(codeOf)).toEqual(['SHIFT_OVERLAP']);
  });

  it('refuses a zone that does not exist', async () => {
    const query = 'mutation ($zone: String!) { createSite(input: {name: "Moon", timeZone: $zone}) { id } }';
    for (const zone of ['Moon/Base', '+02:00', ''])
      expect(codeOf(await ask(query, { zone })), zone).toBe('BAD_USER_INPUT');
  });
});

describe('a day with a shift', () => {
  it('says why: late with the minutes and the rule that found it', async () => {
    const person = await planned(await createShift({ lateGraceMinutes: 5 }));
    await mark(person, monday, '09:20', '17:00');
    const day = await dayOf(person, monday);
    expect(day).toMatchObject({ status: 'PRESENT', workedMinutes: 460, lateMinutes: 20, flags: ['LATE_ENTRY'] });
    expect(day.trace.length).toBeGreaterThan(2);
    expect(day.trace.map(({ message }: { message: string }) => message).join(' ')).toContain('20');
  });

  it('without a mark is an absence once it is over, and the absence goes when the mark arrives late', async () => {
    const person = await planned(await createShift());
    await rebuild(person, monday, monday);
    expect(await dayOf(person, monday)).toMatchObject({ status: 'ABSENT', workedMinutes: 0 });
    await mark(person, monday, '09:00', '17:00');
    expect(await dayOf(person, monday)).toMatchObject({ status: 'PRESENT', workedMinutes: 480 });
  });

  it('is written by the job for everybody, by one process at a time, and once', async () => {
    const person = await planned(await createShift());
    const { closeDays } = api.container.services;
    const runs = await Promise.all([closeDays.run(), closeDays.run()]);
    expect(runs.filter((run) => run !== null).length).toBeGreaterThanOrEqual(1);
    expect(await closeDays.run()).toMatchObject({ written: 0, removed: 0 });
    const { attendanceDays } = await ok(DAYS, { id: person.id });
    expect(attendanceDays.nodes.some((day: { status: string }) => day.status === 'ABSENT')).toBe(true);
  });

  it('of a person whose policy has no version yet is passed over, and holds up nobody else', async () => {
    const effectiveFrom = addDays(new Date().toISOString().slice(0, 10), 30);
    const policy = await ok(POLICY, { input: { name: 'Next month', levers: {}, effectiveFrom } });
    const { policyId } = policy.createAttendancePolicy;
    const shift = { name: `Later ${randomUUID()}`, start: '09:00', end: '17:00', policyId };
    const unjudged = await planned((await ok(SHIFT, { input: shift })).createShift.id);
    const other = await planned(await createShift());
    await api.database.repositories.dayRecords.removeDays({ from: monday, to: '9999-12-31' });
    const { closeDays } = api.container.services;
    expect(await closeDays.run()).toMatchObject({ unjudged: 1 });
    const yesterday = addDays(new Date().toISOString().slice(0, 10), -1);
    expect((await dayOf(other, yesterday))?.status).toMatch(/ABSENT|WEEKLY_OFF/);
    expect(await dayOf(unjudged, yesterday)).toBeUndefined();
    await ok(POLICY, { input: { policyId, name: 'From the start', levers: {} } });
    expect(await closeDays.run()).toMatchObject({ unjudged: 0 });
  });

  it('of a night shift belongs to the date it began on', async () => {
    const person = await planned(await createShift({}, { start: '22:00', end: '06:00' }));
    await mark(person, monday, '21:55');
    await mark(person, addDays(monday, 1), '06:05');
    expect(await dayOf(person, monday)).toMatchObject({ status: 'PRESENT', workedMinutes: 490 });
  });

  it('keeps a mark outside every window visible and uncounted', async () => {
    const person = await planned(await createShift());
    await mark(person, monday, '03:00');
    const { offShiftMarks } = await ok(
      'query ($id: ID!) { offShiftMarks(filter: {employeeId: $id}) { nodes { reason localDate employee { id } } } }',
      { id: person.id },
    );
    expect(offShiftMarks.nodes).toEqual([{ reason: 'OUTSIDE_WINDOW', localDate: monday, employee: { id: person.id } }]);
    expect(await dayOf(person, monday)).toMatchObject({ status: 'ABSENT', workedMinutes: 0 });
  });

  it('on a holiday, a weekly day off or a leave is none of work', async () => {
    const person = await planned(await createShift());
    const holiday =
      'mutation ($date: LocalDate!) { createHoliday(input: {date: $date, name: "Feast"}) { id version } }';
    const { createHoliday } = await ok(holiday, { date: monday });
    const type = await ok('mutation { createLeaveType(input: {name: "Annual", isPaid: true}) { id } }');
    const days = { employeeId: person.id, leaveTypeId: type.createLeaveType.id };
    const REQUEST = 'mutation ($input: RequestLeaveInput!) { requestLeave(input: $input) { id version } }';
    const tuesday = addDays(monday, 1);
    const { requestLeave } = await ok(REQUEST, { input: { ...days, from: tuesday, to: tuesday } });
    expect(codeOf(await ask(REQUEST, { input: { ...days, from: monday, to: addDays(monday, 3) } }))).toBe(
      'BAD_USER_INPUT',
    );
    await rebuild(person, monday, tuesday);
    expect(await dayOf(person, monday)).toMatchObject({ status: 'HOLIDAY' });
    expect(await dayOf(person, tuesday)).toMatchObject({ status: 'ABSENT' });
    const decide = 'mutation ($input: DecisionInput!) { decideLeave(input: $input) { status } }';
    await ok(decide, { input: { ...requestLeave, isApproved: true } });
    expect(await dayOf(person, tuesday)).toMatchObject({ status: 'ON_LEAVE' });
    const remove = 'mutation ($id: ID!, $version: Int!) { removeHoliday(id: $id, version: $version) { id } }';
    await ok(remove, createHoliday);
  });
});

describe('a correction', () => {
  it('turns a missing mark into a day of work once somebody approves it', async () => {
    const person = await planned(await createShift());
    await mark(person, monday, '09:00');
    expect(await dayOf(person, monday)).toMatchObject({ status: 'MISSING_MARK', workedMinutes: 0 });
    const at = `${monday}T15:30:00Z`;
    const input = { employeeId: person.id, action: 'ADD', at, reason: 'Forgot to mark out.' };
    const { requestCorrection } = await ok(CORRECT, { input });
    expect(await dayOf(person, monday)).toMatchObject({ status: 'MISSING_MARK' });
    const { id, version } = requestCorrection;
    const { decideCorrection } = await ok(DECIDE, { input: { id, version, isApproved: true } });
    expect(decideCorrection).toMatchObject({ status: 'APPROVED', eventId: expect.any(String) });
    const day = await dayOf(person, monday);
    expect(day.status).toBe('PRESENT');
    expect(day.workedMinutes).toBeGreaterThan(0);
  });

  it('is decided once by two at once, and writes one mark', async () => {
    const person = await planned(await createShift());
    const [wrong] = await mark(person, monday, '09:00');
    const input = { employeeId: person.id, action: 'VOID', replacesEventId: wrong?.id, reason: 'Not me.' };
    const { requestCorrection } = await ok(CORRECT, { input });
    const decide = (isApproved: boolean) =>
      ask(DECIDE, { input: { id: requestCorrection.id, version: requestCorrection.version, isApproved } });
    const answers = await Promise.all([decide(true), decide(false), decide(true)]);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(answers.filter(({ errors }) => errors !== undefined).map(codeOf)).toEqual(['CONFLICT', 'CONFLICT']);
  });

  it.each([
    [
      'a mark in the future',
      (person: Person) => ({ employeeId: person.id, action: 'ADD', at: '2999-01-01T08:00:00Z' }),
    ],
    [
      'a mark before the first day',
      (person: Person) => ({ employeeId: person.id, action: 'ADD', at: '2001-01-01T08:00:00Z' }),
    ],
    [
      'an addition that names a mark',
      (person: Person) => ({ employeeId: person.id, action: 'ADD', at: `${monday}T08:00:00Z`, replacesEventId: 'x' }),
    ],
    ['a change of no mark', (person: Person) => ({ employeeId: person.id, action: 'VOID', replacesEventId: 'x' })],
  ])('is refused for %s', async (_what, wishOf) => {
    const person = await planned(await createShift());
    expect(codeOf(await ask(CORRECT, { input: { ...wishOf(person), reason: 'Because.' } }))).toBe('BAD_USER_INPUT');
  });

  it('is asked for by the employee and decided by somebody else', async () => {
    const person = await planned(await createShift());
    const account = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog' };
    await createAccount(api.container.auth, { ...account, name: 'Self', roles: ['EMPLOYEE'], employeeId: person.id });
    const self = await api.client.signIn(account.email, account.password);
    const input = { employeeId: person.id, action: 'ADD', at: `${monday}T08:00:00Z`, reason: 'Forgot.' };
    const { requestCorrection } = await ok(CORRECT, { input }, self);
    const decision = { input: { id: requestCorrection.id, version: requestCorrection.version, isApproved: true } };
    expect(codeOf(await ask(DECIDE, decision, self))).toBe('FORBIDDEN');
    const other = await createPerson(api, owner);
    expect(codeOf(await ask(CORRECT, { input: { ...input, employeeId: other.id } }, self))).toBe('NOT_FOUND');
    expect((await ok('{ corrections { nodes { id } } }', {}, self)).corrections.nodes).toEqual([
      { id: requestCorrection.id },
    ]);
  });
});

describe('a finalised period', () => {
  const FINALISE = 'mutation ($input: FinalisePeriodInput!) { finalisePeriod(input: $input) { id version } }';
  const REOPEN = 'mutation ($input: ReopenPeriodInput!) { reopenPeriod(input: $input) { reopenReason } }';

  it('locks its days against corrections and late marks, keeps the marks, and opens again with a reason', async () => {
    const person = await planned(await createShift());
    await mark(person, monday, '09:00');
    const { finalisePeriod } = await ok(FINALISE, { input: { from: monday, to: monday } });
    expect(codeOf(await ask(FINALISE, { input: { from: monday, to: monday } }))).toBe('CONFLICT');
    await mark(person, monday, '17:00');
    expect(await dayOf(person, monday)).toMatchObject({ status: 'MISSING_MARK', isFinal: true });
    const at = `${monday}T15:30:00Z`;
    const input = { employeeId: person.id, action: 'ADD', at, reason: 'Forgot.' };
    expect(codeOf(await ask(CORRECT, { input }))).toBe('DAY_CLOSED');
    await ok(REOPEN, { input: { ...finalisePeriod, reason: 'A device was late.' } });
    await rebuild(person, monday, monday);
    expect(await dayOf(person, monday)).toMatchObject({ status: 'PRESENT', isFinal: false, workedMinutes: 480 });
  });

  it('lets no mark move out of it to an open day', async () => {
    const person = await planned(await createShift());
    const tuesday = addDays(monday, 1);
    const [there] = await mark(person, monday, '09:00');
    const wish = { employeeId: person.id, action: 'REPLACE', replacesEventId: there?.id, reason: 'It was Tuesday.' };
    const { requestCorrection } = await ok(CORRECT, { input: { ...wish, at: `${tuesday}T07:00:00Z` } });
    const { finalisePeriod } = await ok(FINALISE, { input: { from: monday, to: monday } });
    const { id, version } = requestCorrection;
    expect(codeOf(await ask(DECIDE, { input: { id, version, isApproved: true } }))).toBe('DAY_CLOSED');
    expect(codeOf(await ask(CORRECT, { input: { ...wish, at: `${tuesday}T08:00:00Z` } }))).toBe('DAY_CLOSED');
    await ok(REOPEN, { input: { ...finalisePeriod, reason: 'For the next test.' } });
  });

  it('must be over', async () => {
    const tomorrow = addDays(new Date().toISOString().slice(0, 10), 1);
    expect(codeOf(await ask(FINALISE, { input: { from: monday, to: tomorrow } }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await ask(FINALISE, { input: { from: monday, to: addDays(monday, -1) } }))).toBe('BAD_USER_INPUT');
  });
});

describe('computing anew', () => {
  const PREVIEW =
    'mutation ($input: RecomputeInput!) { previewRecompute(input: $input) { token changeCount unchangedCount changes { workDate statusBefore statusAfter causes } statusChanges { before after count } } }';
  const APPLY =
    'mutation ($input: RecomputeInput!, $token: String!) { applyRecompute(input: $input, token: $token) { written removed unchanged } }';

  it('shows what a changed shift would do, writes exactly that, and then has nothing more to show', async () => {
    const shiftId = await createShift({ halfDayBelowMinutes: 240 });
    const person = await planned(shiftId);
    await mark(person, monday, '09:00', '12:00');
    expect(await dayOf(person, monday)).toMatchObject({ status: 'HALF_DAY' });
    const policy = await ok(POLICY, { input: { name: 'Kinder', levers: { halfDayBelowMinutes: 120 } } });
    const { policyId } = policy.createAttendancePolicy;
    await ok('mutation ($input: UpdateShiftInput!) { updateShift(input: $input) { id } }', {
      input: { id: shiftId, version: 1, policyId },
    });
    expect(await dayOf(person, monday)).toMatchObject({ status: 'HALF_DAY' });
    const input = { from: monday, to: monday, employeeIds: [person.id] };
    const { previewRecompute } = await ok(PREVIEW, { input });
    expect(previewRecompute.changes).toMatchObject([
      { workDate: monday, statusBefore: 'HALF_DAY', statusAfter: 'PRESENT' },
    ]);
    const { applyRecompute } = await ok(APPLY, { input, token: previewRecompute.token });
    expect(applyRecompute).toEqual({ written: 1, removed: 0, unchanged: 0 });
    expect(await dayOf(person, monday)).toMatchObject({ status: 'PRESENT' });
    expect((await ok(PREVIEW, { input })).previewRecompute).toMatchObject({ changeCount: 0, unchangedCount: 1 });
  });

  it('is a conflict if anything arrived since the preview', async () => {
    const person = await planned(await createShift());
    await rebuild(person, monday, monday);
    await api.database.repositories.dayRecords.removeDays({ from: monday, to: monday });
    const input = { from: monday, to: monday, employeeIds: [person.id] };
    const { previewRecompute } = await ok(PREVIEW, { input });
    expect(previewRecompute.changeCount).toBe(1);
    await mark(person, monday, '09:00', '17:00');
    expect(codeOf(await ask(APPLY, { input, token: previewRecompute.token }))).toBe('CONFLICT');
    expect(codeOf(await ask(APPLY, { input, token: 'zzzzzzzzzz.x' }))).toBe('BAD_USER_INPUT');
  });

  it('twice, or after deleting, gives the same verdicts to the letter', async () => {
    const person = await planned(await createShift({ overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 0 } }));
    await mark(person, monday, '08:55', '12:00', '12:30', '18:10');
    const { dayRecords } = api.database.repositories;
    const verdicts = async () =>
      (await dayRecords.listOf([person.id], { from: monday, to: addDays(monday, 6) })).map(({ detail }) => detail);
    const first = JSON.stringify(await verdicts());
    await dayRecords.removeDays({ from: monday, to: addDays(monday, 6) });
    expect(await verdicts()).toEqual([]);
    await rebuild(person, monday, addDays(monday, 6));
    expect(JSON.stringify(await verdicts())).toBe(first);
    expect(await rebuild(person, monday, addDays(monday, 6))).toMatchObject({ written: 0, removed: 0 });
  });
});

describe('reports', () => {
  const REPORT =
    'query ($input: AttendanceReportInput!) { attendanceReport(input: $input) { columns { key type } rows totals totalCount pageInfo { hasNextPage endCursor } } }';

  it.each(['REGISTER', 'MUSTER', 'HOURS', 'OVERTIME', 'LATE', 'PAYROLL'])(
    '%s: its totals are the sums of the rows of all its pages',
    async (kind) => {
      const shiftId = await createShift({ overtime: { side: 'BOTH', startsAfterMinutes: 0 } });
      for (const out of ['17:00', '18:30']) await mark(await planned(shiftId), monday, '09:10', out);
      const rows: Record<string, number>[] = [];
      let page: { after: string | null; totals: Record<string, number> } = { after: null, totals: {} };
      do {
        const input = { kind, from: monday, to: addDays(monday, 6), first: 7, after: page.after };
        const { attendanceReport } = await ok(REPORT, { input });
        rows.push(...attendanceReport.rows);
        const { hasNextPage, endCursor } = attendanceReport.pageInfo;
        page = { after: hasNextPage ? endCursor : null, totals: attendanceReport.totals };
      } while (page.after !== null);
      expect(Object.keys(page.totals).length).toBeGreaterThan(0);
      for (const [key, total] of Object.entries(page.totals))
        expect(
          rows.reduce((sum, row) => sum + (row[key] ?? 0), 0),
          key,
        ).toBe(total);
      expect(Object.values(page.totals).some((total) => total > 0)).toBe(true);
    },
  );

  it('EXCEPTIONS name missing marks and marks off shift', async () => {
    const person = await planned(await createShift());
    await mark(person, monday, '09:00');
    await mark(person, addDays(monday, 1), '03:00');
    const input = { kind: 'EXCEPTIONS', from: monday, to: addDays(monday, 1), employeeId: person.id };
    const { attendanceReport } = await ok(REPORT, { input });
    expect(attendanceReport.rows.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'MISSING_MARK',
      'OFF_SHIFT_MARK',
    ]);
  });

  it('refuse a range that is reversed or too long', async () => {
    for (const to of [addDays(monday, -1), addDays(monday, 200)])
      expect(codeOf(await ask(REPORT, { input: { kind: 'HOURS', from: monday, to } }))).toBe('BAD_USER_INPUT');
  });

  it('presence tells who is in now', async () => {
    const person = await createPerson(api, owner);
    const now = new Date();
    const employee = await api.database.repositories.employees.getById(person.id);
    const made = { id: randomUUID(), employeeId: person.id, siteId, kind: 'AUTO', at: now, recordedAt: now } as const;
    const none = { attemptId: null, deviceId: null, replacesEventId: null, costCentre: null };
    const localDate = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
    const rest = { source: 'API', assurance: 'IMPORT', actor: { kind: 'SYSTEM', id: 'test' } } as const;
    const place = { timeZone: 'Europe/Berlin', localDate, isVoid: false, isRemote: false };
    await api.database.repositories.attendanceEvents.insert({ ...made, ...none, ...rest, ...place });
    await api.container.services.attendanceDays.rebuild([employee], { from: localDate, to: localDate }, new Date());
    const { presence } = await ok('{ presence { inCount rows { state employee { id } } } }');
    expect(presence.rows).toContainEqual({ state: 'IN', employee: { id: person.id } });
    expect(presence.inCount).toBe(presence.rows.filter((row: { state: string }) => row.state === 'IN').length);
  });

  it('days with marks are told from days that only wait for one', async () => {
    const shiftId = await createShift();
    const [present, awaited] = [await planned(shiftId), await planned(shiftId)];
    await mark(present, monday, '09:00', '17:00');
    await rebuild(awaited, monday, monday);
    const query =
      'query ($f: AttendanceDayFilter) { attendanceDays(first: 100, filter: $f) { nodes { presence markCount employee { id } } } }';
    const of = async (hasMarks: boolean) =>
      (await ok(query, { f: { from: monday, to: monday, shiftId, hasMarks } })).attendanceDays.nodes;
    expect(await of(true)).toEqual([{ presence: 'OUT', markCount: 2, employee: { id: present.id } }]);
    expect(await of(false)).toEqual([{ presence: 'OUT', markCount: 0, employee: { id: awaited.id } }]);
  });
});

describe('a day on its way to payroll', () => {
  const EVIDENCE =
    'query ($id: ID!, $date: LocalDate!) { attendanceDay(employeeId: $id, date: $date) { employee { id } date days { id status trace { rule } scheduledMinutes overtime { minutes approval payableMinutes } intervals { inAt outAt } } events { id } corrections { status } leaves { id } offShiftMarks { id } overtimeDecisions { approvedMinutes version workDate } } }';
  const OVERTIME = 'mutation ($input: DecideOvertimeInput!) { decideOvertime(input: $input) { version } }';
  const SIGN =
    'mutation ($input: SignOffPeriodInput!) { signOffPeriod(input: $input) { id version isCurrent dayCount } }';
  const SIGNED =
    'query ($from: LocalDate!, $to: LocalDate!) { periodSignOffs(from: $from, to: $to) { id isCurrent departmentId } }';
  const WITHDRAW =
    'mutation ($input: WithdrawSignOffInput!) { withdrawSignOff(input: $input) { isCurrent withdrawnAt } }';
  const FINALISE =
    'mutation ($input: FinalisePeriodInput!) { finalisePeriod(input: $input) { id version departmentId } }';
  const DELTAS =
    'query ($id: ID!) { retroDeltas(periodId: $id) { number payClass percent beforeMinutes afterMinutes deltaMinutes } }';

  it('shows what it stands on, gets its overtime approved, is signed, finalised, and leaves a difference', async () => {
    const overtime = { side: 'AFTER_SHIFT', startsAfterMinutes: 0, needsApproval: true };
    const shiftId = await createShift({ overtime });
    const { createDepartment } = await ok(
      'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { id } }',
      { input: { name: randomUUID() } },
    );
    const departmentId: string = createDepartment.id;
    const person = await createPerson(api, owner, { joiningDate: monday, departmentId });
    await ok(ASSIGN, { input: { employeeIds: [person.id], from: monday, shiftId } });
    const events = await mark(person, monday, '09:00', '18:00');
    const evidence = async () => (await ok(EVIDENCE, { id: person.id, date: monday })).attendanceDay;
    const first = await evidence();
    expect(first).toMatchObject({
      employee: { id: person.id },
      date: monday,
      overtimeDecisions: [],
      offShiftMarks: [],
    });
    expect(first.events.map(({ id }: { id: string }) => id)).toEqual(events.map(({ id }) => id));
    expect(first.days).toMatchObject([
      { status: 'PRESENT', scheduledMinutes: 480, overtime: { minutes: 60, approval: 'PENDING', payableMinutes: 0 } },
    ]);
    expect(first.days[0].intervals).toEqual([
      { inAt: events[0]?.at.toISOString(), outAt: events[1]?.at.toISOString() },
    ]);
    await ok(OVERTIME, { input: { dayId: first.days[0].id, approvedMinutes: 45, version: 0 } });
    const decided = await evidence();
    expect(decided.overtimeDecisions).toEqual([{ approvedMinutes: 45, version: 1, workDate: monday }]);
    expect(decided.days[0].overtime).toEqual({ minutes: 60, approval: 'APPROVED', payableMinutes: 45 });

    const period = { from: monday, to: monday, departmentId };
    const { signOffPeriod } = await ok(SIGN, { input: period });
    expect(signOffPeriod).toMatchObject({ isCurrent: true, dayCount: 1 });
    const signed = async () =>
      (await ok(SIGNED, { from: monday, to: monday })).periodSignOffs.filter(
        (one: { departmentId: string }) => one.departmentId === departmentId,
      );
    expect(await signed()).toEqual([{ id: signOffPeriod.id, isCurrent: true, departmentId }]);
    const { finalisePeriod } = await ok(FINALISE, { input: period });
    expect(finalisePeriod.departmentId).toBe(departmentId);
    const deltas = async () => (await ok(DELTAS, { id: finalisePeriod.id })).retroDeltas;
    expect(await deltas()).toEqual([]);
    await mark(person, monday, '18:30', '19:00');
    const more = { number: person.number, percent: 100 };
    expect(await deltas()).toEqual([
      { ...more, payClass: 'UNPAID_OVERTIME', beforeMinutes: 15, afterMinutes: 75, deltaMinutes: 60 },
    ]);
    const { id, version } = signOffPeriod;
    const { withdrawSignOff } = await ok(WITHDRAW, { input: { id, version } });
    expect(withdrawSignOff).toEqual({ isCurrent: false, withdrawnAt: expect.any(String) });
  });

  interface DayPage {
    readonly nodes: readonly { readonly workDate: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }

  it('is found by any of several statuses or flags, and sorted by minutes with pages', async () => {
    const shiftId = await createShift({ halfDayBelowMinutes: 300 });
    const person = await planned(shiftId);
    const date = (day: number) => addDays(monday, day);
    await mark(person, date(0), '09:20', '17:00');
    await mark(person, date(1), '10:00', '17:00');
    await mark(person, date(2), '09:00', '12:00');
    await mark(person, date(3), '09:00', '17:00');
    const query =
      'query ($f: AttendanceDayFilter, $sort: AttendanceDaySort, $after: String) { attendanceDays(first: 2, after: $after, filter: $f, sort: $sort) { nodes { workDate lateMinutes } pageInfo { hasNextPage endCursor } } }';
    const base = { employeeId: person.id, from: date(0), to: date(3) };
    const pages = async (f: object, sort: string) => {
      const dates: string[] = [];
      let after: string | null = null;
      do {
        const page: DayPage = (await ok(query, { f: { ...base, ...f }, sort, after })).attendanceDays;
        dates.push(...page.nodes.map(({ workDate }) => workDate));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      return dates;
    };
    expect(await pages({}, 'LATE_MINUTES_DESC')).toEqual([date(1), date(0), date(3), date(2)]);
    expect(await pages({}, 'WORK_DATE_ASC')).toEqual([date(0), date(1), date(2), date(3)]);
    expect(await pages({ statuses: ['HALF_DAY', 'ABSENT'] }, 'WORK_DATE_ASC')).toEqual([date(2)]);
    expect(await pages({ flags: ['LATE_ENTRY', 'EARLY_EXIT'] }, 'WORK_DATE_ASC')).toEqual([date(0), date(1), date(2)]);
  });
});
