import { type Role, SCOPES, type Scope } from '@rollcall/contracts';

/**
 * What each role may do, in the words of the API-key scopes, so that one rule serves people and keys alike.
 * MANAGER is limited to its sites and departments and EMPLOYEE to itself where data is read: see `access/read-limit.ts`.
 */
export const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  OWNER: SCOPES,
  HR_ADMIN: SCOPES.filter((scope) => scope !== 'admin'),
  MANAGER: [
    'employees:read',
    'faces:verify',
    'attendance:read',
    'attendance:write',
    'attendance:manage',
    'reports:read',
  ],
  AUDITOR: ['employees:read', 'attendance:read', 'reports:read', 'audit:read'],
  EMPLOYEE: [],
  KIOSK: ['faces:verify', 'attendance:write'],
};

export function scopesOfRoles(roles: readonly Role[]): ReadonlySet<Scope> {
  return new Set(roles.flatMap((role) => ROLE_SCOPES[role]));
}
