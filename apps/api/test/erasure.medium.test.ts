import { randomUUID } from 'node:crypto';
import { formatMasterKeys } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { runCli } from '../src/cli/run-cli.js';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { RECORD_ATTENDANCE, VERIFY_FACE } from './testing/operations.js';
import { createPerson, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const ERASE = `mutation ($input: EraseEmployeeInput!) {
  eraseEmployee(input: $input) { id employeeId mergedIds erasedAt reason erased { kind count } destroyedKeyIds }
}`;
const CERTIFICATE =
  'query ($id: ID!) { erasureCertificate(employeeId: $id) { id employeeId mergedIds erasedAt reason erased { kind count } destroyedKeyIds } }';
const DAYS =
  'query ($id: ID!) { attendanceDays(first: 50, filter: { employeeId: $id }) { nodes { workDate status workedMinutes marks { role at } } } }';
/** Stands in every text about the person. */
const NEEDLE = 'Zebulonia';
const ACCOUNT = { email: 'zebulonia.quince@example.org', password: 'plums in a wooden bowl' };

let api: TestApi;
let owner: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());

const send = async (query: string, variables: object) => {
  const { data, text } = await api.client.send({ query, variables }, owner);
  if (data == null) throw new Error(text);
  return data;
};
const stored = ({ id }: Person) => api.database.repositories.employees.getById(id);
const leave = ({ id }: Person) => send('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id });
const erase = ({ id, number }: Person, more: object = {}, as = owner) =>
  api.client.ask(ERASE, { employeeId: id, number, reason: 'Asked for it', ...more }, as);

/** The collections in which a text stands, whatever its case. */
async function collectionsWith(text: string): Promise<readonly string[]> {
  const collections = await api.database.nativeDb.listCollections({}, { nameOnly: true }).toArray();
  const found: string[] = [];
  for (const { name } of collections.filter((one) => !one.name.startsWith('system.'))) {
    const documents = await api.database.nativeDb.collection(name).find().toArray();
    if (JSON.stringify(documents).toLowerCase().includes(text.toLowerCase())) found.push(name);
  }
  return found.sort();
}

/** Somebody about whom everything is stored that can be. */
async function knownThroughAndThrough(): Promise<Person> {
  await send('mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) { key } }', {
    input: { key: 'nickname', label: 'Nickname', type: 'TEXT' },
  });
  const number = `${NEEDLE}-17`;
  const { id: employeeId } = await createRegisteredPerson(api, owner, await photos.anna(), {
    ...{ number, name: `${NEEDLE} Quince`, email: 'zebulonia@example.org', badge: 'ZEBULONIA0B' },
    ...{ externalId: 'payroll-zebulonia', customFields: [{ key: 'nickname', value: NEEDLE }] },
  });
  const person = { id: employeeId, number };
  const account = { ...ACCOUNT, name: `${NEEDLE} Quince`, roles: ['EMPLOYEE' as const], employeeId };
  await createAccount(api.container.auth, account);
  const self = await api.client.signIn(ACCOUNT.email, ACCOUNT.password);
  const input = { email: 'zebulonia.other@example.org', role: 'EMPLOYEE', employeeId };
  await api.client.ask(
    'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { invitation { id } } }',
    input,
    owner,
  );
  await send('mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }', {
    ...{ id: employeeId, pin: '48192075' },
  });
  const mark = { idempotencyKey: randomUUID(), employeeNumber: person.number, image: base64(await photos.annaAgain()) };
  const { data } = await api.client.ask(RECORD_ATTENDANCE, mark, owner);
  expect(data.recordAttendance.outcome).toBe('RECORDED');
  api.clock.forward(600_000);
  const vouched = { idempotencyKey: randomUUID(), employeeId, reason: `${NEEDLE} forgot her badge` };
  await send('mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) { outcome } }', {
    input: vouched,
  });
  const reason = `${NEEDLE} told me`;
  const dispute = { eventId: data.recordAttendance.event.id, reason };
  await send('mutation ($input: DisputeMarkInput!) { disputeMark(input: $input) { id } }', { input: dispute });
  const at = new Date(api.clock.now().getTime() - 60_000);
  await api.client.ask(
    'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id } }',
    { employeeId, action: 'ADD', at, reason },
    self,
  );
  const kind = 'mutation ($input: CreateLeaveTypeInput!) { createLeaveType(input: $input) { id } }';
  const { createLeaveType } = await send(kind, { input: { name: 'Holiday', isPaid: true } });
  const away = { employeeId, leaveTypeId: createLeaveType.id, from: '2027-03-01', to: '2027-03-02', reason };
  await send('mutation ($input: RequestLeaveInput!) { requestLeave(input: $input) { id } }', { input: away });
  return person;
}

describe('a person who is erased', () => {
  let person: Person;
  let certificate: { erased: { kind: string; count: number }[]; destroyedKeyIds: string[]; erasedAt: string };
  let daysBefore: unknown;

  beforeAll(async () => {
    person = await knownThroughAndThrough();
    expect(await collectionsWith(NEEDLE)).toEqual(
      expect.arrayContaining(['attendanceEvents', 'authUsers', 'corrections', 'employees', 'leaves', 'markDisputes']),
    );
    await leave(person);
    daysBefore = await send(DAYS, { id: person.id });
    const { data, text } = await erase(person);
    expect(data, text).not.toBeNull();
    certificate = data.eraseEmployee;
  }, 60_000);

  it('is named nowhere in the database but by the address of an invitation in the record of who did what', async () => {
    expect(await collectionsWith(NEEDLE)).toEqual(['auditEntries']);
    const entries = await api.database.nativeDb.collection('auditEntries').find().toArray();
    const naming = entries.filter((entry) => JSON.stringify(entry).toLowerCase().includes(NEEDLE.toLowerCase()));
    expect(new Set(naming.map(({ action }) => action))).toEqual(new Set(['USER_INVITED']));
  });

  it('has a certificate that counts what went, the destroyed key among it, and stays to be read', async () => {
    const counts = Object.fromEntries(certificate.erased.map(({ kind, count }) => [kind, count]));
    expect(counts).toMatchObject({ FACE_TEMPLATES: 1, PIN: 1, ACCOUNTS: 1, INVITATIONS: 1 });
    expect(counts.CAPTURE_ATTEMPTS).toBeGreaterThanOrEqual(2);
    expect(counts.REASONS_AND_NOTES).toBe(4);
    expect(certificate.destroyedKeyIds).toHaveLength(1);
    expect(await send(CERTIFICATE, { id: person.id })).toEqual({ erasureCertificate: certificate });
    expect((await api.database.keyStore.listErasures(`employee:${person.id}`)).map(({ keyId }) => keyId)).toEqual(
      certificate.destroyedKeyIds,
    );
  });

  it('is recognised no more, and signs in no more', async () => {
    const image = base64(await photos.annaAgain());
    for (const who of [{ employeeNumber: person.number }, { employeeId: person.id }]) {
      const { data, errors } = await api.client.ask(VERIFY_FACE, { ...who, image }, owner);
      expect(data?.verifyFace?.outcome ?? errors?.[0]?.extensions.code).toMatch(/^(NOT_ENROLLED|NOT_FOUND)$/);
    }
    await expect(api.client.signIn(ACCOUNT.email, ACCOUNT.password)).rejects.toThrow('401');
  });

  it('keeps days and marks under the id, and they are judged the same again', async () => {
    expect(await send(DAYS, { id: person.id })).toEqual(daysBefore);
    const dates = (daysBefore as { attendanceDays: { nodes: { workDate: string }[] } }).attendanceDays.nodes;
    expect(dates.length).toBeGreaterThan(0);
  });

  it('is erased once: another try gives the same certificate, and no change is taken', async () => {
    expect((await erase(person)).data.eraseEmployee).toEqual(certificate);
    const { version } = await stored(person);
    const change = { id: person.id, version, name: 'Back again' };
    const update = 'mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { id } }';
    expect(codeOf(await api.client.ask(update, change, owner))).toBe('NOT_FOUND');
  });

  it('leaves the record of who did what whole', async () => {
    await api.database.sealAudit();
    expect(await api.database.verifyAudit()).toMatchObject({ isIntact: true });
  });
});

describe('an erasure', () => {
  const detailsOf = async (answer: ReturnType<typeof erase>) => (await answer).errors?.[0]?.extensions;

  it('is refused for who works here, for another number, and for the second record of somebody', async () => {
    const [active, keep, second] = [
      await createPerson(api, owner),
      await createPerson(api, owner),
      await createPerson(api, owner),
    ];
    expect(await detailsOf(erase(active))).toMatchObject({ code: 'CONFLICT', details: { field: 'employeeId' } });
    await leave(active);
    expect(await detailsOf(erase(active, { number: 'E-1' }))).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', details: { field: 'number' } },
    });
    expect(await detailsOf(erase(active, { reason: '  ' }))).toMatchObject({ details: { field: 'reason' } });
    const merge = { keepId: keep.id, mergeId: second.id, keepVersion: 1, mergeVersion: 1, reason: 'Entered twice.' };
    await send('mutation ($input: MergeEmployeesInput!) { mergeEmployees(input: $input) { id } }', { input: merge });
    expect(await detailsOf(erase(second))).toMatchObject({ code: 'CONFLICT' });
    for (const one of [active, second]) expect((await stored(one)).status).toBe('INACTIVE');

    await leave(keep);
    const { data } = await erase(keep);
    expect(data.eraseEmployee.mergedIds).toEqual([second.id]);
    for (const one of [keep, second]) expect(await stored(one)).toMatchObject({ status: 'ERASED', name: '—' });
  });

  it('is for owners: an HR administrator may not, and nobody by an id that is not there', async () => {
    const hr = { email: 'hr@example.org', password: 'a lamp beside the door' };
    await createAccount(api.container.auth, { ...hr, name: 'HR', roles: ['HR_ADMIN'] });
    const session = await api.client.signIn(hr.email, hr.password);
    const person = await createPerson(api, owner);
    await leave(person);
    expect(codeOf(await erase(person, {}, session))).toBe('FORBIDDEN');
    expect(codeOf(await erase({ id: randomUUID(), number: 'E-1' }))).toBe('NOT_FOUND');
  });

  it('waits for the account of somebody with further roles to be turned off', async () => {
    const person = await createPerson(api, owner);
    const lead = { email: 'lead@example.org', password: 'seven blue chairs' };
    const userId = await createAccount(api.container.auth, {
      ...{ ...lead, name: 'Lead', roles: ['HR_ADMIN'], employeeId: person.id },
    });
    await leave(person);
    expect(await detailsOf(erase(person))).toMatchObject({ code: 'CONFLICT', details: { field: 'employeeId' } });
    await send('mutation ($id: ID!) { deactivateUser(userId: $id) { id } }', { id: userId });
    expect((await erase(person)).data.eraseEmployee.erased).toEqual([{ kind: 'ACCOUNTS', count: 1 }]);
    expect(await api.database.repositories.users.getById(userId ?? '')).toMatchObject({ name: '—' });
  });

  it('that broke off before the key was destroyed is finished by the next try', async () => {
    const person = await createRegisteredPerson(api, owner, await photos.ben());
    await leave(person);
    const { faceTemplates } = api.database.repositories;
    const eraseKey = faceTemplates.eraseKey.bind(faceTemplates);
    Object.assign(faceTemplates, { eraseKey: () => Promise.reject(new Error('the keys cannot be reached')) });
    expect(codeOf(await erase(person))).toBe('INTERNAL_SERVER_ERROR');
    Object.assign(faceTemplates, { eraseKey });
    expect(await stored(person)).toMatchObject({ status: 'ERASED', templateModelIds: [] });
    expect((await erase(person)).data.eraseEmployee.destroyedKeyIds).toHaveLength(1);
  });
});

describe('rollcall erase-employee', () => {
  const before = { ...process.env };
  beforeAll(() => {
    Object.assign(process.env, { MONGODB_URI: api.mongo.uri, ROLLCALL_MASTER_KEY: formatMasterKeys(api.masterKeys) });
  });
  afterAll(() => {
    process.env = before;
  });

  const run = async (...args: readonly string[]) => {
    const [out, error]: [string[], string[]] = [[], []];
    const terminal = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line) };
    const code = await runCli(['erase-employee', ...args, '--reason', 'Asked for it'], terminal);
    return { code, out: out.join('\n'), error: error.join('\n') };
  };

  it('says whom it would erase, what stands in the way, and with --yes erases and prints the certificate', async () => {
    const person = await createPerson(api, owner);
    expect(await run(person.number)).toMatchObject({ code: 1, out: expect.stringContaining('Test Person') });
    const early = await run(person.number, '--yes');
    expect(early).toEqual({ code: 2, out: '', error: 'This person works here. Let them leave first.' });
    await leave(person);
    expect((await stored(person)).status).toBe('INACTIVE');
    const { code, out } = await run(person.number, '--yes', '--json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { employeeId: person.id, reason: 'Asked for it' }]);
    expect((await stored(person)).status).toBe('ERASED');
    expect(await run(person.number, '--yes')).toMatchObject({
      code: 2,
      error: `Nobody has the number ${person.number}.`,
    });
  });
});
