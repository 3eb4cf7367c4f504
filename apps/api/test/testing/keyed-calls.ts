import { createHash, randomUUID } from 'node:crypto';
import type { Credentials } from './graphql-test-client.js';
import { createPerson, createPersonWithConsent, type Person } from './people.js';
import { base64, photos } from './photos.js';
import type { TestApi } from './test-api.js';

/** A mutation that is sent again: what it is sent with, what else it is not, and where its record lies. */
export interface SentAgain {
  readonly input: Readonly<Record<string, unknown>>;
  readonly other: Readonly<Record<string, unknown>>;
  readonly select: string;
  readonly collection: string;
  /** Records of one call; default 1. */
  readonly records?: number;
}

type Ask = (query: string, variables: object) => Promise<Record<string, { id: string } | undefined>>;
type Made = {
  id: string;
  version: number;
  uploadId: string;
  path: string;
  event: { id: string };
  webhook: { id: string };
};

/** What the calls are about. */
export async function openKeyedCalls(api: TestApi, owner: Credentials) {
  const ask: Ask = async (query, variables) => {
    const { data, text } = await api.client.send({ query, variables }, owner);
    if (data == null) throw new Error(text);
    return data;
  };
  const made = async (mutation: string, type: string, input: object, select = 'id') =>
    (await ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${select} } }`, { input }))[
      mutation
    ] as unknown as Made;
  const person = await createPersonWithConsent(api, owner, { joiningDate: '2020-01-01' });
  const site = await made('createSite', 'CreateSiteInput', { name: `Site ${randomUUID()}`, timeZone: 'UTC' });
  const shift = await made('createShift', 'CreateShiftInput', hours());
  const leaveType = await made('createLeaveType', 'CreateLeaveTypeInput', { name: randomUUID(), isPaid: true });
  const hook = { name: 'Payroll', url: 'https://example.org/hook', events: ['ATTENDANCE_RECORDED'] };
  const hooks = [1, 2].map(
    async () => (await made('createWebhook', 'CreateWebhookInput', hook, 'webhook { id }')).webhook.id,
  );
  const [hookId, otherHookId] = await Promise.all(hooks);
  const ids = { siteId: site.id, shiftId: shift.id, leaveTypeId: leaveType.id, hookId, otherHookId };
  return { api, owner, ask, made, person, ...ids };
}

export type Room = Awaited<ReturnType<typeof openKeyedCalls>>;

const hours = () => ({ name: `Shift ${randomUUID()}`, start: '09:00', end: '17:00' });
const named = (collection: string, more: object = {}, select = 'id name'): SentAgain => ({
  ...{ input: { ...more, name: `One ${randomUUID()}` }, other: { ...more, name: `Two ${randomUUID()}` } },
  ...{ select, collection },
});

/** A file with some marks, or people, as it was sent. */
async function uploadOf({ api, made }: Room, text: string): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const input = { fileName: 'rows.csv', mediaType: 'text/csv', byteLength: text.length, sha256 };
  const { uploadId, path } = await made('createUpload', 'CreateUploadInput', input, 'uploadId path');
  await fetch(`${api.url}${path}`, { method: 'PUT', body: text });
  return uploadId;
}

async function importOf(room: Room, text: string): Promise<SentAgain> {
  const input = { uploadId: await uploadOf(room, text), isDryRun: true };
  return { input, other: { ...input, isDryRun: false }, select: 'id kind isDryRun', collection: 'jobs' };
}

const supervised = (person: Person) => ({ employeeId: person.id, reason: 'The camera is broken' });

/** Somebody with one whole day of work in the past. */
async function workedDay({ api, owner, made }: Room, date: string): Promise<string> {
  const site = await made('createSite', 'CreateSiteInput', { name: `Site ${randomUUID()}`, timeZone: 'UTC' });
  const person = await createPerson(api, owner, { joiningDate: '2020-01-01', siteId: site.id });
  for (const [kind, time] of [
    ['CHECK_IN', '08:00'],
    ['CHECK_OUT', '16:00'],
  ]) {
    const wish = { employeeId: person.id, action: 'ADD', kind, at: `${date}T${time}:00Z`, reason: 'Forgotten' };
    const { id, version } = await made('requestCorrection', 'RequestCorrectionInput', wish, 'id version');
    await made('decideCorrection', 'DecisionInput', { id, version, isApproved: true });
  }
  return site.id;
}

/** One for each mutation that takes a key. */
export const KEYED_CALLS: Readonly<Record<string, (room: Room) => SentAgain | Promise<SentAgain>>> = {
  createEmployee: () => {
    const input = { number: `K-${randomUUID()}`, name: 'Kim' };
    return { input, other: { ...input, name: 'Tim' }, select: 'id number name version', collection: 'employees' };
  },
  upsertEmployees: () => {
    const employees = [{ number: `K-${randomUUID()}`, name: 'Kim' }];
    const input = { employees };
    const other = { employees: [{ ...employees[0], name: 'Tim' }] };
    return { input, other, select: 'results { employeeId outcome code }', collection: 'employees' };
  },
  importEmployees: (room) => importOf(room, 'number,name\nkeyed-1,Una\n'),
  importAttendance: (room) => importOf(room, 'Number,Time\nkeyed-1,2026-01-05 08:00:00\n'),
  createCustomField: () => {
    const input = { key: `k${randomUUID().slice(0, 8)}`, label: 'Size', type: 'TEXT' };
    return { input, other: { ...input, label: 'Room' }, select: 'id key label', collection: 'customFields' };
  },
  recordConsent: async ({ api, owner }) => {
    const person = await createPerson(api, owner);
    const input = { employeeId: person.id, method: 'PAPER' };
    return { input, other: { ...input, method: 'ON_SCREEN' }, select: 'id method textVersion', collection: 'consents' };
  },
  registerFace: async ({ api, owner }) => {
    const person = await createPersonWithConsent(api, owner);
    const input = { employeeId: person.id, images: [base64(await photos.anna()), base64(await photos.annaAgain())] };
    const select =
      'outcome templates { id imageCount quality } duplicateOf { id } duplicateLikeness images { index outcome remark hints box { x y width height } quality { score reasons measures { name value } } pad { outcome score } }';
    return { input, other: { ...input, images: input.images.slice(1) }, select, collection: 'faceTemplates' };
  },
  recordAttendance: async ({ person }) => {
    const input = { employeeNumber: person.number, image: base64(await photos.anna()) };
    return {
      input,
      other: { ...input, kind: 'CHECK_OUT' },
      select: 'outcome attempt { id }',
      collection: 'captureAttempts',
    };
  },
  recordSupervisorMark: ({ person }) => {
    const input = supervised(person);
    return {
      input,
      other: { ...input, reason: 'Other' },
      select: 'outcome event { id }',
      collection: 'attendanceEvents',
    };
  },
  requestCorrection: ({ person }) => {
    const input = { employeeId: person.id, action: 'ADD', at: '2026-02-10T08:00:00Z', reason: 'Forgotten' };
    return { input, other: { ...input, at: '2026-02-10T09:00:00Z' }, select: 'id status', collection: 'corrections' };
  },
  disputeMark: async ({ made, person }) => {
    const mark = { ...supervised(person), idempotencyKey: randomUUID() };
    const { event } = await made('recordSupervisorMark', 'RecordSupervisorMarkInput', mark, 'event { id }');
    const input = { eventId: event.id, reason: 'Was on leave' };
    return { input, other: { ...input, reason: 'Other' }, select: 'id status', collection: 'markDisputes' };
  },
  createHoliday: () => named('holidays', { date: '2027-06-01' }),
  createWeeklyOff: ({ siteId }) => {
    const input = { weekday: 6, siteId };
    return { input, other: { ...input, weekday: 7 }, select: 'id weekday', collection: 'weeklyOffs' };
  },
  createLeaveType: () => named('leaveTypes', { isPaid: true }),
  requestLeave: ({ person, leaveTypeId }) => {
    const input = { employeeId: person.id, leaveTypeId, from: '2027-05-03', to: '2027-05-04' };
    return { input, other: { ...input, to: '2027-05-05' }, select: 'id from to status', collection: 'leaves' };
  },
  createSite: () => named('sites', { timeZone: 'Europe/Berlin' }),
  createDepartment: () => named('departments'),
  createShift: () => named('shifts', { start: '09:00', end: '17:00' }),
  assignShift: async ({ api, owner, shiftId }) => {
    const people = [await createPerson(api, owner), await createPerson(api, owner)];
    const input = { employeeIds: people.map(({ id }) => id), shiftId, from: '2027-01-04', to: '2027-01-05' };
    const other = { ...input, to: '2027-01-06' };
    return { input, other, select: 'id from to', collection: 'shiftAssignments', records: 2 };
  },
  createAttendancePolicy: () =>
    named('attendancePolicies', { levers: { lateGraceMinutes: 5 } }, 'policyId number name'),
  signOffPeriod: async (room) => {
    const input = { from: '2026-02-02', to: '2026-02-02', siteId: await workedDay(room, '2026-02-02') };
    return { input, other: { ...input, note: 'x' }, select: 'id dayCount isCurrent', collection: 'periodSignOffs' };
  },
  finalisePeriod: ({ siteId }) => {
    const input = { from: '2026-01-01', to: '2026-01-31', siteId };
    return {
      input,
      other: { ...input, to: '2026-01-30' },
      select: 'id from to version',
      collection: 'finalisedPeriods',
    };
  },
  createReportSchedule: () => named('reportSchedules', { kind: 'HOURS', frequency: 'DAILY', time: '07:00' }),
  createSavedView: () => named('savedViews', { list: 'EMPLOYEES', filters: '' }),
  createDevice: ({ siteId }) => named('devices', { siteId }),
  testWebhook: ({ hookId, otherHookId }) => onHook({ id: hookId }, { id: otherHookId }),
  replayDelivery: async ({ ask, hookId }) => {
    const send = 'mutation ($id: ID!) { testWebhook(id: $id) { id } }';
    const [one, two] = [await ask(send, { id: hookId }), await ask(send, { id: hookId })];
    return onHook({ id: one.testWebhook?.id }, { id: two.testWebhook?.id });
  },
};

const onHook = (input: object, other: object): SentAgain => ({
  ...{ input: { ...input }, other: { ...other }, select: 'id eventId type', collection: 'webhookDeliveries' },
});
