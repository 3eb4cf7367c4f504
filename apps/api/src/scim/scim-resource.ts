import type { DirectoryPerson } from '../modules/employee/provisioning.service.js';
import { ENTERPRISE_SCHEMA, LIST_MESSAGE, SCIM_ROOT, USER_SCHEMA } from './scim-names.js';

export interface Projection {
  /** Top-level attributes in lower case that are wanted; null: all. A part such as `name.formatted` counts as its whole. */
  readonly attributes: ReadonlySet<string> | null;
  readonly excluded: ReadonlySet<string>;
}

const ALWAYS = new Set(['schemas', 'id']);

/** The weak entity tag of a version. */
export const etagOf = (version: number): string => `W/"${version}"`;

export function locationOf(publicUrl: string, resource: string): string {
  return new URL(`${SCIM_ROOT}/${resource}`, publicUrl).href;
}

/** A person in the words of the protocol, without what is not there and what is not wanted. */
export function toResource(
  { employee, department }: DirectoryPerson,
  publicUrl: string,
  { attributes, excluded }: Projection,
) {
  const { id, externalId, number, name, email, status, costCentre, version, createdAt, updatedAt } = employee;
  const whole = {
    schemas: [USER_SCHEMA, ENTERPRISE_SCHEMA],
    id,
    ...(externalId === null ? {} : { externalId }),
    userName: number,
    displayName: name,
    name: { formatted: name },
    active: status === 'ACTIVE',
    ...(email === null ? {} : { emails: [{ value: email, type: 'work', primary: true }] }),
    [ENTERPRISE_SCHEMA]: {
      employeeNumber: number,
      ...(department === null ? {} : { department }),
      ...(costCentre === null ? {} : { costCenter: costCentre }),
    },
    meta: {
      resourceType: 'User',
      created: createdAt.toISOString(),
      lastModified: updatedAt.toISOString(),
      location: locationOf(publicUrl, `Users/${id}`),
      version: etagOf(version),
    },
  };
  const isWanted = ([key]: [string, unknown]) => {
    const attribute = key.toLowerCase();
    if (ALWAYS.has(attribute)) return true;
    return (attributes === null || attributes.has(attribute)) && !excluded.has(attribute);
  };
  return Object.fromEntries(Object.entries(whole).filter(isWanted));
}

export function listOf(resources: readonly object[], totalResults: number = resources.length, startIndex: number = 1) {
  return { schemas: [LIST_MESSAGE], totalResults, startIndex, itemsPerPage: resources.length, Resources: resources };
}
