import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Credentials, codeOf, type GraphQLAnswer } from './testing/graphql-test-client.js';
import {
  COMPARE_FACES,
  CREATE_EMPLOYEE,
  RECORD_ATTENDANCE,
  RECORD_CONSENT,
  REGISTER_FACE,
  VERIFY_FACE,
} from './testing/operations.js';
import { createPersonWithConsent, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos, pngBomb } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let anna: Person;
let blank: Person;
let good: Buffer;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  good = await photos.anna();
  anna = await createRegisteredPerson(api, owner, good);
  blank = await createPersonWithConsent(api, owner);
});

afterAll(() => api.stop());

/** How many of everything that counts the database has. */
async function stored(): Promise<Readonly<Record<string, number>>> {
  const names = [
    ...['captureAttempts', 'attendanceEvents', 'dayRecords', 'faceTemplates', 'employees', 'consents', 'apiKeys'],
    'idempotencyRecords',
  ];
  const counts = await Promise.all(names.map((name) => api.database.nativeDb.collection(name).countDocuments()));
  return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]));
}

async function expectNothingStored(work: () => Promise<GraphQLAnswer>, codes: readonly string[]): Promise<void> {
  const before = await stored();
  const answer = await work();
  expect(codes).toContain(codeOf(answer));
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toMatch(/at .*\.js|node_modules|mongodb|sharp|vips/i);
  expect(await stored()).toEqual(before);
}

const BAD_IMAGES: readonly (readonly [what: string, image: () => unknown, code: string])[] = [
  [
    'text instead of an image',
    () => ({ base64: Buffer.from('This is not an image, it only says so.').toString('base64') }),
    'IMAGE_UNDECODABLE',
  ],
  ['an empty file', () => ({ base64: '' }), 'IMAGE_UNDECODABLE'],
  ['nothing', () => ({}), 'BAD_USER_INPUT'],
  ['a null', () => ({ base64: null }), 'BAD_USER_INPUT'],
  ['a 33 KB bomb', () => base64(pngBomb()), 'IMAGE_TOO_LARGE'],
  ['a truncated JPEG', () => base64(good.subarray(0, good.length / 2)), 'IMAGE_UNDECODABLE'],
  ['a JPEG of its first bytes only', () => base64(good.subarray(0, 20)), 'IMAGE_UNDECODABLE'],
  ['random bytes', () => base64(randomBytes(5_000)), 'IMAGE_UNDECODABLE'],
  [
    'a GIF',
    () => base64(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')),
    'IMAGE_UNDECODABLE',
  ],
  [
    'an SVG',
    () => base64(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>')),
    'IMAGE_UNDECODABLE',
  ],
  ['9 MB', () => base64(randomBytes(9 * 1024 * 1024)), 'IMAGE_TOO_LARGE'],
  ['a web address', () => ({ base64: 'http://127.0.0.1:1/face.jpg' }), 'BAD_USER_INPUT'],
  ['a file address', () => ({ base64: 'file:///etc/passwd' }), 'BAD_USER_INPUT'],
  ['a path', () => ({ base64: '/etc/passwd' }), 'IMAGE_UNDECODABLE'],
  ['a field that is not in the schema', () => ({ url: 'http://127.0.0.1:1/face.jpg' }), 'BAD_USER_INPUT'],
  ['a number', () => ({ base64: 42 }), 'BAD_USER_INPUT'],
  ['a list', () => [], 'BAD_USER_INPUT'],
];

describe.each(BAD_IMAGES)('%s', (_what, image, code) => {
  it(`is ${code} for registerFace and stores nothing`, () =>
    expectNothingStored(
      () => api.client.ask(REGISTER_FACE, { employeeId: blank.id, images: [image()] }, owner),
      [code],
    ));

  it(`is ${code} for verifyFace and stores nothing`, () =>
    expectNothingStored(
      () => api.client.ask(VERIFY_FACE, { employeeNumber: anna.number, image: image() }, owner),
      [code],
    ));

  it(`is ${code} for compareFaces and stores nothing`, () =>
    expectNothingStored(
      () => api.client.ask(COMPARE_FACES, { reference: base64(good), probe: image() }, owner),
      [code],
    ));

  it(`is ${code} for recordAttendance, stores nothing and leaves the key free`, async () => {
    const input = { idempotencyKey: `bad ${_what}`, employeeNumber: anna.number, image: image() };
    await expectNothingStored(() => api.client.ask(RECORD_ATTENDANCE, input, owner), [code]);
    const retried = await api.client.ask(RECORD_ATTENDANCE, { ...input, image: base64(good) }, owner);
    expect(retried.data.recordAttendance.event).not.toBeNull();
  });
});

describe('a bad photo among good ones', () => {
  it('fails the whole registration: nothing is stored', () =>
    expectNothingStored(
      () =>
        api.client.ask(
          REGISTER_FACE,
          { employeeId: blank.id, images: [base64(good), base64(randomBytes(100))] },
          owner,
        ),
      ['IMAGE_UNDECODABLE'],
    ));

  it.each([0, 11])('%i photos are refused', (count) =>
    expectNothingStored(
      () =>
        api.client.ask(
          REGISTER_FACE,
          { employeeId: blank.id, images: Array.from({ length: count }, () => ({ base64: 'AAAA' })) },
          owner,
        ),
      ['BAD_USER_INPUT'],
    ),
  );
});

describe('an unknown person', () => {
  it('cannot be registered', () =>
    expectNothingStored(
      () => api.client.ask(REGISTER_FACE, { employeeId: 'no-such-id', images: [base64(good)] }, owner),
      ['NOT_FOUND'],
    ));

  it('cannot consent', () =>
    expectNothingStored(() => api.client.ask(RECORD_CONSENT, { employeeId: 'no-such-id' }, owner), ['NOT_FOUND']));

  it('is an outcome for verifyFace and recordAttendance', async () => {
    const verified = await api.client.ask(VERIFY_FACE, { employeeNumber: 'nobody', image: base64(good) }, owner);
    expect(verified.data.verifyFace).toMatchObject({
      outcome: 'NOT_ENROLLED',
      attempt: { employee: null, employeeNumber: 'nobody' },
    });
    const input = { idempotencyKey: 'unknown', employeeNumber: 'nobody', image: base64(good) };
    const recorded = await api.client.ask(RECORD_ATTENDANCE, input, owner);
    expect(recorded.data.recordAttendance).toMatchObject({ outcome: 'NOT_ENROLLED', event: null });
  });
});

describe('values that cannot be used', () => {
  const person = { number: 'unused', name: 'Somebody' };
  it.each([
    ['an empty number', { ...person, number: '' }],
    ['a blank name', { ...person, name: '   ' }],
    ['a number that is too long', { ...person, number: 'x'.repeat(65) }],
    ['a name that is too long', { ...person, name: 'x'.repeat(201) }],
    ['an address that is none', { ...person, email: 'not an address' }],
    ['a date that does not exist', { ...person, joiningDate: '2026-02-30' }],
    ['a last day before the first', { ...person, joiningDate: '2026-02-02', leavingDate: '2026-02-01' }],
    ['a site that does not exist', { ...person, siteId: 'no-such-site' }],
    ['an operator instead of a text', { ...person, number: { $gt: '' } }],
    ['a missing field', { name: 'Somebody' }],
  ])('%s is refused by createEmployee and named', async (_what, input) => {
    await expectNothingStored(() => api.client.ask(CREATE_EMPLOYEE, input, owner), ['BAD_USER_INPUT']);
  });

  it('a number that is taken is a conflict that names the field', async () => {
    const answer = await api.client.ask(CREATE_EMPLOYEE, { number: anna.number.toUpperCase(), name: 'Twin' }, owner);
    expect(codeOf(answer)).toBe('CONFLICT');
  });

  it.each([
    ['both id and number', { employeeId: 'a', employeeNumber: 'b' }],
    ['neither id nor number', {}],
  ])('%s is refused by verifyFace', (_what, claim) =>
    expectNothingStored(
      () => api.client.ask(VERIFY_FACE, { ...claim, image: base64(good) }, owner),
      ['BAD_USER_INPUT'],
    ),
  );

  it.each([
    ['no image', { idempotencyKey: 'x', employeeNumber: 'y' }],
    ['no number', { idempotencyKey: 'x', image: { base64: 'AAAA' } }],
    ['an empty key', { idempotencyKey: ' ', employeeNumber: 'y', image: { base64: 'AAAA' } }],
    ['a key that is too long', { idempotencyKey: 'k'.repeat(201), employeeNumber: 'y', image: { base64: 'AAAA' } }],
    ['an unknown kind', { idempotencyKey: 'x', employeeNumber: 'y', image: { base64: 'AAAA' }, kind: 'LUNCH' }],
  ])('%s is refused by recordAttendance', (_what, input) =>
    expectNothingStored(() => api.client.ask(RECORD_ATTENDANCE, input, owner), ['BAD_USER_INPUT']),
  );

  it.each([
    ['0 rows', 'first: 0'],
    ['101 rows', 'first: 101'],
    ['a foreign cursor', 'after: "abc"'],
    ['a cursor of another order', `after: "${Buffer.from('["AT_DESC","x","y"]').toString('base64url')}"`],
  ])('a page with %s is refused', (_what, page) =>
    expectNothingStored(
      () => api.client.send({ query: `{ employees(${page}) { totalCount } }` }, owner),
      ['BAD_USER_INPUT'],
    ),
  );

  it('updating what somebody else changed is a conflict', async () => {
    const update = 'mutation ($input: UpdateEmployeeInput!) { updateEmployee(input: $input) { name version } }';
    const first = await api.client.ask(update, { id: blank.id, version: 1, name: 'New name' }, owner);
    expect(first.data.updateEmployee).toEqual({ name: 'New name', version: 2 });
    expect(codeOf(await api.client.ask(update, { id: blank.id, version: 1, name: 'Other name' }, owner))).toBe(
      'CONFLICT',
    );
    expect(codeOf(await api.client.ask(update, { id: blank.id, version: 2, name: null }, owner))).toBe(
      'BAD_USER_INPUT',
    );
  });
});
