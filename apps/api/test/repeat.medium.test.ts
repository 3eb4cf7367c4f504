import { randomUUID } from 'node:crypto';
import { isInputObjectType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { REPEAT_RULES } from '../src/graphql/repeat-rules.js';
import { createSchema } from '../src/graphql/schema.js';
import { onceByKey } from '../src/services/once-by-key.js';
import { type Credentials, codeOf, type GraphQLAnswer } from './testing/graphql-test-client.js';
import { KEYED_CALLS, openKeyedCalls, type Room, type SentAgain } from './testing/keyed-calls.js';
import { CREATE_EMPLOYEE, REGISTER_FACE } from './testing/operations.js';
import { createPersonWithConsent } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const keyedMutations = Object.keys(REPEAT_RULES).filter((name) => REPEAT_RULES[name]?.kind === 'keyed');
const mutations = createSchema().getMutationType()?.getFields() ?? {};

let api: TestApi;
let owner: Credentials;
let room: Room;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  room = await openKeyedCalls(api, owner);
});
afterAll(() => api.stop());

/** Sends a mutation whose arguments are one input, or plain ones. */
function send(mutation: string, given: object, idempotencyKey: string | null, select: string): Promise<GraphQLAnswer> {
  const type = mutations[mutation]?.args.find(({ name }) => name === 'input')?.type;
  const input = { ...given, idempotencyKey };
  if (isNonNullType(type) && isInputObjectType(type.ofType)) {
    const query = `mutation ($input: ${type.ofType.name}!) { ${mutation}(input: $input) { ${select} } }`;
    return api.client.ask(query, input, owner);
  }
  const query = `mutation ($id: ID!, $key: ID) { ${mutation}(id: $id, idempotencyKey: $key) { ${select} } }`;
  return api.client.send({ query, variables: { ...given, key: idempotencyKey } }, owner);
}

const countOf = ({ collection }: Pick<SentAgain, 'collection'>): Promise<number> =>
  api.database.nativeDb.collection(collection).countDocuments();

describe('a mutation with an idempotency key', () => {
  it('is tried here for each one that the table calls keyed', () => {
    expect(Object.keys(KEYED_CALLS).sort()).toEqual([...keyedMutations].sort());
  });

  it.each(keyedMutations)(
    '%s: sent five times at once and once more it is done once, and is answered alike',
    async (name) => {
      const call = await KEYED_CALLS[name]?.(room);
      if (call === undefined) throw new Error(`no call of ${name}`);
      const { input, other, select, records = 1 } = call;
      const key = randomUUID();
      const before = await countOf(call);
      const answers = await Promise.all(Array.from({ length: 5 }, () => send(name, input, key, select)));
      answers.push(await send(name, input, key, select));
      const [first] = answers;
      expect([first?.errors, first?.data?.[name]]).toEqual([undefined, expect.anything()]);
      for (const { data } of answers) expect(data).toEqual(first?.data);
      expect(await countOf(call)).toBe(before + records);

      expect(codeOf(await send(name, other, key, select))).toBe('IDEMPOTENCY_CONFLICT');
      expect(await countOf(call)).toBe(before + records);
    },
  );

  it('is free again after an error, and the next try can do what was asked', async () => {
    const [key, name] = [randomUUID(), `Site ${randomUUID()}`];
    const create = (idempotencyKey: string | null) =>
      send('createSite', { name, timeZone: 'UTC' }, idempotencyKey, 'id version');
    const { id, version } = (await create(null)).data.createSite;
    expect(codeOf(await create(key))).toBe('CONFLICT');
    const rename = 'mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { id } }';
    await api.client.ask(rename, { id, version, name: `${name} of before` }, owner);
    const made = (await create(key)).data.createSite;
    expect(made.id).not.toBe(id);
    expect((await create(key)).data.createSite).toEqual(made);
  });

  it('writes nothing if the work was taken over by somebody else before it was done', async () => {
    const { repositories, withTransaction, nativeDb } = api.database;
    const context = { db: { ...repositories, withTransaction }, now: api.clock.now, newId: randomUUID };
    const at = api.clock.now();
    const base = { isArchived: false, parentId: null, managerEmployeeId: null, siteId: null, costCentre: null };
    const department = { id: randomUUID(), name: randomUUID(), ...base, createdAt: at, updatedAt: at };
    const recall = (id: string) => repositories.departments.getById(id);
    const call = { mutation: 'createDepartment', input: { idempotencyKey: randomUUID() }, recall };
    const work = onceByKey(context, COMMAND_LINE, call, (keep) =>
      withTransaction(async (session) => {
        const made = await repositories.departments.insert(department, { session });
        const mine = { actorId: COMMAND_LINE.id, state: 'CLAIMED' };
        await nativeDb.collection('idempotencyRecords').updateMany(mine, { $set: { token: 'of somebody else' } });
        await keep(made.id, session);
        return made;
      }),
    );
    await expect(work).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await repositories.departments.findById(department.id)).toBeNull();
  });

  it('of one mutation says nothing about another one, and an empty one is refused', async () => {
    const key = randomUUID();
    const create = (mutation: string, more: object = {}) => send(mutation, { name: randomUUID(), ...more }, key, 'id');
    expect((await create('createDepartment')).errors).toBeUndefined();
    expect((await create('createSite', { timeZone: 'UTC' })).errors).toBeUndefined();
    expect(codeOf(await send('createDepartment', { name: randomUUID() }, ' ', 'id'))).toBe('BAD_USER_INPUT');
  });
});

describe('a registration with an idempotency key', () => {
  const attemptsOf = (employeeId: string) =>
    api.database.nativeDb.collection('captureAttempts').countDocuments({ employeeId });

  it('that was refused is not judged again', async () => {
    const person = await createPersonWithConsent(api, owner);
    const input = { employeeId: person.id, images: [base64(await photos.landscape())], idempotencyKey: randomUUID() };
    const first = (await api.client.ask(REGISTER_FACE, input, owner)).data;
    expect(first.registerFace.outcome).toBe('NO_FACE');
    expect((await api.client.ask(REGISTER_FACE, input, owner)).data).toEqual(first);
    expect(await attemptsOf(person.id)).toBe(1);
  });

  it('keeps nothing that names the person, and answers nothing once the person is erased', async () => {
    const number = 'Zebulonia-18';
    const key = `key of ${number}`;
    const who = { number, name: 'Zebulonia Quince', email: 'zebulonia@example.org', idempotencyKey: key };
    const { id, version } = (await api.client.ask(CREATE_EMPLOYEE, who, owner)).data.createEmployee;
    await room.made('recordConsent', 'RecordConsentInput', { employeeId: id });
    const input = { employeeId: id, images: [base64(await photos.ben())], idempotencyKey: key };
    expect((await api.client.ask(REGISTER_FACE, input, owner)).data.registerFace.outcome).toBe('REGISTERED');
    const kept = await api.database.nativeDb.collection('idempotencyRecords').find().toArray();
    expect(kept.length).toBeGreaterThan(20);
    const text = JSON.stringify(kept);
    for (const word of ['zebulonia', '"score"', '"measures"', 'whsec_', 'rk_'])
      expect(text.toLowerCase()).not.toContain(word);

    await room.ask('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id });
    const asked = { employeeId: id, number, reason: 'Asked for it' };
    await room.made('eraseEmployee', 'EraseEmployeeInput', asked);
    expect(codeOf(await api.client.ask(REGISTER_FACE, input, owner))).toBe('NOT_FOUND');
    const again = await api.client.ask(CREATE_EMPLOYEE, who, owner);
    expect(again.text).not.toContain('Zebulonia');
    expect([again.data?.createEmployee.id, version]).toEqual([id, 1]);
  });
});
