import type { Role } from '@rollcall/contracts';

export interface AccessValues {
  readonly role: Role;
  readonly siteIds: string[];
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
