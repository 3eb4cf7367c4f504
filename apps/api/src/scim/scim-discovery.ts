import { LIMITS } from '@rollcall/contracts';
import { ENTERPRISE_SCHEMA, USER_SCHEMA } from './scim-names.js';
import { locationOf } from './scim-resource.js';

type More = Partial<Record<'required' | 'caseExact' | 'multiValued', boolean>> & {
  readonly mutability?: 'readOnly' | 'readWrite';
  readonly uniqueness?: 'none' | 'server';
  readonly type?: 'string' | 'boolean' | 'complex';
  readonly subAttributes?: readonly object[];
  readonly canonicalValues?: readonly string[];
};

const attribute = (name: string, description: string, more: More = {}) => {
  const { type = 'string', subAttributes, ...rest } = more;
  const facts = { multiValued: false, required: false, mutability: 'readWrite', returned: 'default', ...rest };
  const ofText = type === 'string' ? { caseExact: false, uniqueness: 'none' } : {};
  const parts = subAttributes === undefined ? {} : { subAttributes };
  return { name, type, description, ...ofText, ...facts, ...parts };
};
const readOnly = { mutability: 'readOnly' } as const;

const USER = [
  attribute('userName', 'The employee number; unique, whatever its case.', { required: true, uniqueness: 'server' }),
  attribute('displayName', 'The full name, as people read it.', { required: true }),
  attribute('name', 'The name in parts; only the whole is kept.', {
    type: 'complex',
    ...readOnly,
    subAttributes: [attribute('formatted', 'As displayName, and taken for it where that is left out.', readOnly)],
  }),
  attribute('active', 'Whether the person works here. False ends every use of the face at once.', { type: 'boolean' }),
  attribute('emails', 'One address is kept: the primary one, else that of type work, else the first.', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'The address; several people may share one.'),
      attribute('type', 'Always work.', readOnly),
      attribute('primary', 'Always true.', { type: 'boolean', ...readOnly }),
    ],
  }),
];

const enterpriseOf = (departments: readonly string[]) => [
  attribute('employeeNumber', 'As userName; another number is refused.', readOnly),
  attribute('department', 'The name of a department that exists.', { canonicalValues: departments }),
  attribute('costCenter', 'The own one; left out: that of the department.'),
];

/** @param departments the names of those that exist */
export function schemas(publicUrl: string, departments: readonly string[]) {
  const described = [
    { id: USER_SCHEMA, name: 'User', description: 'A person whose attendance is kept.', attributes: USER },
    {
      id: ENTERPRISE_SCHEMA,
      name: 'EnterpriseUser',
      description: 'Where the person belongs.',
      attributes: enterpriseOf(departments),
    },
  ];
  return described.map((schema) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    ...schema,
    meta: { resourceType: 'Schema', location: locationOf(publicUrl, `Schemas/${schema.id}`) },
  }));
}

export function resourceTypes(publicUrl: string) {
  return [
    {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      description: 'A person whose attendance is kept.',
      schema: USER_SCHEMA,
      schemaExtensions: [{ schema: ENTERPRISE_SCHEMA, required: false }],
      meta: { resourceType: 'ResourceType', location: locationOf(publicUrl, 'ResourceTypes/User') },
    },
  ];
}

export function serviceProviderConfig(publicUrl: string) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: LIMITS.maxPageSize },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'API key',
        description: 'A key with the scopes employees:read and employees:write, as a bearer token.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: locationOf(publicUrl, 'ServiceProviderConfig') },
  };
}
