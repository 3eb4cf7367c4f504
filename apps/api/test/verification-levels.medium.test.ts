import { randomUUID } from 'node:crypto';
import type { VerificationLevel } from '@rollcall/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { RECORD_ATTENDANCE, VERIFY_FACE } from './testing/operations.js';
import { createKey, createPerson, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const [PIN, WRONG_PIN] = ['481920', '481921'];

let api: TestApi;
let owner: Credentials;
let anna: Person;
const image: Record<'anna' | 'annaAgain' | 'ben', Buffer> = {} as never;

beforeAll(async () => {
  for (const name of ['anna', 'annaAgain', 'ben'] as const) image[name] = await photos[name]();
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  anna = await createRegisteredPerson(api, owner, image.anna);
});

beforeEach(async () => {
  await setLevel('STANDARD');
  await removePin();
  api.clock.forward(3600_000);
  await send('mutation ($id: ID!) { unlockFace(employeeId: $id) { id } }', { id: anna.id });
});

afterAll(() => api.stop());

const send = (query: string, variables: object, as = owner) => api.client.send({ query, variables }, as);
const setPin = () =>
  send('mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { hasPin } }', {
    id: anna.id,
    pin: PIN,
  });
const removePin = () => send('mutation ($id: ID!) { removePin(employeeId: $id) { hasPin } }', { id: anna.id });
const SET_LEVEL =
  'mutation ($input: SetVerificationLevelInput!) { setVerificationLevel(input: $input) { verificationLevel version } }';

async function setLevel(level: VerificationLevel, more: object = {}, as = owner) {
  const { version } = await api.database.repositories.employees.getById(anna.id);
  return send(SET_LEVEL, { input: { employeeId: anna.id, version, level, ...more } }, as);
}

const verify = async (more: object = {}) =>
  (await api.client.ask(VERIFY_FACE, { employeeId: anna.id, image: base64(image.annaAgain), ...more }, owner)).data
    .verifyFace;
const mark = async (more: object = {}) => {
  const who = { idempotencyKey: randomUUID(), employeeNumber: anna.number, image: base64(image.annaAgain) };
  return (await api.client.ask(RECORD_ATTENDANCE, { ...who, ...more }, owner)).data.recordAttendance;
};

describe('the level of a person', () => {
  it('is STANDARD until somebody sets it, and each change is audited with its reason', async () => {
    const { data } = await setLevel('STRICT', { reason: 'Sister of E-2' });
    expect(data.setVerificationLevel.verificationLevel).toBe('STRICT');
    const target = { kind: 'EMPLOYEE', id: anna.id };
    const { audit } = api.database.repositories;
    const [newest] = (await audit.list({ action: 'VERIFICATION_LEVEL_SET', target }, { first: 1 })).nodes;
    expect(newest?.details).toEqual({ from: 'STANDARD', to: 'STRICT', reason: 'Sister of E-2' });
  });

  it('is not set on a version that was changed in the meantime, nor by who may not register faces', async () => {
    expect(codeOf(await setLevel('STRICT', { version: 1 }))).toBe('CONFLICT');
    const key = bearer(await createKey(api, owner, ['employees:read', 'employees:write', 'faces:verify']));
    expect(codeOf(await setLevel('STRICT', {}, key))).toBe('FORBIDDEN');
  });

  it('is told to nobody who may not see people', async () => {
    await setLevel('STRICT');
    const key = bearer(await createKey(api, owner, ['attendance:write', 'attendance:read', 'faces:verify']));
    const query = '{ attendanceEvents { nodes { employee { verificationLevel hasPin lockouts { kind } } } } }';
    await mark();
    const { data } = await send(query, {}, key);
    expect(data.attendanceEvents.nodes[0].employee).toEqual({ verificationLevel: null, hasPin: null, lockouts: null });
  });
});

describe('STRICT', () => {
  it('compares at the point of searching, ten times stricter, and says so', async () => {
    const standard = await verify();
    await setLevel('STRICT');
    const strict = await verify();
    expect(standard.operatingPoint.id).toContain('/verify/');
    expect(strict.operatingPoint.id).toContain('/identify/');
    expect(strict.operatingPoint.threshold).toBeGreaterThan(standard.operatingPoint.threshold);
    expect(strict.outcome).toBe(strict.similarity >= strict.operatingPoint.threshold ? 'MATCH' : 'NON_MATCH');
  });

  it('cannot be told from an unknown number where no face was compared', async () => {
    const without = await createPerson(api, owner);
    const { employees } = api.database.repositories;
    const { version } = await employees.getById(without.id);
    await send(SET_LEVEL, { input: { employeeId: without.id, version, level: 'STRICT' } });
    const ask = async (employeeNumber: string) =>
      (await api.client.ask(VERIFY_FACE, { employeeNumber, image: base64(image.ben) }, owner)).data.verifyFace;
    const [known, unknown] = [await ask(without.number), await ask('nobody-at-all')];
    expect(known.operatingPoint).toEqual(unknown.operatingPoint);
    expect(known.outcome).toBe('NOT_ENROLLED');
  });
});

describe('FACE_AND_PIN', () => {
  beforeEach(async () => {
    await setLevel('FACE_AND_PIN');
    await setPin();
  });

  it('marks with both, as sure as a face is', async () => {
    const { outcome, event } = await mark({ pin: PIN });
    expect(outcome).toMatch(/^(RECORDED|DOUBLE_TAP)$/);
    expect(event.assurance).toBe('FACE_BROWSER');
    expect((await verify({ pin: PIN })).outcome).toBe('MATCH');
  });

  it('marks nothing with the face alone, with a wrong PIN, or with the PIN alone', async () => {
    expect(await mark()).toMatchObject({ outcome: 'PIN_REQUIRED', event: null });
    expect(await mark({ pin: WRONG_PIN })).toMatchObject({ outcome: 'PIN_MISMATCH', event: null });
    expect(await mark({ image: null, pin: PIN })).toMatchObject({ outcome: 'PIN_NOT_ALLOWED', event: null });
    expect((await verify()).outcome).toBe('PIN_REQUIRED');
    expect((await verify({ pin: WRONG_PIN })).outcome).toBe('PIN_MISMATCH');
  });

  it('lets the PIN alone in after no number of face failures, and whatever the settings', async () => {
    const { version } = (await send('{ settings { version } }', {})).data.settings;
    const update = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }';
    await send(update, { input: { version, pinUse: 'ALWAYS' } });
    for (let i = 0; i < 3; i += 1) await mark({ image: base64(image.ben) });
    expect((await mark({ image: null, pin: PIN })).outcome).toBe('PIN_NOT_ALLOWED');
    await send(update, { input: { version: version + 1, pinUse: 'AFTER_FACE_FAILURES' } });
  });

  it('refuses whoever was never given a PIN, and says why', async () => {
    await removePin();
    expect(await mark()).toMatchObject({ outcome: 'PIN_NOT_SET', event: null });
    expect(await mark({ pin: PIN })).toMatchObject({ outcome: 'PIN_NOT_SET', event: null });
  });

  it('looks at no PIN before the face fits, so that nobody else learns whether it is right', async () => {
    for (const pin of [PIN, WRONG_PIN])
      expect(await mark({ image: base64(image.ben), pin })).toMatchObject({ outcome: 'NON_MATCH', event: null });
  });

  it('stops looking at PINs after too many wrong ones', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 6; i += 1) outcomes.push((await mark({ pin: WRONG_PIN })).outcome);
    expect(outcomes).toContain('PIN_MISMATCH');
    expect((await mark({ pin: PIN })).outcome).toBe('LOCKED_OUT');
  });

  it('is not passed by leaving the number out where marks by face alone are allowed', async () => {
    const { version } = (await send('{ settings { version } }', {})).data.settings;
    const update = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }';
    expect((await send(update, { input: { version, isAttendanceByFaceAlone: true } })).errors).toBeUndefined();
    const answer = await mark({ employeeNumber: null, image: base64(image.anna) });
    expect(answer).toMatchObject({ outcome: 'PIN_REQUIRED', event: null });
    await setLevel('STANDARD');
    expect((await mark({ employeeNumber: null, image: base64(image.anna) })).outcome).toMatch(/RECORDED|DOUBLE_TAP/);
  });

  it('gives another mark to the same face with a PIN: the key of the refusal is not its key', async () => {
    const idempotencyKey = randomUUID();
    expect((await mark({ idempotencyKey })).outcome).toBe('PIN_REQUIRED');
    const who = { idempotencyKey, employeeNumber: anna.number, image: base64(image.annaAgain), pin: PIN };
    expect(codeOf(await api.client.ask(RECORD_ATTENDANCE, who, owner))).toBe('IDEMPOTENCY_CONFLICT');
  });
});
