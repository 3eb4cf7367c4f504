import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createPerson, type Person } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let person: Person;
const PIN = '481920';
const SET = 'mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }';
const MARK =
  'mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { outcome replayed event { assurance } attempt { outcome } } }';

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());

const send = (query: string, variables: object) => api.client.send({ query, variables }, owner);
async function mark(input: object) {
  const answer = await send(MARK, { input: { idempotencyKey: randomUUID(), ...input } });
  return answer.data?.recordAttendance ?? codeOf(answer);
}

describe('a PIN', () => {
  beforeAll(async () => {
    person = await createPerson(api, owner);
    expect((await send(SET, { id: person.id, pin: PIN })).errors).toBeUndefined();
  });

  it('marks attendance of a person without a face, who is seen to have used it', async () => {
    const marked = await mark({ employeeNumber: person.number, pin: PIN });
    expect(marked).toMatchObject({
      outcome: 'RECORDED',
      event: { assurance: 'PIN' },
      attempt: { outcome: 'RECORDED' },
    });
    const days = await send('query ($id: ID!) { attendanceDays(filter: {employeeId: $id}) { nodes { markCount } } }', {
      id: person.id,
    });
    expect(days.data.attendanceDays.nodes).toEqual([{ markCount: 1 }]);
  });

  it('is stored as a hash that appears in no answer and no log', async () => {
    const stored = await api.database.repositories.employeePins.find(person.id);
    expect(stored?.hash).toMatch(/^\$argon2id\$/);
    expect(api.logged.join('\n')).not.toContain(PIN);
  });

  it('that is wrong marks nothing, and looks the same for who has none and for a number nobody has', async () => {
    const without = await createPerson(api, owner);
    for (const employeeNumber of [person.number, without.number, 'nobody'])
      expect(await mark({ employeeNumber, pin: '700351' }), employeeNumber).toEqual({
        outcome: 'PIN_MISMATCH',
        replayed: false,
        event: null,
        attempt: { outcome: 'PIN_MISMATCH' },
      });
  });

  it('guessed five times is paused, and a new one given by HR works at once', async () => {
    const other = await createPerson(api, owner);
    await send(SET, { id: other.id, pin: PIN });
    for (let i = 0; i < 5; i += 1) await mark({ employeeNumber: other.number, pin: '700351' });
    expect(await mark({ employeeNumber: other.number, pin: PIN })).toMatchObject({
      outcome: 'LOCKED_OUT',
      event: null,
    });
    await send(SET, { id: other.id, pin: '20486113' });
    expect(await mark({ employeeNumber: other.number, pin: '20486113' })).toMatchObject({ outcome: 'RECORDED' });
  });

  it('guessed too often is seen on the person, until HR allows it again', async () => {
    const other = await createPerson(api, owner);
    await send(SET, { id: other.id, pin: PIN });
    const lockouts = async () => {
      const read = await send('query ($id: ID!) { employee(id: $id) { lockouts { kind until } } }', { id: other.id });
      return read.data.employee.lockouts;
    };
    expect(await lockouts()).toEqual([]);
    for (let i = 0; i < 5; i += 1) await mark({ employeeNumber: other.number, pin: '700351' });
    expect(await lockouts()).toEqual([{ kind: 'PIN', until: expect.any(String) }]);
    for (let i = 5; i < 50; i += 1) {
      // The ninth pause is of two hours; a session lasts a week.
      if (i % 5 === 0) api.clock.forward(5 * 3600_000);
      await mark({ employeeNumber: other.number, pin: '700351' });
    }
    expect(await lockouts()).toEqual([{ kind: 'PIN', until: null }]);
    await send('mutation ($id: ID!) { unlockFace(employeeId: $id) { id } }', { id: other.id });
    expect(await lockouts()).toEqual([]);
    expect(await mark({ employeeNumber: other.number, pin: PIN })).toMatchObject({ outcome: 'RECORDED' });
  });

  it('no longer works when it was taken away, or when the person has left', async () => {
    const leaver = await createPerson(api, owner);
    await send(SET, { id: leaver.id, pin: PIN });
    await send('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id: leaver.id });
    expect(await mark({ employeeNumber: leaver.number, pin: PIN })).toMatchObject({ outcome: 'PIN_MISMATCH' });
    await send('mutation ($id: ID!) { removePin(employeeId: $id) { id } }', { id: person.id });
    expect(await mark({ employeeNumber: person.number, pin: PIN })).toMatchObject({ outcome: 'PIN_MISMATCH' });
  });

  it.each(['123456', '000000', '12345', 'abcdef'])('like %s is refused', async (pin) => {
    expect(codeOf(await send(SET, { id: person.id, pin }))).toBe('BAD_USER_INPUT');
  });

  it('does not stand in for an image that is sent with it', async () => {
    const input = { employeeNumber: person.number, pin: PIN, image: { base64: 'aGVsbG8=' } };
    expect(await mark(input)).toBe('IMAGE_UNDECODABLE');
  });
});
