import { createHash } from 'node:crypto';
import { photoOf } from '../durability/people.mjs';

const PASSWORD = 'seven grey herons by the lock';
const HR = 'hr@example.org';
const PEOPLE = 14;
/** So many of them stay, whatever is deactivated or merged. */
const WHO_STAY = 8;
/** A day of last month, and what lies around it: long over, so that verdicts on it stand. */
const LAST_MONTH = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 7);

/** Signs in. @returns {Promise<string>} the cookie */
export async function signIn(url, account) {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    body: JSON.stringify(account),
  });
  if (!response.ok) throw new Error(`nobody signed in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** @returns a function that sends one operation and gives the only field of its data, or throws what was wrong */
export const sender = (url, cookie) => async (query, variables) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'x-made-by': 'preparation' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return Object.values(data)[0];
};

const mutate = (send) => (name, type, input, fields) =>
  send(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input });

/** An HR administrator who came in by an invitation of the owner. @returns {Promise<{ email: string, password: string }>} */
export async function inviteHr(url, admin) {
  const owner = mutate(sender(url, await signIn(url, admin)));
  const { link } = await owner('inviteUser', 'InviteUserInput', { email: HR, role: 'HR_ADMIN' }, 'link');
  const token = new URL(link).hash.slice(1);
  await mutate(sender(url, ''))(
    'acceptInvitation',
    'AcceptInvitationInput',
    { token, name: 'Hanna', password: PASSWORD },
    'email',
  );
  return { email: HR, password: PASSWORD };
}

/**
 * An organisation with something of everything, made by HR through the API.
 *
 * @returns {Promise<object>} what cannot be read back later: ids of uploads, tokens of invitations, photos
 */
export async function prepare(url, cookie) {
  const send = sender(url, cookie);
  const make = mutate(send);
  const { policyId, ...places } = await makePlaces(make);
  const people = await makePeople(make, places);
  await makeFaces(send, make, people);
  await makeWishes(send, make, people);
  await makeReportSchedules(make);
  const { id: userId } = await send('{ viewer { id } }');
  const known = {
    ...{ userId, policyId },
    lastMonth: LAST_MONTH,
    employeeIds: people.slice(0, WHO_STAY).map(({ id }) => id),
    photos: await photos(),
  };
  return { ...known, uploads: await makeUploads(url, make, people), tokens: await makeInvitations(make) };
}

async function makePlaces(make) {
  const site = await make('createSite', 'CreateSiteInput', { name: 'Works', timeZone: 'Europe/Berlin' }, 'id');
  for (const name of ['Depot', 'Yard']) await make('createSite', 'CreateSiteInput', { name, timeZone: 'UTC' }, 'id');
  const overtime = { side: 'BOTH', startsAfterMinutes: 0, needsApproval: true };
  const rules = { name: 'Plain', levers: { lateGraceMinutes: 5, overtime } };
  const { policyId } = await make('createAttendancePolicy', 'CreatePolicyInput', rules, 'policyId');
  const times = { name: 'Day', start: '08:00', end: '16:00', policyId };
  const shift = await make('createShift', 'CreateShiftInput', times, 'id');
  for (const name of ['A', 'B', 'C'])
    await make('createShift', 'CreateShiftInput', { name, start: '09:00', end: '17:00' }, 'id');
  for (const name of ['Office', 'Workshop'])
    await make('createDepartment', 'CreateDepartmentInput', { name, siteId: site.id }, 'id');
  for (const name of ['Gate', 'Hall']) await make('createDevice', 'CreateDeviceInput', { name, siteId: site.id }, 'id');
  for (const key of ['size', 'room', 'tag'])
    await make('createCustomField', 'CreateCustomFieldInput', { key, label: key, type: 'TEXT' }, 'id');
  for (const day of ['02', '03', '04'])
    await make('createHoliday', 'CreateHolidayInput', { name: day, date: `2027-02-${day}` }, 'id');
  for (const weekday of [6, 7])
    await make('createWeeklyOff', 'CreateWeeklyOffInput', { weekday, siteId: site.id }, 'id');
  return { siteId: site.id, defaultShiftId: shift.id, policyId };
}

async function makePeople(make, { siteId, defaultShiftId }) {
  const people = [];
  for (let i = 0; i < PEOPLE; i += 1) {
    const person = { number: `E-${i}`, name: `Person ${i}`, siteId, defaultShiftId, joiningDate: `${LAST_MONTH}-01` };
    people.push(await make('createEmployee', 'CreateEmployeeInput', person, 'id number version'));
  }
  return people;
}

async function makeFaces(send, make, people) {
  const [anna] = people;
  for (const { id } of people.slice(0, 8)) await make('recordConsent', 'RecordConsentInput', { employeeId: id }, 'id');
  const input = { employeeId: anna.id, images: [{ base64: await photoOf('sample1.jpg', 1120) }] };
  await make('registerFace', 'RegisterFaceInput', input, 'outcome');
  for (const { id } of people)
    await send('mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }', {
      id,
      pin: '481920',
    });
}

/** Marks, and what people want of them: half of it waits for somebody to decide. */
async function makeWishes(send, make, people) {
  const leaveType = await make('createLeaveType', 'CreateLeaveTypeInput', { name: 'Holiday', isPaid: true }, 'id');
  for (const [i, { id: employeeId }] of people.entries()) {
    const reason = 'as agreed';
    const mark = { employeeId, idempotencyKey: `prepared-${i}`, reason };
    const { event } = await make('recordSupervisorMark', 'RecordSupervisorMarkInput', mark, 'event { id }');
    if (i % 2 === 0) await make('disputeMark', 'DisputeMarkInput', { eventId: event.id, reason }, 'id');
    const day = `2027-03-${String(i + 1).padStart(2, '0')}`;
    const leave = { employeeId, leaveTypeId: leaveType.id, from: day, to: day };
    await make('requestLeave', 'RequestLeaveInput', leave, 'id');
    for (const [kind, at] of [
      ['CHECK_IN', '06:00'],
      ['CHECK_OUT', '17:30'],
    ]) {
      const correction = { employeeId, action: 'ADD', kind, at: `${LAST_MONTH}-12T${at}:00Z`, reason };
      const { id, version } = await make('requestCorrection', 'RequestCorrectionInput', correction, 'id version');
      const decision = { id, version, isApproved: true };
      if (i % 2 === 1) await make('decideCorrection', 'DecisionInput', decision, 'id');
    }
  }
  const worked = { from: `${LAST_MONTH}-12`, to: `${LAST_MONTH}-12` };
  await make('signOffPeriod', 'SignOffPeriodInput', worked, 'id');
  await make('finalisePeriod', 'FinalisePeriodInput', { from: '2025-01-01', to: '2025-01-31' }, 'id');
  const [keep, merge] = people.slice(-2);
  const merged = { keepId: keep.id, keepVersion: keep.version, mergeId: merge.id, mergeVersion: merge.version };
  await make('mergeEmployees', 'MergeEmployeesInput', { ...merged, reason: 'twice' }, 'id').catch(async () => {
    const versions = await send('{ employees(first: 100) { nodes { id version } } }');
    const versionOf = (id) => versions.nodes.find((one) => one.id === id).version;
    const now = { ...merged, keepVersion: versionOf(keep.id), mergeVersion: versionOf(merge.id) };
    return make('mergeEmployees', 'MergeEmployeesInput', { ...now, reason: 'twice' }, 'id');
  });
}

async function makeReportSchedules(make) {
  const times = { kind: 'HOURS', frequency: 'DAILY', time: '07:00' };
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
    await make('createReportSchedule', 'CreateReportScheduleInput', { name, ...times }, 'id');
}

async function makeUploads(url, make, people) {
  const marks = `Number,Time\n${people.map(({ number }) => `${number},2026-01-05 08:00:00`).join('\n')}\n`;
  const files = { marks, employees: 'Number,Name\nN-1,New One\nN-2,New Two\n' };
  const uploads = {};
  for (const [name, text] of Object.entries(files)) {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const input = { fileName: `${name}.csv`, mediaType: 'text/csv', byteLength: text.length, sha256 };
    const { uploadId, path } = await make('createUpload', 'CreateUploadInput', input, 'uploadId path');
    const sent = await fetch(url + path, { method: 'PUT', body: text });
    if (sent.status !== 201) throw new Error(`the file was not taken: ${sent.status}`);
    uploads[name] = uploadId;
  }
  return uploads;
}

async function makeInvitations(make) {
  const tokens = [];
  for (let i = 0; i < 12; i += 1) {
    const input = { email: `invited-${i}@example.org`, role: 'AUDITOR' };
    tokens.push(new URL((await make('inviteUser', 'InviteUserInput', input, 'link')).link).hash.slice(1));
  }
  return tokens;
}

const photos = async () => [await photoOf('sample1.jpg', 1120), await photoOf('sample3.jpg', 706)];
