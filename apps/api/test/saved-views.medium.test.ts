import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createKey } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const FIELDS = '{ id list name filters version }';
const CREATE = `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) ${FIELDS} }`;
const UPDATE = `mutation ($input: UpdateSavedViewInput!) { updateSavedView(input: $input) ${FIELDS} }`;
const REMOVE = 'mutation ($id: ID!, $version: Int!) { removeSavedView(id: $id, version: $version) { name } }';
const LIST = `query ($list: SavedViewList!) { savedViews(list: $list) ${FIELDS} }`;

let api: TestApi;
let owner: Credentials;
let other: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  const account = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog' };
  await createAccount(api.container.auth, { ...account, name: 'Somebody', roles: ['OWNER'] });
  other = await api.client.signIn(account.email, account.password);
});
afterAll(() => api.stop());

const send = (query: string, variables: object, as = owner) => api.client.send({ query, variables }, as);
const create = (name: string, filters = 'status=ACTIVE', as = owner, list = 'EMPLOYEES') =>
  send(CREATE, { input: { list, name, filters } }, as);
const namesOf = async (as: Credentials, list = 'EMPLOYEES') =>
  (await send(LIST, { list }, as)).data.savedViews.map(({ name }: { name: string }) => name);

describe('a saved view', () => {
  it('is kept for one person and one list, by name', async () => {
    const made = await create('Without a face', 'status=ACTIVE&face=NOT_ENROLLED');
    expect(made.data.createSavedView).toMatchObject({
      ...{ list: 'EMPLOYEES', name: 'Without a face', filters: 'face=NOT_ENROLLED&status=ACTIVE', version: 1 },
    });
    await create('All who left', 'status=INACTIVE');
    await create('Late', 'status=LATE', owner, 'ATTENDANCE');
    expect(await namesOf(owner)).toEqual(['All who left', 'Without a face']);
    expect(await namesOf(owner, 'ATTENDANCE')).toEqual(['Late']);
    expect(await namesOf(other)).toEqual([]);
  });

  it('is renamed and removed by whoever made it, and is not there for others', async () => {
    const { id } = (await create('Nightshift')).data.createSavedView;
    expect(codeOf(await send(UPDATE, { input: { id, version: 1, name: 'Mine' } }, other))).toBe('NOT_FOUND');
    expect(codeOf(await send(REMOVE, { id, version: 1 }, other))).toBe('NOT_FOUND');
    const renamed = await send(UPDATE, { input: { id, version: 1, name: 'Night shift' } });
    expect(renamed.data.updateSavedView).toMatchObject({ name: 'Night shift', filters: 'status=ACTIVE', version: 2 });
    expect(codeOf(await send(UPDATE, { input: { id, version: 1, name: 'Again' } }))).toBe('CONFLICT');
    expect((await send(REMOVE, { id, version: 2 })).data.removeSavedView).toEqual({ name: 'Night shift' });
    expect(codeOf(await send(REMOVE, { id, version: 2 }))).toBe('NOT_FOUND');
  });

  it('has a name that no other view of the person and list has, whatever its case', async () => {
    await create('Spät');
    expect(codeOf(await create('  spät '))).toBe('CONFLICT');
    expect((await create('Spät', '', other)).errors).toBeUndefined();
    expect(codeOf(await create('   '))).toBe('BAD_USER_INPUT');
    expect(codeOf(await create('x'.repeat(61)))).toBe('BAD_USER_INPUT');
  });

  it.each(['q=Mayer', 'status=ACTIVE&after=x', 'date=2026-01-01', 'status=ACTIVE&status=INACTIVE'])(
    'does not keep %s',
    async (filters) => {
      expect(codeOf(await create(randomUUID(), filters))).toBe('BAD_USER_INPUT');
    },
  );

  it('belongs to a person, not to a key', async () => {
    const key = bearer(await createKey(api, owner, ['employees:read']));
    expect(codeOf(await create('Key', '', key))).toBe('BAD_USER_INPUT');
    expect(await namesOf(key)).toEqual([]);
  });

  it('is one of at most fifty of a list', async () => {
    for (let i = 0; i < 50; i += 1) await create(`View ${i}`, '', other, 'ATTENDANCE');
    expect(codeOf(await create('One more', '', other, 'ATTENDANCE'))).toBe('BAD_USER_INPUT');
    expect(await namesOf(other, 'ATTENDANCE')).toHaveLength(50);
  });
});
