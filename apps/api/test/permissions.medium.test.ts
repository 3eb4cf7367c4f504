import { randomUUID } from 'node:crypto';
import { ROLES, type Role, SCOPES, type Scope } from '@rollcall/contracts';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessRule } from '../src/access/access-rule.js';
import { ROLE_SCOPES } from '../src/access/role-scopes.js';
import { createAccount } from '../src/auth/accounts.js';
import { ACCESS_RULES } from '../src/graphql/access-rules.js';
import { createSchema } from '../src/graphql/schema.js';
import { bearer, type Credentials, codeOf, NOBODY } from './testing/graphql-test-client.js';
import { type LiveAnswer, LiveClient } from './testing/live-client.js';
import { RECORD_ATTENDANCE, VERIFY_FACE } from './testing/operations.js';
import { createKey, createPerson, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';
import { createPairedDevice, type TestDevice } from './testing/test-device.js';

const schema = createSchema();
const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
  type == null ? [] : Object.values(type.getFields()).map((field) => ({ type: type.name, field })),
);

let api: TestApi;
let owner: Credentials;
let device: TestDevice;
const byRole = new Map<Role, Credentials>();
const byScope = new Map<Scope, Credentials>();

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  for (const role of ROLES) byRole.set(role, await signInAs(role));
  const [site] = await api.database.repositories.sites.listAll();
  device = await createPairedDevice(api, owner, site?.id ?? '');
  for (const scope of SCOPES) byScope.set(scope, bearer(await createKey(api, owner, [scope])));
});

afterAll(() => api.stop());

async function signInAs(role: Role, more: object = {}): Promise<Credentials> {
  const account = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog' };
  await createAccount(api.container.auth, { ...account, name: role, roles: [role], ...more });
  return api.client.signIn(account.email, account.password);
}

/** A call that is valid by the schema, so that only the permission decides. */
function callOf(
  type: string,
  field: GraphQLField<unknown, unknown>,
): { query: string; variables: Record<string, unknown> } {
  const required = field.args.filter((argument) => isNonNullType(argument.type));
  const variables = Object.fromEntries(required.map((argument) => [argument.name, sampleOf(argument.type)]));
  const declared = required.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = required.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selected = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  const query = `${type.toLowerCase()} ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selected} }`;
  return { query, variables };
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: true,
  LocalDate: '2026-01-31',
  DateTime: '2026-01-31T08:00:00Z',
};

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  // A role that everybody who may grant roles at all may grant.
  if (type.name === 'Role') return 'EMPLOYEE';
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SAMPLES[type.name] ?? 'sample';
  const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
}

function mayPass(rule: AccessRule, scopes: readonly Scope[] | null, isKey: boolean): boolean {
  if (rule.kind === 'public') return true;
  if (scopes === null) return false;
  if (rule.kind === 'person' && isKey) return false;
  if (rule.kind === 'anyScope') return rule.scopes.some((scope) => scopes.includes(scope));
  return rule.kind === 'signedIn' || ('scope' in rule && scopes.includes(rule.scope));
}

/**
 * How the opening of a subscription ends. One that is allowed stays open without a word; a refusal needs nothing from the
 * database, so it is there before the answer about a job that does not exist.
 */
async function opening(as: Credentials, { query, variables }: ReturnType<typeof callOf>) {
  const client = new LiveClient(api.url, as);
  const closed = client.closed.then(() => ({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }));
  const answered = client.first(query, variables);
  const later = client.first('subscription { jobProgress(id: "none") { id } }').then(() => ({}));
  const answer: LiveAnswer = await Promise.race([answered, closed, later] as Promise<LiveAnswer>[]);
  await client.close();
  return { status: 200, text: JSON.stringify(answer), errors: answer.errors };
}

async function expectAccess(
  as: Credentials,
  scopes: readonly Scope[] | null,
  { isKey = false }: { readonly isKey?: boolean } = {},
): Promise<void> {
  const wrong: string[] = [];
  for (const { type, field } of operations) {
    const rule = ACCESS_RULES[`${type}.${field.name}`];
    if (rule === undefined) throw new Error(`${field.name} has no rule`);
    const call = callOf(type, field);
    const answer = type === 'Subscription' ? await opening(as, call) : await api.client.send(call, as);
    const code = answer.errors?.[0]?.extensions?.code;
    const isRefused = code === 'FORBIDDEN' || code === 'UNAUTHENTICATED';
    if (isRefused === mayPass(rule, scopes, isKey)) wrong.push(`${field.name}: ${code ?? 'passed'}`);
    if (answer.status >= 500) wrong.push(`${field.name}: ${answer.text}`);
  }
  expect(wrong).toEqual([]);
}

describe('every operation', () => {
  it('is closed to nobody but the public ones', () => expectAccess(NOBODY, null));

  it.each(ROLES)('answers the role %s as the rules say', (role) =>
    expectAccess(byRole.get(role) ?? NOBODY, role === 'EMPLOYEE' ? [] : ROLE_SCOPES[role]),
  );

  it.each(SCOPES)('answers a key with only %s as the rules say', (scope) =>
    expectAccess(byScope.get(scope) ?? NOBODY, [scope], { isKey: true }),
  );

  it('is closed to a paired device but for what a kiosk does', async () => {
    const open: string[] = [];
    for (const { type, field } of operations) {
      // A device opens no WebSocket: see below.
      if (type === 'Subscription') continue;
      const answer = await device.send(callOf(type, field));
      const code = answer.errors?.[0]?.extensions?.code;
      if (code !== 'FORBIDDEN') open.push(`${type}.${field.name}`);
      expect(code, field.name).not.toBe('UNAUTHENTICATED');
      expect(answer.status, field.name).toBeLessThan(500);
    }
    // By hand: what is added to it is meant to be.
    expect(open.sort()).toEqual([
      'Mutation.recordAttendance',
      'Mutation.reportDeviceContact',
      'Mutation.startLivenessChallenge',
      'Query.viewer',
    ]);
  });

  it.each([
    ['who is behind a number', 'attempt { employee { name } }'],
    ['the number of a badge', 'attempt { employeeNumber }'],
    ['when a person is away', 'event { employee { site { name } } }'],
    ['where the threshold lies', 'attempt { operatingPoint { threshold } }'],
    ['the score of attack detection', 'attempt { pad { score } }'],
  ])('of a kiosk does not tell it %s', async (_what, selection) => {
    const query = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { ${selection} } }`;
    const variables = { input: { idempotencyKey: randomUUID(), employeeNumber: 'x', pin: '481920' } };
    expect(codeOf(await device.send({ query, variables }))).toBe('FORBIDDEN');
  });

  it('of a subscription is closed to a paired device: its signature opens no WebSocket', async () => {
    const client = new LiveClient(api.url, device.headerFor('', { method: 'GET' }));
    await client.closed;
    expect(codeOf(await device.send({ query: '{ __schema { types { name } } }' }))).toMatch(/BAD_USER_INPUT|FORBIDDEN/);
  });

  it('is checked again inside its service, whoever calls it', async () => {
    const { services } = api.container;
    const nobody = {
      kind: 'API_KEY',
      id: 'x',
      name: 'x',
      email: null,
      roles: [],
      scopes: new Set<Scope>(),
      padPolicy: 'REFUSE',
    } as const;
    const actor = { ...nobody, siteIds: null, departmentIds: [], employeeId: null, requestId: null };
    const page = { first: 1 };
    const importRequest = {
      ...{ fileId: 'x', isDryRun: true, dateFormat: 'ISO' as const, columns: [], replacePhotos: false },
      ...{ siteId: null, timeZone: null, ignoreKinds: false },
    } as const;
    const calls: Record<string, () => Promise<unknown>> = {
      'users.list': () => services.users.list(actor, page),
      'users.changeAccess': () => services.users.changeAccess(actor, { userId: 'x', roles: ['AUDITOR'] }),
      'users.deactivate': () => services.users.deactivate(actor, 'x'),
      'users.reactivate': () => services.users.reactivate(actor, 'x'),
      'users.resetSecondFactor': () => services.users.resetSecondFactor(actor, 'x'),
      'invitations.list': () => services.invitations.list(actor, page),
      'invitations.invite': () => services.invitations.invite(actor, { email: 'x@example.org', role: 'AUDITOR' }),
      'invitations.revoke': () => services.invitations.revoke(actor, 'x'),
      'apiKeys.list': () => services.apiKeys.list(actor),
      'apiKeys.create': () => services.apiKeys.create(actor, { name: 'x', scopes: ['admin'], padPolicy: 'FLAG' }),
      'apiKeys.revoke': () => services.apiKeys.revoke(actor, 'x'),
      'apiKeys.rotate': () => services.apiKeys.rotate(actor, { id: 'x', overlapHours: 1 }),
      'attendanceDays.list': () => services.attendanceDays.list(actor, page),
      'attendanceEvents.list': () => services.attendanceEvents.list(actor, page),
      'attendanceDays.listOffShift': () => services.attendanceDays.listOffShift(actor, page),
      'webhooks.list': () => services.webhooks.list(actor),
      'webhooks.deliveries': () => services.webhooks.deliveries(actor, { webhookId: 'x', ...page }),
      'webhooks.create': () =>
        services.webhooks.create(actor, { name: 'x', url: 'https://example.org', events: ['ATTENDANCE_RECORDED'] }),
      'webhooks.update': () => services.webhooks.update(actor, { id: 'x', version: 1 }),
      'webhooks.remove': () => services.webhooks.remove(actor, 'x'),
      'webhooks.rotateSecret': () => services.webhooks.rotateSecret(actor, 'x'),
      'webhooks.test': () => services.webhooks.test(actor, 'x'),
      'webhooks.replay': () => services.webhooks.replay(actor, 'x'),
      'reportSchedules.list': () => services.reportSchedules.list(actor, page),
      'reportSchedules.create': () =>
        services.reportSchedules.create(actor, { name: 'x', kind: 'HOURS', frequency: 'DAILY', time: '07:00' }),
      'reportSchedules.update': () =>
        services.reportSchedules.update(actor, {
          ...{ id: 'x', version: 1, name: 'x', kind: 'HOURS', frequency: 'DAILY', time: '07:00' },
        }),
      'reportSchedules.setPaused': () => services.reportSchedules.setPaused(actor, { id: 'x', version: 1 }, true),
      'reportSchedules.remove': () => services.reportSchedules.remove(actor, { id: 'x', version: 1 }),
      'live.marks': () => services.live.marks(actor, {}),
      'live.refusals': () => services.live.refusals(actor, {}),
      'live.presence': () => services.live.presence(actor, null),
      'assignments.list': () => services.assignments.list(actor, 'x'),
      'assignments.assign': () => services.assignments.assign(actor, { employeeIds: ['x'], from: '2026-01-01' }),
      'assignments.remove': () => services.assignments.remove(actor, 'x', 1),
      'departments.create': () => services.departments.create(actor, { name: 'x' }),
      'departments.update': () => services.departments.update(actor, { id: 'x', version: 1 }),
      'devices.list': () => services.devices.list(actor, page),
      'devices.create': () => services.devices.create(actor, { name: 'x', siteId: 'x' }),
      'devices.update': () => services.devices.update(actor, { id: 'x', version: 1 }),
      'devices.retire': () => services.devices.retire(actor, 'x', 1),
      'devicePairing.createCode': () => services.devicePairing.createCode(actor, 'x'),
      'devices.noteContact': () => services.devices.noteContact(actor, { id: 'x' }),
      'customFields.list': () => services.customFields.list(actor),
      'customFields.create': () => services.customFields.create(actor, { key: 'x', label: 'x', type: 'TEXT' }),
      'customFields.update': () => services.customFields.update(actor, { id: 'x', version: 1 }),
      'customFields.remove': () => services.customFields.remove(actor, 'x', 1),
      'holidayImport.run': () => services.holidayImport.run(actor, { holidays: [], dryRun: true }),
      'calendar.updateLeaveType': () => services.calendar.updateLeaveType(actor, { id: 'x', version: 1 }),
      'leaves.cancel': () => services.leaves.cancel(actor, 'x', 1),
      'assignments.update': () => services.assignments.update(actor, { id: 'x', version: 1 }),
      'shifts.remove': () => services.shifts.remove(actor, 'x', 1),
      'sites.archive': () => services.sites.archive(actor, 'x', 1),
      'sites.restore': () => services.sites.restore(actor, 'x', 1),
      'holidaySource.places': () => services.holidaySource.places(actor, 'en'),
      'holidaySource.known': () =>
        services.holidaySource.known(actor, { place: 'DE', year: 2026, language: 'en', withBankHolidays: false }),
      'calendar.createHoliday': () =>
        services.calendar.createHoliday(actor, { date: '2026-01-01', name: 'x', portion: 'FULL' }),
      'calendar.removeHoliday': () => services.calendar.removeHoliday(actor, 'x', 1),
      'calendar.createWeeklyOff': () => services.calendar.createWeeklyOff(actor, { weekday: 7 }),
      'calendar.removeWeeklyOff': () => services.calendar.removeWeeklyOff(actor, 'x', 1),
      'calendar.createLeaveType': () => services.calendar.createLeaveType(actor, { name: 'x', isPaid: true }),
      'timeline.list': () => services.timeline.list(actor, { employeeId: 'x', ...page }),
      'timeline.markingDevices': () => services.timeline.markingDevices(actor, 'x'),
      'leaves.list': () => services.leaves.list(actor, page),
      'leaves.request': () =>
        services.leaves.request(actor, {
          employeeId: 'x',
          leaveTypeId: 'x',
          from: '2026-01-01',
          to: '2026-01-01',
          portion: 'FULL',
        }),
      'leaves.decide': () => services.leaves.decide(actor, { id: 'x', version: 1, isApproved: true }),
      'corrections.list': () => services.corrections.list(actor, page),
      'corrections.request': () =>
        services.corrections.request(actor, { employeeId: 'x', action: 'ADD', reason: 'x', at: new Date(0) }),
      'corrections.decide': () => services.corrections.decide(actor, { id: 'x', version: 1, isApproved: true }),
      'erasures.erase': () => services.erasures.erase(actor, { employeeId: 'x', number: 'x', reason: 'x' }),
      'facePhotos.look': () => services.facePhotos.look(actor, 'x'),
      'erasures.find': () => services.erasures.find(actor, 'x'),
      'merges.merge': () =>
        services.merges.merge(actor, { keepId: 'x', keepVersion: 1, mergeId: 'y', mergeVersion: 1, reason: 'x' }),
      'merges.unmerge': () => services.merges.unmerge(actor, { mergedId: 'x', version: 1, reason: 'x' }),
      'disputes.list': () => services.disputes.list(actor, page),
      'disputes.raise': () => services.disputes.raise(actor, { eventId: 'x', reason: 'x' }),
      'disputes.resolve': () => services.disputes.resolve(actor, { id: 'x', version: 1, isUpheld: true }),
      'notificationSettings.get': () => services.notificationSettings.get(actor),
      'notificationSettings.update': () => services.notificationSettings.update(actor, { version: 1 }),
      'periods.list': () => services.periods.list(actor),
      'periods.readiness': () => services.periods.readiness(actor, { from: '2026-01-01', to: '2026-01-31' }),
      'periods.finalise': () => services.periods.finalise(actor, { from: '2026-01-01', to: '2026-01-31' }),
      'attendanceDays.find': () => services.dayEvidence.find(actor, 'x', '2026-01-01'),
      'overtime.decide': () => services.overtime.decide(actor, { dayId: 'x', approvedMinutes: 1, version: 0 }),
      'signOffs.list': () => services.signOffs.list(actor, { from: '2026-01-01', to: '2026-01-31' }),
      'signOffs.sign': () => services.signOffs.sign(actor, { from: '2026-01-01', to: '2026-01-31' }),
      'signOffs.withdraw': () => services.signOffs.withdraw(actor, { id: 'x', version: 1 }),
      'payroll.retroDeltas': () => services.payroll.retroDeltas(actor, 'x').next(),
      'payroll.unjudged': () => services.payroll.unjudged(actor, 'x'),
      'payroll.summaries': () =>
        services.payroll
          .summaries(actor, { from: '2026-01-01', to: '2026-01-31', siteId: null, departmentId: null })
          .next(),
      'periods.reopen': () => services.periods.reopen(actor, { id: 'x', version: 1, reason: 'x' }),
      'recompute.preview': () => services.recompute.preview(actor, { from: '2026-01-01', to: '2026-01-31' }),
      'recompute.apply': () => services.recompute.apply(actor, { from: '2026-01-01', to: '2026-01-31' }, 'x'),
      'reports.report': () => services.reports.report(actor, { kind: 'HOURS', from: '2026-01-01', to: '2026-01-31' }),
      'reports.presence': () => services.reports.presence(actor, null),
      'reports.stream': () => services.reports.stream(actor, { kind: 'HOURS', from: '2026-01-01', to: '2026-01-31' }),
      'evacuation.list': () => services.evacuation.list(actor, null),
      'exports.request': () =>
        services.exports.request(actor, { kind: 'HOURS', format: 'CSV', from: '2026-01-01', to: '2026-01-31' }),
      'exports.prepare': () =>
        services.exports.prepare(actor, { kind: 'HOURS', format: 'CSV', from: '2026-01-01', to: '2026-01-31' }),
      'exports.requestAudit': () => services.exports.requestAudit(actor, {}),
      'settings.get': () => services.settings.get(actor),
      'settings.update': () => services.settings.update(actor, { version: 1 }),
      'supervisorMarks.record': () =>
        services.supervisorMarks.record(actor, { idempotencyKey: 'x', employeeId: 'x', reason: 'x', kind: 'AUTO' }),
      'pins.set': () => services.pins.set(actor, 'x', '481920'),
      'pins.remove': () => services.pins.remove(actor, 'x'),
      'policies.create': () => services.policies.create(actor, { name: 'x', levers: {} }),
      'shifts.create': () => services.shifts.create(actor, { name: 'x', start: '08:00', end: '17:00', policyId: 'x' }),
      'sites.create': () => services.sites.create(actor, { name: 'x', timeZone: 'UTC' }),
      'sites.update': () => services.sites.update(actor, { id: 'x', version: 1 }),
      'shifts.update': () => services.shifts.update(actor, { id: 'x', version: 1 }),
      'recordAttendance.record': () => services.recordAttendance.record(actor, { idempotencyKey: 'x', kind: 'AUTO' }),
      'audit.list': () => services.audit.list(actor, page),
      'audit.verify': () => services.audit.verify(actor),
      'captureAttempts.list': () => services.captureAttempts.list(actor, page),
      'attendanceTrend.trend': () => services.attendanceTrend.trend(actor, 28),
      'recognition.health': () => services.recognition.health(actor, {}),
      'consents.record': () => services.consents.record(actor, { employeeId: 'x', method: 'PAPER' }),
      'consents.withdraw': () => services.consents.withdraw(actor, 'x'),
      'employees.find': () => services.employees.find(actor, { id: 'x' }),
      'employees.list': () => services.employees.list(actor, { ...page, sort: 'NUMBER_ASC' }),
      'employees.create': () => services.employees.create(actor, { number: 'x', name: 'x' }),
      'employees.update': () => services.employees.update(actor, { id: 'x', version: 1 }),
      'employees.deactivate': () => services.employees.deactivate(actor, 'x'),
      'provisioning.get': () => services.provisioning.get(actor, 'x'),
      'provisioning.list': () => services.provisioning.list(actor, {}, { skip: 0, limit: 1 }),
      'provisioning.create': () => services.provisioning.create(actor, { number: 'x' }),
      'provisioning.change': () => services.provisioning.change(actor, 'x', {}, null),
      'provisioning.remove': () => services.provisioning.remove(actor, 'x', null),
      'rehires.reactivate': () => services.rehires.reactivate(actor, { id: 'x', version: 1 }),
      'compareFaces.compare': () => services.compareFaces.compare(actor, { reference: {}, probe: {}, kind: 'LIVE' }),
      'registerFace.register': () =>
        services.registerFace.register(actor, { employeeId: 'x', images: [], replace: false }),
      'uploads.create': () => services.uploads.create(actor, { fileName: 'x', byteLength: 1, sha256: '0'.repeat(64) }),
      'attendanceImports.start': () => services.attendanceImports.start(actor, importRequest),
      'attendanceImports.startFromUpload': () =>
        services.attendanceImports.startFromUpload(actor, services.uploads, importRequest),
      'employeeImports.start': () => services.employeeImports.start(actor, importRequest),
      'employeeImports.startFromUpload': () =>
        services.employeeImports.startFromUpload(actor, services.uploads, importRequest),
      'devicePushes.refusals': () => services.devicePushes.refusals(actor, 'x', 1),
      'devicePushes.retry': () => services.devicePushes.retry(actor, 'x'),
      'verificationLevels.set': () =>
        services.verificationLevels.set(actor, { employeeId: 'x', version: 1, level: 'STRICT' }),
      'faceLocks.unlock': () => services.faceLocks.unlock(actor, 'x'),
      'identifyFace.identify': () => services.identifyFace.identify(actor, { image: {} }),
      'liveness.start': () => services.liveness.start(actor, {}),
      'verifyFace.verify': () => services.verifyFace.verify(actor, { employeeId: 'x', image: {} }),
    };
    const codes = await Promise.all(
      Object.entries(calls).map(async ([name, call]) => [
        name,
        await call().then(
          () => 'passed',
          (error) => error.code,
        ),
      ]),
    );
    expect(Object.fromEntries(codes)).toEqual(
      Object.fromEntries(Object.keys(calls).map((name) => [name, 'FORBIDDEN'])),
    );
  });
});

describe('every field of every type', () => {
  it('has a rule: plain ones through their type, all others by name', () => {
    const missing = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || type.name.startsWith('__')) return [];
      return Object.values(type.getFields())
        .filter((field) => {
          const isPlain = field.resolve === undefined && type.name !== 'Query' && type.name !== 'Mutation';
          return (
            ACCESS_RULES[`${type.name}.${field.name}`] === undefined && !(isPlain && ACCESS_RULES[`${type.name}.*`])
          );
        })
        .map((field) => `${type.name}.${field.name}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('what a manager of one site', () => {
  let manager: Credentials;
  let here: Person;
  let elsewhere: Person;

  beforeAll(async () => {
    const now = new Date();
    const { sites } = api.database.repositories;
    const own = await sites.insert({
      id: randomUUID(),
      name: 'Own site',
      timeZone: 'UTC',
      createdAt: now,
      updatedAt: now,
    });
    manager = await signInAs('MANAGER', { siteIds: [own.id] });
    here = await createPerson(api, owner, { siteId: own.id });
    elsewhere = await createRegisteredPerson(api, owner, await photos.anna());
    const input = {
      idempotencyKey: randomUUID(),
      employeeNumber: elsewhere.number,
      image: base64(await photos.annaAgain()),
    };
    await api.client.ask(RECORD_ATTENDANCE, input, owner);
  });

  it('sees are the people of that site only; others look as if they did not exist', async () => {
    const query =
      'query ($here: ID, $elsewhere: ID, $random: ID) { here: employee(id: $here) { id } elsewhere: employee(id: $elsewhere) { id } random: employee(id: $random) { id } employees(first: 100) { nodes { id } } sites { name } attendanceEvents { totalCount } attendanceDays { totalCount } }';
    const variables = { here: here.id, elsewhere: elsewhere.id, random: randomUUID() };
    const { data } = await api.client.send({ query, variables }, manager);
    expect(data).toEqual({
      here: { id: here.id },
      elsewhere: null,
      random: null,
      employees: { nodes: [{ id: here.id }] },
      sites: [{ name: 'Own site' }],
      attendanceEvents: { totalCount: 0 },
      attendanceDays: { totalCount: 0 },
    });
  });

  it('can verify are the people of that site only; others answer as if they had no face', async () => {
    const ask = async (employeeNumber: string) =>
      (await api.client.ask(VERIFY_FACE, { employeeNumber, image: base64(await photos.annaAgain()) }, manager)).data
        .verifyFace;
    const foreign = await ask(elsewhere.number);
    const unknown = await ask('nobody-at-all');
    expect(foreign).toMatchObject({ outcome: 'NOT_ENROLLED', similarity: null, attempt: { employee: null } });
    const { attempt: one, ...foreignRest } = foreign;
    const { attempt: other, ...unknownRest } = unknown;
    expect(foreignRest).toEqual(unknownRest);
    expect({ ...one, id: '', employeeNumber: '' }).toEqual({ ...other, id: '', employeeNumber: '' });
  });
});

describe('what an employee', () => {
  it('sees is the own record and nothing else', async () => {
    const self = await createPerson(api, owner);
    const other = await createPerson(api, owner);
    const employee = await signInAs('EMPLOYEE', { employeeId: self.id });
    const query =
      'query ($self: ID, $other: ID) { viewer { employee { id } } self: employee(id: $self) { id } other: employee(id: $other) { id } employees { totalCount } }';
    const { data } = await api.client.send({ query, variables: { self: self.id, other: other.id } }, employee);
    expect(data).toEqual({
      viewer: { employee: { id: self.id } },
      self: { id: self.id },
      other: null,
      employees: { totalCount: 1 },
    });
    const attempts = await api.client.send({ query: '{ captureAttempts { totalCount } }' }, employee);
    expect(codeOf(attempts)).toBe('FORBIDDEN');
  });
});

describe('names in the record of who did what', () => {
  it('are those of who acts for every reader, and those of people for who may see people', async () => {
    const person = await createPerson(api, owner);
    const query =
      'query ($id: ID) { auditEntries(filter: { action: "EMPLOYEE_CREATED", targetKind: "EMPLOYEE", targetId: $id }) { nodes { actor { kind name } target { id name } } } }';
    const namesFor = async (scopes: readonly Scope[]) => {
      const key = bearer(await createKey(api, owner, scopes));
      return (await api.client.send({ query, variables: { id: person.id } }, key)).data.auditEntries.nodes;
    };
    const { name } = (await api.client.send({ query: '{ viewer { name } }' }, owner)).data.viewer;
    const actor = { kind: 'USER', name };
    expect(await namesFor(['audit:read'])).toEqual([{ actor, target: { id: person.id, name: null } }]);
    expect(await namesFor(['audit:read', 'employees:read'])).toEqual([
      { actor, target: { id: person.id, name: expect.stringMatching(/./) } },
    ]);
  });
});

describe('similarity and scores', () => {
  it('are hidden from a key without audit:read and shown to one with it', async () => {
    await api.client.send({ query: '{ viewer { id } }' }, owner);
    const anna = (
      await api.client.send(
        { query: '{ employees(first: 100, filter: { faceStatus: ENROLLED }) { nodes { number } } }' },
        owner,
      )
    ).data.employees.nodes[0];
    const ask = async (scopes: readonly Scope[]) => {
      const key = bearer(await createKey(api, owner, scopes));
      const { data } = await api.client.ask(
        VERIFY_FACE,
        { employeeNumber: anna.number, image: base64(await photos.annaAgain()) },
        key,
      );
      const { outcome, similarity, pad, attempt } = data.verifyFace;
      return { outcome, numbers: [similarity, pad.score, attempt.similarity, attempt.pad.score] };
    };
    expect(await ask(['faces:verify'])).toEqual({ outcome: 'MATCH', numbers: [null, null, null, null] });
    expect(await ask(['faces:verify', 'audit:read'])).toEqual({
      outcome: 'MATCH',
      numbers: Array(4).fill(expect.any(Number)),
    });
    const reader = bearer(await createKey(api, owner, ['attendance:read']));
    const events = await api.client.send(
      { query: '{ attendanceEvents { nodes { attempt { similarity pad { score } } } } }' },
      reader,
    );
    expect(events.data.attendanceEvents.nodes[0].attempt).toEqual({ similarity: null, pad: { score: null } });
  });
});
