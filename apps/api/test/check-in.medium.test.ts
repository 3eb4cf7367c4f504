import { randomUUID } from 'node:crypto';
import { SCOPES } from '@rollcall/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createKey, createPerson, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
/** A site without rules. */
let open: string;
const PIN = '481920';
const WRONG_PIN = '700351';
const EVENT = 'event { id kind at assurance isRemote placeFlags costCentre reason capturedAt clockOffsetMs }';
const ATTEMPT = 'attempt { outcome proof employeeNumber place { flags distanceMetres accuracyMetres } }';
const MARK = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { outcome replayed ${EVENT} ${ATTEMPT} } }`;
const VOUCH = `mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) { outcome replayed ${EVENT} ${ATTEMPT} } }`;
const OFFICE = { latitude: 52.5, longitude: 13.4 };
const INSIDE = { ...OFFICE, accuracyMetres: 15 };
const OUTSIDE = { latitude: 52.51, longitude: 13.4, accuracyMetres: 15 };

beforeAll(async () => {
  api = await startTestApi();
  const session = await api.client.signIn(OWNER.email, OWNER.password);
  // A key, because the clock is put forward here and a session would end.
  owner = bearer(await createKey(api, session, SCOPES));
  open = await createSite({});
});
afterAll(() => api.stop());

async function send(query: string, variables: object, as: Credentials = owner) {
  const answer = await api.client.send({ query, variables }, as);
  return answer.errors === undefined ? Object.values(answer.data as object)[0] : codeOf(answer);
}
const mark = (input: object, as?: Credentials) => send(MARK, { input: { idempotencyKey: randomUUID(), ...input } }, as);
const vouch = (input: object, as?: Credentials) =>
  send(VOUCH, { input: { idempotencyKey: randomUUID(), reason: 'Forgot the PIN', ...input } }, as);

async function withPin(more: object = {}): Promise<Person> {
  const person = await createPerson(api, owner, { siteId: open, ...more });
  await send('mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }', {
    id: person.id,
    pin: PIN,
  });
  return person;
}

async function createSite(more: object): Promise<string> {
  const input = { name: randomUUID(), timeZone: 'Europe/Berlin', ...more };
  return (await send('mutation ($input: CreateSiteInput!) { createSite(input: $input) { id } }', { input })).id;
}

async function countsOf({ id }: Person) {
  const query =
    'query ($id: ID!) { attendanceEvents(filter: {employeeId: $id}) { totalCount } captureAttempts(filter: {employeeId: $id}) { totalCount } }';
  const { data } = await api.client.send({ query, variables: { id } }, owner);
  return { events: data.attendanceEvents.totalCount, attempts: data.captureAttempts.totalCount };
}

describe('a mark', () => {
  it.each(['AUTO', 'CHECK_IN', 'CHECK_OUT', 'BREAK_START', 'BREAK_END'])('of kind %s is kept as such', async (kind) => {
    const { number: employeeNumber } = await withPin();
    expect(await mark({ employeeNumber, pin: PIN, kind })).toMatchObject({ outcome: 'RECORDED', event: { kind } });
  });

  it('finds its person by badge whatever its case, and a badge nobody has looks like a number nobody has', async () => {
    const badge = `Card-${randomUUID()}`;
    const { number } = await withPin({ badge });
    const byBadge = await mark({ badge: badge.toUpperCase(), pin: PIN });
    expect(byBadge).toMatchObject({ outcome: 'RECORDED', attempt: { employeeNumber: number } });
    const unknown = await mark({ badge: 'nobody has this', pin: PIN });
    const unknownNumber = await mark({ employeeNumber: 'nobody has this', pin: PIN });
    const same = { ...unknownNumber, attempt: { ...unknownNumber.attempt, employeeNumber: null } };
    expect(unknown).toEqual(same);
    expect(unknown.outcome).toBe('PIN_MISMATCH');
    expect(await mark({ badge, employeeNumber: number, pin: PIN })).toBe('BAD_USER_INPUT');
  });

  it('keeps the clock of the device beside ours, which counts, and the cost centre', async () => {
    const { number: employeeNumber } = await withPin();
    const capturedAt = new Date(api.clock.now().getTime() - 600_000).toISOString();
    const { event } = await mark({ employeeNumber, pin: PIN, capturedAt, costCentre: ' 4711 ' });
    expect(event).toMatchObject({ capturedAt, costCentre: '4711' });
    expect(event.clockOffsetMs).toBeLessThanOrEqual(-600_000);
    expect(Date.parse(event.at) - Date.parse(capturedAt)).toBe(-event.clockOffsetMs);
  });

  it('inside the gap of the policy of the own shift is a double tap, and kept', async () => {
    const policy = await send('mutation ($i: CreatePolicyInput!) { createAttendancePolicy(input: $i) { policyId } }', {
      i: { name: randomUUID(), levers: { minimumMarkGapSeconds: 900 } },
    });
    const shift = await send('mutation ($i: CreateShiftInput!) { createShift(input: $i) { id } }', {
      i: { name: randomUUID(), start: '00:00', end: '23:59', policyId: policy.policyId },
    });
    const patient = await withPin({ defaultShiftId: shift.id });
    const usual = await withPin();
    passMidnight();
    for (const { number: employeeNumber } of [patient, usual]) await mark({ employeeNumber, pin: PIN });
    api.clock.forward(600_000);
    expect(await mark({ employeeNumber: patient.number, pin: PIN })).toMatchObject({ outcome: 'DOUBLE_TAP' });
    expect(await mark({ employeeNumber: usual.number, pin: PIN })).toMatchObject({ outcome: 'RECORDED' });
    expect((await countsOf(patient)).events).toBe(2);
  });

  it('is kept although the roster contradicts itself, and the audit says that its day is not judged', async () => {
    const person = await withPin();
    const { shiftAssignments, audit } = api.database.repositories;
    const at = api.clock.now();
    const schedule = { kind: 'SHIFT', shiftId: 'a shift that is not there' } as const;
    const always = { from: '2026-01-01', to: null, siteId: null, createdAt: at, updatedAt: at };
    await shiftAssignments.insert({ id: randomUUID(), employeeId: person.id, schedule, ...always });
    expect(await mark({ employeeNumber: person.number, pin: PIN })).toMatchObject({ outcome: 'RECORDED' });
    const page = await audit.list({ target: { kind: 'EMPLOYEE', id: person.id } }, { first: 20 });
    expect(page.edges.map(({ node }) => node.action)).toContain('DAY_NOT_JUDGED');
  });
});

/** A gap of ten minutes over midnight would lie between two shifts. */
function passMidnight(): void {
  const clock = api.clock.now().toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' });
  if (clock >= '23:45') api.clock.forward(20 * 60_000);
}

describe('a geofence', () => {
  const fence = { geofence: { centre: OFFICE, radiusMetres: 150 } };

  it('that refuses lets in who is inside; outside, vague and without location leave an attempt and no mark', async () => {
    const person = await withPin({ siteId: await createSite({ ...fence, geofenceMode: 'REFUSE' }) });
    const base = { employeeNumber: person.number, pin: PIN };
    for (const location of [OUTSIDE, { ...INSIDE, accuracyMetres: 5000 }, null])
      expect(await mark({ ...base, location })).toMatchObject({ outcome: 'OUTSIDE_GEOFENCE', event: null });
    expect(await countsOf(person)).toEqual({ events: 0, attempts: 3 });
    expect(await mark({ ...base, location: INSIDE })).toMatchObject({
      outcome: 'RECORDED',
      event: { isRemote: false },
    });
  });

  it('that flags keeps the mark as remote, with the distance and without the coordinates', async () => {
    const person = await withPin({ siteId: await createSite({ ...fence, geofenceMode: 'FLAG' }) });
    const { event, attempt } = await mark({ employeeNumber: person.number, pin: PIN, location: OUTSIDE });
    expect(event).toMatchObject({ isRemote: true, placeFlags: ['OUTSIDE_GEOFENCE'] });
    expect(attempt.place).toMatchObject({ flags: ['OUTSIDE_GEOFENCE'], accuracyMetres: 15 });
    expect(Math.abs(attempt.place.distanceMetres - (1112 - 150))).toBeLessThan(5);
    const stored = await api.database.repositories.captureAttempts.list({ employeeId: person.id }, { first: 1 });
    expect(JSON.stringify(stored)).not.toContain('52.51');
    const key = bearer(await createKey(api, owner, ['attendance:write']));
    const seen = await mark({ employeeNumber: person.number, pin: PIN, location: OUTSIDE }, key);
    expect(seen.attempt.place.distanceMetres).toBeNull();
  });

  it('of a wrong PIN says nothing', async () => {
    const person = await withPin({ siteId: await createSite({ ...fence, geofenceMode: 'REFUSE' }) });
    const answer = await mark({ employeeNumber: person.number, pin: WRONG_PIN, location: OUTSIDE });
    expect(answer).toMatchObject({ outcome: 'PIN_MISMATCH', attempt: { place: null } });
  });

  it('with a place off the earth is an error that names it', async () => {
    const { number: employeeNumber } = await withPin();
    expect(await mark({ employeeNumber, pin: PIN, location: { ...INSIDE, latitude: 99 } })).toBe('BAD_USER_INPUT');
  });
});

describe('a network rule', () => {
  const from = (address: string) => ({ ...owner, 'x-forwarded-for': address });
  const rules = { allowedNetworks: ['192.0.2.0/24', '2001:db8::/32'] };

  it('that refuses looks at the address behind the trusted proxy, the last one it did not write itself', async () => {
    const person = await withPin({ siteId: await createSite({ ...rules, networkMode: 'REFUSE' }) });
    const base = { employeeNumber: person.number, pin: PIN };
    for (const address of ['203.0.113.9', '192.0.2.7, 203.0.113.9', '2001:db9::1'])
      expect(await mark(base, from(address)), address).toMatchObject({ outcome: 'NETWORK_REFUSED', event: null });
    expect(await mark(base)).toMatchObject({ outcome: 'NETWORK_REFUSED' });
    expect(await mark(base, from('203.0.113.9, 192.0.2.7'))).toMatchObject({ outcome: 'RECORDED' });
    expect(await mark(base, from('2001:db8::7'))).toMatchObject({ outcome: 'DOUBLE_TAP' });
    expect(await countsOf(person)).toEqual({ events: 2, attempts: 6 });
  });

  it('that flags keeps the mark and says so', async () => {
    const person = await withPin({ siteId: await createSite({ ...rules, networkMode: 'FLAG' }) });
    const { event } = await mark({ employeeNumber: person.number, pin: PIN }, from('203.0.113.9'));
    expect(event).toMatchObject({ placeFlags: ['OTHER_NETWORK'], isRemote: false });
  });
});

describe('the setting who may use a PIN', () => {
  let anna: Person;
  let ben: Buffer;
  const setUse = async (pinUse: string, more: object = {}) => {
    const { version } = await send('{ settings { version } }', {});
    const update = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { pinUse version } }';
    return send(update, { input: { version, pinUse, ...more } });
  };
  const byPin = (person: Person, pin = PIN) => mark({ employeeNumber: person.number, pin });
  const byFace = (photo: Buffer) => mark({ employeeNumber: anna.number, image: base64(photo) });

  beforeAll(async () => {
    ben = await photos.ben();
    anna = await createRegisteredPerson(api, owner, await photos.anna(), { siteId: open });
    await send('mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }', {
      id: anna.id,
      pin: PIN,
    });
  });
  afterAll(() => setUse('AFTER_FACE_FAILURES'));

  it('is after three face failures until somebody decides, and who has no face may always', async () => {
    expect(await send('{ settings { pinUse pinAfterFaceFailures } }', {})).toEqual({
      pinUse: 'AFTER_FACE_FAILURES',
      pinAfterFaceFailures: 3,
    });
    expect(await byPin(anna)).toMatchObject({ outcome: 'PIN_NOT_ALLOWED', event: null, attempt: { proof: 'PIN' } });
    expect(await byPin(await withPin())).toMatchObject({ outcome: 'RECORDED' });
  });

  it('AFTER_FACE_FAILURES lets the PIN in after that many in a row, and not after a success or a while', async () => {
    for (let i = 0; i < 2; i += 1) expect(await byFace(ben)).toMatchObject({ outcome: 'NON_MATCH' });
    expect(await byPin(anna)).toMatchObject({ outcome: 'PIN_NOT_ALLOWED' });
    expect(await byFace(await photos.annaAgain())).toMatchObject({ attempt: { proof: 'FACE' } });
    expect(await byFace(ben)).toMatchObject({ outcome: 'NON_MATCH' });
    expect(await byPin(anna)).toMatchObject({ outcome: 'PIN_NOT_ALLOWED' });
    for (let i = 0; i < 2; i += 1) await byFace(ben);
    expect((await byPin(anna)).event).toMatchObject({ assurance: 'PIN' });
    api.clock.forward(16 * 60_000);
    expect(await byPin(anna)).toMatchObject({ outcome: 'PIN_NOT_ALLOWED' });
  });

  it('does not tell who guesses wrong whether a PIN would be allowed', async () => {
    expect(await byPin(anna, WRONG_PIN)).toMatchObject({ outcome: 'PIN_MISMATCH' });
  });

  it.each([
    ['NO_FACE', 'PIN_NOT_ALLOWED', 'RECORDED'],
    ['ALWAYS', 'RECORDED', 'RECORDED'],
    ['NEVER', 'PIN_NOT_ALLOWED', 'PIN_NOT_ALLOWED'],
  ])('%s answers %s to who has a face and %s to who has none', async (use, withFace, without) => {
    api.clock.forward(3600_000);
    expect(await setUse(use)).toMatchObject({ pinUse: use });
    expect((await byPin(anna)).outcome).toBe(withFace);
    expect((await byPin(await withPin())).outcome).toBe(without);
  });

  it('NEVER answers the same to everybody, right or wrong, known or not', async () => {
    const { number } = await withPin();
    for (const [employeeNumber, pin] of [
      [number, PIN],
      [number, WRONG_PIN],
      ['nobody', PIN],
    ])
      expect((await mark({ employeeNumber, pin })).outcome).toBe('PIN_NOT_ALLOWED');
  });

  it('is changed by one person at a time, within bounds', async () => {
    const { version } = await setUse('ALWAYS');
    const update = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }';
    expect(await send(update, { input: { version: version - 1, pinUse: 'NEVER' } })).toBe('CONFLICT');
    expect(await send(update, { input: { version, pinAfterFaceFailures: 0 } })).toBe('BAD_USER_INPUT');
    expect(await send(update, { input: { version, timeZone: 'Mars/Olympus' } })).toBe('BAD_USER_INPUT');
  });
});

describe('a supervisor', () => {
  let manager: Credentials;
  let own: Person;
  let foreign: Person;
  let managerEmployee: Person;

  beforeAll(async () => {
    const siteId = await createSite({ geofence: { centre: OFFICE, radiusMetres: 150 }, geofenceMode: 'REFUSE' });
    own = await createPerson(api, owner, { siteId });
    managerEmployee = await createPerson(api, owner, { siteId });
    foreign = await createPerson(api, owner, { siteId: await createSite({}) });
    const account = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog', name: 'M' };
    const roles = { roles: ['MANAGER' as const], siteIds: [siteId], employeeId: managerEmployee.id };
    await createAccount(api.container.auth, { ...account, ...roles });
    manager = await api.client.signIn(account.email, account.password);
  });

  it('marks for a person of their own with a reason, and it is seen who vouched and why', async () => {
    const answer = await vouch({ employeeId: own.id, reason: ' Camera broken ', kind: 'CHECK_IN' }, manager);
    expect(answer).toMatchObject({
      outcome: 'RECORDED',
      event: { assurance: 'SUPERVISOR', reason: 'Camera broken', kind: 'CHECK_IN' },
      attempt: { proof: 'SUPERVISOR', outcome: 'RECORDED' },
    });
    const page = await api.database.repositories.audit.list(
      { target: { kind: 'EMPLOYEE', id: own.id } },
      { first: 20 },
    );
    const entry = page.edges.find(({ node }) => node.action === 'ATTENDANCE_RECORDED_FOR')?.node;
    expect(entry).toMatchObject({ actor: { kind: 'USER' }, outcome: 'DONE', details: { eventId: answer.event.id } });
  });

  it('sees people of others as people who do not exist, and cannot vouch for themselves', async () => {
    expect(await vouch({ employeeId: foreign.id }, manager)).toBe('NOT_FOUND');
    expect(await vouch({ employeeId: randomUUID() }, manager)).toBe('NOT_FOUND');
    expect(await vouch({ employeeId: managerEmployee.id }, manager)).toBe('FORBIDDEN');
    expect(await countsOf(foreign)).toEqual({ events: 0, attempts: 0 });
  });

  it('has to say why', async () => {
    expect(await vouch({ employeeId: own.id, reason: '  ' }, manager)).toBe('BAD_USER_INPUT');
  });

  it('who sends a mark again gets the same answer, and other content under the key is a conflict', async () => {
    const input = { idempotencyKey: randomUUID(), employeeId: own.id, reason: 'Twice' };
    const first = await vouch(input, manager);
    expect(await vouch(input, manager)).toEqual({ ...first, replayed: true });
    expect(await vouch({ ...input, reason: 'Thrice' }, manager)).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('cannot mark for somebody who has left', async () => {
    const leaver = await createPerson(api, owner);
    await send('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id: leaver.id });
    expect(await vouch({ employeeId: leaver.id })).toMatchObject({ outcome: 'NOT_EMPLOYED', event: null });
  });
});
