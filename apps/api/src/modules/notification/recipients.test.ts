import type { Role } from '@rollcall/contracts';
import { DEFAULT_NOTIFICATION_SETTINGS, type NotificationRule } from '@rollcall/db';
import { expect, it } from 'vitest';
import { recipientsOf } from './recipients.js';

const account = (id: string, roles: readonly Role[], more: object = {}) => ({
  ...{ id, roles, siteIds: [] as string[], employeeId: null as string | null, ...more },
});
const PEOPLE = [
  account('owner', ['OWNER']),
  account('hr', ['HR_ADMIN']),
  account('north', ['MANAGER'], { siteIds: ['n'] }),
  account('south', ['MANAGER'], { siteIds: ['s'] }),
  account('auditor', ['AUDITOR']),
  account('ada', ['EMPLOYEE'], { employeeId: 'ada' }),
  account('ben', ['EMPLOYEE'], { employeeId: 'ben' }),
  account('kiosk', ['KIOSK']),
];
const matter = (kind: 'MISSING_MARK' | 'LATE' | 'REFUSED_ATTEMPTS', siteId: string | null = 'n') => ({
  ...{ kind, siteId, employeeId: 'ada' },
});
const told = (of: ReturnType<typeof matter>, rules: readonly NotificationRule[]) =>
  recipientsOf(of, PEOPLE, rules).map(({ userId }) => userId);
const { rules } = DEFAULT_NOTIFICATION_SETTINGS;

it('a missing mark is told to HR, to managers of that site and to the person', () => {
  expect(told(matter('MISSING_MARK'), rules)).toEqual(['hr', 'north', 'ada']);
});

it('somebody without a site is told to those who see all sites, and to the person', () => {
  expect(told(matter('MISSING_MARK', null), rules)).toEqual(['hr', 'ada']);
});

it('a rule opens nothing that the role may not read', () => {
  const wide = (['MANAGER', 'EMPLOYEE', 'KIOSK'] as const).map(
    (role) => ({ role, kind: 'REFUSED_ATTEMPTS', channels: ['IN_APP'] }) as const,
  );
  expect(told(matter('REFUSED_ATTEMPTS'), wide)).toEqual([]);
});

it('somebody with two roles is told once, by each channel of either', () => {
  const both = [account('two', ['HR_ADMIN', 'MANAGER'], { siteIds: ['n'] })];
  const mixed = [
    { role: 'HR_ADMIN', kind: 'LATE', channels: ['MAIL'] },
    { role: 'MANAGER', kind: 'LATE', channels: ['IN_APP'] },
  ] as const;
  expect(recipientsOf(matter('LATE'), both, mixed)).toEqual([{ userId: 'two', channels: new Set(['MAIL', 'IN_APP']) }]);
  expect(recipientsOf(matter('LATE', 's'), both, mixed)[0]?.channels).toEqual(new Set(['MAIL']));
});
