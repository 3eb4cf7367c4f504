import { DomainError } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { ScimError, toScimError } from './scim-error.js';
import { parseFilter } from './scim-filter.js';
import { ENTERPRISE_SCHEMA as ENTERPRISE, PATCH_MESSAGE, USER_SCHEMA as USER } from './scim-names.js';
import { readPatch } from './scim-patch.js';
import { readUser } from './scim-user.js';

function typeOf(work: () => unknown): string {
  try {
    return JSON.stringify(work());
  } catch (error) {
    return error instanceof ScimError ? String(error.scimType) : `not typed: ${String(error)}`;
  }
}

describe('a filter', () => {
  it.each([
    ['userName eq "1001"', { number: '1001' }],
    ['USERNAME EQ "a \\"quoted\\" name"', { number: 'a "quoted" name' }],
    ['externalId eq "00u1" and active eq true', { externalId: '00u1', isActive: true }],
    ['active eq "False"', { isActive: false }],
    [`${USER}:userName eq "x"`, { number: 'x' }],
    ['id eq "5"  and userName eq "x"', { id: '5', number: 'x' }],
  ])('%s is understood', (text, filter) => {
    expect(parseFilter(text)).toEqual(filter);
  });

  it.each([
    '',
    'userName',
    'userName eq',
    'userName eq 1001',
    'userName eq "1001',
    'userName eq "1001" or active eq true',
    'userName eq "1001" active eq true',
    'userName eq "1001" and',
    'userName eq "a" and userName eq "b"',
    'userName co "1"',
    'userName eq {"$ne":null}',
    'userName eq true',
    'active eq "maybe"',
    '$where eq "1"',
    '__proto__ eq "1"',
    'password eq "1"',
    'not (userName eq "1")',
    'userName eq "\\u00zz"',
    `userName eq "${'\\'.repeat(9_999)}`,
  ])('%s is refused as invalidFilter', (text) => {
    expect(typeOf(() => parseFilter(text))).toBe('invalidFilter');
  });
});

describe('a resource', () => {
  const user = (more: object) => readUser({ schemas: [USER], userName: '1001', ...more });

  it('becomes a change of what is kept; what is left out is not in it, and what is unknown is passed over', () => {
    const sent = {
      ...{ id: 'mine', meta: {}, nickName: 'A', password: 'secret', favourite: { colour: 'red' } },
      ...{ displayName: 'Ada Example', externalId: '00u1', active: true },
      [ENTERPRISE]: { employeeNumber: ' 1001 ', department: 'Sales', costCenter: 'K1', manager: { value: 'x' } },
      emails: [
        { value: 'a@home.example', type: 'home' },
        { value: 'a@work.example', type: 'work' },
      ],
    };
    expect(user(sent)).toEqual({
      ...{ number: '1001', name: 'Ada Example', externalId: '00u1', email: 'a@work.example' },
      ...{ department: 'Sales', costCentre: 'K1', isActive: true },
    });
    expect(user({})).toEqual({ number: '1001' });
  });

  it('names the person by displayName, else name.formatted, else both parts', () => {
    const name = { givenName: 'Ada', familyName: 'Example' };
    expect(user({ name }).name).toBe('Ada Example');
    expect(user({ name: { ...name, formatted: 'Dr Ada' } }).name).toBe('Dr Ada');
    expect(user({ NAME: name, DisplayName: 'Ada E.' }).name).toBe('Ada E.');
    expect(user({ name: { givenName: 'Ada' } }).name).toBeUndefined();
  });

  it('takes the primary address, and none for an empty list or text', () => {
    const emails = [
      { value: 'a@x.example', type: 'work' },
      { value: 'b@x.example', primary: true },
    ];
    expect(user({ emails }).email).toBe('b@x.example');
    expect([user({ emails: [] }).email, user({ emails: [{ value: '' }] }).email]).toEqual([null, null]);
  });

  it.each([
    ['no object', 'text', 'invalidSyntax'],
    ['no schema', { userName: '1' }, 'invalidValue'],
    ['another schema', { schemas: ['urn:example:Group'], userName: '1' }, 'invalidValue'],
    ['no userName', { schemas: [USER] }, 'invalidValue'],
    ['an operator for a userName', { schemas: [USER], userName: { $ne: null } }, 'invalidValue'],
    ['an operator for an externalId', { schemas: [USER], userName: '1', externalId: { $gt: '' } }, 'invalidValue'],
    ['a number for a name', { schemas: [USER], userName: '1', displayName: 7 }, 'invalidValue'],
    ['a text for active', { schemas: [USER], userName: '1', active: 'perhaps' }, 'invalidValue'],
    ['null for active', { schemas: [USER], userName: '1', active: null }, 'invalidValue'],
    ['a text for emails', { schemas: [USER], userName: '1', emails: 'a@x.example' }, 'invalidValue'],
    ['a list for a name', { schemas: [USER], userName: '1', name: ['Ada'] }, 'invalidSyntax'],
    ['one attribute twice', { schemas: [USER], userName: '1', USERNAME: '2' }, 'invalidSyntax'],
    ['two numbers', { schemas: [USER], userName: 'ada@x', [ENTERPRISE]: { employeeNumber: '1' } }, 'invalidValue'],
  ])('with %s is refused', (_what, body, type) => {
    expect(typeOf(() => readUser(body))).toBe(type);
  });
});

describe('a patch', () => {
  const patch = (...Operations: readonly object[]) => readPatch({ schemas: [PATCH_MESSAGE], Operations });

  it.each([
    ['Okta turns somebody off', { op: 'replace', value: { active: false } }, { isActive: false }],
    ['Entra ID turns somebody off', { op: 'Replace', path: 'active', value: 'False' }, { isActive: false }],
    ['an address by type', { op: 'Add', path: 'emails[type eq "work"].value', value: 'a@x' }, { email: 'a@x' }],
    ['an address as a list', { op: 'replace', path: 'emails', value: [{ value: 'a@x' }] }, { email: 'a@x' }],
    ['no address', { op: 'remove', path: 'emails[primary eq true]' }, { email: null }],
    ['a department', { op: 'Replace', path: `${ENTERPRISE}:department`, value: 'Sales' }, { department: 'Sales' }],
    ['no department', { op: 'Remove', path: `${ENTERPRISE}:department` }, { department: null }],
    ['the extension as a whole', { op: 'add', path: ENTERPRISE, value: { costCenter: 'K' } }, { costCentre: 'K' }],
    ['no extension', { op: 'remove', path: ENTERPRISE }, { department: null, costCentre: null }],
    [
      'paths as names',
      { op: 'add', value: { 'name.formatted': 'Ada', [`${ENTERPRISE}:costCenter`]: 'K' } },
      { name: 'Ada', costCentre: 'K' },
    ],
    ['what is not kept', { op: 'add', path: 'addresses[type eq "work"].streetAddress', value: 'Here' }, {}],
    ['a name with its schema', { op: 'replace', path: `${USER}:displayName`, value: 'Ada' }, { name: 'Ada' }],
    ['an id among values', { op: 'replace', value: { id: 'x', displayName: 'Ada' } }, { name: 'Ada' }],
    ['an empty externalId', { op: 'replace', path: 'externalId', value: '' }, { externalId: null }],
  ])('of %s is understood', (_what, operation, change) => {
    expect(patch(operation)).toEqual(change);
  });

  it('of several operations comes to what the last ones say', () => {
    const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });
    expect(patch(replace('active', true), replace('active', false))).toEqual({ isActive: false });
    expect(patch(replace('name.givenName', 'Ada'), replace('name.familyName', 'Byron'))).toEqual({ name: 'Ada Byron' });
  });

  it.each([
    ['an unknown path', { op: 'replace', path: 'salary', value: 1 }, 'invalidPath'],
    ['an unknown schema', { op: 'replace', path: 'urn:example:2.0:User:salary', value: 1 }, 'invalidPath'],
    ['a path like a property of objects', { op: 'replace', path: '__proto__', value: {} }, 'invalidPath'],
    ['a part that is none', { op: 'replace', path: 'userName.$ne', value: 'x' }, 'invalidPath'],
    ['a broken path', { op: 'replace', path: 'emails[', value: 'x' }, 'invalidPath'],
    ['a broken condition', { op: 'replace', path: 'emails[type].value', value: 'x' }, 'invalidFilter'],
    ['an address that is not kept', { op: 'replace', path: 'emails[type eq "home"].value', value: 'x' }, 'noTarget'],
    ['an id', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    ['a time', { op: 'replace', path: 'meta.created', value: 'x' }, 'mutability'],
    ['no path to remove', { op: 'remove' }, 'noTarget'],
    ['no value', { op: 'replace', path: 'active' }, 'invalidValue'],
    ['no object without a path', { op: 'replace', value: 'x' }, 'invalidValue'],
    ['active taken away', { op: 'remove', path: 'active' }, 'invalidValue'],
    ['userName taken away', { op: 'remove', path: 'userName' }, 'invalidValue'],
    ['an operator', { op: 'replace', path: 'externalId', value: { $ne: null } }, 'invalidValue'],
    ['a path that is no text', { op: 'replace', path: ['active'], value: false }, 'invalidValue'],
    ['another operation', { op: 'move', path: 'active', value: false }, 'invalidSyntax'],
    ['an operation that is no object', ['replace'], 'invalidSyntax'],
  ])('of %s is refused', (_what, operation, type) => {
    expect(typeOf(() => patch(operation))).toBe(type);
  });

  it('without its schema or operations is refused', () => {
    const Operations = [{ op: 'replace', value: { active: false } }];
    const bodies = [
      null,
      [],
      { Operations },
      { schemas: [USER], Operations },
      { schemas: [PATCH_MESSAGE], Operations: [] },
    ];
    for (const body of bodies) expect(typeOf(() => readPatch(body))).toBe('invalidSyntax');
  });
});

describe('an error of the API', () => {
  it.each([
    [
      new DomainError('BAD_USER_INPUT', { details: { field: 'departmentId', problem: 'None.' } }),
      false,
      400,
      'invalidValue',
    ],
    [new DomainError('CONFLICT', { details: { fields: ['numberKey'] } }), true, 409, 'uniqueness'],
    [new DomainError('CONFLICT'), true, 412, null],
    [new DomainError('CONFLICT'), false, 409, null],
    [new DomainError('NOT_FOUND'), false, 404, null],
    [new DomainError('FORBIDDEN'), false, 403, null],
    [new DomainError('RATE_LIMITED'), false, 429, null],
  ])('%s becomes one of the protocol', (error, isConditional, status, scimType) => {
    expect(toScimError(error, isConditional)).toMatchObject({ status, scimType });
  });

  it('names attributes of the protocol, and a fault says nothing', () => {
    const error = new DomainError('CONFLICT', { details: { fields: ['numberKey'] } });
    expect(toScimError(error, false)?.detail).toMatch(/^userName: /);
    expect(toScimError(new DomainError('INTERNAL_SERVER_ERROR'), false)).toBeNull();
    expect(toScimError(new TypeError('x'), false)).toBeNull();
  });
});
