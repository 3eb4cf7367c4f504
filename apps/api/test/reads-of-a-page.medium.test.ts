import { randomUUID } from 'node:crypto';
import { type GraphQLOutputType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { createSchema } from '../src/graphql/schema.js';
import type { Credentials } from './testing/graphql-test-client.js';
import { openKeyedCalls, type Room } from './testing/keyed-calls.js';
import { createPersonWithConsent, type Person } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const MANY = 12;
const FEW = 2;
const DEPTH = 3;
const queries = createSchema().getQueryType()?.getFields() ?? {};
/** Lists that this test has rows for; the value is what the query needs besides `first`. */
const LISTS: Readonly<Record<string, (room: Room) => string>> = {
  ...Object.fromEntries(
    ['employees', 'attendanceDays', 'attendanceEvents', 'captureAttempts', 'corrections', 'leaves', 'disputes']
      .concat('devices', 'users', 'invitations', 'reportSchedules')
      .map((name) => [name, () => '']),
  ),
  // Each kind of thing that an entry is about is read once, so of one kind.
  auditEntries: () => ', filter: { action: "EMPLOYEE_CREATED" }',
  webhookDeliveries: ({ hookId }) => `, webhookId: "${hookId}"`,
};

let api: TestApi;
let owner: Credentials;
let room: Room;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  room = await openKeyedCalls(api, owner);
  for (let row = 0; row < MANY; row += 1) await makeRow(row);
}, 120_000);
afterAll(() => api.stop());

/** Something in each list that belongs to a person, a site, a department and an account of its own. */
async function makeRow(row: number): Promise<void> {
  const { made } = room;
  const named = { name: `Row ${row} ${randomUUID()}` };
  const { id: siteId } = await made('createSite', 'CreateSiteInput', { ...named, timeZone: 'UTC' });
  const { id: departmentId } = await made('createDepartment', 'CreateDepartmentInput', { ...named, siteId });
  const place = { siteId, departmentId, joiningDate: '2020-01-01' };
  const person = await createPersonWithConsent(api, owner, place);
  await makeWishes(person);
  await made('createDevice', 'CreateDeviceInput', { ...named, siteId });
  const times = { kind: 'HOURS', frequency: 'DAILY', time: '07:00', siteId, departmentId };
  await made('createReportSchedule', 'CreateReportScheduleInput', { ...named, ...times });
  const invited = { email: `${randomUUID()}@example.org`, role: 'AUDITOR' };
  await made('inviteUser', 'InviteUserInput', invited, 'isMailed');
  const account = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog', roles: [] };
  await createAccount(api.container.auth, { ...account, ...named, employeeId: person.id });
  await room.ask('mutation ($id: ID!) { testWebhook(id: $id) { id } }', { id: room.hookId });
}

async function makeWishes({ id: employeeId }: Person): Promise<void> {
  const { made, leaveTypeId } = room;
  const mark = { employeeId, idempotencyKey: randomUUID(), reason: 'The camera is broken' };
  const { event } = await made('recordSupervisorMark', 'RecordSupervisorMarkInput', mark, 'event { id }');
  await made('disputeMark', 'DisputeMarkInput', { eventId: event.id, reason: 'Was on leave' });
  const wish = { employeeId, action: 'ADD', at: '2026-02-10T08:00:00Z', reason: 'Forgotten' };
  await made('requestCorrection', 'RequestCorrectionInput', wish);
  await made('requestLeave', 'RequestLeaveInput', { employeeId, leaveTypeId, from: '2027-05-03', to: '2027-05-04' });
}

/** Every field that needs no argument, and is not a list of pages, down to a depth. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(({ args }) => args.length === 0);
  const chosen = fields.flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return [field.name];
    const inner = depth === 0 ? '' : selectionOf(field.type, depth - 1);
    return inner === '' ? [] : [`${field.name} ${inner}`];
  });
  return chosen.length === 0 ? '' : `{ ${chosen.join(' ')} }`;
}

/** How often the database was asked while a page was answered, and how many rows it had. */
async function readsOf(name: string, first: number): Promise<{ readonly reads: number; readonly rows: number }> {
  const { nativeDb } = api.database;
  const connection = getNamedType(queries[name]?.type ?? queries.employees?.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  if (nodes === undefined) throw new Error(`${name} has no nodes`);
  const more = LISTS[name]?.(room) ?? '';
  const query = `{ ${name}(first: ${first}${more}) { nodes ${selectionOf(nodes.type, DEPTH)} } }`;
  await nativeDb.command({ profile: 2 });
  const { data, text } = await api.client.send({ query }, owner).finally(() => nativeDb.command({ profile: 0 }));
  if (data == null) throw new Error(text.slice(0, 500));
  const profile = nativeDb.collection('system.profile');
  const reads = await profile.countDocuments({
    ns: { $not: /system\.|jobs$|Leases$|Delivery|webhookDeliveries|dayRebuilds|auditHead/ },
    $or: [{ op: 'query' }, { 'command.aggregate': { $exists: true } }, { 'command.count': { $exists: true } }],
  });
  await profile.drop();
  return { reads, rows: data[name].nodes.length };
}

describe('a page of a list, with everything that is known of each row,', () => {
  it.each(Object.keys(LISTS))('asks the database as often for many rows as for few: %s', async (name) => {
    const few = await readsOf(name, FEW);
    const many = await readsOf(name, MANY);
    expect([few.rows, many.rows]).toEqual([FEW, MANY]);
    expect(few.reads).toBeGreaterThan(0);
    expect(many.reads).toBeLessThanOrEqual(few.reads);
  });
});
