import type { Role } from '@rollcall/contracts';

/** What a manager can be limited to. */
export interface Places {
  readonly sites: readonly Named[];
  readonly departments: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface AccessValues {
  readonly role: Role;
  readonly siteIds: string[];
  readonly departmentIds: string[];
  /** Of the employee this person is; only with the role EMPLOYEE. */
  readonly employeeNumber: string;
}

/** The roles that are offered, the most usual first. A kiosk is a machine and gets no invitation. */
export const offeredRoles = (canMakeOwners: boolean): readonly Role[] => [
  'HR_ADMIN',
  'MANAGER',
  'AUDITOR',
  'EMPLOYEE',
  ...(canMakeOwners ? (['OWNER'] as const) : []),
];
