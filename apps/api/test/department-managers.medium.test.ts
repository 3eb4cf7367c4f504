import { randomUUID } from 'node:crypto';
import { anEvent } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRule } from '../src/access/access-rule.js';
import { toActor } from '../src/auth/session-actor.js';
import { ACCESS_RULES } from '../src/graphql/access-rules.js';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { LiveClient } from './testing/live-client.js';
import { IDENTIFY_FACE, RECORD_ATTENDANCE, VERIFY_FACE } from './testing/operations.js';
import { createRegisteredPerson } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';
import { type KnownPerson, openTwoDepartments, PAST } from './testing/two-departments.js';

let api: TestApi;
let owner: Credentials;
let manager: Credentials;
let world: Awaited<ReturnType<typeof openTwoDepartments>>;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  world = await openTwoDepartments(api, owner);
  manager = await world.manager({ departmentIds: [world.ourDepartment] });
});
afterAll(() => api.stop());

const WHO = 'employee { id number name }';
const RANGE = 'from: "2026-03-01", to: "2026-03-31"';
const today = () => new Date().toISOString().slice(0, 10);
const report = (kind: string, range: string) =>
  `{ attendanceReport(input: { kind: ${kind}, ${range}, first: 500 }) { rows totals totalCount } }`;
const KINDS = ['EXCEPTIONS', 'HEADCOUNT', 'HOURS', 'LATE', 'MUSTER', 'OVERTIME', 'PAYROLL', 'REGISTER', 'ASSURANCE'];

/** What gives people out, and a word that must be in the answer: somebody's number, id or name. */
const LISTS: readonly (readonly [operation: string, query: () => string, word: keyof KnownPerson])[] = [
  ['attendanceEvents', () => `{ attendanceEvents(first: 100) { nodes { id ${WHO} } } }`, 'eventId'],
  ['attendanceDays', () => `{ attendanceDays(first: 100) { nodes { id ${WHO} } } }`, 'dayId'],
  ['offShiftMarks', () => `{ offShiftMarks(first: 100) { nodes { id ${WHO} } } }`, 'number'],
  ['leaves', () => `{ leaves(first: 100) { nodes { id reason ${WHO} } } }`, 'leaveId'],
  ['corrections', () => `{ corrections(first: 100) { nodes { id reason ${WHO} } } }`, 'correctionId'],
  [
    'disputes',
    () => `{ disputes(first: 100) { nodes { id reason ${WHO} event { id ${WHO} } actualEmployee { id } } } }`,
    'disputeId',
  ],
  ['employees', () => '{ employees(first: 100) { nodes { id number name } } }', 'number'],
  ['presence', () => `{ presence { rows { ${WHO} } } }`, 'number'],
  ['evacuationList', () => '{ evacuationList { sites { people { employeeId number name } } } }', 'number'],
  [
    'retroDeltas',
    () => `{ retroDeltas(periodId: "${world.period}") { employeeId number name payClass deltaMinutes } }`,
    'number',
  ],
  ['attendanceReport', () => report('REGISTER', `from: "${today()}", to: "${today()}"`), 'number'],
  ['attendanceReport', () => report('MUSTER', `from: "${today()}", to: "${today()}"`), 'number'],
  ['attendanceReport', () => report('ASSURANCE', `from: "${today()}", to: "${today()}"`), 'number'],
  ['attendanceReport', () => report('EXCEPTIONS', 'from: "2026-04-01", to: "2026-04-30"'), 'number'],
];

/** What is asked about one person. */
const LOOKUPS: readonly (readonly [operation: string, query: (person: KnownPerson) => string])[] = [
  ['employee', ({ id }) => `{ employee(id: "${id}") { id } }`],
  ['employee', ({ number }) => `{ employee(number: "${number}") { id } }`],
  ['attendanceDay', ({ id }) => `{ attendanceDay(employeeId: "${id}", date: "${PAST}") { events { id } ${WHO} } }`],
  ['employeeTimeline', ({ id }) => `{ employeeTimeline(employeeId: "${id}") { nodes { id mark { id ${WHO} } } } }`],
  ['markingDevices', ({ id }) => `{ markingDevices(employeeId: "${id}") { lastAt } employee(id: "${id}") { id } }`],
  ['shiftAssignments', ({ id }) => `{ shiftAssignments(employeeId: "${id}") { id employeeId } }`],
];

const decision = (id: string) => ({ input: { id, version: 1, isApproved: false } });

/** What changes something about one person. */
const CHANGES: readonly (readonly [operation: string, type: string, input: (person: KnownPerson) => object])[] = [
  [
    'recordSupervisorMark',
    'RecordSupervisorMarkInput',
    ({ id }) => ({ employeeId: id, reason: 'There', idempotencyKey: randomUUID() }),
  ],
  [
    'requestLeave',
    'RequestLeaveInput',
    ({ id }) => ({ employeeId: id, leaveTypeId: world.leaveTypeId, from: '2026-06-01', to: '2026-06-01' }),
  ],
  ['decideLeave', 'DecisionInput', ({ leaveId }) => decision(leaveId).input],
  [
    'requestCorrection',
    'RequestCorrectionInput',
    ({ id }) => ({ employeeId: id, action: 'ADD', at: new Date(Date.now() - 1_000), reason: 'Forgot' }),
  ],
  [
    'previewCorrection',
    'RequestCorrectionInput',
    ({ id }) => ({ employeeId: id, action: 'ADD', at: new Date(Date.now() - 1_000), reason: 'Forgot' }),
  ],
  ['decideCorrection', 'DecisionInput', ({ correctionId }) => decision(correctionId).input],
  ['disputeMark', 'DisputeMarkInput', ({ eventId }) => ({ eventId, reason: 'Not me' })],
  ['resolveDispute', 'ResolveDisputeInput', ({ disputeId }) => ({ id: disputeId, version: 1, isUpheld: false })],
  ['decideOvertime', 'DecideOvertimeInput', ({ dayId }) => ({ dayId, approvedMinutes: 0, version: 0 })],
  [
    'assignShift',
    'AssignShiftInput',
    ({ id }) => ({ employeeIds: [id], shiftId: world.shiftId, from: '2027-04-01', to: '2027-04-01' }),
  ],
  [
    'updateShiftAssignment',
    'UpdateAssignmentInput',
    ({ assignmentId }) => ({ id: assignmentId, version: 1, to: '2027-03-03' }),
  ],
  [
    'moveShift',
    'MoveShiftInput',
    ({ id, assignmentId }) => ({
      ...{ assignmentId, version: 1, date: '2027-03-01', shiftId: world.shiftId, employeeId: id, toDate: '2027-03-09' },
    }),
  ],
  [
    'signOffPeriod',
    'SignOffPeriodInput',
    ({ departmentId }) => ({ from: '2026-03-01', to: '2026-03-31', departmentId }),
  ],
];

/** What shows or changes nobody: rules, places, texts, oneself. */
const ABOUT_NOBODY = [
  ...[
    'holidays',
    'weeklyOffs',
    'leaveTypes',
    'consentText',
    'customFields',
    'departments',
    'operatingPoints',
    'health',
  ],
  ...['finalisedPeriods', 'shifts', 'attendancePolicies', 'setupStatus', 'invitation', 'secondFactor', 'viewer'],
  ...['userSessions', 'endUserSession', 'pairDevice', 'acceptInvitation', 'requestPasswordReset', 'resetPassword'],
  ...['createUpload', 'startLivenessChallenge', 'compareFaces', 'statutoryBreaks'],
  ...['savedViews', 'createSavedView', 'updateSavedView', 'removeSavedView'],
];
/** What has tests of its own below, or shows only what the same person began. */
const ELSEWHERE = [
  ...['sites', 'devices', 'reportDeviceContact', 'attendanceRecorded', 'presenceChanged', 'previewRecompute'],
  ...['applyRecompute', 'recordAttendance', 'verifyFace', 'identifyFace', 'periodSignOffs', 'withdrawSignOff'],
  // Their own, to themselves, about their people: the tests of report mails hold that.
  ...['reportSchedules', 'createReportSchedule', 'updateReportSchedule', 'pauseReportSchedule', 'removeReportSchedule'],
  ...['job', 'jobs', 'jobProgress', 'retroUnjudged', 'cancelLeave', 'removeShiftAssignment', 'attendanceTrend'],
  // By sites only (adr/0144); the tests of notifications and of recognition hold that.
  ...['notifications', 'unreadNotificationCount', 'markNotificationsRead', 'recognitionHealth'],
];

interface Trend {
  readonly from: string;
  readonly to: string;
  readonly days: readonly { readonly presentCount: number }[];
  readonly arrivals: readonly { readonly count: number }[];
}

const send = (query: string, variables: object = {}, as = manager) => api.client.send({ query, variables }, as);

/** Everything kept about somebody. */
async function stored({ id, leaveId, correctionId, disputeId }: KnownPerson): Promise<string> {
  const { repositories: r } = api.database;
  const ever = { from: '2000-01-01', to: '9999-12-31' };
  return JSON.stringify([
    await r.employees.getById(id),
    await r.attendanceEvents.listByEmployees([id], { from: new Date(0), to: new Date('9999-01-01') }),
    await r.dayRecords.listOf([id], ever),
    await r.shiftAssignments.listByEmployees([id]),
    [
      await r.leaves.getById(leaveId),
      await r.corrections.getById(correctionId),
      await r.markDisputes.getById(disputeId),
    ],
    await r.leaves.listOf([id], ['PENDING', 'APPROVED', 'REJECTED'], ever),
    await r.overtimeDecisions.listOf([id], ever),
  ]);
}

const tracesOf = (person: KnownPerson, { text }: { readonly text: string }) =>
  Object.entries(person)
    .filter(([field]) => field !== 'departmentId')
    .filter(([, value]) => text.includes(value))
    .map(([field]) => field);

describe('a manager of a department', () => {
  it('can ask for nothing that this table does not know', () => {
    const { actor } = {
      actor: { ...toActor({ id: 'm', name: 'M', email: 'm@x', roles: ['MANAGER'] }), requestId: null },
    };
    const operations = Object.entries(ACCESS_RULES).filter(([name]) => /^(Query|Mutation|Subscription)\./.test(name));
    const allowed = operations.filter(([, rule]) => {
      try {
        checkRule(rule, actor);
        return true;
      } catch {
        return false;
      }
    });
    const known = new Set([...LISTS, ...LOOKUPS, ...CHANGES].map(([name]) => name).concat(ABOUT_NOBODY, ELSEWHERE));
    expect(allowed.map(([name]) => name.split('.')[1]).filter((name) => !known.has(name ?? ''))).toEqual([]);
  });

  it.each(LISTS.map(([name, query, word]) => ({ name, query, word })))(
    'finds in $name their people only',
    async ({ query, word }) => {
      const all = await send(query(), {}, owner);
      expect(tracesOf(world.theirs, all)).toContain(word);
      const seen = await send(query());
      expect(seen.errors).toBeUndefined();
      expect(tracesOf(world.ours, seen)).toContain(word);
      expect(tracesOf(world.theirs, seen)).toEqual([]);
    },
  );

  it.each(KINDS)('finds nobody else in the report %s', async (kind) => {
    for (const range of [RANGE, `from: "${today()}", to: "${today()}"`]) {
      const seen = await send(report(kind, range));
      expect(seen.errors).toBeUndefined();
      expect(tracesOf(world.theirs, seen)).toEqual([]);
    }
  });

  it.each(['attendanceEvents', 'attendanceDays', 'offShiftMarks', 'leaves', 'corrections', 'disputes'])(
    'finds nothing when %s is asked for somebody else by id',
    async (name) => {
      const count = async ({ id }: KnownPerson) =>
        (await send(`{ ${name}(filter: { employeeId: "${id}" }) { totalCount } }`)).data[name].totalCount;
      expect(await count(world.ours)).toBeGreaterThan(0);
      expect(await count(world.theirs)).toBe(0);
    },
  );

  it.each(LOOKUPS.map(([name, query]) => ({ name, query })))(
    'is told by $name that others are not there',
    async ({ query }) => {
      expect(tracesOf(world.ours, await send(query(world.ours)))).toContain('id');
      const answer = await send(query(world.theirs));
      expect(tracesOf(world.theirs, answer)).toEqual([]);
      const random = await send(query({ ...world.theirs, id: randomUUID(), number: 'nobody' }));
      expect(answer.text.replace(/"requestId":"[^"]*"/, '')).toBe(random.text.replace(/"requestId":"[^"]*"/, ''));
    },
  );

  it.each(CHANGES.map(([name, type, input]) => ({ name, type, input })))(
    'changes with $name nothing of others',
    async ({ name, type, input }) => {
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
      const before = await stored(world.theirs);
      const answer = await send(query, { input: input(world.theirs) });
      expect(codeOf(answer)).toBe('NOT_FOUND');
      expect(await stored(world.theirs)).toBe(before);
      const own = await send(query, { input: input(world.ours) });
      expect(own.errors?.[0]?.extensions.code ?? 'passed').not.toMatch(/NOT_FOUND|FORBIDDEN/);
    },
  );

  it('takes away no leave and no shift of others', async () => {
    const before = await stored(world.theirs);
    const { leaveId, assignmentId } = world.theirs;
    expect(codeOf(await send(`mutation { cancelLeave(id: "${leaveId}", version: 1) { id } }`))).toBe('NOT_FOUND');
    const removed = await send(`mutation { removeShiftAssignment(id: "${assignmentId}", version: 1) { id } }`);
    expect(codeOf(removed)).toBe('NOT_FOUND');
    expect(await stored(world.theirs)).toBe(before);
  });

  it('computes anew the days of their people only', async () => {
    const query =
      'mutation ($input: RecomputeInput!) { previewRecompute(input: $input) { token changes { employeeId } unjudged { employeeId } } }';
    const date = '2026-04-07';
    const range = { from: date, to: date };
    const mark = ({ id }: KnownPerson) =>
      anEvent(id, { localDate: date, timeZone: 'Europe/Berlin', at: new Date(`${date}T08:00:00Z`) });
    await api.database.repositories.attendanceEvents.insertMany([mark(world.ours), mark(world.theirs)]);
    const seenByOwner = await api.client.ask(query, range, owner);
    expect(tracesOf(world.theirs, seenByOwner)).toContain('id');
    const foreign = await api.client.ask(query, { ...range, employeeIds: [world.theirs.id] }, manager);
    expect(foreign.data.previewRecompute).toMatchObject({ changes: [], unjudged: [] });
    const before = await stored(world.theirs);
    const all = await api.client.ask(query, range, manager);
    expect(tracesOf(world.theirs, all)).toEqual([]);
    const apply =
      'mutation ($input: RecomputeInput!, $token: String!) { applyRecompute(input: $input, token: $token) { __typename } }';
    await send(apply, { input: range, token: all.data.previewRecompute.token });
    expect(await stored(world.theirs)).toBe(before);
  });

  it('signs for no other department, and sees no signature of one', async () => {
    const at = new Date();
    const sign = (departmentId: string) => ({
      ...{
        id: randomUUID(),
        from: '2026-03-01',
        to: '2026-03-31',
        siteId: null,
        departmentId,
        digest: 'x',
        dayCount: 1,
      },
      ...{ note: null, signedBy: { kind: 'USER' as const, id: 'somebody' }, signedAt: at, withdrawnAt: null },
      ...{ createdAt: at, updatedAt: at },
    });
    const [ours, theirs] = [sign(world.ourDepartment), sign(world.theirDepartment)];
    for (const one of [ours, theirs]) await api.database.repositories.periodSignOffs.insert(one);
    const { data } = await send(`{ periodSignOffs(${RANGE}) { id } }`);
    expect(data.periodSignOffs).toEqual([{ id: ours.id }]);
    const withdraw = `mutation { withdrawSignOff(input: { id: "${theirs.id}", version: 1 }) { id } }`;
    expect(codeOf(await send(withdraw))).toBe('FORBIDDEN');
  });

  it('sees the sites of their people by name, and no terminal', async () => {
    const { data } = await send('{ sites { name } devices { totalCount } }');
    expect(data.sites).toHaveLength(1);
    expect(data.devices.totalCount).toBe(0);
  });

  it('is shown in the trend the days and arrivals of their people only', async () => {
    const trendFor = async (as: Credentials) => {
      const query = '{ attendanceTrend(days: 92) { from to days { presentCount } arrivals { count } } }';
      const { from, to, days, arrivals } = (await send(query, {}, as)).data.attendanceTrend as Trend;
      const present = days.reduce((sum, { presentCount }) => sum + presentCount, 0);
      return { from, to, counts: [present, arrivals.reduce((sum, { count }) => sum + count, 0)] };
    };
    const { from, to, counts } = await trendFor(manager);
    const countsOf = async ({ id }: KnownPerson) => {
      const days = await api.database.repositories.dayRecords.listOf([id], { from, to });
      const present = days.filter(({ status, markCount }) => markCount > 0 && status !== 'ABSENT');
      return [present.length, days.filter(({ firstInAt }) => firstInAt !== null).length];
    };
    const [ours, theirs] = [await countsOf(world.ours), await countsOf(world.theirs)];
    expect(Math.min(...ours, ...theirs)).toBeGreaterThan(0);
    expect(counts).toEqual(ours);
    const all = (await trendFor(owner)).counts;
    expect(all.every((count, i) => count >= (ours[i] ?? 0) + (theirs[i] ?? 0))).toBe(true);
  });

  it('is told live of their people only', async () => {
    const client = new LiveClient(api.url, manager);
    const marks = client.first(`subscription { attendanceRecorded { node { ${WHO} } } }`);
    const presence = client.first('subscription { presenceChanged { siteIds } }');
    await client.first('subscription { jobProgress(id: "none") { id } }');
    const mark = (person: KnownPerson) =>
      world.make('supervisorMark', {
        employeeId: person.id,
        reason: 'There',
        kind: 'CHECK_OUT',
        idempotencyKey: randomUUID(),
      });
    const other = await world.make('department', { name: `Other ${randomUUID()}` });
    api.clock.forward(3_600_000);
    await mark(world.theirs);
    let isTold = false;
    void presence.then(() => {
      isTold = true;
    });
    await client.first('subscription { jobProgress(id: "none") { id } }');
    expect([other.id, isTold]).toEqual([expect.any(String), false]);
    await mark(world.ours);
    expect(tracesOf(world.ours, { text: JSON.stringify(await marks) })).toContain('id');
    expect((await presence).data.presenceChanged.siteIds).toHaveLength(1);
    await client.close();
  });

  it('checks no face of others, and that of a person who joins the department from the next call on', async () => {
    const anna = await createRegisteredPerson(api, owner, await photos.anna(), { departmentId: world.theirDepartment });
    const image = base64(await photos.annaAgain());
    const verify = async () =>
      (await api.client.ask(VERIFY_FACE, { employeeNumber: anna.number, image }, manager)).data.verifyFace.outcome;
    const identify = async () => (await api.client.ask(IDENTIFY_FACE, { image }, manager)).data.identifyFace.outcome;
    const record = async () =>
      (
        await api.client.ask(
          RECORD_ATTENDANCE,
          { idempotencyKey: randomUUID(), employeeNumber: anna.number, image },
          manager,
        )
      ).data.recordAttendance.outcome;
    expect([await verify(), await identify(), await record()]).toEqual(['NOT_ENROLLED', 'NO_MATCH', 'NOT_ENROLLED']);
    const { version } = await api.database.repositories.employees.getById(anna.id);
    const move = 'mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { id } }';
    await api.client.ask(move, { id: anna.id, version, departmentId: world.ourDepartment }, owner);
    expect([await verify(), await identify(), await record()]).toEqual(['MATCH', 'MATCH', 'RECORDED']);
  });

  it('of a site too sees the people of either', async () => {
    const at = new Date();
    const site = { id: randomUUID(), name: `Branch ${randomUUID()}`, timeZone: 'UTC', createdAt: at, updatedAt: at };
    await api.database.repositories.sites.insert(site);
    const create = 'mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { id } }';
    const input = { number: `B-${randomUUID()}`, name: 'At the branch', siteId: site.id };
    const { data } = await api.client.ask(create, input, owner);
    const both = await world.manager({ siteIds: [site.id], departmentIds: [world.ourDepartment] });
    const seen = await send('{ employees(first: 100) { nodes { id } } }', {}, both);
    const ids = seen.data.employees.nodes.map(({ id }: { id: string }) => id);
    expect(ids).toContain(data.createEmployee.id);
    expect(ids).toContain(world.ours.id);
    expect(ids).not.toContain(world.theirs.id);
    const none = await send('{ employees(first: 100) { nodes { id } } }', {}, await world.manager({}));
    expect(none.data.employees.nodes).toEqual([]);
  });
});
