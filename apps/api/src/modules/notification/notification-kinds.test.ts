import { NOTIFICATION_KINDS, NOTIFICATION_KINDS_OF_ROLE, ROLES } from '@rollcall/contracts';
import { expect, it } from 'vitest';
import { ROLE_SCOPES } from '../../access/role-scopes.js';
import { SCOPE_OF_KIND } from './notification-kinds.js';

it.each(ROLES)('the role %s is told of no more and no less than it may read', (role) => {
  const readable = NOTIFICATION_KINDS.filter((kind) => ROLE_SCOPES[role].includes(SCOPE_OF_KIND[kind]));
  // An employee has no scope and sees the own days all the same.
  expect(NOTIFICATION_KINDS_OF_ROLE[role]).toEqual(role === 'EMPLOYEE' ? ['MISSING_MARK'] : readable);
});
