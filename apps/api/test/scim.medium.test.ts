import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { ENTERPRISE_SCHEMA as ENTERPRISE, PATCH_MESSAGE, USER_SCHEMA as USER } from '../src/scim/scim-names.js';
import { bearer, type Credentials, NOBODY } from './testing/graphql-test-client.js';
import { IDENTIFY_FACE, RECORD_ATTENDANCE, VERIFY_FACE } from './testing/operations.js';
import { createKey, createPerson, createRegisteredPerson, forgetFace } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { ORIGIN, OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let key: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  key = bearer(await createKey(api, owner, ['employees:read', 'employees:write']));
});
afterAll(() => api.stop());

// biome-ignore lint/suspicious/noExplicitAny: the answer has the shape the test asked for
type Answer = { readonly status: number; readonly headers: Headers; readonly body: any };

async function scim(method: string, path: string, body?: unknown, headers: Credentials = key): Promise<Answer> {
  const response = await fetch(`${api.url}/scim${path}`, {
    method,
    headers: { 'content-type': 'application/scim+json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (text !== '') expect(response.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}
const someone = (more: object = {}) => ({
  ...{ schemas: [USER, ENTERPRISE], userName: `S-${randomUUID()}`, displayName: 'Ada Example', ...more },
});
const create = async (more: object = {}) => {
  const answer = await scim('POST', '/v2/Users', someone(more));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const patch = (id: string, operations: readonly object[], headers: Credentials = key) =>
  scim('PATCH', `/v2/Users/${id}`, { schemas: [PATCH_MESSAGE], Operations: operations }, headers);
const find = async (filter: string, more: string = '') =>
  scim('GET', `/v2/Users?filter=${encodeURIComponent(filter)}${more}`);
const employee = (id: string) => api.database.repositories.employees.getById(id);
const errorOf = ({ status, body }: Answer) => [status, body?.scimType ?? null];
const auditOf = async (id: string) =>
  (await api.database.repositories.audit.list({ target: { kind: 'EMPLOYEE', id } }, { first: 50 })).nodes.map(
    ({ action }) => action,
  );

describe('a person of an identity provider', () => {
  it('is entered, found, read, changed and told as the protocol says', async () => {
    const department = `Sales ${randomUUID()}`;
    const createDepartment = 'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { id } }';
    const { data } = await api.client.ask(createDepartment, { name: department }, owner);
    const sent = someone({
      ...{ externalId: `00u-${randomUUID()}`, emails: [{ value: 'ada@example.org', type: 'work', primary: true }] },
      [ENTERPRISE]: { department: department.toUpperCase(), costCenter: 'K1' },
    });
    const made = await scim('POST', '/v2/Users', sent);
    expect(made.status).toBe(201);
    const { id, meta, ...rest } = made.body;
    expect(rest).toEqual({
      ...{ schemas: [USER, ENTERPRISE], userName: sent.userName, displayName: 'Ada Example', active: true },
      ...{ name: { formatted: 'Ada Example' }, emails: [{ value: 'ada@example.org', type: 'work', primary: true }] },
      externalId: (sent as { externalId?: string }).externalId,
      [ENTERPRISE]: { employeeNumber: sent.userName, department, costCenter: 'K1' },
    });
    expect(made.headers.get('location')).toBe(`${ORIGIN}/scim/v2/Users/${id}`);
    expect(meta).toMatchObject({ resourceType: 'User', version: 'W/"1"', location: made.headers.get('location') });
    expect(await employee(id)).toMatchObject({ number: sent.userName, departmentId: data.createDepartment.id });

    expect((await find(`userName eq "${sent.userName.toLowerCase()}"`)).body).toMatchObject({
      ...{ totalResults: 1, startIndex: 1, itemsPerPage: 1, Resources: [{ id }] },
    });
    const put = await scim('PUT', `/v2/Users/${id}`, { ...sent, id: 'another', displayName: 'Ada Byron', emails: [] });
    expect(put.body).toMatchObject({
      id,
      displayName: 'Ada Byron',
      externalId: rest.externalId,
      meta: { version: 'W/"2"' },
    });
    expect(put.body.emails).toBeUndefined();
    const path = `${ENTERPRISE}:department`;
    const patched = await patch(id, [
      { op: 'Remove', path },
      { op: 'Replace', path: 'displayName', value: 'Ada' },
    ]);
    expect(patched.body).toMatchObject({ displayName: 'Ada', [ENTERPRISE]: { costCenter: 'K1' } });
    expect(patched.body[ENTERPRISE].department).toBeUndefined();
    const read = await scim('GET', `/v2/Users/${id}`);
    expect([read.body, read.headers.get('etag')]).toEqual([patched.body, 'W/"3"']);
  });

  it('that is sent again as it is, is not written again', async () => {
    const sent = someone();
    const { id } = (await scim('POST', '/v2/Users', sent)).body;
    expect((await scim('PUT', `/v2/Users/${id}`, { ...sent, active: true })).body.meta.version).toBe('W/"1"');
    expect(await auditOf(id)).toEqual(['EMPLOYEE_CREATED']);
  });

  it('shows the parts that are asked for', async () => {
    const { id } = await create();
    const keys = async (query: string) => Object.keys((await scim('GET', `/v2/Users/${id}?${query}`)).body).sort();
    expect(await keys('attributes=userName,name.formatted')).toEqual(['id', 'name', 'schemas', 'userName']);
    expect(await keys(`excludedAttributes=meta,displayName,${ENTERPRISE}:department,id`)).not.toContain('meta');
    expect(await keys('excludedAttributes=id')).toContain('id');
  });

  it('is listed part by part, everybody once, and not who was erased', async () => {
    const made = [await create(), await create({ active: false }), await create()].map(({ id }) => id);
    const { totalResults } = (await scim('GET', '/v2/Users?count=0')).body;
    const seen: string[] = [];
    for (let startIndex = 1; startIndex <= totalResults; startIndex += 2) {
      const { body } = await scim('GET', `/v2/Users?startIndex=${startIndex}&count=2`);
      expect(body).toMatchObject({ totalResults, startIndex, itemsPerPage: body.Resources.length });
      seen.push(...body.Resources.map(({ id }: { id: string }) => id));
    }
    expect([seen.length, new Set(seen).size]).toEqual([totalResults, totalResults]);
    expect(seen).toEqual(expect.arrayContaining(made));
    const off = (await find('active eq false', '&count=100')).body.Resources;
    expect(off.map(({ id }: { id: string }) => id)).toContain(made[1]);
    expect(off.every(({ active }: { active: boolean }) => !active)).toBe(true);
    const at = { version: (await employee(made[2])).version, now: new Date() };
    await api.database.repositories.employees.update(made[2], { status: 'ERASED' }, at);
    expect((await find(`id eq "${made[2]}"`)).body.totalResults).toBe(0);
    expect((await scim('GET', `/v2/Users/${made[2]}`)).status).toBe(404);
    expect((await patch(made[2], [{ op: 'replace', path: 'active', value: true }])).status).toBe(404);
    expect(errorOf(await scim('GET', '/v2/Users?count=many'))).toEqual([400, 'invalidValue']);
    expect((await scim('GET', '/v2/Users?startIndex=-3&count=-1')).body).toMatchObject({
      startIndex: 1,
      itemsPerPage: 0,
    });
  });
});

describe('turning somebody off', () => {
  const image = async () => base64(await photos.annaAgain());
  const turnedOff: readonly (readonly [string, (id: string) => Promise<Answer>])[] = [
    ['by the PATCH of Okta', (id) => patch(id, [{ op: 'replace', value: { active: false } }])],
    ['by the PATCH of Entra ID', (id) => patch(id, [{ op: 'Replace', path: 'active', value: 'False' }])],
    ['by DELETE', (id) => scim('DELETE', `/v2/Users/${id}`)],
  ];

  it.each(turnedOff)('%s ends face, PIN and sessions with the very next request', async (_how, turnOff) => {
    const anna = await createRegisteredPerson(api, owner, await photos.anna());
    const pin = '48192075';
    const setPin = 'mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }';
    await api.client.send({ query: setPin, variables: { id: anna.id, pin } }, owner);
    const account = { email: `${randomUUID()}@example.org`, password: 'a fern grows by the door' };
    await createAccount(api.container.auth, { ...account, name: 'Anna', roles: ['EMPLOYEE'] });
    const user = await api.database.repositories.users.findByEmail(account.email);
    const access = { roles: ['EMPLOYEE'] as const, siteIds: [], departmentIds: [], employeeId: anna.id };
    await api.database.repositories.users.setAccess(user?.id ?? '', access, new Date());
    const session = await api.client.signIn(account.email, account.password);
    const ask = async (query: string, input: object) => (await api.client.ask(query, input, owner)).data;
    const all = async () => [
      (await ask(VERIFY_FACE, { employeeNumber: anna.number, image: await image() })).verifyFace.outcome,
      (await ask(IDENTIFY_FACE, { image: await image() })).identifyFace.outcome,
      (
        await ask(RECORD_ATTENDANCE, {
          idempotencyKey: randomUUID(),
          employeeNumber: anna.number,
          image: await image(),
        })
      ).recordAttendance.outcome,
      (await ask(RECORD_ATTENDANCE, { idempotencyKey: randomUUID(), employeeNumber: anna.number, pin }))
        .recordAttendance.outcome,
      (await api.client.send({ query: '{ viewer { id } }' }, session)).data?.viewer == null,
    ];
    const before = await all();
    expect(before.slice(0, 3)).toEqual(['MATCH', 'MATCH', 'RECORDED']);
    expect([before[3] === 'PIN_MISMATCH', before[4]]).toEqual([false, false]);
    expect((await turnOff(anna.id)).status).toBeLessThan(300);
    expect(await all()).toEqual(['NOT_ENROLLED', 'NO_MATCH', 'NOT_ENROLLED', 'PIN_MISMATCH', true]);
    expect(await employee(anna.id)).toMatchObject({ status: 'INACTIVE', leavingDate: expect.any(String) });
    await forgetFace(api, anna);
  });

  it('comes first: it stands even if the rest of the request cannot be', async () => {
    const { id, userName } = await create();
    const body = { schemas: [USER], userName, active: false, [ENTERPRISE]: { department: 'There is none' } };
    expect(errorOf(await scim('PUT', `/v2/Users/${id}`, body))).toEqual([400, 'invalidValue']);
    expect((await employee(id)).status).toBe('INACTIVE');
  });

  it('is taken back by active, with a face to be registered anew', async () => {
    const { id } = await create();
    await patch(id, [{ op: 'replace', value: { active: false } }]);
    const back = await patch(id, [{ op: 'Replace', path: 'active', value: 'True' }]);
    expect([back.status, back.body.active]).toEqual([200, true]);
    expect(await employee(id)).toMatchObject({ status: 'ACTIVE', leavingDate: null, templateModelIds: [] });
    expect((await auditOf(id)).sort()).toEqual(['EMPLOYEE_CREATED', 'EMPLOYEE_DEACTIVATED', 'EMPLOYEE_REACTIVATED']);
  });

  it('of a second record is not taken back here', async () => {
    const [keep, second] = [await create(), await create()];
    const merge = { keepId: keep.id, mergeId: second.id, keepVersion: 1, mergeVersion: 1, reason: 'Twice.' };
    const query = 'mutation ($input: MergeEmployeesInput!) { mergeEmployees(input: $input) { id } }';
    await api.client.ask(query, merge, owner);
    expect((await patch(second.id, [{ op: 'replace', value: { active: true } }])).status).toBe(409);
    expect((await employee(second.id)).status).toBe('INACTIVE');
  });

  it('by DELETE hides the person from the provider; entered again it is the same person, with the same marks', async () => {
    const { id, userName } = await create({ displayName: 'Before' });
    expect((await scim('DELETE', `/v2/Users/${id}`)).status).toBe(204);
    for (const answer of [
      await scim('GET', `/v2/Users/${id}`),
      await scim('DELETE', `/v2/Users/${id}`),
      await patch(id, [{ op: 'replace', value: { active: true } }]),
    ])
      expect(answer.status).toBe(404);
    expect((await find(`userName eq "${userName}"`)).body.totalResults).toBe(0);
    expect((await api.client.send({ query: `{ employee(id: "${id}") { status } }` }, owner)).data.employee.status).toBe(
      'INACTIVE',
    );
    const nowhere = someone({ userName, [ENTERPRISE]: { department: 'None such' } });
    expect(errorOf(await scim('POST', '/v2/Users', nowhere))).toEqual([400, 'invalidValue']);
    const again = await scim('POST', '/v2/Users', someone({ userName, displayName: 'After' }));
    expect([again.status, again.body.id, again.body.displayName, again.body.active]).toEqual([201, id, 'After', true]);
  });
});

describe('a version', () => {
  it('that is stale is refused with 412 and changes nothing; the right one and any pass', async () => {
    const { id, meta } = await create();
    const active = [{ op: 'replace', value: { active: false } }];
    const name = [{ op: 'replace', value: { displayName: 'New' } }];
    const ifMatch = (tag: string) => ({ ...key, 'if-match': tag });
    expect((await patch(id, name, ifMatch(meta.version))).status).toBe(200);
    for (const tag of [meta.version, '"none"', 'W/"99"']) {
      expect((await patch(id, name, ifMatch(tag))).status).toBe(412);
      expect((await patch(id, active, ifMatch(tag))).status).toBe(412);
      expect((await scim('DELETE', `/v2/Users/${id}`, undefined, ifMatch(tag))).status).toBe(412);
    }
    expect(await employee(id)).toMatchObject({ status: 'ACTIVE', version: 2 });
    expect((await patch(id, [{ op: 'replace', value: { displayName: 'Newer' } }], ifMatch('"1", W/"2"'))).status).toBe(
      200,
    );
    expect((await patch(id, active, ifMatch('*'))).status).toBe(200);
  });

  it('serves one of several changes at once, and a number one of several people', async () => {
    const { id, meta } = await create();
    const change = (name: string) =>
      patch(id, [{ op: 'replace', value: { displayName: name } }], { ...key, 'if-match': meta.version });
    const changed = await Promise.all(['One', 'Two', 'Three', 'Four'].map(change));
    expect(changed.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const same = someone();
    const made = await Promise.all([1, 2, 3, 4].map(() => scim('POST', '/v2/Users', same)));
    expect(made.map(errorOf).sort()).toEqual([[201, null], ...Array(3).fill([409, 'uniqueness'])]);
    const off = await Promise.all([1, 2, 3].map(() => patch(id, [{ op: 'replace', value: { active: false } }])));
    expect(off.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await auditOf(id)).filter((action) => action === 'EMPLOYEE_DEACTIVATED')).toHaveLength(1);
  });

  it('that the caller has is not sent again', async () => {
    const { id, meta } = await create();
    const known = await scim('GET', `/v2/Users/${id}`, undefined, { ...key, 'if-none-match': meta.version });
    expect([known.status, known.body]).toEqual([304, null]);
  });
});

describe('who may ask:', () => {
  it('keys with the scope, nobody else', async () => {
    const { id } = await create();
    const reader = bearer(await createKey(api, owner, ['employees:read']));
    const writer = bearer(await createKey(api, owner, ['employees:write']));
    const other = bearer(await createKey(api, owner, ['faces:write', 'users:manage', 'admin']));
    const soon = new Date(api.clock.now().getTime() + 60_000).toISOString();
    const expired = bearer(await createKey(api, owner, ['employees:read'], { expiresAt: soon }));
    const calls = async (as: Credentials) => [
      (await scim('GET', '/v2/Users', undefined, as)).status,
      (await scim('GET', `/v2/Users/${id}`, undefined, as)).status,
      (await scim('POST', '/v2/Users', someone(), as)).status,
      (await scim('PUT', `/v2/Users/${id}`, someone(), as)).status,
      (await patch(id, [{ op: 'replace', value: { active: true } }], as)).status,
    ];
    expect(await calls(reader)).toEqual([200, 200, 403, 403, 403]);
    expect(await calls(writer)).toEqual([403, 403, 201, 200, 200]);
    expect(await calls(other)).toEqual([403, 403, 403, 403, 403]);
    expect(await calls(owner)).toEqual([401, 401, 401, 401, 401]);
    for (const nobody of [NOBODY, bearer('rk_none_none'), { authorization: 'Basic eDp5' }])
      expect(await calls(nobody)).toEqual([401, 401, 401, 401, 401]);
    expect((await scim('GET', '/v2/Users', undefined, expired)).status).toBe(200);
    api.clock.forward(61_000);
    const refused = await scim('GET', '/v2/Users', undefined, expired);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Rollcall"']);
    expect((await scim('DELETE', `/v2/Users/${id}`, undefined, reader)).status).toBe(403);
    expect((await employee(id)).status).toBe('ACTIVE');
  });

  it('tells a key what it may do, and refuses one that runs wild in the words of the protocol', async () => {
    const slow = await startTestApi({ keyLimits: { requests: 2, faceOperations: 2 } });
    try {
      const as = bearer(
        await createKey(slow, await slow.client.signIn(OWNER.email, OWNER.password), ['employees:read']),
      );
      const get = () => fetch(`${slow.url}/scim/v2/Users`, { headers: as });
      expect((await get()).headers.get('ratelimit-policy')).toContain('"key";q=2');
      await get();
      const refused = await get();
      expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
      expect(await refused.json()).toMatchObject({ status: '429' });
    } finally {
      await slow.stop();
    }
  });
});

describe('what cannot be', () => {
  it('is refused by its reason, in the words of the protocol', async () => {
    const [taken, other] = [await create({ externalId: randomUUID() }), await create()];
    const post = (body: unknown, headers: Credentials = key) => scim('POST', '/v2/Users', body, headers);
    expect(errorOf(await post(someone({ userName: taken.userName.toLowerCase() })))).toEqual([409, 'uniqueness']);
    expect(errorOf(await post(someone({ externalId: taken.externalId })))).toEqual([409, 'uniqueness']);
    const rename = [{ op: 'replace', path: 'userName', value: taken.userName }];
    expect(errorOf(await patch(other.id, rename))).toEqual([409, 'uniqueness']);
    expect(errorOf(await patch(other.id, rename, { ...key, 'if-match': other.meta.version }))).toEqual([
      409,
      'uniqueness',
    ]);
    expect(errorOf(await post('{"schemas":'))).toEqual([400, 'invalidSyntax']);
    expect(errorOf(await post('"text"'))).toEqual([400, 'invalidSyntax']);
    expect(errorOf(await post('[]'))).toEqual([400, 'invalidSyntax']);
    expect(errorOf(await post(someone({ userName: { $ne: null } })))).toEqual([400, 'invalidValue']);
    expect(errorOf(await post(someone({ userName: 'x'.repeat(65) })))).toEqual([400, 'invalidValue']);
    expect(errorOf(await post(someone({ displayName: ' ' })))).toEqual([400, 'invalidValue']);
    expect(errorOf(await post(someone({ displayName: undefined })))).toEqual([400, 'invalidValue']);
    expect(errorOf(await post(someone({ emails: [{ value: 'no address' }] })))).toEqual([400, 'invalidValue']);
    expect(errorOf(await post(someone({ [ENTERPRISE]: { department: 'None such' } })))).toEqual([400, 'invalidValue']);
    expect(errorOf(await patch(other.id, [{ op: 'replace', path: 'id', value: 'x' }]))).toEqual([400, 'mutability']);
    expect(errorOf(await patch(other.id, [{ op: 'replace', path: 'pay', value: 'x' }]))).toEqual([400, 'invalidPath']);
    expect(errorOf(await find('userName sw "S"'))).toEqual([400, 'invalidFilter']);
    expect(errorOf(await scim('GET', '/v2/Users?filter[$ne]=x'))).toEqual([200, null]);
    expect(errorOf(await scim('GET', '/v2/Users?filter=a&filter=b'))).toEqual([400, 'invalidValue']);
    expect((await find('userName eq "{\\"$ne\\":null}"')).body.totalResults).toBe(0);
    expect((await post(someone(), { ...key, 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(someone(), { ...key, 'content-type': 'application/json' })).status).toBe(201);
    expect((await scim('GET', `/v2/Users/${encodeURIComponent('{"$ne":null}')}`)).status).toBe(404);
    expect((await scim('GET', `/v2/Users/%E0%A4%A`)).status).toBe(400);
    expect(await employee(other.id)).toMatchObject({ version: 1 });
  });

  it('is not read if it is too large, by strangers not at all, and the API goes on', async () => {
    const large = JSON.stringify(someone({ nickName: 'x'.repeat(10_000_000) }));
    expect((await scim('POST', '/v2/Users', large)).status).toBe(413);
    expect((await scim('POST', '/v2/Users', large, NOBODY)).status).toBe(401);
    expect((await scim('GET', '/v2/Users?count=0')).status).toBe(200);
  });

  it('is told as not found, not allowed or not supported', async () => {
    for (const path of ['/v2/Groups', '/v2/Users/none', '/v1/Users', '/v2/Schemas/none', ''])
      expect((await scim('GET', path)).body).toMatchObject({ status: '404' });
    const refused = await scim('DELETE', '/v2/Users');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST']);
    for (const path of ['/v2/Schemas', '/v2/ServiceProviderConfig', '/v2/ResourceTypes/User'])
      expect((await scim('PATCH', path, {})).status).toBe(405);
    for (const path of ['/v2/Me', '/v2/Users/.search']) expect((await scim('POST', path, {})).status).toBe(501);
  });
});

it('what the provider asks about the service itself is answered, each entry also by id', async () => {
  expect((await scim('GET', '/v2/ServiceProviderConfig')).body).toMatchObject({ patch: { supported: true } });
  for (const list of ['Schemas', 'ResourceTypes']) {
    const { Resources } = (await scim('GET', `/v2/${list}`)).body;
    for (const one of Resources) expect((await scim('GET', `/v2/${list}/${one.id}`)).body).toEqual(one);
  }
});

it('somebody whom HR entered is found by the number, and not entered twice', async () => {
  const person = await createPerson(api, owner);
  expect(errorOf(await scim('POST', '/v2/Users', someone({ userName: person.number })))).toEqual([409, 'uniqueness']);
  expect((await find(`userName eq "${person.number}"`)).body.Resources[0].id).toBe(person.id);
});
