import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createKey } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const UPSERT = `mutation ($input: UpsertEmployeesInput!) {
  upsertEmployees(input: $input) { replayed results { index outcome employeeId code field problem employee { number name } } }
}`;

let api: TestApi;
let owner: Credentials;
let key: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  key = bearer(await createKey(api, owner, ['employees:write', 'employees:read']));
});
afterAll(() => api.stop());

const send = (employees: readonly object[], more: object = {}) =>
  api.client.ask(UPSERT, { employees, idempotencyKey: randomUUID(), ...more }, key);
const upsert = async (employees: readonly object[], more: object = {}) => {
  const answer = await send(employees, more);
  if (answer.data === null) throw new Error(answer.text);
  return answer.data.upsertEmployees;
};
const outcomes = async (employees: readonly object[], more: object = {}) =>
  (await upsert(employees, more)).results.map(({ outcome }: { outcome: string }) => outcome);
const someone = (more: object = {}) => ({
  externalId: randomUUID(),
  number: `U-${randomUUID()}`,
  name: 'Ada',
  ...more,
});
const auditOf = async (id: string) =>
  (await api.database.repositories.audit.list({ target: { kind: 'EMPLOYEE', id } }, { first: 20 })).nodes.map(
    ({ action }) => action,
  );

describe('many people at once', () => {
  it('are entered, changed or left as they are, by externalId first and by number else, each with an entry', async () => {
    const person = someone();
    const [created] = (await upsert([person])).results;
    expect(created).toMatchObject({ index: 0, outcome: 'CREATED', employee: { number: person.number, name: 'Ada' } });
    expect(await outcomes([person])).toEqual(['UNCHANGED']);
    expect(await outcomes([{ externalId: person.externalId, name: 'Ada L.' }])).toEqual(['UPDATED']);
    expect(await outcomes([{ number: ` ${person.number.toLowerCase()} `, email: 'ada@example.org' }])).toEqual([
      'UPDATED',
    ]);
    const stored = await api.database.repositories.employees.getById(created.employeeId);
    expect(stored).toMatchObject({ name: 'Ada L.', email: 'ada@example.org', externalId: person.externalId });
    expect((await auditOf(created.employeeId)).sort()).toEqual([
      'EMPLOYEE_CREATED',
      'EMPLOYEE_UPDATED',
      'EMPLOYEE_UPDATED',
    ]);
    expect(await outcomes([{ externalId: person.externalId, email: null }])).toEqual(['UPDATED']);
    expect((await api.database.repositories.employees.getById(created.employeeId)).email).toBeNull();
  });

  it('do not stop each other: who cannot be is refused with index, code and field', async () => {
    const taken = someone();
    await upsert([taken]);
    const twice = someone();
    const { results } = await upsert([
      someone(),
      someone({ name: ' ' }),
      someone({ email: 'no address' }),
      someone({ departmentId: 'none' }),
      someone({ number: taken.number, externalId: taken.externalId, siteId: 'none' }),
      { name: 'Nobody' },
      twice,
      { ...twice, name: 'Again' },
      someone({ joiningDate: '2026-02-02', leavingDate: '2026-02-01' }),
      someone({ badge: 'x'.repeat(300) }),
      someone(),
    ]);
    expect(results.map(({ outcome, field }: { outcome: string; field: string }) => `${outcome} ${field}`)).toEqual([
      'CREATED null',
      'REFUSED name',
      'REFUSED email',
      'REFUSED departmentId',
      'REFUSED siteId',
      'REFUSED externalId',
      'CREATED null',
      'REFUSED externalId',
      'REFUSED leavingDate',
      'REFUSED badge',
      'CREATED null',
    ]);
    expect(results[1]).toMatchObject({ index: 1, code: 'BAD_USER_INPUT', employeeId: null });
  });

  it('are not mixed up: a number of somebody with another id is a conflict', async () => {
    const [one, two] = [someone(), someone()];
    await upsert([one, two]);
    const { results } = await upsert([{ externalId: one.externalId, number: two.number }]);
    expect(results[0]).toMatchObject({ outcome: 'REFUSED', code: 'CONFLICT', field: 'number' });
    const badge = randomUUID();
    const taken = await upsert([
      { externalId: one.externalId, badge },
      { externalId: two.externalId, badge },
    ]);
    expect(taken.results[1]).toMatchObject({ outcome: 'REFUSED', code: 'CONFLICT', field: 'badge' });
  });

  it('sent again with their key give the same answer and change nothing; others under it are refused', async () => {
    const person = someone();
    const idempotencyKey = randomUUID();
    const first = await upsert([person], { idempotencyKey });
    await upsert([{ externalId: person.externalId, name: 'Changed since' }]);
    const again = await upsert([person], { idempotencyKey });
    expect(again.replayed).toBe(true);
    expect(again.results[0]).toMatchObject({ outcome: 'CREATED', employeeId: first.results[0].employeeId });
    expect((await api.database.repositories.employees.getById(first.results[0].employeeId)).name).toBe('Changed since');
    expect(codeOf(await send([someone()], { idempotencyKey }))).toBe('IDEMPOTENCY_CONFLICT');
    expect(codeOf(await send([someone()], { idempotencyKey: ' ' }))).toBe('BAD_USER_INPUT');
  });

  it('are only tried out in a dry run', async () => {
    const person = someone();
    const idempotencyKey = randomUUID();
    const tried = await upsert([person, someone({ name: '' })], { dryRun: true, idempotencyKey });
    expect(tried.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['CREATED', 'REFUSED']);
    expect(tried.results[0].employeeId).toBeNull();
    expect(await api.database.repositories.employees.findByNumber(person.number)).toBeNull();
    const made = await upsert([person], { idempotencyKey });
    expect(await outcomes([{ ...person, name: 'Tried' }], { dryRun: true })).toEqual(['UPDATED']);
    const { id, name } = await api.database.repositories.employees.getById(made.results[0].employeeId);
    expect([name, await auditOf(id)]).toEqual(['Ada', ['EMPLOYEE_CREATED']]);
  });

  it('are a hundred at most, for who may change people', async () => {
    const hundred = Array.from({ length: 100 }, () => someone());
    expect(new Set(await outcomes(hundred))).toEqual(new Set(['CREATED']));
    expect(codeOf(await send([...hundred, someone()]))).toMatch(/BAD_USER_INPUT|QUERY_TOO_COMPLEX/);
    expect(codeOf(await send([]))).toBe('BAD_USER_INPUT');
    const reader = bearer(await createKey(api, owner, ['employees:read']));
    const input = { employees: [someone()], idempotencyKey: randomUUID() };
    expect(codeOf(await api.client.ask(UPSERT, input, reader))).toBe('FORBIDDEN');
  });
});
