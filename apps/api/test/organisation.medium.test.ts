import { randomUUID } from 'node:crypto';
import { POLICY_DEFAULTS } from '@rollcall/attendance';
import { STANDARD_POLICY_ID } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { addDays } from '../src/local-dates/date-range.js';
import { bearer, type Credentials, codeOf, type GraphQLAnswer } from './testing/graphql-test-client.js';
import { createKey, createPerson } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let mainSiteId: string;
/** A Monday three to four weeks ago. */
let monday: string;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  mainSiteId = (await api.database.repositories.sites.listAll())[0]?.id ?? '';
  const today = new Date().toISOString().slice(0, 10);
  monday = addDays(today, 1 - (new Date(`${today}T12:00:00Z`).getUTCDay() || 7) - 21);
});

afterAll(() => api.stop());

const ask = (query: string, variables: object = {}, as: Credentials = owner) =>
  api.client.send({ query, variables }, as);
const ok = async (query: string, variables: object = {}, as: Credentials = owner) => {
  const answer = await ask(query, variables, as);
  expect(answer.errors, answer.text).toBeUndefined();
  return answer.data;
};
const detailsOf = (answer: GraphQLAnswer) => answer.errors?.[0]?.extensions.details;

const CREATE_SITE =
  'mutation ($input: CreateSiteInput!) { createSite(input: $input) { id version geofenceMode networkMode allowedNetworks geofence { kind centre { latitude } radiusMetres points { longitude } } } }';
const UPDATE_SITE =
  'mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { version geofenceMode geofence { kind points { longitude } } allowedNetworks } }';
const CREATE_DEVICE = 'mutation ($input: CreateDeviceInput!) { createDevice(input: $input) { id version } }';
const CREATE_DEPARTMENT =
  'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { id version } }';
const UPDATE_DEPARTMENT =
  'mutation ($input: UpdateDepartmentInput!) { updateDepartment(input: $input) { id version parent { name } site { name } manager { id } costCentre } }';
const CREATE_FIELD = 'mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) { id version } }';
const CREATE_EMPLOYEE = 'mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { id version } }';
const UPDATE_EMPLOYEE =
  'mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { version site { id } siteHistory { siteId from } customFields { key value } } }';
const CREATE_SHIFT = 'mutation ($input: CreateShiftInput!) { createShift(input: $input) { id version policyId } }';
const UPDATE_SHIFT = 'mutation ($input: UpdateShiftInput!) { updateShift(input: $input) { version } }';
const REMOVE_SHIFT = 'mutation ($id: ID!, $version: Int!) { removeShift(id: $id, version: $version) { id } }';
const ASSIGN = 'mutation ($input: AssignShiftInput!) { assignShift(input: $input) { id version employeeId } }';
const UPDATE_ASSIGNMENT =
  'mutation ($input: UpdateAssignmentInput!) { updateShiftAssignment(input: $input) { version from to } }';
const MOVE =
  'mutation ($input: MoveShiftInput!) { moveShift(input: $input) { id version employeeId from to shiftId rotationSlots } }';
const IMPORT =
  'mutation ($input: ImportHolidaysInput!) { importHolidays(input: $input) { added { date name } present { date name } } }';

const name = (what: string) => `${what} ${randomUUID()}`;
const createSite = async (more = {}) =>
  (await ok(CREATE_SITE, { input: { name: name('Site'), timeZone: 'Europe/Berlin', ...more } })).createSite;
const createShift = async (start: string, end: string, more = {}) =>
  (await ok(CREATE_SHIFT, { input: { name: name('Shift'), start, end, ...more } })).createShift;
const account = async (role: 'MANAGER' | 'EMPLOYEE', more: object) => {
  const made = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog' };
  await createAccount(api.container.auth, { ...made, name: role, roles: [role], ...more });
  return api.client.signIn(made.email, made.password);
};

describe('a site', () => {
  it('keeps its rules about the place; people without employees:read do not see them', async () => {
    const geofence = { centre: { latitude: 52.5, longitude: 13.4 }, radiusMetres: 120 };
    const rules = { geofence, geofenceMode: 'REFUSE', allowedNetworks: ['192.0.2.0/24'], networkMode: 'FLAG' };
    const site = await createSite(rules);
    const circle = { kind: 'CIRCLE', centre: { latitude: 52.5 }, radiusMetres: 120, points: [] };
    expect(site).toMatchObject({ geofenceMode: 'REFUSE', networkMode: 'FLAG', geofence: circle });
    const points = [0, 1, 2].map((longitude) => ({ latitude: longitude ** 2, longitude }));
    const input = {
      id: site.id,
      version: site.version,
      geofence: { points },
      allowedNetworks: null,
      networkMode: 'OFF',
    };
    const changed = (await ok(UPDATE_SITE, { input })).updateSite;
    expect(changed).toMatchObject({ geofence: { kind: 'POLYGON' }, geofenceMode: 'REFUSE', allowedNetworks: [] });
    const employee = await account('EMPLOYEE', {
      employeeId: (await createPerson(api, owner)).id,
      siteIds: [site.id],
    });
    const { sites } = await ok('{ sites { id geofence { kind } allowedNetworks } }', {}, employee);
    expect(sites).toContainEqual({ id: site.id, geofence: null, allowedNetworks: null });
  });

  it.each([
    ['an unknown zone', { timeZone: 'Moon/Base' }, 'timeZone'],
    ['a bad network', { allowedNetworks: ['10.0.0.0/8', '10.0.0.0/40'] }, 'allowedNetworks[1]'],
    ['a bad polygon', { geofence: { points: [{ latitude: 0, longitude: 0 }] } }, 'geofence.points'],
    ['a rule without a geofence', { geofenceMode: 'REFUSE' }, 'geofenceMode'],
  ])('with %s is refused, and the field is named', async (_what, more, field) => {
    const answer = await ask(CREATE_SITE, { input: { name: name('Bad'), timeZone: 'UTC', ...more } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(detailsOf(answer)).toMatchObject({ field });
  });

  it('is archived only when nobody belongs to it, and takes nobody afterwards', async () => {
    const site = await createSite();
    const archive = (version: number) =>
      ask('mutation ($id: ID!, $version: Int!) { archiveSite(id: $id, version: $version) { version isArchived } }', {
        id: site.id,
        version,
      });
    const person = await createPerson(api, owner, { siteId: site.id });
    expect(detailsOf(await archive(site.version))).toEqual({ field: 'id', usedBy: 'employees' });
    await ok('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id: person.id });
    const device = (await ok(CREATE_DEVICE, { input: { name: 'Gate', siteId: site.id } })).createDevice;
    expect(codeOf(await archive(site.version))).toBe('IN_USE');
    await ok('mutation ($id: ID!, $version: Int!) { retireDevice(id: $id, version: $version) { id } }', device);
    expect((await archive(site.version)).data.archiveSite).toEqual({ version: site.version + 1, isArchived: true });
    expect(codeOf(await archive(site.version))).toBe('CONFLICT');
    const late = await ask(CREATE_EMPLOYEE, { input: { number: name('E'), name: 'Late', siteId: site.id } });
    expect(detailsOf(late)).toMatchObject({ field: 'siteId' });
    const { sites } = await ok('{ sites { id } }');
    expect(sites.map(({ id }: { id: string }) => id)).not.toContain(site.id);
  });
});

describe('a device', () => {
  const CONTACT =
    'mutation ($input: DeviceContactInput!) { reportDeviceContact(input: $input) { syncedThroughAt clockOffsetMs lastSeenAt } }';

  it('reports how far it has sent its marks: an absence of its site waits for that', async () => {
    const site = await createSite();
    const { id } = (await ok(CREATE_DEVICE, { input: { name: 'Gate', siteId: site.id } })).createDevice;
    const key = bearer(await createKey(api, owner, ['attendance:write']));
    const at = new Date(Date.now() - 60_000).toISOString();
    const deviceTime = new Date(Date.now() + 3_600_000).toISOString();
    const contact = (await ok(CONTACT, { input: { id, syncedThroughAt: at, deviceTime } }, key)).reportDeviceContact;
    expect(contact.syncedThroughAt).toBe(at);
    expect(contact.clockOffsetMs).toBeGreaterThan(3_500_000);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const early = await ask(CONTACT, { input: { id, syncedThroughAt: tomorrow } }, key);
    expect(detailsOf(early)).toMatchObject({ field: 'syncedThroughAt' });
  });

  it('that stays silent keeps an absence open, and is named', async () => {
    const site = await createSite();
    const input = { name: 'Silent gate', siteId: site.id, activeFromAt: `${monday}T00:00:00Z` };
    const { id } = (await ok(CREATE_DEVICE, { input })).createDevice;
    const shift = await createShift('09:00', '17:00');
    const person = await createPerson(api, owner, { siteId: site.id, joiningDate: monday });
    await ok(ASSIGN, { input: { employeeIds: [person.id], from: monday, shiftId: shift.id } });
    const employee = await api.database.repositories.employees.getById(person.id);
    const verdict = async () => {
      const range = { from: monday, to: monday };
      // Four hours after the window of 60 minutes before to 240 minutes after has closed.
      const asOf = new Date(`${addDays(monday, 1)}T01:00:00Z`);
      const {
        computed: [computed],
      } = await api.container.services.attendanceDays.compute([employee], range, asOf);
      return computed?.records[0];
    };
    expect(await verdict()).toMatchObject({ closure: 'WAITING' });
    const contact = { at: new Date(), syncedThroughAt: new Date(`${addDays(monday, 1)}T00:00:00Z`) };
    await api.database.repositories.devices.noteContact(id, contact);
    expect(await verdict()).toMatchObject({ status: 'ABSENT', closure: 'FINAL' });
  });

  it('of another site is not there for a manager', async () => {
    const [own, other] = [await createSite(), await createSite()];
    const manager = await account('MANAGER', { siteIds: [own.id] });
    for (const siteId of [own.id, other.id]) await ok(CREATE_DEVICE, { input: { name: 'Gate', siteId } });
    const { devices } = await ok('{ devices { totalCount nodes { site { id } } } }', {}, manager);
    expect(devices).toEqual({ totalCount: 1, nodes: [{ site: { id: own.id } }] });
    const foreign = await ask(
      'query ($id: ID!) { devices(filter: { siteId: $id }) { totalCount } }',
      { id: other.id },
      manager,
    );
    expect(foreign.data.devices.totalCount).toBe(0);
  });
});

describe('departments', () => {
  const create = async (more = {}) =>
    (await ok(CREATE_DEPARTMENT, { input: { name: name('Dept'), ...more } })).createDepartment;

  it('form a tree with a manager, a site and a cost centre', async () => {
    const [top, lead] = [await create(), await createPerson(api, owner)];
    const below = await create({ parentId: top.id });
    const input = { ...below, managerEmployeeId: lead.id, siteId: mainSiteId, costCentre: ' 4711 ' };
    const { updateDepartment } = await ok(UPDATE_DEPARTMENT, { input });
    expect(updateDepartment).toMatchObject({
      manager: { id: lead.id },
      site: { name: 'Main site' },
      costCentre: '4711',
    });
    const ring = await ask(UPDATE_DEPARTMENT, { input: { id: top.id, version: top.version, parentId: below.id } });
    expect(detailsOf(ring)).toMatchObject({ field: 'parentId' });
  });

  it('moved below each other at once do not become a ring', async () => {
    const [a, b] = [await create(), await create()];
    const move = (one: typeof a, parentId: string) => ask(UPDATE_DEPARTMENT, { input: { ...one, parentId } });
    const answers = await Promise.all([move(a, b.id), move(b, a.id)]);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  });

  it('are not archived while people belong to them', async () => {
    const department = await create();
    await createPerson(api, owner, { departmentId: department.id });
    expect(codeOf(await ask(UPDATE_DEPARTMENT, { input: { ...department, isArchived: true } }))).toBe('IN_USE');
  });
});

describe('an employee', () => {
  it('who moves keeps the days of before at the former site', async () => {
    const [berlin, kolkata] = [await createSite(), await createSite({ timeZone: 'Asia/Kolkata' })];
    const shift = await createShift('09:00', '17:00');
    const work = { siteId: berlin.id, defaultShiftId: shift.id, joiningDate: monday };
    const { id } = await createPerson(api, owner, work);
    const siteFrom = addDays(monday, 2);
    const { version } = await api.database.repositories.employees.getById(id);
    const moved = (await ok(UPDATE_EMPLOYEE, { input: { id, version, siteId: kolkata.id, siteFrom } })).updateEmployee;
    const history = [
      { siteId: berlin.id, from: null },
      { siteId: kolkata.id, from: siteFrom },
    ];
    expect(moved).toMatchObject({ site: { id: kolkata.id }, siteHistory: history });
    const days = await api.database.repositories.dayRecords.list({ employeeId: id }, { first: 100 });
    const sites = Object.fromEntries(days.nodes.map(({ workDate, siteId }) => [workDate, siteId]));
    expect(sites).toMatchObject({ [monday]: berlin.id, [addDays(monday, 1)]: berlin.id, [siteFrom]: kolkata.id });
    const planned = { id, version: moved.version, siteId: berlin.id, siteFrom: addDays(monday, 60) };
    expect(detailsOf(await ask(UPDATE_EMPLOYEE, { input: planned }))).toMatchObject({ field: 'siteFrom' });
  });

  it('who moves is still locked by the finalised periods of the former site', async () => {
    const [former, next] = [await createSite(), await createSite()];
    const { id } = await createPerson(api, owner, { siteId: former.id, joiningDate: monday });
    const siteFrom = addDays(monday, 2);
    const { version } = await api.database.repositories.employees.getById(id);
    await ok(UPDATE_EMPLOYEE, { input: { id, version, siteId: next.id, siteFrom } });
    const finalise = 'mutation ($input: FinalisePeriodInput!) { finalisePeriod(input: $input) { id } }';
    await ok(finalise, { input: { from: monday, to: addDays(monday, 6), siteId: former.id } });
    const correct = 'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id } }';
    const add = (date: string) =>
      ask(correct, { input: { employeeId: id, action: 'ADD', at: `${date}T08:00:00Z`, reason: 'forgotten' } });
    expect(codeOf(await add(addDays(monday, 1)))).toBe('DAY_CLOSED');
    expect((await add(siteFrom)).errors).toBeUndefined();
  });

  it('has values of the fields that the organisation added; a removed field takes its values along', async () => {
    const key = `f${randomUUID().slice(0, 8)}`;
    const field = (await ok(CREATE_FIELD, { input: { key, label: 'Shoe size', type: 'NUMBER' } })).createCustomField;
    const customFields = [{ key, value: '42.5' }];
    const { id } = await createPerson(api, owner, { customFields });
    const read = 'query ($id: ID) { employee(id: $id) { customFields { key value } badge } }';
    expect((await ok(read, { id })).employee.customFields).toEqual(customFields);
    const wrong = { number: name('E'), name: 'Wrong', customFields: [{ key, value: 'big' }] };
    expect(detailsOf(await ask(CREATE_EMPLOYEE, { input: wrong }))).toMatchObject({ field: `customFields.${key}` });
    await ok('mutation ($id: ID!, $version: Int!) { removeCustomField(id: $id, version: $version) { id } }', field);
    expect((await ok(read, { id })).employee.customFields).toEqual([]);
    expect((await api.database.repositories.employees.getById(id)).customFields).toEqual({});
  });

  it('has a badge of their own that only HR sees', async () => {
    const badge = name('CARD');
    const { id } = await createPerson(api, owner, { badge, costCentre: '0815', homeTimeZone: 'Asia/Kolkata' });
    const read = 'query ($id: ID) { employee(id: $id) { badge costCentre homeTimeZone customFields { key } } }';
    expect((await ok(read, { id })).employee).toMatchObject({
      badge,
      costCentre: '0815',
      homeTimeZone: 'Asia/Kolkata',
    });
    const manager = await account('MANAGER', { siteIds: [mainSiteId] });
    expect((await ok(read, { id }, manager)).employee).toMatchObject({ badge: null, customFields: [] });
    const self = await account('EMPLOYEE', { employeeId: id });
    expect((await ok(read, { id }, self)).employee).toMatchObject({ badge: null, customFields: null });
    const second = { number: name('E'), name: 'Second', badge: badge.toLowerCase() };
    expect(codeOf(await ask(CREATE_EMPLOYEE, { input: second }))).toBe('CONFLICT');
  });

  it('is found by department, default shift and cost centre', async () => {
    const department = (await ok(CREATE_DEPARTMENT, { input: { name: name('Dept') } })).createDepartment;
    const shift = await createShift('09:00', '17:00');
    const costCentre = name('cc');
    const { id } = await createPerson(api, owner, {
      departmentId: department.id,
      defaultShiftId: shift.id,
      costCentre,
    });
    const query =
      'query ($filter: EmployeeFilter) { employees(filter: $filter) { nodes { id department { id } defaultShift { id } } } }';
    for (const filter of [{ departmentId: department.id }, { defaultShiftId: shift.id }, { costCentre }]) {
      const nodes = [{ id, department: { id: department.id }, defaultShift: { id: shift.id } }];
      expect((await ok(query, { filter })).employees).toEqual({ nodes });
    }
  });

  it.each([
    ['an unknown home zone', { homeTimeZone: '+02:00' }, 'homeTimeZone'],
    ['an unknown default shift', { defaultShiftId: 'none' }, 'defaultShiftId'],
    ['an unknown department', { departmentId: 'none' }, 'departmentId'],
    ['an unknown custom field', { customFields: [{ key: 'none', value: 'x' }] }, 'customFields.none'],
  ])('with %s is refused, and the field is named', async (_what, more, field) => {
    const answer = await ask(CREATE_EMPLOYEE, { input: { number: name('E'), name: 'Bad', ...more } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(detailsOf(answer)).toMatchObject({ field });
  });
});

describe('a shift', () => {
  it('needs no thought about policies: the standard one has all levers at their defaults', async () => {
    expect((await createShift('09:00', '17:00')).policyId).toBe(STANDARD_POLICY_ID);
    const { attendancePolicies } = await ok('{ attendancePolicies { policyId number levers } }');
    const levers = JSON.parse(JSON.stringify(POLICY_DEFAULTS));
    expect(attendancePolicies).toContainEqual({ policyId: STANDARD_POLICY_ID, number: 1, levers });
  });

  it.each([
    ['equal start and end', { start: '09:00', end: '09:00' }, 'end'],
    ['an unknown policy', { start: '09:00', end: '17:00', policyId: 'none' }, 'policyId'],
    ['a week without work', { start: '09:00', end: '17:00', pattern: { kind: 'WEEKLY' } }, 'pattern.weekdays'],
  ])('with %s is refused, and the field is named', async (_what, more, field) => {
    const answer = await ask(CREATE_SHIFT, { input: { name: name('Bad'), ...more } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(detailsOf(answer)).toMatchObject({ field });
  });

  it('is removed only if nobody was ever planned with it', async () => {
    const [assigned, byDefault, free] = [
      await createShift('06:00', '14:00'),
      await createShift('06:00', '14:00'),
      await createShift('06:00', '14:00'),
    ];
    const person = await createPerson(api, owner, { defaultShiftId: byDefault.id });
    const slots = { rotationAnchorDate: monday, rotationSlots: [[assigned.id], []] };
    await ok(ASSIGN, { input: { employeeIds: [person.id], from: monday, ...slots } });
    for (const { id, version } of [assigned, byDefault]) {
      const answer = await ask(REMOVE_SHIFT, { id, version });
      expect(codeOf(answer)).toBe('IN_USE');
      expect(detailsOf(answer)).toEqual({ field: 'id', usedBy: 'employees' });
    }
    await ok(REMOVE_SHIFT, { id: free.id, version: free.version });
  });

  it('removed while somebody is planned with it: one of both is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const shift = await createShift('06:00', '14:00');
      const person = await createPerson(api, owner);
      const [removed, assigned] = await Promise.all([
        ask(REMOVE_SHIFT, { id: shift.id, version: shift.version }),
        ask(ASSIGN, { input: { employeeIds: [person.id], from: monday, shiftId: shift.id } }),
      ]);
      expect([removed, assigned].filter(({ errors }) => errors === undefined)).toHaveLength(1);
    }
  });

  it('whose hours change must not overlap with what its people work else', async () => {
    const [early, late] = [await createShift('06:00', '14:00'), await createShift('14:00', '22:00')];
    const person = await createPerson(api, owner);
    for (const { id: shiftId } of [early, late])
      await ok(ASSIGN, { input: { employeeIds: [person.id], from: monday, shiftId } });
    const longer = await ask(UPDATE_SHIFT, { input: { id: early.id, version: early.version, end: '15:00' } });
    expect(codeOf(longer)).toBe('SHIFT_OVERLAP');
    await ok(UPDATE_SHIFT, { input: { id: early.id, version: early.version, end: '13:00' } });
  });
});

describe('an assignment', () => {
  it('of several people is made for all or none', async () => {
    const [early, late] = [await createShift('06:00', '14:00'), await createShift('13:00', '21:00')];
    const people = [await createPerson(api, owner), await createPerson(api, owner)];
    await ok(ASSIGN, { input: { employeeIds: [people[1]?.id], from: monday, shiftId: late.id } });
    const employeeIds = people.map(({ id }) => id);
    const answer = await ask(ASSIGN, { input: { employeeIds, from: monday, shiftId: early.id } });
    expect(codeOf(answer)).toBe('SHIFT_OVERLAP');
    expect(detailsOf(answer)).toMatchObject({ date: monday });
    const { shiftAssignments } = api.database.repositories;
    expect(await shiftAssignments.listByEmployees([people[0]?.id ?? ''])).toEqual([]);
  });

  it('ends when it is told to, but does not grow into another one', async () => {
    const [early, late] = [await createShift('06:00', '14:00'), await createShift('13:00', '21:00')];
    const { id } = await createPerson(api, owner);
    const friday = addDays(monday, 4);
    const first = (await ok(ASSIGN, { input: { employeeIds: [id], from: monday, shiftId: early.id } })).assignShift[0];
    const input = { id: first.id, version: first.version, to: friday };
    const ended = (await ok(UPDATE_ASSIGNMENT, { input })).updateShiftAssignment;
    expect(ended).toEqual({ version: 2, from: monday, to: friday });
    expect(codeOf(await ask(UPDATE_ASSIGNMENT, { input }))).toBe('CONFLICT');
    await ok(ASSIGN, { input: { employeeIds: [id], from: addDays(monday, 5), shiftId: late.id } });
    const grown = await ask(UPDATE_ASSIGNMENT, { input: { id: first.id, version: 2, to: null } });
    expect(codeOf(grown)).toBe('SHIFT_OVERLAP');
  });

  it('overlaps with a default shift of the night before, too', async () => {
    const [night, early] = [await createShift('22:00', '07:00'), await createShift('06:00', '14:00')];
    const { id } = await createPerson(api, owner, { defaultShiftId: night.id });
    const answer = await ask(ASSIGN, { input: { employeeIds: [id], from: monday, shiftId: early.id } });
    expect(codeOf(answer)).toBe('SHIFT_OVERLAP');
    const free = await createPerson(api, owner);
    await ok(ASSIGN, { input: { employeeIds: [free.id], from: monday, shiftId: early.id } });
    const { version } = await api.database.repositories.employees.getById(free.id);
    const change = await ask(UPDATE_EMPLOYEE, { input: { id: free.id, version, defaultShiftId: night.id } });
    expect(codeOf(change)).toBe('SHIFT_OVERLAP');
  });

  it.each([
    ['an unknown shift', { shiftId: 'none' }, 'shiftId'],
    [
      'an unknown shift of a rotation',
      { rotationAnchorDate: '2026-01-05', rotationSlots: [['none']] },
      'rotationSlots',
    ],
    ['a rotation without work', { rotationAnchorDate: '2026-01-05', rotationSlots: [[], []] }, 'rotationSlots'],
    ['an end before the beginning', { shiftId: 'none', to: '2026-01-04' }, 'to'],
    ['an unknown site', { shiftId: 'none', siteId: 'none' }, 'siteId'],
  ])('with %s is refused, and the field is named', async (_what, more, field) => {
    const { id } = await createPerson(api, owner);
    const answer = await ask(ASSIGN, { input: { employeeIds: [id], from: '2026-01-05', ...more } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(detailsOf(answer)).toMatchObject({ field });
  });
});

describe('a shift of one day', () => {
  const planned = async (id: string) =>
    (await api.database.repositories.shiftAssignments.listByEmployees([id])).map(({ from, to }) => [from, to]);
  const plan = async (employeeId: string, shiftId: string, to: string | null) =>
    (await ok(ASSIGN, { input: { employeeIds: [employeeId], from: monday, to, shiftId } })).assignShift[0];

  it('moves to another person, the rest stays, and moved back the days are as before', async () => {
    const shift = await createShift('06:00', '14:00');
    const [giver, taker] = [await createPerson(api, owner), await createPerson(api, owner)];
    const { id, version } = await plan(giver.id, shift.id, addDays(monday, 4));
    const wednesday = addDays(monday, 2);
    const what = { shiftId: shift.id, date: wednesday, toDate: wednesday };
    const input = { assignmentId: id, version, ...what, employeeId: taker.id };
    const moved = (await ok(MOVE, { input })).moveShift;
    expect(await planned(taker.id)).toEqual([[wednesday, wednesday]]);
    expect(await planned(giver.id)).toEqual([
      [monday, addDays(monday, 1)],
      [addDays(monday, 3), addDays(monday, 4)],
    ]);
    expect(codeOf(await ask(MOVE, { input }))).toBe('CONFLICT');
    await ok(MOVE, { input: { assignmentId: moved.id, version: moved.version, ...what, employeeId: giver.id } });
    expect(await planned(taker.id)).toEqual([]);
    expect(await planned(giver.id)).toEqual([[monday, addDays(monday, 4)]]);
  });

  /** What is stored of these people's plans, without what every change counts up. */
  const records = async (...people: readonly { readonly id: string }[]) =>
    (await api.database.repositories.shiftAssignments.listByEmployees(people.map(({ id }) => id))).map(
      ({ version: _version, updatedAt: _updatedAt, ...record }) => record,
    );
  /** Moves, and back again; gives what was stored before and after both. */
  async function thereAndBack(
    [giver, taker]: readonly [{ readonly id: string }, { readonly id: string }],
    move: { readonly shiftId: string; readonly date: string; readonly toDate: string },
    from: object,
  ) {
    const { shiftId, date, toDate } = move;
    const before = await records(giver, taker);
    const moved = (await ok(MOVE, { input: { ...from, shiftId, date, toDate, employeeId: taker.id } })).moveShift;
    expect(await records(giver, taker)).not.toEqual(before);
    const back = { shiftId, date: toDate, toDate: date, employeeId: giver.id };
    await ok(MOVE, { input: { assignmentId: moved.id, version: moved.version, ...back } });
    return { before, after: await records(giver, taker) };
  }

  it.each([
    ['the first day', 0, 4],
    ['a day in the middle', 2, 4],
    ['the last day', 4, 4],
    ['the only day', 0, 0],
  ])('that is %s of an assignment leaves, moved and moved back, the records as they were', async (_what, day, last) => {
    const shift = await createShift('06:00', '14:00');
    const people = [await createPerson(api, owner), await createPerson(api, owner)] as const;
    const { id, version } = await plan(people[0].id, shift.id, addDays(monday, last));
    const date = addDays(monday, day);
    const move = { shiftId: shift.id, date, toDate: addDays(date, 7) };
    const { before, after } = await thereAndBack(people, move, { assignmentId: id, version });
    expect(after).toEqual(before);
  });

  it('that is one of two of a day of a rotation leaves, moved and moved back, the records as they were', async () => {
    const [early, late] = [await createShift('06:00', '10:00'), await createShift('14:00', '18:00')];
    const people = [await createPerson(api, owner), await createPerson(api, owner)] as const;
    const slots = { rotationAnchorDate: monday, rotationSlots: [[early.id, late.id], []] };
    const input = { employeeIds: [people[0].id], from: monday, to: null, ...slots };
    const [made] = (await ok(ASSIGN, { input })).assignShift;
    const move = { shiftId: early.id, date: addDays(monday, 2), toDate: addDays(monday, 2) };
    const { before, after } = await thereAndBack(people, move, { assignmentId: made.id, version: made.version });
    expect(after).toEqual(before);
  });

  it('moved back stays a piece where somebody changed what it was taken out of', async () => {
    const shift = await createShift('06:00', '14:00');
    const [giver, taker] = [await createPerson(api, owner), await createPerson(api, owner)];
    const { id, version } = await plan(giver.id, shift.id, addDays(monday, 4));
    const what = { shiftId: shift.id, date: addDays(monday, 4), toDate: addDays(monday, 4) };
    const moved = (await ok(MOVE, { input: { assignmentId: id, version, ...what, employeeId: taker.id } })).moveShift;
    await ok(UPDATE_ASSIGNMENT, { input: { id, version: version + 1, to: addDays(monday, 1) } });
    await ok(MOVE, { input: { assignmentId: moved.id, version: moved.version, ...what, employeeId: giver.id } });
    expect(await planned(giver.id)).toEqual([
      [monday, addDays(monday, 1)],
      [addDays(monday, 4), addDays(monday, 4)],
    ]);
  });

  it('that is the usual one of a person leaves its date free, and moved back no trace', async () => {
    const shift = await createShift('06:00', '14:00');
    const giver = await createPerson(api, owner, { defaultShiftId: shift.id });
    const people = [giver, await createPerson(api, owner)] as const;
    const move = { shiftId: shift.id, date: monday, toDate: addDays(monday, 1) };
    const { before, after } = await thereAndBack(people, move, { fromEmployeeId: giver.id });
    expect(before).toEqual([]);
    expect(after).toEqual([]);
  });

  it('that is the usual one is judged where it was moved to, and not where it was', async () => {
    const date = '2026-03-02';
    const shift = await createShift('06:00', '14:00');
    const giver = await createPerson(api, owner, { defaultShiftId: shift.id, joiningDate: '2026-01-01' });
    const taker = await createPerson(api, owner, { joiningDate: '2026-01-01' });
    const what = { shiftId: shift.id, date, toDate: date, employeeId: taker.id };
    await ok(MOVE, { input: { fromEmployeeId: giver.id, ...what } });
    const shiftsOn = async (employeeId: string) =>
      (await api.database.repositories.dayRecords.listByDay(employeeId, date)).map(({ shiftId }) => shiftId);
    await api.container.services.attendanceDays.rebuild(
      await api.database.repositories.employees.listByIds([giver.id, taker.id]),
      { from: date, to: date },
      new Date(),
    );
    expect(await shiftsOn(taker.id)).toEqual([shift.id]);
    const statuses = (await api.database.repositories.dayRecords.listByDay(giver.id, date)).map(({ status }) => status);
    expect(statuses).not.toContain('ABSENT');
    const again = await ask(MOVE, { input: { fromEmployeeId: giver.id, ...what, toDate: addDays(date, 1) } });
    expect(detailsOf(again)).toMatchObject({ field: 'date' });
  });

  it.each([
    ['neither an assignment nor whose usual shift', {}],
    ['both', { assignmentId: 'x', version: 1, fromEmployeeId: 'x' }],
  ])('of which %s is named is not moved', async (_what, from) => {
    const { id } = await createShift('06:00', '14:00');
    const person = await createPerson(api, owner);
    const input = { ...from, shiftId: id, date: monday, toDate: monday, employeeId: person.id };
    const answer = await ask(MOVE, { input });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(detailsOf(answer)).toMatchObject({ field: 'assignmentId' });
  });

  it('that meets other hours stays where it was', async () => {
    const [early, late] = [await createShift('06:00', '14:00'), await createShift('13:00', '21:00')];
    const [giver, taker] = [await createPerson(api, owner), await createPerson(api, owner)];
    const { id, version } = await plan(giver.id, early.id, null);
    await plan(taker.id, late.id, null);
    const input = { assignmentId: id, version, shiftId: early.id, date: monday, employeeId: taker.id, toDate: monday };
    const answer = await ask(MOVE, { input });
    expect(codeOf(answer)).toBe('SHIFT_OVERLAP');
    expect(detailsOf(answer)).toMatchObject({ date: monday });
    expect(await planned(giver.id)).toEqual([[monday, null]]);
  });

  it('is worked also on a date that its pattern leaves free', async () => {
    const shift = await createShift('06:00', '14:00', { pattern: { kind: 'WEEKLY', weekdays: [1, 2, 3, 4, 5] } });
    const { id: employeeId } = await createPerson(api, owner);
    const { id, version } = await plan(employeeId, shift.id, monday);
    const [shiftId, toDate] = [shift.id, addDays(monday, 5)];
    const input = { assignmentId: id, version, shiftId, date: monday, employeeId, toDate };
    const moved = (await ok(MOVE, { input })).moveShift;
    expect(moved).toMatchObject({ from: toDate, to: toDate, shiftId: null, rotationSlots: [[shift.id]] });
    expect(await planned(employeeId)).toEqual([[toDate, toDate]]);
  });

  it.each([
    ['of a date without it', () => ({ date: addDays(monday, 7) }), 'date'],
    ['to where it is', () => ({ toDate: monday }), 'toDate'],
  ])('%s is not moved, and the field is named', async (_what, more, field) => {
    const shift = await createShift('06:00', '14:00');
    const { id: employeeId } = await createPerson(api, owner);
    const { id, version } = await plan(employeeId, shift.id, monday);
    const input = {
      assignmentId: id,
      version,
      shiftId: shift.id,
      date: monday,
      employeeId,
      toDate: addDays(monday, 1),
    };
    const answer = await ask(MOVE, { input: { ...input, ...more() } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(detailsOf(answer)).toMatchObject({ field });
  });
});

describe('holidays that are imported', () => {
  const holidays = [
    { date: '2031-12-25', name: 'Christmas Day' },
    { date: '2031-01-01', name: 'New Year’s Day' },
    { date: '2031-01-01', name: 'NEW YEAR’S DAY' },
  ];
  const dates = (lines: readonly { date: string }[]) => lines.map(({ date }) => date);

  it('are shown by a dry run, added once, and there already the next time', async () => {
    const siteId = (await createSite()).id;
    const run = async (dryRun: boolean) => (await ok(IMPORT, { input: { holidays, siteId, dryRun } })).importHolidays;
    const stored = async () =>
      (await api.database.repositories.holidays.listBetween('2031-01-01', '2031-12-31')).filter(
        (h) => h.siteId === siteId,
      );
    const preview = await run(true);
    expect(dates(preview.added)).toEqual(['2031-01-01', '2031-12-25']);
    expect(await stored()).toEqual([]);
    expect(await run(false)).toEqual(preview);
    const again = await run(false);
    expect([dates(again.added), dates(again.present)]).toEqual([[], ['2031-01-01', '2031-12-25']]);
    expect(await stored()).toHaveLength(2);
  });

  const KNOWN =
    'query ($place: String!, $year: Int!, $language: String, $withBankHolidays: Boolean) { knownHolidays(place: $place, year: $year, language: $language, withBankHolidays: $withBankHolidays) { holidays { date name portion } source } }';
  const known = async (place: string, year: number, more: object = {}) =>
    (await ok(KNOWN, { place, year, ...more })).knownHolidays;

  it('come from a list of countries and their parts, in the language asked for', async () => {
    const { holidayPlaces } = await ok('query { holidayPlaces(language: "de") { code name parentCode } }');
    expect(holidayPlaces).toContainEqual({ code: 'DE', name: 'Deutschland', parentCode: null });
    expect(holidayPlaces).toContainEqual({ code: 'DE-BY', name: 'Bayern', parentCode: 'DE' });
    const germany = await known('DE', 2026, { language: 'de' });
    // The public holidays of 2026 that hold in all of Germany, by law of the states.
    expect(dates(germany.holidays)).toEqual(
      ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26'].map((day) => `2026-${day}`),
    );
    expect(germany.source).toContain('CC BY-SA');
    // As pages in Arabic name their language.
    const arabic = await ok('query { holidayPlaces(language: "ar-u-nu-latn") { code name } }');
    expect(arabic.holidayPlaces).toContainEqual({ code: 'DE', name: 'ألمانيا' });
    const names = (await known('EG', 2026, { language: 'ar-u-nu-latn' })).holidays.map(
      (one: { name: string }) => one.name,
    );
    expect(names.some((name: string) => /\p{Script=Arabic}/u.test(name))).toBe(true);
    const bavaria = await known('DE-BY', 2026, { language: 'de' });
    expect(bavaria.holidays).toContainEqual({ date: '2026-06-04', name: 'Fronleichnam', portion: 'FULL' });
  });

  it('that last several days are several, and days on which only banks close are asked for', async () => {
    const eid = (await known('SA', 2026)).holidays.filter(({ date }: { date: string }) => date.startsWith('2026-03'));
    expect(dates(eid)).toEqual(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22']);
    const days = async (withBankHolidays: boolean) => dates((await known('DE', 2026, { withBankHolidays })).holidays);
    expect(await days(false)).not.toContain('2026-12-31');
    expect(await days(true)).toContain('2026-12-31');
  });

  it.each([
    ['place', { place: 'XX', year: 2026 }],
    ['place', { place: 'DE-XX', year: 2026 }],
    ['place', { place: '__proto__', year: 2026 }],
    ['year', { place: 'DE', year: 1999 }],
    ['language', { place: 'DE', year: 2026, language: '../en' }],
  ])('are refused for a wrong %s: %j', async (field, variables) => {
    expect(detailsOf(await ask(KNOWN, variables))).toMatchObject({ field });
  });

  it('by five people at once are there once', async () => {
    const siteId = (await createSite()).id;
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(IMPORT, { input: { holidays, siteId } })));
    expect(answers.map(({ errors }) => errors)).toEqual(Array(5).fill(undefined));
    const added = answers.flatMap(({ data }) => data.importHolidays.added);
    expect(added).toHaveLength(2);
  });

  it('with a line that cannot be used are refused as a whole, and the line is named', async () => {
    const wrong = [holidays[0], { date: '2031-05-01', name: '  ' }];
    const answer = await ask(IMPORT, { input: { holidays: wrong } });
    expect(detailsOf(answer)).toMatchObject({ field: 'holidays[1].name' });
    const impossible = await ask(IMPORT, { input: { holidays: [{ date: '2031-02-30', name: 'x' }] } });
    expect(codeOf(impossible)).toBe('BAD_USER_INPUT');
  });
});

describe('a leave', () => {
  const LEAVE =
    'mutation ($input: RequestLeaveInput!) { requestLeave(input: $input) { id version leaveType { colour } } }';
  const DECIDE = 'mutation ($input: DecisionInput!) { decideLeave(input: $input) { version status } }';
  const CANCEL = 'mutation ($id: ID!, $version: Int!) { cancelLeave(id: $id, version: $version) { status version } }';
  let leaveTypeId: string;

  beforeAll(async () => {
    const query = 'mutation ($input: CreateLeaveTypeInput!) { createLeaveType(input: $input) { id } }';
    const input = { name: name('Annual'), isPaid: true, colour: '#00AA7f' };
    leaveTypeId = (await ok(query, { input })).createLeaveType.id;
  });

  it('is decided once by two who decide at once', async () => {
    const { id: employeeId } = await createPerson(api, owner);
    const wish = { employeeId, leaveTypeId, from: monday, to: monday };
    const { requestLeave } = await ok(LEAVE, { input: wish });
    expect(requestLeave.leaveType).toEqual({ colour: '#00aa7f' });
    const { id, version } = requestLeave;
    const decide = (isApproved: boolean) => ask(DECIDE, { input: { id, version, isApproved } });
    const answers = await Promise.all([decide(true), decide(false)]);
    const refused = answers.filter(({ errors }) => errors !== undefined);
    expect(refused.map(codeOf)).toEqual(['CONFLICT']);
  });

  it('approved and taken back counts no more; its days are what they were', async () => {
    const shift = await createShift('09:00', '17:00');
    const { id: employeeId } = await createPerson(api, owner, { defaultShiftId: shift.id, joiningDate: monday });
    const statusOf = async () => {
      const days = await api.database.repositories.dayRecords.listByDay(employeeId, monday);
      return days.map(({ status }) => status);
    };
    const { id, version } = (await ok(LEAVE, { input: { employeeId, leaveTypeId, from: monday, to: monday } }))
      .requestLeave;
    const decided = (await ok(DECIDE, { input: { id, version, isApproved: true } })).decideLeave;
    expect(await statusOf()).toEqual(['ON_LEAVE']);
    const self = await account('EMPLOYEE', { employeeId });
    expect(codeOf(await ask(CANCEL, { id, version: decided.version }, self))).toBe('FORBIDDEN');
    await ok(CANCEL, { id, version: decided.version });
    expect(await statusOf()).toEqual(['ABSENT']);
    expect(codeOf(await ask(CANCEL, { id, version: decided.version + 1 }))).toBe('CONFLICT');
  });

  it('is asked for and taken back by oneself, not by and not for others', async () => {
    const [self, other] = [await createPerson(api, owner), await createPerson(api, owner)];
    const as = await account('EMPLOYEE', { employeeId: self.id });
    const wish = (employeeId: string) => ({ input: { employeeId, leaveTypeId, from: monday, to: monday } });
    expect(codeOf(await ask(LEAVE, wish(other.id), as))).toBe('NOT_FOUND');
    const foreign = (await ok(LEAVE, wish(other.id))).requestLeave;
    expect(codeOf(await ask(CANCEL, { id: foreign.id, version: foreign.version }, as))).toBe('NOT_FOUND');
    const own = (await ok(LEAVE, wish(self.id), as)).requestLeave;
    const { cancelLeave } = await ok(CANCEL, { id: own.id, version: own.version }, as);
    expect(cancelLeave.status).toBe('CANCELLED');
    await ok(LEAVE, wish(self.id), as);
  });

  it.each([
    ['before the first day of work', -7, -7, 'from'],
    ['after the last day of work', 10, 20, 'to'],
    ['that ends before it begins', 3, 2, 'to'],
  ])('%s is refused, and the field is named', async (_what, first, last, field) => {
    const work = { joiningDate: monday, leavingDate: addDays(monday, 14) };
    const { id: employeeId } = await createPerson(api, owner, work);
    const dates = { from: addDays(monday, first), to: addDays(monday, last) };
    const answer = await ask(LEAVE, { input: { employeeId, leaveTypeId, ...dates } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(detailsOf(answer)).toMatchObject({ field });
  });
});

it('a weekly day off holds from its first to its last date', async () => {
  const query = 'mutation ($input: CreateWeeklyOffInput!) { createWeeklyOff(input: $input) { from to } }';
  const siteId = (await createSite()).id;
  const input = { weekday: 1, siteId, from: addDays(monday, 7), to: addDays(monday, 13) };
  const reversed = await ask(query, { input: { ...input, from: input.to, to: input.from } });
  expect(detailsOf(reversed)).toMatchObject({ field: 'to' });
  await ok(query, { input });
  const shift = await createShift('09:00', '17:00');
  const { id } = await createPerson(api, owner, { siteId, joiningDate: monday });
  await ok(ASSIGN, { input: { employeeIds: [id], from: monday, shiftId: shift.id } });
  const statusOn = async (date: string) => (await api.database.repositories.dayRecords.listByDay(id, date))[0]?.status;
  expect([await statusOn(monday), await statusOn(addDays(monday, 7)), await statusOn(addDays(monday, 14))]).toEqual([
    'ABSENT',
    'WEEKLY_OFF',
    'ABSENT',
  ]);
});
